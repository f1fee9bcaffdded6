import pg from "pg";
import { createPostgresStore, type PostgresStoreOptions } from "react-stripe-connection/postgres";
import type { ConnectionStore } from "react-stripe-connection/server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { createStripeSimulator } from "../../../src/simulator/index.js";
import { STEPS } from "../../../src/server/store/postgres/schema.js";
import { keyOf, linked, sequenceOf, snapshotOf } from "../../../src/testing/storeContract/storeContractSetup.js";
import { type BackEnd, startBackEnd, VIEWERS } from "../support/backEnd.js";
import { eventually } from "../support/eventually.js";
import { testSchema } from "../support/testSchema.js";
import { databaseProxy } from "../support/databaseProxy.js";

const db = testSchema();
const config = (more?: pg.PoolConfig) => db.config({ max: 10, ...more });

function poolOf(more: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool(config(more));
  pool.on("error", () => undefined);
  onTestFinished(() => pool.end());
  return pool;
}

const storeOn = (pool: pg.Pool, more: Partial<PostgresStoreOptions> = {}) =>
  createPostgresStore({ query: (text, values, name) => pool.query({ text, values, name }), ...more });

/** Another session, in a transaction. */
async function otherSession(): Promise<pg.Client> {
  const client = new pg.Client(config());
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("begin");
  return client;
}

const locked = async () => {
  const { rows } = await db.admin.query(
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = $1",
    [db.schema],
  );
  return rows.length;
};

/** The status of an answer, and whether it came within what a page is promised. */
async function timed(answer: Promise<{ status: number }>): Promise<{ status: number; ms: number }> {
  const began = performance.now();
  const { status } = await answer;
  return { status, ms: performance.now() - began };
}

/** Each request ends in time: an answer within a second, or a 503 within the bound of a verb. */
function isTold({ status, ms }: { status: number; ms: number }): boolean {
  return (status === 200 && ms < 1_000) || (status === 503 && ms < 7_000);
}

const warnings = ({ logs }: BackEnd) => logs.filter(({ level }) => level === "warn").map(({ message }) => message);
const OUTAGE = "the store failed; requests that need it get 503 until it answers";

describe("AT-F1 a row that another session locks", () => {
  test("takes no connection from other tenants, and what waits for it ends", async () => {
    const pool = poolOf();
    const backEnd = await startBackEnd({ store: storeOn(pool) });
    const id = await backEnd.connected("ada");
    await backEnd.connected("bob");
    const session = await otherSession();
    await session.query("select 1 from rsc_connections where account_id = $1 for update", [id]);

    // Forty changes of the account, each with its webhook, and a person who wants to disconnect it.
    const { generation } = (await backEnd.post("/connection/disconnect-preview")).body;
    const disconnecting = backEnd.post("/connection/disconnect", { generation });
    const sync = Array.from({ length: 40 }, (_, index) =>
      backEnd.store
        .hear({ mode: "test", accountId: id, eventId: `evt_${index}` })
        .then(({ sequence, connection }) =>
          connection && typeof sequence === "number"
            ? backEnd.store.apply({ ...keyOf(connection), sequence, eventId: `evt_${index}`, snapshot: snapshotOf(id) })
            : null,
        ),
    );
    const refused = Promise.allSettled(sync);
    for (let round = 0; round < 10; round += 1) {
      const bob = await timed(backEnd.get("/connection", { authorization: "bob" }));
      expect(bob.status).toBe(200);
      expect(bob.ms).toBeLessThan(1_000);
      expect(await locked()).toBe(0);
    }
    expect((await disconnecting).status).toBe(503);
    expect(new Set((await refused).map(({ status }) => status))).toEqual(new Set(["rejected"]));
    expect(pool.waitingCount).toBe(0);
    expect(JSON.stringify(backEnd.logs)).toContain("another session held a row for 4 s");

    await session.query("rollback");
    expect((await backEnd.post("/connection/disconnect", { generation })).status).toBe(200);
    // Work that goes on after the answer gives its connection back, too.
    await vi.waitFor(() => expect(pool.idleCount).toBe(pool.totalCount), { timeout: 10_000 });
  });

  test.each<[string, string, (store: ConnectionStore) => Promise<unknown>]>([
    ["claim", "select 1 from rsc_connections for update", (store) => store.claim(claimOf("org"))],
    ["takeToken", "select 1 from rsc_tokens for update", (store) => store.takeToken({ bucket: "b:1", perMinute: 9 })],
    ["purge", "select 1 from rsc_connections for update", (store) => store.purge("org")],
    [
      "apply with events to forget",
      "select 1 from rsc_events for update",
      async (store) => {
        const key = keyOf(await linked(store, "org_other", "acct_other"));
        return store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot: snapshotOf("acct_other") });
      },
    ],
  ])("is not waited for in the database by %s", async (_name, lock, verb) => {
    const pool = poolOf({ max: 2 });
    const store = storeOn(pool);
    const key = keyOf(await linked(store, "org", "acct_1"));
    await store.takeToken({ bucket: "b:1", perMinute: 9 });
    const other = keyOf(await linked(store, "org_other", "acct_2"));
    await store.finishDisconnect({ ...other, outcome: "removed", eventId: "evt_old" });
    await store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot: snapshotOf("acct_1") });
    await db.admin.query(`update ${db.schema}.rsc_events set at = now() - interval '90 days'`);
    const session = await otherSession();
    await session.query(lock);
    const doing = verb(store);
    doing.catch(() => undefined);
    for (let round = 0; round < 5; round += 1) {
      expect(await store.read("test", { tenant: "org" })).toMatchObject({ accountId: "acct_1" });
      expect(await locked()).toBe(0);
    }
    await session.query("rollback");
    await doing;
  });
});

