import { describe, expect, test } from "vitest";
import type { AuditEntry, ConnectionStore } from "react-stripe-connection/server";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { systemRuntime } from "../../src/server/runtime.js";
import { startBackEnd } from "./support/backEnd.js";

const creations = (calls: string[]) => calls.filter((call) => call === "POST /v1/accounts").length;

describe("E10 a creation that failed half-way is gone on with, at once", () => {
  test.each(["/connection/refresh", "/connection"])("by POST %s, with the same key", async (path) => {
    const { simulator, post, get } = await startBackEnd({ webhooks: false });
    const answer = simulator.fetch.bind(simulator);
    simulator.fetch = async (input, init) => {
      const request = new Request(input, init);
      const isCreation = request.method === "POST" && request.url.endsWith("/v1/accounts");
      const response = await answer(request);
      if (isCreation) throw new TypeError("socket hang up");
      return response;
    };
    const failed = await post("/connection");
    simulator.fetch = answer;
    expect([failed.status, failed.body["code"], failed.body["retryable"]]).toEqual([503, "stripe_unavailable", true]);
    const between = (await get("/connection")).body;
    expect(between).toMatchObject({ status: "connecting", reason: "creating", can: { connect: true } });
    expect((await post(path)).body).toMatchObject({
      status: "connecting",
      reason: "awaiting_snapshot",
      generation: between["generation"],
      account: { id: simulator.accounts()[0]?.["id"] },
    });
    expect(simulator.accounts()).toHaveLength(1);
  });

  test("but not by somebody who may not connect", async () => {
    const { simulator, post, calls } = await startBackEnd({ webhooks: false });
    simulator.fail({ on: "accounts.create", with: "reset", times: 3 });
    await post("/connection");
    const before = creations(calls);
    expect((await post("/connection/refresh", {}, { authorization: "member" })).body["reason"]).toBe("creating");
    expect(creations(calls)).toBe(before);
  });

  test('"too fast" after an answer that was lost is no refusal: the account that was made is found again', async () => {
    const { simulator, post } = await startBackEnd({ webhooks: false });
    simulator.fail({ on: "accounts.create", with: "lost_answer" });
    // The replay of a kept answer is not what a limit lets through.
    const answer = simulator.fetch.bind(simulator);
    let asked = 0;
    simulator.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== "POST" || !request.url.endsWith("/v1/accounts") || asked++ !== 1) return answer(request);
      const error = { type: "rate_limit_error", message: "Too many requests" };
      return new Response(JSON.stringify({ error }), { status: 429, headers: { "content-type": "application/json" } });
    };
    expect((await post("/connection")).body["code"]).toBe("rate_limited");
    expect(simulator.accounts()).toHaveLength(1);
    expect((await post("/connection")).body["account"]).toMatchObject({ id: simulator.accounts()[0]?.["id"] });
    expect(simulator.accounts()).toHaveLength(1);
  });

  test.each([
    ["and made none: a new key makes one", false],
    ["and made one all the same: it is found", true],
  ])("Stripe failed inside the creation, answers that key with the failure for a day, %s", async (_name, wasMade) => {
    const { simulator, post, get } = await startBackEnd({ webhooks: false });
    const answer = simulator.fetch.bind(simulator);
    let failed: string | null = null;
    simulator.fetch = async (input, init) => {
      const request = new Request(input, init);
      const key = request.headers.get("idempotency-key");
      if (request.method !== "POST" || !request.url.endsWith("/v1/accounts")) return answer(request);
      const isReplay = failed !== null;
      failed ??= key;
      if (key !== failed) return answer(request);
      if (!isReplay && wasMade) await answer(request);
      const headers = { "content-type": "application/json", ...(isReplay ? { "idempotent-replayed": "true" } : {}) };
      const error = { type: "api_error", message: "An unknown error occurred" };
      return new Response(JSON.stringify({ error }), { status: 500, headers });
    };
    expect((await post("/connection")).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
    expect(simulator.accounts()).toHaveLength(1);
    expect((await get("/connection")).body["account"]).toMatchObject({ id: simulator.accounts()[0]?.["id"] });
  });

  test("the same key in flight at Stripe is waited for: a new one would make a second account", async () => {
    const { simulator, post, get } = await startBackEnd({ webhooks: false });
    const inFlight = { status: 409, type: "idempotency_error", code: "idempotency_key_in_use" };
    simulator.fail({ on: "accounts.create", with: inFlight, times: 3 });
    expect((await post("/connection")).body["code"]).toBe("stripe_unavailable");
    const { generation } = (await get("/connection")).body;
    expect((await post("/connection")).body).toMatchObject({ generation, reason: "awaiting_snapshot" });
    expect(simulator.accounts()).toHaveLength(1);
  });
});

