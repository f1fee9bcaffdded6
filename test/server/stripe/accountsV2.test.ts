import pg from "pg";
import Stripe from "stripe";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { readConnection } from "../../../src/core/protocol.js";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { withAccountsV2 } from "../../../src/server/stripe/accountsV2.js";
import { createStripeGateway } from "../../../src/server/stripe/stripeGateway.js";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { createStripeSimulator } from "../../../src/simulator/index.js";
import type { ConnectionStore } from "react-stripe-connection/server";
import { type BackEnd, type BackEndOptions, SECRET, startBackEnd } from "../support/backEnd.js";
import { wholeBurst } from "../support/wholeBurst.js";

const V2 = {
  accounts: "v2",
  countries: ["US", "DE"],
  accountParams: () => ({ contact_email: "jenny.rosen@example.com" }),
} as const satisfies BackEndOptions["options"];

/** A back end whose accounts are v2's, and which hears of them by thin events alone. */
async function startV2({ options, ...given }: BackEndOptions = {}): Promise<BackEnd> {
  const backEnd = await startBackEnd({ ...given, webhooks: false, options: { ...V2, ...options } });
  const url = `${backEnd.url}/webhooks`;
  if (given.webhooks !== false) onTestFinished(backEnd.simulator.deliverWebhooksTo(url, SECRET, { payload: "thin" }));
  return backEnd;
}

const connect = ({ post }: BackEnd) => post("/connection", { country: "US" });
const connectionOf = async ({ get }: BackEnd) => readConnection((await get("/connection")).body);
const disconnect = async ({ post }: BackEnd) => {
  const preview = await post("/connection/disconnect-preview");
  return post("/connection/disconnect", { generation: preview.body["generation"] });
};

/** In a schema of its own. */
async function postgresStore(): Promise<ConnectionStore> {
  const connectionString = inject("postgresUrl");
  const schema = `v2_${crypto.randomUUID().replaceAll("-", "")}`;
  const pool = new pg.Pool({ connectionString, options: `-c search_path=${schema}`, max: 5 });
  await pool.query(`create schema ${schema}`);
  onTestFinished(async () => {
    await pool.query(`drop schema ${schema} cascade`);
    await pool.end();
  });
  return createPostgresStore({ query: (text, params) => pool.query(text, params) });
}

test("E11 names are read of a hundred persons, however many pages Stripe has", async () => {
  let pages = 0;
  const ask = () => {
    pages += 1;
    if (pages > 10) throw new Error("asked on and on");
    const data = Array.from({ length: 20 }, (_, index) => ({ id: `person_${pages}_${index}` }));
    const next_page_url = "/v2/core/accounts/acct_1/persons?limit=20&page=next";
    return Promise.resolve(Response.json({ data, next_page_url, previous_page_url: null }));
  };
  const stripe = new Stripe("sk_test_none", {
    httpClient: Stripe.createFetchHttpClient(ask),
    maxNetworkRetries: 0,
  });
  const persons = await withAccountsV2(createStripeGateway(stripe), stripe).listPersons("acct_1");
  expect([persons.length, pages]).toEqual([100, 5]);
});