test("AT-F1 statements that wait for others of the same process do not say that another session held the row", async () => {
  const pool = poolOf();
  let hangs = false;
  const store = storeOn(pool, { query: (text, values) => (hangs ? new Promise(() => {}) : pool.query(text, values)) });
  await store.latestRevision();
  hangs = true;
  const answers = await Promise.allSettled([store.claim(claimOf("org")), store.claim(claimOf("org"))]);
  expect(String(answers.map((answer) => answer.status === "rejected" && answer.reason))).not.toContain("session");
  expect(answers[1]).toMatchObject({
    reason: new Error(
      "react-stripe-connection: a statement waited 4 s behind others of this process for the same row.",
    ),
  });
});

test("AT-F3 a callback is acknowledged while statements wait for its tenant's row", async () => {
  const pool = poolOf();
  const store = storeOn(pool);
  const key = keyOf(await linked(store, "org", "acct_1"));
  const fact = { id: "1", name: "connected", payload: {} } as const;
  const sequence = await sequenceOf(store, key);
  await store.apply({ ...key, sequence, snapshot: snapshotOf("acct_1"), facts: [fact] });
  const claimed = { mode: "test", name: "connected", limit: 1, leaseMs: 60_000, maxLeaseMs: 60_000 } as const;
  const [pending] = await store.claimCallbacks(claimed);
  if (!pending) throw new Error("nothing is due");
  const session = await otherSession();
  await session.query("select 1 from rsc_connections for update");
  const waiting = store.claim(claimOf("org"));
  await store.ackCallback(pending);
  const { rows } = await db.admin.query(`select 1 from ${db.schema}.rsc_facts where done_at is null`);
  expect(rows).toEqual([]);
  await session.query("rollback");
  await waiting;
});

const claimOf = (tenant: string) => ({
  tenant,
  mode: "test" as const,
  claimId: crypto.randomUUID(),
  params: {},
  startedBy: null,
  leaseMs: 60_000,
});

/** Two hundred pages while the database answers nothing, and what becomes of them after it does again. */
async function livesThrough(backEnd: BackEnd, pool: pg.Pool, end: () => Promise<unknown>): Promise<void> {
  backEnd.logs.length = 0;
  const first = Array.from({ length: 100 }, () => timed(backEnd.get("/connection", { authorization: "bob" })));
  expect((await Promise.all(first)).filter((answer) => !isTold(answer))).toEqual([]);
  // The database is known to be silent: few wait for it, the others are told at once.
  const later = await Promise.all(
    Array.from({ length: 100 }, () => timed(backEnd.get("/connection", { authorization: "bob" }))),
  );
  expect(later.filter((answer) => !isTold(answer))).toEqual([]);
  expect(later.map(({ status }) => status)).toEqual(Array(100).fill(503));
  expect(later.filter(({ ms }) => ms > 2_000).length).toBeLessThanOrEqual(10);
  expect(warnings(backEnd).filter((message) => message === OUTAGE).length).toBeLessThanOrEqual(3);
  expect(JSON.stringify(backEnd.logs)).toContain("did not answer within 4 s");

  const ended = performance.now();
  await end();
  await eventually(async () => {
    expect((await backEnd.get("/connection", { authorization: "bob" })).status).toBe(200);
  });
  expect(performance.now() - ended).toBeLessThan(5_000);
  expect(await Promise.all(Array.from({ length: 20 }, async () => (await backEnd.get("/connection")).status))).toEqual(
    Array(20).fill(200),
  );
  await eventually(() => expect(pool.waitingCount).toBe(0));
}