describe("E15 a disconnect whose process was killed", () => {
  /** The tombstone stands, and nobody is at it any more. */
  async function killed(deletedBefore: boolean) {
    const simulator = createStripeSimulator();
    const store = createMemoryStore({ now: () => simulator.clock.now() });
    const backEnd = await startBackEnd({ simulator, store, webhooks: false });
    const id = await backEnd.connected();
    const { generation = 0 } = (await store.read("test", { tenant: "org_ada" })) ?? {};
    const key = { tenant: "org_ada", mode: "test", generation } as const;
    await store.tombstone({ ...key, who: "ada", policy: "delete", leaseMs: 60_000 });
    if (deletedBefore) await backEnd.stripe.accounts.del(id);
    const audit: AuditEntry[] = [];
    const finish = store.finishDisconnect.bind(store);
    store.finishDisconnect = (input) => {
      if (input.audit) audit.push(input.audit);
      return finish(input);
    };
    return { ...backEnd, generation, audit };
  }

  test.each([
    ["before the deletion", false],
    ["after it", true],
  ])("%s: a person sees that nothing is ready, and ends it", async (_name, deletedBefore) => {
    const { simulator, get, post, generation, audit } = await killed(deletedBefore);
    expect((await get("/connection")).body).toMatchObject({ ready: false, can: { disconnect: "busy" } });
    expect((await post("/connection/disconnect-preview")).status).toBe(409);
    await simulator.clock.advance("2m");
    expect((await get("/connection")).body).toMatchObject({ ready: false, can: { disconnect: true } });
    const preview = (await post("/connection/disconnect-preview")).body;
    expect(preview).toMatchObject({ generation, policy: "delete", blockers: [] });
    expect((await post("/connection/disconnect", { generation })).body).toMatchObject({
      status: "not_connected",
      disconnectedWhy: "user",
      can: { connect: true },
    });
    expect(simulator.accounts()).toEqual([]);
    expect(audit.at(-1)).toMatchObject({ what: "disconnect", who: "ada" });
    await simulator.close();
  });

  test("ends by reconcile in the name of who asked for it", async () => {
    const { simulator, handler, audit } = await killed(false);
    await simulator.clock.advance("2m");
    expect(await handler.reconcile()).toEqual({ checked: 1, failed: 0 });
    expect(audit).toEqual([expect.objectContaining({ what: "disconnect", who: "ada" })]);
    await simulator.close();
  });

  test("a viewer who may not disconnect finishes nothing by looking", async () => {
    const { simulator, post } = await killed(false);
    await simulator.clock.advance("2m");
    const seen = await post("/connection/refresh", {}, { authorization: "member" });
    expect(seen.body).toMatchObject({ status: "connected", ready: false, can: { disconnect: "role" } });
    expect(simulator.accounts()).toHaveLength(1);
    await simulator.close();
  });

  test("Stripe is out of reach: it can be tried again at once, and what was agreed stays agreed", async () => {
    let disconnectPolicy: "delete" | "detach" = "delete";
    const { simulator, connected, post, get } = await startBackEnd({
      webhooks: false,
      options: { disconnectPolicy: () => disconnectPolicy },
    });
    await connected();
    const { generation } = (await post("/connection/disconnect-preview")).body;
    simulator.fail({ on: "accounts.del", with: "lost_answer" });
    simulator.fail({ on: "accounts.del", with: "reset", times: 2 });
    simulator.fail({ on: "accounts.retrieve", with: "reset", times: 3 });
    const failed = await post("/connection/disconnect", { generation });
    expect([failed.status, failed.body["code"]]).toEqual([503, "stripe_unavailable"]);
    disconnectPolicy = "detach";
    expect((await get("/connection")).body).toMatchObject({ ready: false, can: { disconnect: true } });
    expect((await post("/connection/disconnect-preview")).body["policy"]).toBe("delete");
    expect((await post("/connection/refresh")).body).toMatchObject({
      status: "not_connected",
      disconnectedWhy: "user",
    });
  });
});