describe.each<[string, () => Promise<ConnectionStore | null>]>([
  ["in memory", () => Promise.resolve(null)],
  ["on PostgreSQL", postgresStore],
])("accounts v2 %s", (_name, makeStore) => {
  test("from not connected to connected and back, told by thin events, closed with all configurations", async () => {
    const store = await makeStore();
    const backEnd = await startV2(store ? { store } : {});
    const { simulator, post, calls, settled, stripe } = backEnd;
    expect((await connect(backEnd)).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
    await settled();
    const begun = await connectionOf(backEnd);
    expect(begun).toMatchObject({ status: "in_progress", reason: "details_not_submitted", simulated: true });
    expect(begun.account).toMatchObject({ country: "US", defaultCurrency: "usd" });
    expect((await post("/connection/account-session", { purpose: "onboarding" })).status).toBe(200);

    const id = begun.account?.id ?? "";
    await simulator.run("connected", id);
    await settled();
    const connected = await connectionOf(backEnd);
    expect(connected).toMatchObject({ status: "connected", reason: "ok", payments: "active", payouts: "active" });
    expect(connected.account?.displayName).toBe("Furever Software LLC");

    expect((await disconnect(backEnd)).body).toMatchObject({ status: "not_connected", disconnectedWhy: "user" });
    expect((await stripe.v2.core.accounts.retrieve(id)).closed).toBe(true);
    expect(calls.filter((call) => call.endsWith("/close"))).toHaveLength(1);
    expect(calls.some((call) => call.startsWith("DELETE"))).toBe(false);
    await settled();
    const again = await connect(backEnd);
    expect(again.body["account"]).not.toMatchObject({ id });
  });
});

test("E9 the answers of the creation are lost: the next connect asks with the same key, and there is one account", async () => {
  const backEnd = await startV2();
  const { simulator, settled } = backEnd;
  const keys: (string | null)[] = [];
  const answer = simulator.fetch.bind(simulator);
  let isLost = true;
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isCreation = request.method === "POST" && request.url.endsWith("/v2/core/accounts");
    if (isCreation) keys.push(request.headers.get("idempotency-key"));
    const response = await answer(request);
    if (isCreation && isLost) throw new TypeError("socket hang up");
    return response;
  };
  expect((await connect(backEnd)).body["code"]).toBe("stripe_unavailable");
  isLost = false;
  await connect(backEnd);
  await settled();
  expect(simulator.accounts()).toHaveLength(1);
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
  expect(await connectionOf(backEnd)).toMatchObject({ status: "in_progress" });
});

