import { EventEmitter } from "node:events";
import pg from "pg";
import { type ListenClient, createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import type { ConnectionStore, Runtime } from "react-stripe-connection/server";
import { claimFacts, linked, snapshotOf } from "../../../src/testing/storeContract/storeContractSetup.js";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createStripeSimulator } from "../../../src/simulator/index.js";
import { tenantKey } from "../../../src/server/store/connectionStore.js";
import { STEPS } from "../../../src/server/store/postgres/schema.js";
import { eventually } from "../support/eventually.js";
import { startBackEnd, VIEWERS } from "../support/backEnd.js";
import { testSchema } from "../support/testSchema.js";
import { openStream } from "../support/openStream.js";

const db = testSchema();

/** An instance of the server: its own pool, its own line for listening. */
function instance() {
  const pool = new pg.Pool(db.config({ max: 5 }));
  onTestFinished(() => pool.end());
  return createPostgresStore({
    query: (text, params) => pool.query(text, params),
    listen: listenWithPg(() => new pg.Client(db.config())),
  });
}

/** Tenants with an account each, never read. */
const linkedRows = async (store: ConnectionStore, tenants: string[]) => {
  const rows = [];
  for (const tenant of tenants) rows.push(await linked(store, tenant, `acct_${tenant}`));
  return rows;
};

const claimOf = (tenant: string) => ({
  tenant,
  mode: "test" as const,
  claimId: crypto.randomUUID(),
  params: {},
  startedBy: null,
  leaseMs: 60_000,
});

test("F6 ten instances that start at once make the tables once, and a later one finds them", async () => {
  const stores = Array.from({ length: 10 }, instance);
  const reads = await Promise.all(stores.map((store) => store.read("test", { tenant: "org" })));
  expect(reads).toEqual(Array(10).fill(null));
  const { rows } = await db.admin.query(`select version from ${db.schema}.rsc_schema order by version`);
  expect(rows).toEqual(STEPS.map((_, index) => ({ version: index + 1 })));
  expect((await instance().claim(claimOf("org"))).outcome).toBe("claimed");
});

/** Tables as an earlier version made them, with a row in every state. */
async function tablesOf(version: number): Promise<void> {
  const row = async (tenant: string, state: string, more: Record<string, string>) => {
    const [names, values] = [Object.keys(more).join(", "), Object.values(more).join(", ")];
    return `insert into rsc_connections (tenant_key, mode, tenant, state, generation, revision, status, status_since, ${names})
      values ('${await tenantKey(tenant)}', 'test', '"${tenant}"', '${state}', nextval('rsc_generation'), nextval('rsc_revision'), 'connecting', now(), ${values})`;
  };
  const audit = (minutes: number, tenant: string, what: string, who: string) =>
    tenantKey(tenant).then(
      (key) => `insert into rsc_audit (at, tenant_key, mode, generation, what, who, account_id)
      values (now() - interval '${minutes} minutes', '${key}', 'test', 4, '${what}', ${who}, 'acct_ended')`,
    );
  const tombstone =
    version === 1 ? { tombstoned_at: "now()" } : { lease_until: "now()", ending: `'{"who":null,"policy":"delete"}'` };
  await db.admin.query(`
    set search_path = ${db.schema};
    create table rsc_schema (version integer primary key);
    create sequence rsc_generation; create sequence rsc_revision; create sequence rsc_read_sequence;
    ${STEPS.slice(0, version)
      .map((step, index) => `${step}; insert into rsc_schema values (${index + 1});`)
      .join("\n")}
    ${await row("org_claimed", "claimed", { claim_id: "'c1'", claim_params: '\'{"country":"DE"}\'', lease_owner: "'c1'", lease_until: "now()" })};
    ${await row("org_linked", "linked", { account_id: "'acct_linked'", checked_at: "now() - interval '2 days'" })};
    ${await row("org_ending", "disconnecting", { account_id: "'acct_ending'", disconnected_why: "'user'", ...tombstone })};
    ${await row("org_ended", "disconnected", { account_id: "'acct_ended'", disconnected_why: "'user'", disconnected_at: "now()" })};
    ${await audit(1, "org_ended", "disconnect", `'"ada"'`)};
    ${await audit(3, "org_ended", "import", "null")};
    ${await audit(2, "org_linked", "connect", `'"bob"'`)};
    reset search_path`);
}

