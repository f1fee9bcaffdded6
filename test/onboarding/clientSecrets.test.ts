// @vitest-environment node
import { expect, test, vi } from "vitest";
import type { AccountSession } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";
import { checkedSecret, createSecretSource } from "../../src/onboarding/session/clientSecrets.js";

const session = (clientSecret: unknown) =>
  ({ clientSecret, publishableKey: "pk_test_1", expiresAt: "2026-11-22T15:00:00Z" }) as AccountSession;

function source(renew: () => Promise<AccountSession>) {
  const onExhausted = vi.fn<(error: ConnectionError) => void>();
  const ask = vi.fn(renew);
  return {
    fetchClientSecret: createSecretSource({ first: session("first"), renew: ask, onExhausted }),
    ask,
    onExhausted,
  };
}

test("the first secret is handed out once, every later one comes from the server", async () => {
  let n = 0;
  const { fetchClientSecret, ask } = source(async () => session(`later_${++n}`));
  expect(await fetchClientSecret()).toBe("first");
  expect(ask).not.toHaveBeenCalled();
  expect(await fetchClientSecret()).toBe("later_1");
  expect(await fetchClientSecret()).toBe("later_2");
});

test.each([undefined, null, "", "  ", 7, {}])("C4 %j is no secret, and never handed on", async (value) => {
  expect(() => checkedSecret(session(value))).toThrow("createAccountSession must resolve to {clientSecret}");
  const { fetchClientSecret } = source(async () => session(value));
  await fetchClientSecret();
  await expect(fetchClientSecret()).rejects.toThrow("createAccountSession must resolve");
});

test("C4 an answer that is no session at all is no secret", () => {
  expect(() => checkedSecret(undefined as unknown as AccountSession)).toThrow("createAccountSession must resolve");
});

test("after three failures in a row the server is asked no more, and the form closes", async () => {
  const { fetchClientSecret, ask, onExhausted } = source(() => Promise.reject(new ConnectionError("network")));
  await fetchClientSecret();
  for (let round = 0; round < 10; round += 1) {
    await expect(fetchClientSecret()).rejects.toThrow("react-stripe-connection:");
  }
  expect(ask).toHaveBeenCalledTimes(3);
  expect(onExhausted).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "network" }));
});

test("a success in between starts the count anew", async () => {
  const answers = ["no", "no", "yes", "no", "no", "yes"];
  const { fetchClientSecret, onExhausted } = source(async () => {
    if (answers.shift() === "yes") return session("fresh");
    throw new ConnectionError("timeout");
  });
  await fetchClientSecret();
  const results = await Promise.all([0, 1, 2, 3, 4, 5].map(async () => fetchClientSecret().catch(() => "failed")));
  expect(results.filter((result) => result === "fresh")).toHaveLength(2);
  expect(onExhausted).not.toHaveBeenCalled();
});

test("C8 a refusal for good is not asked for a second time", async () => {
  const { fetchClientSecret, ask, onExhausted } = source(() => Promise.reject(new ConnectionError("forbidden")));
  await fetchClientSecret();
  await expect(fetchClientSecret()).rejects.toThrow("react-stripe-connection:");
  await expect(fetchClientSecret()).rejects.toThrow("react-stripe-connection:");
  expect(ask).toHaveBeenCalledOnce();
  expect(onExhausted).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "forbidden" }));
});