describe("E9 the answer was lost, and Stripe has forgotten the key since: the account is found", () => {
  type Lists = { v1?: "has none" | "is refused"; v2?: "oldest first" };

  /** The account is made and lost, more of them come than a page holds, and nobody asks for two days. */
  async function lost({ v1, v2 }: Lists = {}, after = 45) {
    const backEnd = await startV2({ webhooks: false });
    const { simulator, calls, stripe, handler } = backEnd;
    const versions = new Set<string | null>();
    const answer = simulator.fetch.bind(simulator);
    let isLost = true;
    simulator.fetch = async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const listed = request.method === "GET" ? pathname : null;
      if (request.method === "GET") versions.add(request.headers.get("stripe-version"));
      if (listed === "/v1/accounts" && v1 === "is refused") {
        return Response.json({ error: { type: "invalid_request_error", message: "planted" } }, { status: 403 });
      }
      if (listed === "/v1/accounts" && v1 === "has none") {
        return Response.json({ object: "list", data: [], has_more: false, url: "/v1/accounts" });
      }
      if (listed === "/v2/core/accounts" && v2 === "oldest first") {
        // The pages of a list that is the other way round.
        const accounts: object[] = [];
        for (let page: string | null = `${pathname}?limit=20`; page !== null; ) {
          const answered = await answer(new Request(new URL(page, request.url), request));
          const listedPage = (await answered.json()) as { data: object[]; next_page_url: string | null };
          accounts.unshift(...listedPage.data.toReversed());
          page = listedPage.next_page_url;
        }
        const at = Number(/page=at_(\d+)/.exec(search)?.[1] ?? 0);
        const next_page_url = at + 20 < accounts.length ? `${pathname}?limit=20&page=at_${at + 20}` : null;
        return Response.json({ data: accounts.slice(at, at + 20), next_page_url, previous_page_url: null });
      }
      const response = await answer(request);
      if (request.method === "POST" && pathname === "/v2/core/accounts" && isLost)
        throw new TypeError("socket hang up");
      return response;
    };
    const make = async (count: number) => {
      for (let one = 0; one < count; one += 1) {
        await stripe.v2.core.accounts.create({ contact_email: "else@example.com", identity: { country: "us" } });
      }
    };
    isLost = false;
    await make(25);
    await simulator.clock.advance("30d");
    isLost = true;
    expect((await connect(backEnd)).body["code"]).toBe("stripe_unavailable");
    const id = simulator.accounts()[0]?.["id"];
    isLost = false;
    await make(after);
    await simulator.clock.advance("2d");
    calls.length = 0;
    const account = async () => (await connect(backEnd), (await handler.getConnection("org_ada")).account);
    const pages = () => calls.filter((call) => call === "GET /v2/core/accounts").length;
    return { ...backEnd, id, account, pages, versions };
  }

  test("where v1's list has it, without a look at v2's", async () => {
    const { id, account, pages } = await lost({}, 0);
    expect(await account()).toMatchObject({ id });
    expect(pages()).toBe(0);
  });

  test.each<[string, Lists, pages: number]>([
    ["only v2's list has it, on its third page", { v1: "has none" }, 3],
    ["v1's list may not be asked", { v1: "is refused" }, 3],
    ["v2's list begins with the oldest", { v1: "has none", v2: "oldest first" }, 2],
  ])("where %s", async (_name, lists, asked) => {
    const { id, account, calls, pages, versions, simulator } = await lost(lists);
    const before = simulator.accounts().length;
    expect(await account()).toMatchObject({ id });
    expect(pages()).toBe(asked);
    expect(calls).not.toContain("POST /v2/core/accounts");
    expect(simulator.accounts()).toHaveLength(before);
    expect([...versions]).toEqual(["2026-10-28.endive"]);
  });

  test("and where there is none, what is older than the claim is not gone through", async () => {
    const backEnd = await startV2({ webhooks: false });
    const { simulator, stripe, calls, post } = backEnd;
    for (let one = 0; one < 90; one += 1) {
      await stripe.v2.core.accounts.create({ contact_email: "else@example.com", identity: { country: "us" } });
      if (one % 30 === 0) await simulator.clock.advance("1d");
    }
    await simulator.clock.advance("30d");
    simulator.fail({ on: "v2.core.accounts.create", with: "reset", times: 3 });
    await post("/connection", { country: "US" });
    await simulator.clock.advance("2d");
    calls.length = 0;
    expect((await connect(backEnd)).body).toMatchObject({ reason: "awaiting_snapshot" });
    // One page of older ones and what it takes to see the order, of five.
    expect(calls.filter((call) => call === "GET /v2/core/accounts").length).toBeLessThan(4);
    expect(calls.filter((call) => call === "POST /v2/core/accounts")).toHaveLength(1);
  });
});