describe("AT-F1 the database does not answer", () => {
  test("because a table is locked: 503, and well again when it is not", async () => {
    const pool = poolOf();
    const backEnd = await startBackEnd({ store: storeOn(pool) });
    await backEnd.connected("bob");
    const session = await otherSession();
    await session.query("lock table rsc_connections");
    await livesThrough(backEnd, pool, () => session.query("rollback"));
  });

  test("because the pool has no free connection: 503, and well again when it has", async () => {
    const pool = poolOf();
    const backEnd = await startBackEnd({ store: storeOn(pool) });
    await backEnd.connected("bob");
    const taken = await Promise.all(Array.from({ length: 10 }, () => pool.connect()));
    await livesThrough(backEnd, pool, async () => taken.forEach((client) => client.release()));
  });

  test("SV-F3 because the line swallows what is sent: 503, and well again on new connections", async () => {
    const proxy = await databaseProxy(db.url);
    // As docs/database.md says: without them the driver keeps the dead connections for ever.
    const pool = poolOf({ connectionString: proxy.url, connectionTimeoutMillis: 1_000, query_timeout: 1_500 });
    const backEnd = await startBackEnd({ store: storeOn(pool) });
    await backEnd.connected("bob");
    proxy.swallow();
    const answers = Array.from({ length: 50 }, () => timed(backEnd.get("/connection", { authorization: "bob" })));
    expect((await Promise.all(answers)).filter((answer) => !isTold(answer))).toEqual([]);
    proxy.passOn();
    const ended = performance.now();
    await eventually(async () => {
      expect((await backEnd.get("/connection", { authorization: "bob" })).status).toBe(200);
    });
    expect(performance.now() - ended).toBeLessThan(5_000);
  });
});

describe("SV-F3 a first statement that hangs", () => {
  test("is forgotten: the next request makes the tables", async () => {
    const pool = poolOf();
    let isFirst = true;
    const store = storeOn(pool, {
      query: (text, values) => {
        const hangs = isFirst;
        isFirst = false;
        return hangs ? new Promise(() => {}) : pool.query(text, values);
      },
    });
    const backEnd = await startBackEnd({ store, webhooks: false });
    const answers = await Promise.all(Array.from({ length: 20 }, () => timed(backEnd.get("/connection"))));
    expect(answers.filter(({ status, ms }) => status !== 503 || ms > 7_000)).toEqual([]);
    expect((await backEnd.get("/connection")).status).toBe(200);
    expect(warnings(backEnd)).toContain(OUTAGE);
  });

  test("in a batch fails with it, and keeps no other", async () => {
    const pool = poolOf();
    const plain = storeOn(pool);
    await linked(plain, "org", "acct_1");
    let hangs = false;
    const store = storeOn(pool, {
      query: (text, values) => {
        if (!hangs) return pool.query(text, values);
        hangs = false;
        return new Promise(() => {});
      },
    });
    const hear = (eventId: string) => store.hear({ mode: "test", accountId: "acct_1", eventId });
    await hear("evt_0");
    hangs = true;
    const all = await Promise.allSettled([hear("evt_1"), hear("evt_2")]);
    expect(all.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await hear("evt_1")).connection).toMatchObject({ accountId: "acct_1" });
  });
});

test("AT-F1 a store of the host's that never answers ends each verb, is told once, and its recovery once", async () => {
  let isDown = false;
  let clock = 0;
  const memory = createMemoryStore();
  const store: ConnectionStore = {
    ...memory,
    read: (...args) => (isDown ? new Promise(() => {}) : memory.read(...args)),
  };
  const backEnd = await startBackEnd({
    store,
    webhooks: false,
    options: { runtime: { monotonicNow: () => clock, after: soon } },
  });
  isDown = true;
  for (let request = 0; request < 5; request += 1) {
    const { status, headers } = await backEnd.get("/connection");
    expect([status, headers.get("retry-after")]).toEqual([503, "2"]);
  }
  isDown = false;
  expect((await backEnd.get("/connection")).status).toBe(200);
  clock += 10_000;
  for (let request = 0; request < 5; request += 1) expect((await backEnd.get("/connection")).status).toBe(200);
  expect(backEnd.logs.filter(({ level }) => level === "warn")).toEqual([
    {
      level: "warn",
      message: OUTAGE,
      fields: {
        call: "`store.read`",
        error: "Error",
        message: "react-stripe-connection: `store.read` did not answer within 5 s",
      },
    },
    { level: "warn", message: "the store answers again", fields: { failures: 5 } },
  ]);
});