test.each([1, 2, 3])(
  "F6 tables of version %i are brought up, and what was under way in them is gone on with",
  async (version) => {
    await tablesOf(version);
    const later = instance();
    const due = await later.listStale({ mode: "test", unsettledMs: 0, settledMs: 0, limit: 10 });
    const found = Object.fromEntries(due.map((row) => [row.tenant, row]));
    expect(Object.keys(found).toSorted()).toEqual(["org_claimed", "org_ending", "org_linked"]);
    expect(found["org_ending"]).toMatchObject({ state: "disconnecting", ending: { who: null, policy: "delete" } });
    expect(found["org_claimed"]).toMatchObject({ state: "claimed", claim: { id: "c1", params: { country: "DE" } } });
    expect(found["org_linked"]).toMatchObject({ state: "linked", accountId: "acct_linked", platformId: null });
    expect(await later.read("test", { tenant: "org_ended" })).toMatchObject({
      state: "disconnected",
      disconnectedWhy: "user",
    });
    const linkedRow = found["org_linked"];
    if (!linkedRow) throw new Error("there is a linked row");
    const key = { tenant: linkedRow.tenant, mode: linkedRow.mode, generation: linkedRow.generation };
    const sequence = Number(await later.nextSequence(key));
    expect((await later.apply({ ...key, sequence, snapshot: snapshotOf("acct_linked") })).outcome).toBe("applied");
    await linked(later, "org_ended", "acct_next");
    const trail = await later.readAudit({ tenant: "org_ended", mode: "test", limit: 10 });
    expect(trail).toMatchObject([
      { what: "connect", who: "ada", accountId: "acct_next" },
      { what: "disconnect", who: "ada", accountId: "acct_ended", generation: 4 },
      { what: "import", who: null, accountId: "acct_ended", generation: 4 },
    ]);
    const [, second, third] = trail;
    const older = { tenant: "org_ended", mode: "test", limit: 10, before: second?.id ?? 0 } as const;
    expect(await later.readAudit(older)).toEqual([third]);
    const { rows } = await db.admin.query(`select version from ${db.schema}.rsc_schema order by version`);
    expect(rows).toEqual(STEPS.map((_, index) => ({ version: index + 1 })));
  },
);

test("F6 a role that may not make tables works with those that are there", async () => {
  await instance().read("test", { tenant: "org" });
  await db.admin.query(`
    create role ${db.schema}_app;
    grant usage on schema ${db.schema} to ${db.schema}_app;
    grant select, insert, update, delete on all tables in schema ${db.schema} to ${db.schema}_app;
    grant usage on all sequences in schema ${db.schema} to ${db.schema}_app`);
  onTestFinished(async () => {
    await db.admin.query(`drop owned by ${db.schema}_app; drop role ${db.schema}_app`);
  });
  const pool = new pg.Pool(db.config({ options: `-c search_path=${db.schema} -c role=${db.schema}_app`, max: 2 }));
  onTestFinished(() => pool.end());
  const store = createPostgresStore({ query: (text, params) => pool.query(text, params) });
  expect((await store.claim(claimOf("org"))).outcome).toBe("claimed");
});

test("F6 a role that was granted what there was before an upgrade writes the audit trail after it", async () => {
  await tablesOf(3);
  await db.admin.query(`
    create role ${db.schema}_app;
    grant usage on schema ${db.schema} to ${db.schema}_app;
    grant select, insert, update, delete on all tables in schema ${db.schema} to ${db.schema}_app;
    grant usage on all sequences in schema ${db.schema} to ${db.schema}_app`);
  onTestFinished(async () => {
    await db.admin.query(`drop owned by ${db.schema}_app; drop role ${db.schema}_app`);
  });
  await instance().read("test", { tenant: "org" });
  const pool = new pg.Pool(db.config({ options: `-c search_path=${db.schema} -c role=${db.schema}_app`, max: 2 }));
  onTestFinished(() => pool.end());
  const store = createPostgresStore({ query: (text, params) => pool.query(text, params) });
  await linked(store, "org", "acct_of_app");
  expect(await store.readAudit({ tenant: "org", mode: "test", limit: 10 })).toMatchObject([{ what: "connect" }]);
});