describe("closing", () => {
  async function connected(given: BackEndOptions = {}) {
    const backEnd = await startV2(given);
    await connect(backEnd);
    await backEnd.settled();
    const id = (await connectionOf(backEnd)).account?.id ?? "";
    await backEnd.simulator.run("connected", id);
    await backEnd.settled();
    return { ...backEnd, id };
  }

  test("E14 is refused by Stripe: the connection is back as it was, and says why", async () => {
    const backEnd = await connected();
    backEnd.simulator.fail({
      on: "v2.core.accounts.close",
      with: { status: 400, code: "stripe_loss_liable_cannot_be_deleted" },
    });
    const refused = await disconnect(backEnd);
    expect([refused.status, refused.body["code"]]).toEqual([409, "disconnect_blocked"]);
    expect(await connectionOf(backEnd)).toMatchObject({ status: "connected", account: { id: backEnd.id } });
    expect((await disconnect(backEnd)).body).toMatchObject({ status: "not_connected" });
  });

  /** Stripe closes it, and no answer to `lost` ever arrives, until the result is called. */
  function loseAnswers({ simulator }: BackEnd, lost: (request: Request) => boolean) {
    const answer = simulator.fetch.bind(simulator);
    simulator.fetch = async (input, init) => {
      const request = new Request(input, init);
      const response = await answer(request);
      if (lost(request)) throw new TypeError("socket hang up");
      return response;
    };
    return () => void (simulator.fetch = answer);
  }

  test("goes through and its answers are lost: it is read as closed, and done", async () => {
    const backEnd = await connected();
    loseAnswers(backEnd, ({ url }) => url.endsWith("/close"));
    expect((await disconnect(backEnd)).body).toMatchObject({ status: "not_connected", disconnectedWhy: "user" });
  });

  test("goes through and Stripe can't be asked any more: the next run finds it closed, and closes it once", async () => {
    const backEnd = await connected({ options: { runtime: { disconnectLease: 0 } } });
    let isClosed = false;
    const mend = loseAnswers(backEnd, ({ url }) => (isClosed ||= url.endsWith("/close")));
    expect((await disconnect(backEnd)).status).toBe(503);
    mend();
    const closes = () => backEnd.calls.filter((call) => call.endsWith("/close")).length;
    const before = closes();
    await backEnd.handler.reconcile();
    expect(await connectionOf(backEnd)).toMatchObject({ status: "not_connected", disconnectedWhy: "user" });
    expect(closes()).toBe(before);
  });

  test("E13 at Stripe, by somebody else, is a removal at Stripe", async () => {
    const backEnd = await connected();
    const applied_configurations: Stripe.V2.Core.AccountCloseParams["applied_configurations"] = [
      "merchant",
      "recipient",
    ];
    await backEnd.stripe.v2.core.accounts.close(backEnd.id, { applied_configurations });
    await backEnd.settled();
    expect(await connectionOf(backEnd)).toMatchObject({
      status: "not_connected",
      reason: "closed",
      disconnectedWhy: "removed_at_stripe",
    });
  });

  test("E13 the account left the platform: nobody tells v2, the next look finds out", async () => {
    const backEnd = await connected();
    await backEnd.simulator.removeAccount(backEnd.id);
    await backEnd.settled();
    await backEnd.post("/connection/refresh");
    expect(await connectionOf(backEnd)).toMatchObject({
      status: "not_connected",
      disconnectedWhy: "removed_at_stripe",
    });
  });

  test("an account that v1 made is read and deleted as v1 does", async () => {
    const backEnd = await startV2();
    const { id } = await backEnd.stripe.accounts.create({ country: "US", type: "express" });
    await backEnd.handler.importConnection("org_ada", id);
    await backEnd.settled();
    expect(await connectionOf(backEnd)).toMatchObject({ status: "in_progress", account: { id } });
    expect((await disconnect(backEnd)).body).toMatchObject({ status: "not_connected" });
    expect(backEnd.calls).toContain(`DELETE /v1/accounts/${id}`);
  });
});

