import { describe, expect, test } from "vitest";
import { type AuditTrailOptions, createConnectionHandler } from "react-stripe-connection/server";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { startBackEnd } from "./support/backEnd.js";

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

test("the trail says who connected and disconnected, and when, for each tenant its own", async () => {
  const { handler, connected, post, simulator } = await startBackEnd();
  const first = await connected("ada");
  const bobs = await connected("bob");
  await simulator.clock.advance("1d");
  const { generation } = (await post("/connection/disconnect-preview")).body;
  await post("/connection/disconnect", { generation });
  const now = new Date(simulator.clock.now()).toISOString();

  const trail = await handler.auditTrail("org_ada");
  expect(trail).toEqual([
    { id: expect.any(Number), at: now, mode: "test", generation, what: "disconnect", who: "ada", accountId: first },
    {
      id: expect.any(Number),
      at: expect.stringMatching(ISO),
      mode: "test",
      generation,
      what: "connect",
      who: "ada",
      accountId: first,
    },
  ]);
  expect(Date.parse(now) - Date.parse(trail[1]?.at ?? "")).toBeGreaterThanOrEqual(86_400_000);
  expect(await handler.auditTrail("org_bob")).toMatchObject([{ what: "connect", who: "bob", accountId: bobs }]);
  expect(await handler.auditTrail("org_never")).toEqual([]);
});

test("a new start, an import and an account that ended at Stripe are told apart", async () => {
  const { handler, stripe, post, simulator, settled } = await startBackEnd();
  const { body } = await post("/connection");
  await settled();
  await post("/connection/disconnect", { generation: body["generation"] });
  const { id } = await stripe.accounts.create({
    controller: { stripe_dashboard: { type: "express" } },
    capabilities: { transfers: { requested: true } },
    country: "US",
  });
  await handler.importConnection("org_ada", id);
  await settled();
  await simulator.removeAccount(id);
  await settled();
  await post("/connection/refresh");
  expect((await handler.auditTrail("org_ada")).map(({ what, who }) => [what, who])).toEqual([
    ["removed_at_stripe", null],
    ["import", null],
    ["start_over", "ada"],
    ["connect", "ada"],
  ]);
});

test("a handler reads the trail of its own mode", async () => {
  const store = createMemoryStore();
  const { handler } = await startBackEnd({ store, webhooks: false });
  const { connection } = await store.claim({
    tenant: "org_ada",
    mode: "live",
    claimId: "c",
    params: {},
    startedBy: "ada",
    leaseMs: 60_000,
  });
  const key = { tenant: "org_ada", mode: "live", generation: connection.generation } as const;
  const audit = { ...key, what: "connect", who: "ada", accountId: "acct_live" } as const;
  await store.commitAccount({ ...key, accountId: "acct_live", platformId: "acct_platform", audit });
  expect(await store.readAudit({ tenant: "org_ada", mode: "live", limit: 10 })).toHaveLength(1);
  expect(await handler.auditTrail("org_ada")).toEqual([]);
});

test("a purge deletes the trail", async () => {
  const { handler, connected } = await startBackEnd();
  await connected("ada");
  await connected("bob");
  await handler.purgeTenant("org_ada");
  expect(await handler.auditTrail("org_ada")).toEqual([]);
  expect(await handler.auditTrail("org_bob")).toHaveLength(1);
});

describe("pages", () => {
  /** A handler whose tenant has `count` entries, all of one moment. */
  const withEntries = async (count: number) => {
    const store = createMemoryStore({ now: () => 0 });
    for (let index = 0; index < count; index += 1) {
      const { connection } = await store.claim({
        tenant: "org_ada",
        mode: "test",
        claimId: `c${index}`,
        params: {},
        startedBy: null,
        leaseMs: 60_000,
      });
      const key = { tenant: "org_ada", mode: "test", generation: connection.generation } as const;
      const accountId = `acct_${index}`;
      const audit = { ...key, what: "connect", who: null, accountId } as const;
      await store.commitAccount({ ...key, accountId, platformId: "acct_platform", audit });
      await store.finishDisconnect({ ...key, outcome: "removed" });
    }
    return (await startBackEnd({ store, webhooks: false })).handler;
  };

  test("of entries of one moment have each entry once, newest first", async () => {
    const handler = await withEntries(7);
    const seen: (string | null)[] = [];
    let options: AuditTrailOptions = { limit: 3 };
    for (let pages = 0; pages < 3; pages += 1) {
      const page = await handler.auditTrail("org_ada", options);
      expect(page).toHaveLength(pages < 2 ? 3 : 1);
      seen.push(...page.map(({ accountId }) => accountId));
      const last = page.at(-1);
      if (last) options = { limit: 3, before: last.id };
    }
    expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `acct_${index}`));
    expect(await handler.auditTrail("org_ada", options)).toEqual([]);
  });

  test("have 50 entries where nothing is said, and at most 500", async () => {
    const handler = await withEntries(501);
    expect(await handler.auditTrail("org_ada")).toHaveLength(50);
    expect(await handler.auditTrail("org_ada", {})).toHaveLength(50);
    expect(await handler.auditTrail("org_ada", { limit: 1 })).toHaveLength(1);
    expect(await handler.auditTrail("org_ada", { limit: 500 })).toHaveLength(500);
  });

  test.each([
    [{ limit: 0 }, "limit must be an integer from 1 to 500, not 0"],
    [{ limit: 501 }, "not 501"],
    [{ limit: -1 }, "not -1"],
    [{ limit: 2.5 }, "not 2.5"],
    [{ limit: Number.NaN }, "not NaN"],
    [{ limit: "10" }, "limit must be an integer"],
    [{ limit: null }, "not null"],
    [{ before: "4" }, "before must be the id of an entry"],
    [{ before: Number.NaN }, "before must be the id of an entry"],
    [{ before: 1.5 }, "before must be the id of an entry"],
    [{ before: null }, "before must be the id of an entry"],
  ])("of %j are refused with the fix, before the store is asked", async (options, message) => {
    const store = createMemoryStore();
    store.readAudit = () => Promise.reject(new Error("must not be asked"));
    const { handler } = await startBackEnd({ store, webhooks: false });
    await expect(handler.auditTrail("org_ada", options as AuditTrailOptions)).rejects.toMatchObject({
      name: "ConnectionError",
      code: "invalid_request",
      message: expect.stringContaining(message),
    });
  });
});

test("a store that can't be reached rejects with `store_unavailable`", async () => {
  const store = createMemoryStore();
  store.readAudit = () => Promise.reject(new Error("connection refused"));
  const { handler } = await startBackEnd({ store, webhooks: false });
  await expect(handler.auditTrail("org_ada")).rejects.toMatchObject({ code: "store_unavailable" });
});

test("a store without `readAudit` is refused at start", () => {
  const store: Partial<ReturnType<typeof createMemoryStore>> = createMemoryStore();
  delete store.readAudit;
  const start = () =>
    createConnectionHandler({
      stripe: {} as never,
      store: store as ReturnType<typeof createMemoryStore>,
      authorize: () => null,
      webhookSecrets: ["whsec_abcdefgh"],
      mode: "test",
      publishableKey: "pk_test_1",
      basePath: "/api/stripe/test",
      publicUrl: "https://app.example.com",
    });
  expect(start).toThrow(/the store has no readAudit/);
});
