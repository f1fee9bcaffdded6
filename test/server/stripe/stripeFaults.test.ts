import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import type { FaultKind } from "../../../src/simulator/index.js";
import { createStripeSimulator } from "../../../src/simulator/index.js";
import { toStripeFault } from "../../../src/server/stripe/stripeFault.js";
import { type BackEnd, startBackEnd } from "../support/backEnd.js";

const RETRIES = 3;

describe("E11 whatever Stripe fails with, the answer is typed, says nothing of Stripe's, and a retry makes one account", () => {
  test.each<[string, FaultKind, number, string]>([
    ["a wrong key", { status: 401, message: "Invalid API Key: sk_test_****planted" }, 503, "platform_not_ready"],
    ["no right", { status: 403, message: "planted" }, 503, "platform_not_ready"],
    ["too fast", { status: 429, headers: { "retry-after": "7" }, message: "planted" }, 429, "rate_limited"],
    ["a bad parameter", { status: 400, type: "invalid_request_error", message: "planted" }, 503, "platform_not_ready"],
    [
      "a country",
      { status: 400, type: "invalid_request_error", code: "country_unsupported", message: "planted" },
      422,
      "country_unsupported",
    ],
    ["Stripe's own trouble", { status: 500, message: "planted" }, 503, "stripe_unavailable"],
    ["a broken line", "reset", 503, "stripe_unavailable"],
    ["a proxy's page", "html", 503, "stripe_unavailable"],
  ])("%s", async (_name, fault, status, code) => {
    const { simulator, post, get, sent, logs } = await startBackEnd({ webhooks: false });
    simulator.fail({ on: "accounts.create", with: fault, times: RETRIES });
    const failed = await post("/connection");
    expect([failed.status, failed.body["code"]]).toEqual([status, code]);
    const wait = { rate_limited: "7", stripe_unavailable: "5" }[code] ?? null;
    expect(failed.headers.get("retry-after")).toBe(wait);
    expect(sent.join("")).not.toContain("planted");
    expect(JSON.stringify(logs)).not.toContain("sk_test_");
    simulator.clearFaults();
    expect((await post("/connection")).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
    expect(simulator.accounts()).toHaveLength(1);
    expect((await get("/connection")).status).toBe(200);
  });
});

describe("what Stripe refuses at a creation", () => {
  const SETUP = /the platform's own set-up at Stripe is not done/;
  const COUNTRY = /no accounts in this country/;
  const UNREGISTERED = { code: "platform_registration_required" };
  test.each<[string, string, object, RegExp]>([
    ...[
      "platform_registration_required",
      "connect_profile_not_submitted",
      "connect_identity_not_verified",
      "account_create_activation_required",
      "account_creation_liability_unacknowledged",
      "account_creation_requirement_collection_unacknowledged",
      "cannot_create_connected_account",
      "cannot_create_new_account_rejected",
    ].map((code): [string, string, object, RegExp] => [`ST-5 ${code}`, "platform_not_ready", { code }, SETUP]),
    ...[
      "capability_not_available_in_country",
      "capability_not_available_in_platform_country",
      "cross_border_connected_account_creation_not_allowed",
    ].map((code): [string, string, object, RegExp] => [`ST-5 ${code}`, "country_unsupported", { code }, COUNTRY]),
    [
      "ST-5 a platform whose pages Stripe does not know",
      "platform_not_ready",
      {
        message:
          "You cannot create livemode account sessions or account links until you have supplied URLs at https://dashboard.stripe.com/settings/connect/site-links for notification banner, account management, payouts, payments, and balance. planted",
      },
      /fill in dashboard\.stripe\.com\/settings\/connect\/site-links/,
    ],
    [
      "ST-5 the set-up by its code, whatever the status",
      "platform_not_ready",
      { ...UNREGISTERED, statusCode: 403 },
      SETUP,
    ],
    [
      "ST-5 transfers alone, for the country",
      "platform_not_ready",
      {
        message:
          "You cannot request the `transfers` capability without the `card_payments` capability for accounts in US. planted",
      },
      /request both in `accountParams`/,
    ],
    [
      "ST-5 transfers alone, for the platform",
      "platform_not_ready",
      {
        message:
          "Your platform needs approval for accounts to have requested the `transfers` capability without the `card_payments` capability. planted",
      },
      /ask Stripe for approval/,
    ],
    [
      "ST-5 card payments alone",
      "platform_not_ready",
      {
        message: "You requested the `card_payments` capability without the `transfers` capability. planted",
      },
      /request both in `accountParams`/,
    ],
    [
      "ST-5 a country with an accent and an apostrophe",
      "country_unsupported",
      { message: "Accounts in Côte d'Ivoire cannot be created by platforms in US. planted" },
      COUNTRY,
    ],
    ...["parameter_missing", "parameter_unknown", "parameter_invalid_empty"].flatMap((code) =>
      ["country", "identity.country"].map((param): [string, string, object, RegExp] => [
        `ST-5 ${code} of ${param}`,
        "platform_not_ready",
        { code, param },
        /Stripe refused the request/,
      ]),
    ),
    [
      "ST-6 a token that does not exist",
      "platform_not_ready",
      { code: "resource_missing", param: "external_account" },
      /does not have what the request names in `external_account`/,
    ],
    ["ST-6 the account itself", "conflict", { code: "resource_missing", param: "account" }, /no such account/],
    ["ST-6 the account itself, unnamed", "conflict", { code: "resource_missing" }, /no such account/],
  ])("%s is %s", (_name, code, fields, says) => {
    const fault = toStripeFault({ statusCode: 400, rawType: "invalid_request_error", message: "planted", ...fields });
    expect(fault).toMatchObject({ code, message: expect.stringMatching(says) });
    expect(fault.message).not.toContain("planted");
  });
});

test("AT-P3 a message of Stripe's of half a megabyte is read in no time", () => {
  for (const piece of ["responsibilit", "responsibilities ", "platform ", "signed up for "]) {
    const began = performance.now();
    const cause = { statusCode: 400, rawType: "invalid_request_error", message: piece.repeat(520_000 / piece.length) };
    expect(toStripeFault(cause).code).toBe("platform_not_ready");
    expect(performance.now() - began).toBeLessThan(500);
  }
});

test("E11 E19 every call of Stripe is given fifteen seconds, and what is not answered in them is a typed 503", async () => {
  const simulator = createStripeSimulator();
  const fetchClient = Stripe.createFetchHttpClient(simulator.fetch.bind(simulator));
  const given: [call: string, ms: number][] = [];
  let isHanging = false;
  const ask: typeof fetchClient.makeRequest = (...request) => {
    given.push([`${request[3]} ${request[2]}`, request[7]]);
    return isHanging ? Promise.reject(Stripe.HttpClient.makeTimeoutError()) : fetchClient.makeRequest(...request);
  };
  const httpClient = Object.assign(Object.create(fetchClient) as typeof fetchClient, { makeRequest: ask });
  const stripe = new Stripe(simulator.secretKey, { httpClient, timeout: 80_000, maxNetworkRetries: 9 });
  Object.assign(stripe, { getInitialNetworkRetryDelay: () => 0.001, getMaxNetworkRetryDelay: () => 0.001 });
  const { connected, post } = await startBackEnd({ simulator, options: { stripe } });
  await connected();
  await post("/connection/account-session", { purpose: "management" });
  const { generation } = (await post("/connection/disconnect-preview")).body;
  await post("/connection/disconnect", { generation });
  expect(given.length).toBeGreaterThan(6);
  expect(given.filter(([, ms]) => ms !== 15_000)).toEqual([]);
  isHanging = true;
  given.length = 0;
  const failed = await post("/connection");
  expect([failed.status, failed.body["code"], failed.body["retryable"]]).toEqual([503, "stripe_unavailable", true]);
  expect(given).toHaveLength(RETRIES);
  isHanging = false;
  expect((await post("/connection")).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
  expect(simulator.accounts()).toHaveLength(1);
  await simulator.close();
});

test("E9 the answer of the creation is lost: the next connect finds the same account again", async () => {
  const { simulator, post } = await startBackEnd({ webhooks: false });
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const response = await answer(input, init);
    if (new Request(input, init).url.endsWith("/v1/accounts")) throw new TypeError("socket hang up");
    return response;
  };
  expect((await post("/connection")).body["code"]).toBe("stripe_unavailable");
  expect(simulator.accounts()).toHaveLength(1);
  simulator.fetch = answer;
  const connected = await post("/connection");
  expect(connected.body["account"]).toMatchObject({ id: simulator.accounts()[0]?.["id"] });
  expect(simulator.accounts()).toHaveLength(1);
});

/** A connect whose account is made and can't be kept; `mend` brings the store back. */
async function storeFailsAfterCreation(webhooks: boolean) {
  const backEnd = await startBackEnd({ webhooks });
  const { simulator, store, post } = backEnd;
  const commit = store.commitAccount.bind(store);
  store.commitAccount = () => Promise.reject(new Error("connection refused"));
  await simulator.holdWebhooks();
  expect((await post("/connection")).body["code"]).toBe("store_unavailable");
  expect(simulator.accounts()).toHaveLength(1);
  return { ...backEnd, id: simulator.accounts()[0]?.["id"], mend: () => void (store.commitAccount = commit) };
}

describe("E9 the store fails right after the creation: there is one account", () => {
  test("the next connect finds it again", async () => {
    const { simulator, post, mend, id } = await storeFailsAfterCreation(false);
    mend();
    expect((await post("/connection")).body["account"]).toMatchObject({ id });
    expect(simulator.accounts()).toHaveLength(1);
  });

  test("its own event brings it", async () => {
    const { simulator, settled, get, post, mend, id } = await storeFailsAfterCreation(true);
    mend();
    await simulator.releaseWebhooks();
    await settled();
    expect((await get("/connection")).body).toMatchObject({ status: "in_progress", account: { id } });
    expect((await post("/connection")).body["account"]).toMatchObject({ id });
    expect(simulator.accounts()).toHaveLength(1);
  });
});

test("E10 the owner of a claim died: reconcile goes on with its parameters", async () => {
  const { simulator, store, handler, get } = await startBackEnd({
    webhooks: false,
    options: { countries: ["DE", "FR"] },
  });
  const params = { country: "FR", capabilities: { transfers: { requested: true } } };
  await store.claim({ tenant: "org_ada", mode: "test", claimId: "c1", params, startedBy: "bob", leaseMs: 1_000 });
  expect((await get("/connection")).body).toMatchObject({ status: "connecting", reason: "creating", startedBy: "bob" });
  expect(await handler.reconcile()).toEqual({ checked: 0, failed: 0 });
  await simulator.clock.advance("2s");
  expect(await handler.reconcile()).toEqual({ checked: 1, failed: 0 });
  expect(simulator.accounts()).toHaveLength(1);
  expect(simulator.accounts()[0]).toMatchObject({ country: "FR" });
});

test("E12 the key was used with other parameters: a new one is tried, no dead end", async () => {
  const { simulator, post, metrics } = await startBackEnd({ webhooks: false });
  simulator.fail({ on: "accounts.create", with: { status: 400, type: "idempotency_error", message: "planted" } });
  expect((await post("/connection")).body).toMatchObject({ status: "connecting" });
  expect(simulator.accounts()).toHaveLength(1);
  expect(metrics).toContainEqual({ name: "connect_failed", labels: { mode: "test", kind: "key_reused" } });
});

test("E13 an account that is gone at Stripe reads as removed, and connecting again makes a new one", async () => {
  const { simulator, connected, post } = await startBackEnd({ webhooks: false });
  const id = await connected();
  await simulator.removeAccount(id);
  expect((await post("/connection/account-session", { purpose: "onboarding" })).body["code"]).toBe("conflict");
  expect((await post("/connection/refresh")).body).toMatchObject({
    status: "not_connected",
    reason: "deleted",
    disconnectedWhy: "removed_at_stripe",
    can: { connect: true },
  });
  const again = await post("/connection");
  expect(again.body["account"]).not.toMatchObject({ id });
});

test.each([
  ["no access any more", { status: 403, code: "account_invalid", type: "invalid_request_error" }],
  ["no such account", { status: 404, code: "resource_missing", type: "invalid_request_error" }],
])("E13 %s: not connected, with the reason, and a reconnect is allowed", async (_name, fault) => {
  const { simulator, connected, post, get } = await startBackEnd({ webhooks: false });
  await connected();
  simulator.fail({ on: "accounts.retrieve", with: fault });
  await post("/connection/refresh");
  expect((await get("/connection")).body).toMatchObject({
    status: "not_connected",
    reason: "deleted",
    disconnectedWhy: "removed_at_stripe",
    can: { connect: true },
  });
  expect((await post("/connection")).body).toMatchObject({ status: "connecting" });
});

describe("E14 a deletion that is refused leaves everything as it was", () => {
  test("money on the account blocks before Stripe is asked, in every currency", async () => {
    const { simulator, connected, post, get, calls } = await startBackEnd();
    const id = await connected();
    await simulator.setBalance(id, { available: -5, currency: "eur" });
    await simulator.setBalance(id, { pending: 300, currency: "usd" });
    const { body: preview } = await post("/connection/disconnect-preview");
    expect(preview["blockers"]).toEqual([
      { kind: "balance", balance: "available", amount: -5, currency: "eur" },
      { kind: "balance", balance: "pending", amount: 300, currency: "usd" },
    ]);
    const refused = await post("/connection/disconnect", { generation: preview["generation"] });
    expect([refused.status, refused.body["code"]]).toEqual([409, "disconnect_blocked"]);
    expect(calls.some((call) => call.startsWith("DELETE"))).toBe(false);
    expect((await get("/connection")).body).toMatchObject({ status: "connected", can: { disconnect: true } });
  });

  test("Stripe's own refusal restores the connection and says that it stays", async () => {
    const { simulator, connected, post, get } = await startBackEnd();
    await connected();
    const { generation } = (await post("/connection/disconnect-preview")).body;
    simulator.fail({ on: "accounts.del", with: { status: 400, type: "invalid_request_error", message: "planted" } });
    const refused = await post("/connection/disconnect", { generation });
    expect([refused.status, refused.body["code"]]).toEqual([409, "disconnect_blocked"]);
    expect(refused.body["title"]).toMatch(/stays connected/);
    expect(refused.text).not.toContain("planted");
    expect((await get("/connection")).body).toMatchObject({ status: "connected", can: { disconnect: true } });
    expect((await post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
  });

  test("what Stripe told while it was being disconnected is not lost", async () => {
    const { simulator, connected, post, get, settled } = await startBackEnd();
    const id = await connected();
    const { generation } = (await post("/connection/disconnect-preview")).body;
    const answer = simulator.fetch.bind(simulator);
    simulator.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== "DELETE") return answer(request);
      simulator.fetch = answer;
      simulator.fail({ on: "accounts.del", with: { status: 400, type: "invalid_request_error" } });
      await simulator.pausePayouts(id);
      await simulator.idle();
      return answer(request);
    };
    expect((await post("/connection/disconnect", { generation })).body["code"]).toBe("disconnect_blocked");
    await settled();
    expect((await get("/connection")).body).toMatchObject({ status: "error", payouts: "paused" });
  });

  test("the host's own checks block, and a host that detaches keeps the account at Stripe", async () => {
    let blockers = ["Cancel your 3 subscriptions first."];
    const { simulator, connected, post } = await startBackEnd({
      options: { disconnectPolicy: "detach", disconnectChecks: () => ({ blockers, warnings: ["Invoices stop."] }) },
    });
    const id = await connected();
    await simulator.setBalance(id, { available: 5 });
    const { body } = await post("/connection/disconnect-preview");
    expect(body).toMatchObject({
      policy: "detach",
      blockers: [{ kind: "host", text: "Cancel your 3 subscriptions first." }],
      warnings: [
        { kind: "balance", amount: 5 },
        { kind: "host", text: "Invoices stop." },
      ],
    });
    const { generation } = body;
    expect((await post("/connection/disconnect", { generation })).body["code"]).toBe("disconnect_blocked");
    blockers = [];
    expect((await post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
    expect(simulator.accounts()).toHaveLength(1);
  });
});

describe("E15 a disconnect that is interrupted ends", () => {
  test.each<[string, (backEnd: BackEnd, generation: unknown) => Promise<unknown>]>([
    ["the same request again", ({ post }, generation) => post("/connection/disconnect", { generation })],
    ["whoever checks the status", ({ post }) => post("/connection/refresh")],
    ["reconcile", ({ handler }) => handler.reconcile()],
  ])("the store fails after the deletion: %s finishes it", async (_name, goOn) => {
    const backEnd = await startBackEnd({ webhooks: false });
    const { simulator, store, handler, post, get } = backEnd;
    await backEnd.connected();
    const { generation } = (await post("/connection/disconnect-preview")).body;
    const finish = store.finishDisconnect.bind(store);
    store.finishDisconnect = () => Promise.reject(new Error("connection refused"));
    expect((await post("/connection/disconnect", { generation })).status).toBe(503);
    expect(simulator.accounts()).toHaveLength(0);
    const between = (await get("/connection")).body;
    expect(between).toMatchObject({ status: "connected", ready: false, can: { disconnect: "busy" } });
    store.finishDisconnect = finish;
    // Nobody knows yet that nobody is at it.
    const early = await post("/connection/disconnect", { generation });
    expect([early.status, early.body["code"]]).toEqual([409, "in_progress"]);
    expect((await post("/connection/refresh")).body).toMatchObject({
      status: "connected",
      can: { disconnect: "busy" },
    });
    expect(await handler.reconcile()).toEqual({ checked: 0, failed: 0 });
    await simulator.clock.advance("2m");
    const late = (await get("/connection")).body;
    expect(late).toMatchObject({ status: "connected", ready: false, can: { disconnect: true, update: "busy" } });
    await goOn(backEnd, generation);
    expect((await get("/connection")).body).toMatchObject({ status: "not_connected", disconnectedWhy: "user" });
  });

  test("the answer of the deletion is lost: Stripe is asked, and the disconnect is done", async () => {
    const { simulator, connected, post } = await startBackEnd({ webhooks: false });
    await connected();
    const { generation } = (await post("/connection/disconnect-preview")).body;
    simulator.fail({ on: "accounts.del", with: "lost_answer" });
    simulator.fail({ on: "accounts.del", with: "reset", times: RETRIES - 1 });
    expect((await post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
  });

  test("Stripe was not reached: the account is there, and so is the connection", async () => {
    const { simulator, connected, post, get } = await startBackEnd({ webhooks: false });
    await connected();
    const { generation } = (await post("/connection/disconnect-preview")).body;
    simulator.fail({ on: "accounts.del", with: "reset", times: RETRIES });
    const failed = await post("/connection/disconnect", { generation });
    expect([failed.status, failed.body["code"], failed.body["retryable"]]).toEqual([503, "stripe_unavailable", true]);
    expect((await get("/connection")).body).toMatchObject({ status: "connected", can: { disconnect: true } });
  });

  test("an account that is gone already disconnects cleanly", async () => {
    const { simulator, connected, post } = await startBackEnd({ webhooks: false });
    await simulator.removeAccount(await connected());
    const preview = (await post("/connection/disconnect-preview")).body;
    expect(preview["blockers"]).toEqual([]);
    const { generation } = preview;
    expect((await post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
    expect((await post("/connection/disconnect", { generation })).status).toBe(200);
  });
});

test("E16 a disconnect names the account that was shown: another generation is a conflict", async () => {
  const { connected, post, get } = await startBackEnd();
  await connected();
  const { generation } = (await post("/connection/disconnect-preview")).body;
  await post("/connection/disconnect", { generation });
  await connected();
  const stale = await post("/connection/disconnect", { generation });
  expect([stale.status, stale.body["code"]]).toEqual([409, "conflict"]);
  expect((await get("/connection")).body).toMatchObject({ status: "connected" });
});

test("E16 while an account is being deleted neither a connect nor an event brings it back, and then a new one is made", async () => {
  const { simulator, connected, post, get, settled } = await startBackEnd();
  const id = await connected();
  const { generation } = (await post("/connection/disconnect-preview")).body;
  const answer = simulator.fetch.bind(simulator);
  const meanwhile: unknown[] = [];
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.method === "DELETE") {
      simulator.fetch = answer;
      await simulator.pausePayouts(id);
      await simulator.idle();
      const refused = await post("/connection");
      const again = await post("/connection/disconnect", { generation });
      const { body } = await get("/connection");
      meanwhile.push(
        refused.body["code"],
        again.body["code"],
        body["ready"],
        simulator.webhookAttempts().at(-1)?.status,
      );
    }
    return answer(request);
  };
  expect((await post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
  expect(meanwhile).toEqual(["in_progress", "in_progress", false, 200]);
  await settled();
  expect((await get("/connection")).body).toMatchObject({ status: "not_connected", disconnectedWhy: "user" });
  const next = (await post("/connection")).body;
  expect(Number(next["generation"])).toBeGreaterThan(Number(generation));
  expect(next["account"]).not.toMatchObject({ id });
});

test("E17 no session for what can't be set up: one answer, whatever the reason", async () => {
  const { simulator, connected, post, calls } = await startBackEnd();
  const never = await post("/connection/account-session", { purpose: "onboarding" }, { authorization: "bob" });
  const id = await connected();
  await simulator.reject(id);
  await simulator.idle();
  const before = calls.length;
  const rejected = await post("/connection/account-session", { purpose: "onboarding" });
  const { generation } = (await post("/connection/disconnect-preview")).body;
  await post("/connection/disconnect", { generation });
  const ended = await post("/connection/account-session", { purpose: "onboarding" });
  const said = [never, rejected, ended].map(({ status, body }) => ({ status, ...body, requestId: "" }));
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
  expect(said[0]).toMatchObject({ status: 409, code: "conflict" });
  expect(calls.slice(before)).not.toContain("POST /v1/account_sessions");
});

test("E18 a session is for what its purpose needs, and nothing in the request widens it", async () => {
  const { connected, post, simulator, calls } = await startBackEnd();
  await connected();
  const bodies: string[] = [];
  const fetchOf = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    bodies.push(await request.clone().text());
    return fetchOf(request);
  };
  for (const purpose of ["onboarding", "management"]) {
    const answer = await post("/connection/account-session", { purpose });
    expect(Object.keys(answer.body).toSorted()).toEqual(["clientSecret", "expiresAt", "protocol", "publishableKey"]);
  }
  expect(calls.filter((call) => call === "POST /v1/account_sessions")).toHaveLength(2);
  const components = bodies.map((body) => [...new URLSearchParams(body).keys()].filter((key) => key !== "account"));
  expect(components).toEqual([
    ["components[account_onboarding][enabled]"],
    ["components[account_management][enabled]", "components[notification_banner][enabled]"],
  ]);
  for (const more of [
    { purpose: "payments" },
    { purpose: "onboarding", components: { payments: { enabled: true } } },
    { purpose: "onboarding", features: { disable_stripe_user_authentication: true } },
    { purpose: "onboarding", disable_stripe_user_authentication: true },
    { purpose: "onboarding", disableStripeUserAuthentication: true },
  ]) {
    expect((await post("/connection/account-session", more)).status).toBe(400);
  }
});

test("E19 sessions and refreshes are limited for each tenant, and the wait is told", async () => {
  const { connected, post } = await startBackEnd();
  await connected();
  await connected("bob");
  for (const [path, body] of [
    ["/connection/account-session", { purpose: "onboarding" }],
    ["/connection/refresh", {}],
  ] as const) {
    const answers = [];
    for (let turn = 0; turn < 11; turn += 1) answers.push(await post(path, body));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
    const last = answers.at(-1);
    expect(last?.body["code"]).toBe("rate_limited");
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await post(path, body, { authorization: "bob" })).status).toBe(200);
  }
});

test("E19 nobody makes and ends accounts without end", async () => {
  const { post, connected, calls, simulator } = await startBackEnd({ webhooks: false });
  await connected();
  const { generation } = (await post("/connection/disconnect-preview")).body;
  const ends = [];
  for (let turn = 0; turn < 11; turn += 1) ends.push(await post("/connection/disconnect", { generation }));
  expect(ends.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
  simulator.fail({ on: "accounts.create", with: { status: 400 }, times: 100 });
  const answers = await Promise.all(Array.from({ length: 40 }, () => post("/connection")));
  expect(answers.filter(({ body }) => body["code"] === "rate_limited").length).toBeGreaterThanOrEqual(10);
  expect(calls.filter((call) => call === "POST /v1/accounts").length).toBeLessThanOrEqual(31);
});

test("a hosted link is for accounts that Stripe grants one, and for no other", async () => {
  const embedded = await startBackEnd();
  await embedded.connected();
  const refused = await embedded.post("/connection/onboarding-link");
  expect([refused.status, refused.body["code"]]).toEqual([409, "hosted_unavailable"]);
  expect((await embedded.get("/connection")).body["can"]).toMatchObject({
    hosted: "unsupported",
    dashboard: "unsupported",
  });

  const simulator = createStripeSimulator();
  const hosted = await startBackEnd({
    simulator,
    options: {
      returnUrl: "https://app.example.com/settings/billing",
      accountParams: () => ({
        controller: { stripe_dashboard: { type: "express" } },
        capabilities: { transfers: { requested: true } },
      }),
    },
  });
  await hosted.post("/connection");
  await hosted.settled();
  const link = await hosted.post("/connection/onboarding-link");
  expect(link.body["url"]).toMatch(/^https:\/\/connect\.stripe\.com\/setup\//);
  await simulator.close();
});

test("countries are the host's: another one is refused before Stripe is asked", async () => {
  const { post, get, calls, simulator } = await startBackEnd({ options: { countries: ["DE", "US"] } });
  expect((await get("/connection")).body["countries"]).toEqual(["DE", "US"]);
  for (const body of [{ country: "FR" }, {}]) {
    expect((await post("/connection", body)).body["code"]).toBe("country_unsupported");
  }
  expect(calls).toEqual([]);
  await post("/connection", { country: "DE", businessType: "individual" });
  expect(simulator.accounts()[0]).toMatchObject({ country: "DE", business_type: "individual" });
});