test("audit entries of one moment are read page by page, each once", async () => {
  const store = instance();
  for (const name of ["a", "b", "c"]) {
    const row = await linked(store, "org", `acct_${name}`);
    await store.finishDisconnect({
      tenant: row.tenant,
      mode: row.mode,
      generation: row.generation,
      outcome: "removed",
    });
  }
  await db.admin.query(`update ${db.schema}.rsc_audit set at = '2026-11-30T12:00:00Z'`);
  const seen = [];
  for (let before = Number.MAX_SAFE_INTEGER; seen.length < 3; ) {
    const [entry, ...more] = await store.readAudit({ tenant: "org", mode: "test", limit: 1, before });
    if (!entry) break;
    expect(more).toEqual([]);
    seen.push(entry);
    before = entry.id;
  }
  expect(seen.map(({ at, accountId }) => [at, accountId])).toEqual(
    ["acct_c", "acct_b", "acct_a"].map((accountId) => ["2026-11-30T12:00:00.000Z", accountId]),
  );
});

test("reading an audit trail looks at no more than its own entries", async () => {
  const store = instance();
  await linked(store, "org", "acct_1");
  await db.admin.query(`
    insert into ${db.schema}.rsc_audit (at, tenant_key, mode, generation, what)
    select now(), 'k' || n % 100, 'test', n, 'connect' from generate_series(1, 20000) n;
    analyze ${db.schema}.rsc_audit`);
  const texts: string[] = [];
  const pool = new pg.Pool(db.config({ max: 1 }));
  onTestFinished(() => pool.end());
  const plans: string[] = [];
  const explained = createPostgresStore({
    async query(text, params) {
      texts.push(text);
      if (text.includes("from rsc_audit a")) {
        const { rows } = await pool.query<Record<string, string>>(`explain ${text}`, params);
        plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
      return pool.query(text, params);
    },
  });
  expect(await explained.readAudit({ tenant: "org", mode: "test", limit: 50 })).toHaveLength(1);
  // The migration, the probe, and one statement for the verb.
  expect(texts).toHaveLength(3);
  expect(plans[0]).toMatch(/Index Scan Backward using rsc_audit_tenant/);
  expect(plans[0]).not.toMatch(/Seq Scan|Sort/);
});

test("a row that is locked by one sweep is left to it by another, and what was tried steps back", async () => {
  const store = instance();
  await linkedRows(store, ["org_a", "org_b", "org_c"]);
  const list = async (limit: number) =>
    (await store.listStale({ mode: "test", unsettledMs: 0, settledMs: 0, limit })).map(({ tenant }) => tenant);
  const client = new pg.Client(db.config());
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("begin");
  await client.query("select 1 from rsc_connections where account_id = 'acct_org_b' for update");
  expect(await list(3)).toEqual(["org_a", "org_c"]);
  await client.query("rollback");
  expect(await list(1)).toEqual(["org_b"]);
  expect(await list(3)).toEqual(["org_a", "org_c", "org_b"]);
});

describe("G12 an event and its effect are one statement", () => {
  const setUp = async () => {
    const store = instance();
    const [row] = await linkedRows(store, ["org_a"]);
    if (!row) throw new Error("there is a row");
    const key = { tenant: row.tenant, mode: row.mode, generation: row.generation };
    const sequence = await store.nextSequence({ ...key, eventId: "evt_1" });
    if (typeof sequence !== "number") throw new Error("there is a sequence");
    const fact = { id: "connected", name: "connected" as const, payload: {} };
    const input = { ...key, sequence, eventId: "evt_1", snapshot: snapshotOf("acct_org_a"), facts: [fact] };
    const kept = async () => ({
      event: await store.nextSequence({ ...key, eventId: "evt_1" }),
      status: (await store.read("test", key))?.snapshot?.derived.status ?? null,
      facts: (await claimFacts(store, "connected")).length,
    });
    return { store, input, kept };
  };
  const NOTHING = { event: expect.any(Number) as number, status: null, facts: 0 };
  const ALL = { event: "duplicate", status: "connected", facts: 1 };

  test.each(["rsc_events", "rsc_facts", "rsc_connections"])(
    "where %s can't be written nothing is, and its next delivery has its effect",
    async (table) => {
      const { store, input, kept } = await setUp();
      await db.admin.query(`
        create function ${db.schema}.die() returns trigger language plpgsql as $$ begin raise 'died'; end $$;
        create trigger die before insert or update on ${db.schema}.${table} for each row execute function ${db.schema}.die()`);
      await expect(store.apply(input)).rejects.toThrow("died");
      expect(await kept()).toEqual(NOTHING);
      await db.admin.query(`drop trigger die on ${db.schema}.${table}`);
      expect((await store.apply(input)).outcome).toBe("applied");
      expect(await kept()).toEqual(ALL);
    },
  );

  test("G12 a process that is killed in the middle of it leaves nothing, and its next delivery has its effect", async () => {
    const { store, input, kept } = await setUp();
    // The statement waits inside itself, after the event and the snapshot were written.
    await db.admin.query(`
      create function ${db.schema}.wait() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
      create trigger wait before insert on ${db.schema}.rsc_facts for each row execute function ${db.schema}.wait()`);
    const applying = store.apply(input);
    applying.catch(() => undefined);
    const busy = `select pid from pg_stat_activity where application_name = $1 and wait_event = 'PgSleep'`;
    const pid = await eventually(async () => {
      const { rows } = await db.admin.query<{ pid: number }>(busy, [db.schema]);
      expect(rows).toHaveLength(1);
      return rows[0]?.pid;
    });
    await db.admin.query("select pg_terminate_backend($1)", [pid]);
    await expect(applying).rejects.toThrow(/terminat/);
    await db.admin.query(`drop trigger wait on ${db.schema}.rsc_facts`);
    expect(await kept()).toEqual(NOTHING);
    expect((await store.apply(input)).outcome).toBe("applied");
    expect(await kept()).toEqual(ALL);
  });
});

test("F6 a migration that failed is tried again with the next call", async () => {
  const pool = new pg.Pool(db.config({ max: 1 }));
  onTestFinished(() => pool.end());
  let down = true;
  const store = createPostgresStore({
    query: (text, params) => (down ? Promise.reject(new Error("connection refused")) : pool.query(text, params)),
  });
  await expect(store.read("test", { tenant: "org" })).rejects.toThrow("connection refused");
  down = false;
  expect(await store.read("test", { tenant: "org" })).toBeNull();
  expect("subscribe" in store).toBe(false);
});

test("E8 twenty connects on two instances make one account, ten times over", async () => {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const viewer = VIEWERS["ada"];
  let tenant = "";
  const authorize = () => (viewer ? { ...viewer, tenant } : null);
  const start = () => startBackEnd({ simulator, store: instance(), webhooks: false, options: { authorize } });
  const [one, two] = [await start(), await start()];
  for (let round = 0; round < 10; round += 1) {
    tenant = `org_${round}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : two).post("/connection", {})),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ body }) => body["generation"])).size).toBe(1);
  }
  expect(simulator.accounts()).toHaveLength(10);
});

test("a webhook that reaches one instance appears on a page of the other", async () => {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const one = await startBackEnd({ simulator, store: instance() });
  const two = await startBackEnd({ simulator, store: instance(), webhooks: false });
  const stream = await openStream(two, "ada");
  await stream.next();
  const id = await one.connected();
  expect((await stream.until(({ status }) => status === "connected")).account?.id).toBe(id);
  await stream.close();
});

describe("F8 a line to the database that breaks", () => {
  test("is made anew, and every page is told what it missed", async () => {
    const clients: pg.Client[] = [];
    const pool = new pg.Pool(db.config({ max: 5 }));
    onTestFinished(() => pool.end());
    const connect = (): ListenClient => {
      const client = new pg.Client(db.config());
      clients.push(client);
      return client;
    };
    const store = createPostgresStore({
      query: (text, params) => pool.query(text, params),
      listen: listenWithPg(connect, { retryMs: 10 }),
    });
    const backEnd = await startBackEnd({ store, webhooks: false });
    const stream = await openStream(backEnd, "ada");
    expect((await stream.next()).status).toBe("not_connected");

    const silent = createPostgresStore({ query: (text, params) => pool.query(text, params) });
    const { rows } = await db.admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = $1 and query ilike 'listen %'`,
      [db.schema],
    );
    expect(clients).toHaveLength(1);
    // What happens while nobody listens is told to nobody, and read when the line stands again.
    await db.admin.query(`alter table ${db.schema}.rsc_connections disable trigger all`);
    await silent.claim(claimOf("org_ada"));
    await db.admin.query(`alter table ${db.schema}.rsc_connections enable trigger all`);
    for (const { pid } of rows) await db.admin.query("select pg_terminate_backend($1)", [pid]);
    expect((await stream.next()).reason).toBe("creating");
    expect(clients.length).toBeGreaterThan(1);
    await stream.close();
  });

  test("AT-F1 that breaks again and again while it is being made is there once in the end", async () => {
    const CHECK_MS = 10_000;
    let isDown = false;
    const open = new Set<ListenClient>();
    const createClient = () => {
      const events = new EventEmitter();
      const client: ListenClient & { events: EventEmitter } = {
        events,
        on: (name: string, listener: (message: { payload?: string }) => void) => events.on(name, listener),
        query: () => Promise.resolve(),
        // As pg does it: the connection's own events come before the rejection.
        async connect() {
          open.add(client);
          if (!isDown) return;
          events.emit("error", new Error("terminating connection"));
          events.emit("end");
          throw new Error("terminating connection");
        },
        async end() {
          open.delete(client);
        },
      };
      last = client;
      return client;
    };
    let last: { events: EventEmitter } | null = null;
    const due = new Set<() => void>();
    const after: Runtime["after"] = (ms, run) => {
      if (ms !== CHECK_MS) due.add(run);
      return () => void due.delete(run);
    };
    const listen = listenWithPg(createClient, { retryMs: 10, checkMs: CHECK_MS, runtime: { after } });
    const end = await listen(
      "channel",
      () => {},
      () => {},
    );
    const pass = async () => {
      for (const run of due) if (due.delete(run)) run();
      await new Promise((resolve) => setImmediate(resolve));
    };
    isDown = true;
    (last as { events: EventEmitter } | null)?.events.emit("error", new Error("terminating connection"));
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(due.size).toBe(1);
      await pass();
    }
    isDown = false;
    await pass();
    expect([open.size, due.size]).toEqual([1, 0]);
    await end();
    expect(open.size).toBe(0);
  });

  test("that can't be made at first rejects, and leaves nothing behind", async () => {
    const end = vi.fn(() => Promise.resolve());
    const client: ListenClient = {
      connect: () => Promise.reject(new Error("no such host")),
      query: () => Promise.resolve(),
      on: () => undefined,
      end,
    };
    await expect(
      listenWithPg(() => client)(
        "channel",
        () => {},
        () => {},
      ),
    ).rejects.toThrow("no such host");
    expect(end).toHaveBeenCalledOnce();
  });
});