test("a connection that always fails does not keep a sweep from the others", async () => {
  const simulator = createStripeSimulator();
  const store = createMemoryStore({ now: () => simulator.clock.now() });
  const backEnd = await startBackEnd({ simulator, store, webhooks: false });
  const broken = await backEnd.connected("ada");
  const other = await backEnd.connected("bob");
  await simulator.pausePayouts(other);
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith(broken)) throw new TypeError("socket hang up");
    return answer(request);
  };
  await simulator.clock.advance("2d");
  expect(await backEnd.handler.reconcile()).toEqual({ checked: 1, failed: 1 });
  await simulator.clock.advance("1m");
  await backEnd.handler.reconcile();
  expect(await backEnd.handler.getConnection("org_bob")).toMatchObject({ status: "error", payouts: "paused" });
  await simulator.close();
});

test("a store that counts the generations of each tenant by themselves shows nobody another's account", async () => {
  const store = createMemoryStore();
  const first = new Map<string, number>();
  /** The same store, with generations that begin at 1 for each tenant. */
  const counted = new Proxy(store, {
    get(target, name) {
      const verb: unknown = Reflect.get(target, name);
      if (typeof verb !== "function" || name === "subscribe") return verb;
      return async (...args: unknown[]) => {
        const [input, ...more] = structuredClone(args);
        const real = input as { tenant?: string; generation?: number };
        const offset = (tenant: string) => first.get(tenant) ?? 0;
        if (real.generation !== undefined) real.generation += offset(real.tenant ?? "");
        const result = (await Reflect.apply(verb, target, [input, ...more])) as unknown;
        const row = (typeof result === "object" && result && "connection" in result ? result.connection : result) as {
          tenant?: string;
          generation?: number;
        } | null;
        if (row?.tenant === undefined || row.generation === undefined) return result;
        if (!first.has(row.tenant)) first.set(row.tenant, row.generation - 1);
        row.generation -= offset(row.tenant);
        return result;
      };
    },
  }) as ConnectionStore;
  const { post, handler, simulator } = await startBackEnd({
    store: counted,
    webhooks: false,
    after: systemRuntime.after,
  });
  const made = await Promise.all(["ada", "bob"].map((as) => post("/connection", {}, { authorization: as })));
  expect(made.map(({ body }) => body["generation"])).toEqual([1, 1]);
  await Promise.all(["ada", "bob"].map((as) => post("/connection/refresh", {}, { authorization: as })));
  const shown = [await handler.getConnection("org_ada"), await handler.getConnection("org_bob")];
  const linked = await Promise.all(["org_ada", "org_bob"].map((tenant) => store.read("test", { tenant })));
  expect(shown.map(({ account }) => account?.id)).toEqual(linked.map((row) => row?.accountId));
  expect(linked.map((row) => row?.snapshot?.account.id)).toEqual(linked.map((row) => row?.accountId));
  expect(simulator.accounts()).toHaveLength(2);
});

test("names that can't be read leave the account readable, and end nothing", async () => {
  const { simulator, connected, post, metrics } = await startBackEnd({ webhooks: false });
  const id = await connected();
  await simulator.requestIdentityDocument(id);
  for (const fault of [
    { status: 403, message: "The provided key does not have the required permissions" },
    { status: 404, code: "resource_missing" },
  ]) {
    simulator.fail({ on: "accounts.listPersons", with: fault });
    const { body } = await post("/connection/refresh");
    expect(body).toMatchObject({ status: "connected", account: { id } });
    expect(JSON.stringify(body["requirements"])).toContain("verification.document");
  }
  expect(metrics.filter(({ name }) => name === "persons_refused")).toHaveLength(2);
});
