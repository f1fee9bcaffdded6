import { describe, expect, test, vi } from "vitest";
import { createConnectionHandler } from "react-stripe-connection/server";
import { eventually } from "./support/eventually.js";
import { startBackEnd } from "./support/backEnd.js";

const boom = () => {
  throw new Error("of the host's own");
};

describe("what the host passes and what throws changes nothing of what happens", () => {
  test("a waitUntil that may not be called outside of a request", async () => {
    const { handler, post, get, logs } = await startBackEnd({ webhooks: false, options: { waitUntil: boom } });
    handler.start();
    expect((await post("/connection")).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
    expect((await get("/connection")).body).toMatchObject({ status: "in_progress" });
    expect(JSON.stringify(logs)).toContain("waitUntil failed");
  });

  test("a logger", async () => {
    const { post, get } = await startBackEnd({
      webhooks: false,
      options: { logger: { info: boom, warn: boom, error: boom } },
    });
    expect((await post("/connection", { nonsense: 1 })).body["code"]).toBe("invalid_request");
    expect((await get("/connection")).status).toBe(200);
  });

  test("metrics", async () => {
    const { connected, get, logs, simulator, handler } = await startBackEnd({ options: { metrics: boom } });
    await connected();
    await simulator.clock.advance("2d");
    expect(await handler.reconcile()).toEqual({ checked: 1, failed: 0 });
    expect((await get("/connection")).body).toMatchObject({ status: "connected" });
    expect(JSON.stringify(logs)).toContain("metrics failed");
  });
});

test("a callback that takes longer than it is waited for has run when it ends, and is not called again", async () => {
  const told: string[] = [];
  let end = () => {};
  const working = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { handler, connected, simulator, store, logs } = await startBackEnd({
    options: {
      // Whatever bounds work is over at once, but for a request's body, which has to arrive.
      runtime: { after: (ms, run) => clearLater(setTimeout(run, ms === 15_000 ? ms : 1)) },
      onConnected: async ({ tenant }) => {
        told.push(tenant);
        await working;
      },
    },
  });
  const acked = vi.spyOn(store, "ackCallback");
  await connected();
  await eventually(() => expect(JSON.stringify(logs)).toContain("did not end within 10 s"));
  expect(acked).not.toHaveBeenCalled();
  end();
  await eventually(() => expect(acked).toHaveBeenCalledTimes(told.length));
  const { length } = told;
  await simulator.clock.advance("2m");
  await handler.reconcile();
  expect(told).toHaveLength(length);
});

function clearLater(timer: ReturnType<typeof setTimeout>): () => void {
  return () => clearTimeout(timer);
}

test("importConnection takes nothing that is no account's id, and makes no account instead", async () => {
  const { handler, calls } = await startBackEnd({ webhooks: false });
  for (const id of [undefined, null, "", "acct_", "acct_1/persons", "cus_1"]) {
    await expect(handler.importConnection("org_ada", id as string)).rejects.toMatchObject({ code: "invalid_request" });
  }
  expect(calls).toEqual([]);
});

test("a handler without a store says what to pass", () => {
  const options = {
    stripe: {} as never,
    authorize: () => null,
    webhookSecrets: ["whsec_abcdefgh"],
    mode: "test",
    publishableKey: "pk_test_1",
    basePath: "/api/stripe/test",
    publicUrl: "https://app.example.com",
  } as const;
  expect(() => createConnectionHandler({ ...options, store: undefined as never })).toThrow(
    /the store has no read, .*createPostgresStore/,
  );
});
