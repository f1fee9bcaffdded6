import { describe, expect, test } from "vitest";
import { createStripeSimulator, type StripeSimulator } from "../../../src/simulator/index.js";
import { type BackEnd, startBackEnd } from "../support/backEnd.js";

/** From now on the key is one of another platform: it can't see our accounts, and Stripe says so as of any other. */
function swapKey(simulator: StripeSimulator): () => void {
  const fetchOf = simulator.fetch.bind(simulator);
  const json = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const about = /^\/v1\/accounts\/(\w+)/.exec(pathname)?.[1] ?? request.headers.get("stripe-account");
    const session = pathname === "/v1/account_sessions";
    if (about || session) {
      const message = `The provided key does not have access to account '${about}'.`;
      return json(403, { error: { type: "invalid_request_error", code: "account_invalid", message } });
    }
    const response = await fetchOf(request);
    if (pathname !== "/v1/account") return response;
    return json(200, { ...((await response.json()) as object), id: "acct_1AnotherPlatform" });
  };
  return () => void (simulator.fetch = fetchOf);
}

describe("E13 an account is gone when Stripe says so to the platform that has it, and to no other", () => {
  test.each<[string, (backEnd: BackEnd) => Promise<{ status: number; body: Record<string, unknown> }>]>([
    ["a refresh", ({ post }) => post("/connection/refresh")],
    ["a session", ({ post }) => post("/connection/account-session", { purpose: "onboarding" })],
    ["a preview", ({ post }) => post("/connection/disconnect-preview")],
    [
      "a disconnect",
      async ({ post, handler }) =>
        post("/connection/disconnect", { generation: (await handler.getConnection("org_ada")).generation }),
    ],
  ])("with another platform's key %s ends nothing, and says what to do", async (_name, ask) => {
    const simulator = createStripeSimulator();
    const before = await startBackEnd({ simulator, webhooks: false });
    const id = await before.connected();
    const putBack = swapKey(simulator);
    const after = await startBackEnd({ simulator, store: before.store, webhooks: false });
    const refused = await ask(after);
    expect([refused.status, refused.body["code"]]).toEqual([503, "platform_not_ready"]);
    expect(refused.body["title"]).toMatch(/another platform.*pass the key/);
    putBack();
    expect((await before.post("/connection/refresh")).body).toMatchObject({ status: "connected", account: { id } });
    expect((await before.store.read("test", { tenant: "org_ada" }))?.state).toBe("linked");
    await simulator.close();
  });

  test("nor do pages, webhooks or a sweep", async () => {
    const simulator = createStripeSimulator();
    const before = await startBackEnd({ simulator, webhooks: false });
    const id = await before.connected();
    const putBack = swapKey(simulator);
    const after = await startBackEnd({ simulator, store: before.store });
    await simulator.pausePayouts(id);
    await simulator.idle();
    expect(simulator.webhookAttempts().map(({ status }) => status)).toContain(503);
    await simulator.clock.advance("2d");
    expect((await after.get("/connection")).body).toMatchObject({ status: "connected", account: { id } });
    expect(await after.handler.reconcile()).toEqual({ checked: 1, failed: 1 });
    putBack();
    await after.handler.reconcile();
    expect(await after.handler.getConnection("org_ada")).toMatchObject({ status: "error", payouts: "paused" });
    await simulator.close();
  });

  test("one account of another platform does not keep a sweep from the others", async () => {
    const simulator = createStripeSimulator();
    const backEnd = await startBackEnd({ simulator, webhooks: false });
    const { store, handler } = backEnd;
    const claim = { tenant: "org_old", mode: "test", claimId: "c1", params: {}, startedBy: null, leaseMs: 0 } as const;
    const { generation } = (await store.claim(claim)).connection;
    const key = { tenant: "org_old", mode: "test", generation } as const;
    const platformId = "acct_1AnotherPlatform";
    const audit = { ...key, what: "connect", who: null, accountId: "acct_old" } as const;
    await store.commitAccount({ ...key, accountId: "acct_old", platformId, audit });
    const id = await backEnd.connected();
    await simulator.pausePayouts(id);
    await simulator.clock.advance("2d");
    expect(await handler.reconcile()).toEqual({ checked: 2, failed: 1 });
    expect(await handler.getConnection("org_ada")).toMatchObject({ status: "error", payouts: "paused" });
    await simulator.close();
  });

  test("a key of the other mode is of the same platform, and ends nothing either", async () => {
    const simulator = createStripeSimulator();
    const before = await startBackEnd({ simulator, webhooks: false });
    await before.connected();
    const fetchOf = simulator.fetch.bind(simulator);
    simulator.fetch = async (input, init) => {
      const { pathname } = new URL(new Request(input, init).url);
      const headers = { "content-type": "application/json" };
      if (pathname.startsWith("/v1/accounts/")) {
        const error = { type: "invalid_request_error", code: "resource_missing", message: "No such account" };
        return new Response(JSON.stringify({ error }), { status: 404, headers });
      }
      const response = await fetchOf(input, init);
      if (pathname !== "/v1/balance") return response;
      return new Response(JSON.stringify({ ...((await response.json()) as object), livemode: true }), { headers });
    };
    const after = await startBackEnd({ simulator, store: before.store, webhooks: false });
    expect((await after.post("/connection/refresh")).body["code"]).toBe("platform_not_ready");
    expect((await after.store.read("test", { tenant: "org_ada" }))?.state).toBe("linked");
    await simulator.close();
  });

  test("while Stripe can't say whose key it is, nothing ends, and later it does", async () => {
    const simulator = createStripeSimulator();
    const before = await startBackEnd({ simulator, webhooks: false });
    await simulator.removeAccount(await before.connected());
    const after = await startBackEnd({ simulator, store: before.store, webhooks: false });
    simulator.fail({ on: "accounts.retrieveCurrent", with: { status: 500 }, times: 3 });
    expect((await after.post("/connection/refresh")).body["code"]).toBe("stripe_unavailable");
    expect((await after.post("/connection/refresh")).body).toMatchObject({
      status: "not_connected",
      reason: "deleted",
    });
    await simulator.close();
  });
});

test("a late word of an end is checked: an account that can be read again stays linked", async () => {
  const backEnd = await startBackEnd();
  const id = await backEnd.connected();
  const { stripe, simulator, send, handler } = backEnd;
  const body = JSON.stringify({
    id: "evt_late",
    object: "event",
    type: "account.application.deauthorized",
    livemode: false,
    account: id,
    data: { object: { object: "application", id: "ca_1" } },
  });
  const timestamp = Math.floor(simulator.clock.now() / 1000);
  const signature = await stripe.webhooks.generateTestHeaderStringAsync({
    payload: body,
    secret: "whsec_ofTheConnectEndpoint",
    timestamp,
  });
  const answer = await send("/webhooks", { method: "POST", headers: { "stripe-signature": signature }, body });
  expect(answer.status).toBe(200);
  expect(await handler.getConnection("org_ada")).toMatchObject({ status: "connected", lastEventId: "evt_late" });
});

test("the platform's own account is never imported as a customer's", async () => {
  const { handler, stripe } = await startBackEnd({ webhooks: false });
  const own = await stripe.accounts.retrieve(null);
  await expect(handler.importConnection("org_ada", own.id)).rejects.toMatchObject({ code: "invalid_request" });
  expect(await handler.getConnection("org_ada")).toMatchObject({ status: "not_connected" });
});
