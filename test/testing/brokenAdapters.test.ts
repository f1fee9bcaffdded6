import { describe, expect, test } from "vitest";
import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import { adapterContract, type AdapterHarness } from "../../src/testing/index.js";
import { type Breakage, brokenAdapters } from "../support/brokenAdapters.js";
import { simulatedHarness } from "../support/simulatedHarness.js";

/** What a case of the contract says of an adapter that was changed for the worse. */
async function verdict(name: string, breakage: Breakage): Promise<string> {
  const harness = (): AdapterHarness => {
    const own = simulatedHarness();
    const elsewhere = simulatedHarness();
    const adapter = { ...own.adapter, ...breakage(own.adapter, elsewhere.adapter) };
    const close = async () => {
      await own.close?.();
      await elsewhere.close?.();
    };
    return { ...own, adapter, another: adapter, close };
  };
  const found = adapterContract(harness).find((one) => one.name === name);
  if (!found) throw new Error(`there is no case "${name}"`);
  return found.run().then(
    () => "kept",
    (thrown: Error) => thrown.message,
  );
}

const PASSING = [
  "a tenant without an account reads as not connected",
  "an answer is a whole connection",
  "reading changes nothing",
  "without an account a refresh says so",
];

describe("the five that are broken on purpose fail, each for its reason", () => {
  test.each<[keyof typeof brokenAdapters, string, RegExp]>([
    [
      "older revision wins",
      "A3 what is read is never older than what was known before",
      /no older revision than one before it/,
    ],
    [
      "Retry-After ignored",
      "A9 E19 a flood of sessions is refused, with the seconds to wait",
      /the pause that Retry-After asks for is told, 1 to 300 s, not null/,
    ],
    ["two accounts on a race", "E8 ten connects at once make one account", /each of them got the same account/],
    ["disconnect resolves early", "disconnect resolves when it is done", /what another page reads at once/],
    [
      "disconnect resolves early",
      "a disconnect that has resolved has ended the account at Stripe",
      /the number of accounts at Stripe is 1, must be 0/,
    ],
    [
      "last tenant's data after a switch",
      "A7 after a switch of tenant nothing of the last one is answered",
      /what the next tenant reads, not the last one's data/,
    ],
  ])("%s: %s", async (broken, name, reason) => {
    expect(await verdict(name, brokenAdapters[broken])).toMatch(reason);
  });

  test.each(Object.entries(brokenAdapters))("%s: what it does not break holds", async (_, breakage) => {
    for (const name of PASSING) expect(await verdict(name, breakage)).toBe("kept");
  });
});

describe("so do others", () => {
  test("a session is handed out twice", async () => {
    let kept: ReturnType<StripeConnectionAdapter["createAccountSession"]> | undefined;
    const sharing = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => ({
      createAccountSession: (input) => (kept ??= adapter.createAccountSession(input)),
    });
    expect(await verdict("each session is a new one", sharing)).toContain("a secret is given once");
  });

  test("answers come from a cache that callers share", async () => {
    let kept: Promise<Connection> | undefined;
    const caching = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => ({
      getConnection: () => (kept ??= adapter.getConnection()),
    });
    expect(await verdict("an answer belongs to who asked", caching)).toContain("what a caller changed is not kept");
    kept = undefined;
    expect(await verdict("an abort ends the wait", caching)).toContain("broken");
  });

  test("something else than a ConnectionError is thrown", async () => {
    const raw = (): Partial<StripeConnectionAdapter> => ({
      previewDisconnect: () => Promise.reject(new TypeError("x")),
    });
    expect(await verdict("without an account there is nothing to set up or to disconnect", raw)).toContain(
      "rejects with a ConnectionError, not TypeError: x",
    );
  });

  test("a stream forgets where it was", async () => {
    const forgetful = (adapter: StripeConnectionAdapter): Partial<StripeConnectionAdapter> => ({
      subscribe: (listener, { signal }) => adapter.subscribe!(listener, signal ? { signal } : {}),
    });
    expect(await verdict("a stream that goes on after an id does not repeat what that id had", forgetful)).toContain(
      "only what is newer comes",
    );
  });
});