test("F9 F5 what is written survives the instance that wrote it: another one reads and goes on", async () => {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const one = await startBackEnd({ simulator, store: instance(), webhooks: false });
  const id = await one.connected();
  const two = await startBackEnd({ simulator, store: instance(), webhooks: false });
  expect((await two.get("/connection")).body).toMatchObject({ status: "connected", account: { id } });
  const { generation } = (await two.post("/connection/disconnect-preview")).body;
  expect((await two.post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
  expect((await one.get("/connection")).body).toMatchObject({ status: "not_connected" });
});

test("F9 the clocks of instances that are years apart order nothing: the read that began later wins", async () => {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const YEARS = 2 * 365 * 86_400_000;
  const at = (offset: number) =>
    startBackEnd({
      simulator,
      store: instance(),
      webhooks: false,
      options: { runtime: { now: () => Date.now() + offset } },
    });
  const [ahead, behind] = [await at(YEARS), await at(-YEARS)];
  const id = await behind.connected();
  for (const [slow, quick] of [
    [ahead, behind],
    [behind, ahead],
  ] as const) {
    // The slow one has read what was, and is about to write it.
    const apply = slow.store.apply.bind(slow.store);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const hasRead = new Promise<void>((resolve) => {
      slow.store.apply = async (input) => {
        slow.store.apply = apply;
        resolve();
        await held;
        return apply(input);
      };
    });
    const writing = slow.post("/connection/refresh");
    await hasRead;
    const before = await quick.handler.getConnection("org_ada");
    await (before.payouts === "active" ? simulator.pausePayouts(id) : simulator.approve(id));
    const now = (await quick.post("/connection/refresh")).body;
    letGo();
    await writing;
    const after = await slow.handler.getConnection("org_ada");
    expect([after.status, after.payouts, after.revision]).toEqual([now["status"], now["payouts"], now["revision"]]);
    expect(after.status).not.toBe(before.status);
  }
  // A claim that is held is held, whatever an instance thinks the time is.
  const claims = [await behind.store.claim(claimOf("org_new")), await ahead.store.claim(claimOf("org_new"))];
  expect(claims.map(({ outcome }) => outcome)).toEqual(["claimed", "held"]);
});