describe("thin events", () => {
  /** Signs a body as Stripe does and sends it. */
  async function deliver(backEnd: BackEnd, event: object, secret = SECRET) {
    const body = JSON.stringify(event);
    const header = backEnd.stripe.webhooks.generateTestHeaderString({ payload: body, secret });
    const headers = { "content-type": "application/json", "stripe-signature": header };
    return backEnd.send("/webhooks", { method: "POST", headers, body });
  }
  const thin = (change: object = {}) => ({
    id: "evt_test_65Unknown",
    object: "v2.core.event",
    created: new Date().toISOString(),
    livemode: false,
    type: "v2.core.account[requirements].updated",
    related_object: { id: "acct_1Unknown", type: "v2.core.account", url: "/v2/core/accounts/acct_1Unknown" },
    ...change,
  });
  const systemTime = { runtime: { now: () => Date.now() } };

  test("G9 about an account that nobody knows is taken and counted, and reads nothing", async () => {
    const backEnd = await startV2({ webhooks: false, options: systemTime });
    expect((await deliver(backEnd, thin())).status).toBe(200);
    expect(backEnd.metrics).toContainEqual({
      name: "event_ignored",
      labels: expect.objectContaining({ why: "unknown_account" }),
    });
    expect(backEnd.calls).toEqual([]);
  });

  test("G9 with another secret, or of the other mode, change nothing", async () => {
    const backEnd = await startV2({ webhooks: false, options: systemTime });
    expect((await deliver(backEnd, thin(), "whsec_somebodyElse")).status).toBe(400);
    expect((await deliver(backEnd, thin({ livemode: true }))).status).toBe(200);
    expect(backEnd.metrics).toContainEqual({
      name: "event_ignored",
      labels: expect.objectContaining({ why: "mode" }),
    });
  });

  test("G9 about a person, and twice: the account is read, and once", async () => {
    const backEnd = await startV2({ webhooks: false, options: systemTime });
    await connect(backEnd);
    await backEnd.settled();
    const id = (await connectionOf(backEnd)).account?.id ?? "";
    await backEnd.simulator.run("connected", id);
    const reads = () => backEnd.calls.filter((call) => call === `GET /v2/core/accounts/${id}`).length;
    const before = reads();
    const event = thin({
      type: "v2.core.account_person.updated",
      related_object: {
        id: "person_1Somebody",
        type: "v2.core.account_person",
        url: `/v2/core/accounts/${id}/persons/person_1Somebody`,
      },
    });
    await deliver(backEnd, event);
    await deliver(backEnd, event);
    expect(reads() - before).toBe(1);
    expect(await connectionOf(backEnd)).toMatchObject({ status: "connected", lastEventId: "evt_test_65Unknown" });
  });

  test("G17 thirty events of both kinds in a burst cost at most two reads", async () => {
    const burst = wholeBurst(30);
    const runtime = { now: () => Date.now(), after: burst.after };
    const backEnd = await startV2({ webhooks: false, options: { runtime } });
    await connect(backEnd);
    await backEnd.settled();
    const { simulator, calls } = backEnd;
    const id = (await connectionOf(backEnd)).account?.id ?? "";
    await simulator.run("connected", id);
    burst.hold(simulator);
    calls.length = 0;
    const events = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0
        ? thin({ id: `evt_test_6${index}`, related_object: { id, type: "v2.core.account", url: "" } })
        : { id: `evt_${index}`, object: "event", type: "account.updated", livemode: false, account: id },
    );
    const answers = await Promise.all(events.map((event) => deliver(backEnd, event)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    // One, where a read before them keeps the first of them waiting, too.
    expect([1, 2]).toContain(calls.length);
    expect(await connectionOf(backEnd)).toMatchObject({ status: "connected" });
  });
});

test("the host learns at start what v2 needs", async () => {
  const options = { ...V2, accountParams: undefined } as unknown as NonNullable<BackEndOptions["options"]>;
  await expect(startBackEnd({ options })).rejects.toThrow("contact_email");
  await expect(startBackEnd({ options: { accounts: "v3" as "v2" } })).rejects.toThrow('pass "v1" or "v2"');
  const old = { webhooks: {} } as unknown as Stripe;
  await expect(startBackEnd({ options: { ...V2, stripe: old } })).rejects.toThrow("update the package");
});

test("a refusal of v2 is told in our words, by its code", async () => {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const backEnd = await startV2({ simulator, store: createMemoryStore({ now: () => simulator.clock.now() }) });
  const failing = async (status: number, code: string) => {
    simulator.fail({ on: "v2.core.accounts.create", with: { status, code } });
    const { body } = await connect(backEnd);
    return body["code"];
  };
  expect(await failing(400, "accounts_v2_access_blocked")).toBe("platform_not_ready");
  expect(await failing(400, "account_rate_limit_exceeded")).toBe("rate_limited");
  simulator.clearFaults();
  const noCountry = await startV2({ simulator, options: { countries: [] } });
  expect((await noCountry.post("/connection")).body["code"]).toBe("platform_not_ready");
  expect(JSON.stringify(noCountry.logs)).toContain("identity_country_required");
});