test("AT-F1 a subscription that fails again and again is told once, although everything else is answered", async () => {
  let clock = 0;
  const store: ConnectionStore = {
    ...createMemoryStore(),
    subscribe: () => Promise.reject(new Error("connect ECONNREFUSED")),
  };
  const backEnd = await startBackEnd({ store, webhooks: false, options: { runtime: { monotonicNow: () => clock } } });
  for (let page = 0; page < 5; page += 1) {
    expect((await backEnd.get("/connection/events")).status).toBe(503);
    clock += 10_000;
    expect((await backEnd.get("/connection")).status).toBe(200);
  }
  expect(backEnd.logs.filter(({ level }) => level === "warn")).toMatchObject([
    { message: OUTAGE, fields: { call: "`store.subscribe`" } },
  ]);
});

/** Bounds of seconds end at once. */
function soon(_ms: number, run: () => void): () => void {
  const timer = setTimeout(run, 20);
  return () => clearTimeout(timer);
}

test("AT-F1 a subscription that begins after its time ends at once", async () => {
  const ends: string[] = [];
  let begin: (end: () => Promise<void>) => void = () => undefined;
  const store: ConnectionStore = {
    ...createMemoryStore(),
    subscribe: () =>
      new Promise((resolve) => {
        begin = resolve;
      }),
  };
  const backEnd = await startBackEnd({ store, webhooks: false, options: { runtime: { after: soon } } });
  expect((await backEnd.get("/connection/events")).status).toBe(503);
  begin(async () => void ends.push("ended"));
  await eventually(() => expect(ends).toEqual(["ended"]));
});

describe.each(["repeatable read", "serializable"])("SV-F15 the database's default isolation is %s", (level) => {
  test("two fresh instances make the tables, and twenty connects and their webhooks get no 503", async () => {
    const options = `-c search_path=${db.schema} -c default_transaction_isolation=${level.replace(" ", "\\ ")}`;
    const pools = [poolOf({ options, max: 5 }), poolOf({ options, max: 5 })];
    const { rows } = (await pools[0]?.query("show transaction_isolation")) ?? { rows: [] };
    expect(rows).toEqual([{ transaction_isolation: level }]);
    const simulator = createStripeSimulator();
    onTestFinished(() => simulator.close());
    const viewer = VIEWERS["ada"];
    const authorize = () => viewer ?? null;
    const [one, two] = await Promise.all(
      pools.map((pool) => startBackEnd({ simulator, store: storeOn(pool), webhooks: false, options: { authorize } })),
    );
    if (!one || !two) throw new Error("there are two");
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).post("/connection")),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(simulator.accounts()).toHaveLength(1);
    const versions = await db.admin.query(`select version from ${db.schema}.rsc_schema order by version`);
    expect(versions.rows).toEqual(STEPS.map((_, index) => ({ version: index + 1 })));

    // Reads of both instances are written to the same row at the same time.
    const refreshed = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? one : two).post("/connection/refresh")),
    );
    expect(refreshed.filter(({ status }) => status === 503)).toEqual([]);
    const key = keyOf((await one.store.read("test", { tenant: "org_ada" })) ?? neverRead());
    const account = String(simulator.accounts()[0]?.["id"]);
    const written = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const { store } = index % 2 ? one : two;
        const sequence = await sequenceOf(store, key, `evt_${index}`);
        return store.apply({ ...key, sequence, eventId: `evt_${index}`, snapshot: snapshotOf(account) });
      }),
    );
    expect(written.every(({ outcome }) => outcome === "applied" || outcome === "superseded")).toBe(true);
    for (let index = 0; index < 30; index += 1) {
      expect(await one.store.nextSequence({ ...key, eventId: `evt_${index}` })).toBe("duplicate");
    }
  });
});

function neverRead(): never {
  throw new Error("the tenant has no row");
}
