import { testSchema } from "../support/testSchema.js";
import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { keyOf, linked, sequenceOf, snapshotOf } from "../../../src/testing/storeContract/storeContractSetup.js";
import { expect, onTestFinished, test } from "vitest";

const db = testSchema();

/** An instance of the server, what it asked of the database and what it warned of. */
function instance() {
  const pool = new pg.Pool(db.config({ max: 5 }));
  onTestFinished(() => pool.end());
  const texts: string[] = [];
  const warnings: string[] = [];
  const store = createPostgresStore({
    query: (text, values, name) => {
      texts.push(text);
      return pool.query({ text, values, name });
    },
    logger: { warn: (message) => void warnings.push(message) },
  });
  const migrations = () => texts.filter((text) => text.startsWith("do ")).length;
  return { store, texts, warnings, migrations, execute: (text: string) => pool.query(text) };
}

const TABLES = ["schema", "connections", "events", "facts", "audit", "tokens"].map((name) => `rsc_${name}`);
const SEQUENCES = ["generation", "revision", "read_sequence"].map((name) => `rsc_${name}`);
const WARNING =
  "tables or sequences of the store were dropped while the server was running; what is missing is created again";

test.each([
  ["the schema is made again", () => `drop schema ${db.schema} cascade; create schema ${db.schema}`],
  // As `drizzle-kit push` does: functions stay.
  [
    "tables and sequences are dropped",
    () => `drop table ${TABLES.join(", ")} cascade; drop sequence ${SEQUENCES.join(", ")}`,
  ],
  ["only the tables are dropped", () => `drop table ${TABLES.join(", ")} cascade`],
])("SV-F14 %s under a running server: it goes on, with higher numbers than before", async (_what, drop) => {
  const { store, warnings, migrations, execute } = instance();
  const before = await linked(store, "org", "acct_before");
  const other = instance();
  await other.store.read("test", { tenant: "org" });
  await execute(drop());

  const heard = Array.from({ length: 30 }, (_, index) =>
    store.hear({ mode: "test", accountId: "acct_before", eventId: `evt_${index}` }),
  );
  const read = [store.read("test", { tenant: "org" }), store.latestRevision(), other.store.latestRevision()];
  expect((await Promise.all(heard)).every(({ sequence }) => sequence === "gone")).toBe(true);
  expect(await Promise.all(read)).toEqual([null, expect.any(Number), expect.any(Number)]);
  // The first time they were made, and once more for all that found them missing.
  expect([migrations(), warnings]).toEqual([2, [WARNING]]);

  const after = await linked(other.store, "org", "acct_after");
  expect(after.generation).toBeGreaterThan(before.generation);
  expect(after.revision).toBeGreaterThan(before.revision);
  // Functions and triggers work: a change is written whole, and a purge finds all of it.
  const key = keyOf(after);
  const input = { ...key, sequence: await sequenceOf(store, key), snapshot: snapshotOf("acct_after") };
  expect((await store.apply({ ...input, eventId: "evt" })).outcome).toBe("applied");
  await store.purge("org");
  expect((await execute("select 1 from rsc_events union all select 1 from rsc_audit")).rows).toEqual([]);
});

test("SV-F14 a schema of the store's own that is dropped is created again, and nothing is made elsewhere", async () => {
  const own = `${db.schema}_own`;
  onTestFinished(async () => {
    await db.admin.query(`drop schema ${own} cascade`);
  });
  const pool = new pg.Pool(db.config({ max: 2 }));
  onTestFinished(() => pool.end());
  const warnings: string[] = [];
  const store = createPostgresStore({
    query: (text, values) => pool.query(text, values),
    schema: own,
    logger: { warn: (message) => void warnings.push(message) },
  });
  for (let made = 0; made < 2; made += 1) {
    await linked(store, "org", "acct_1");
    // The trigger of the purge finds its tables.
    await store.purge("org");
    await pool.query(`drop schema ${own} cascade`);
  }
  expect(await store.read("test", { tenant: "org" })).toBeNull();
  expect(warnings).toEqual([WARNING, WARNING]);
  const { rows } = await pool.query("select relname from pg_class where relnamespace = $1::regnamespace", [db.schema]);
  expect(rows).toEqual([]);
});

test("a schema whose name would have to be escaped is refused at once", () => {
  const query = () => Promise.resolve({ rows: [] });
  expect(() => createPostgresStore({ query, schema: 'a"; drop table orgs; --' })).toThrow(
    "Give a name of letters, digits and underscores",
  );
});

test("SV-F14 a table that alone is missing is an error each time, and no loop", async () => {
  const { store, texts, migrations, execute } = instance();
  const { accountId } = await linked(store, "org", "acct_1");
  await execute("drop table rsc_events");
  texts.length = 0;
  const hear = (eventId: string) => store.hear({ mode: "test", accountId: accountId ?? "", eventId });
  const results = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => hear(`evt_${index}`)));
  expect(results.map((result) => (result.status === "rejected" ? String(result.reason) : "found"))).toEqual(
    Array(10).fill('error: relation "rsc_events" does not exist'),
  );
  // One statement for all ten, the migration, the probe, and the statement again.
  expect([texts.length, migrations()]).toEqual([4, 1]);
  // What needs no such table works.
  expect(await store.read("test", { tenant: "org" })).toMatchObject({ accountId: "acct_1" });
});

test("SV-F14 sequences that alone are dropped are created again, higher, and nothing is lost", async () => {
  const { store, warnings, execute } = instance();
  const before = await linked(store, "org", "acct_1");
  // As `drizzle-kit push` does with `tablesFilter`.
  await execute(`drop sequence ${SEQUENCES.join(", ")}`);
  const { sequence, connection } = await store.hear({ mode: "test", accountId: "acct_1", eventId: "evt" });
  expect(sequence).toBeGreaterThan(0);
  expect(connection).toEqual({ ...before, readAt: expect.any(String) });
  expect((await linked(store, "org_next", "acct_2")).revision).toBeGreaterThan(before.revision);
  expect(warnings).toHaveLength(1);
});

test("SV-F14 tables that were truncated, with their version, are found complete by the next server", async () => {
  const first = instance();
  await linked(first.store, "org", "acct_1");
  await first.execute(`truncate ${TABLES.join(", ")}`);
  const next = instance();
  expect(await next.store.read("test", { tenant: "org" })).toBeNull();
  expect(await linked(next.store, "org", "acct_1")).toMatchObject({ accountId: "acct_1" });
  expect(next.warnings).toEqual([]);
});

test("AT-F4 a logger of the store's that rejects neither ends the process nor fails a call", async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  const pool = new pg.Pool(db.config({ max: 2 }));
  onTestFinished(() => pool.end());
  const store = createPostgresStore({
    query: (text, values, name) => pool.query({ text, values, name }),
    logger: { warn: (() => Promise.reject(new Error("the log server is away"))) as () => void },
  });
  await store.latestRevision();
  await pool.query(`drop table ${TABLES.join(", ")} cascade`);
  expect(await store.read("test", { tenant: "org" })).toBeNull();
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
});
