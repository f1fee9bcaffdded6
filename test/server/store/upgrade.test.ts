import { expect, test } from "vitest";
import { tenantKey } from "../../../src/server/store/connectionStore.js";
import { STEPS } from "../../../src/server/store/postgres/schema.js";
import {
  claimFacts,
  keyOf,
  linked,
  sequenceOf,
  snapshotOf,
} from "../../../src/testing/storeContract/storeContractSetup.js";
import { DATABASE_NAMES, openDatabase, type Query } from "../support/databases.js";
import { testSchema } from "../support/testSchema.js";

const db = testSchema();

/** The tables of 0.1.0. */
const VERSION = 3;
const SNAPSHOT = snapshotOf("acct_read", { disabledReason: "kept" });

/** What it had written: rows that were read and listed at different times, events, facts and entries. */
async function fillTablesOf010(query: Query): Promise<void> {
  const row = async (tenant: string, generation: number, checked: string | null, tried: string | null) => {
    const at = (age: string | null) => (age === null ? "null" : `now() - interval '${age}'`);
    return `insert into rsc_connections (tenant_key, mode, tenant, state, generation, revision, account_id, platform_id,
        snapshot, status, settled, status_since, checked_at, tried_at, applied_sequence, started_by, connected_at, last_event_id)
      values ('${await tenantKey(tenant)}', 'test', '"${tenant}"', 'linked', ${generation}, nextval('rsc_revision'), 'acct_${tenant}',
        'acct_platform', '${JSON.stringify(SNAPSHOT).replaceAll("'", "''")}', 'connected', true, '2026-11-01T12:00:00Z', ${at(checked)}, ${at(tried)}, 7,
        '"ada"', '2026-11-02T12:00:00Z', 'evt_last')`;
  };
  const key = await tenantKey("read");
  await query(`
    create table rsc_schema (version integer primary key);
    create sequence rsc_generation; create sequence rsc_revision; create sequence rsc_read_sequence;
    ${STEPS.slice(0, VERSION)
      .map((step, index) => `${step}; insert into rsc_schema values (${index + 1});`)
      .join("\n")}
    select setval('rsc_read_sequence', 100), setval('rsc_generation', 100);
    ${await row("read", 1, "2 days", "3 days")};
    ${await row("tried", 2, "4 days", "1 hour")};
    ${await row("never", 3, null, null)};
    ${await row("refused", 4, null, "2 hours")};
    ${await row("fresh", 5, "1 minute", null)};
    insert into rsc_events values ('test', 'evt_seen', '${key}', now());
    insert into rsc_facts values ('${key}', 'test', 1, 'connected', 'connected', '{"accountId":"acct_read"}', now());
    insert into rsc_audit values (now(), '${key}', 'test', 1, 'connect', '"ada"', 'acct_read');
    insert into rsc_tokens values ('${key}:test:session', 3, true, now())`);
}

test.each(DATABASE_NAMES)("F6 what the tables of 0.1.0 hold on %s is there after the upgrade", async (name) => {
  const { query, store } = await openDatabase(name, db.config());
  await fillTablesOf010(query);
  const stored = await store.read("test", { tenant: "read" });
  expect(stored).toMatchObject({
    state: "linked",
    generation: 1,
    accountId: "acct_read",
    platformId: "acct_platform",
    snapshot: SNAPSHOT,
    startedBy: "ada",
    statusSince: "2026-11-01T12:00:00.000Z",
    connectedAt: "2026-11-02T12:00:00.000Z",
    lastEventId: "evt_last",
  });
  if (!stored) throw new Error("there is a row");
  const age = Date.parse(stored.readAt) - Date.parse(stored.checkedAt ?? "");
  expect(Math.round(age / 3_600_000)).toBe(48);

  // By when each was read or listed last.
  const day = { mode: "test", unsettledMs: 86_400_000, settledMs: 86_400_000, limit: 10 } as const;
  const due = (await store.listStale(day)).map(({ tenant }) => tenant);
  expect(due).toEqual(["never", "read", "refused", "tried"]);

  const key = keyOf(stored);
  expect(await store.nextSequence({ eventId: "evt_seen", ...key })).toBe("duplicate");
  const sequence = await sequenceOf(store, key);
  expect(sequence).toBeGreaterThan(100);
  const written = await store.apply({ sequence, snapshot: SNAPSHOT, ...key });
  expect(written).toMatchObject({ outcome: "applied", connection: { revision: stored.revision } });
  expect((await store.listStale({ ...day, limit: 1 })).map(({ tenant }) => tenant)).not.toContain("read");
  expect((await claimFacts(store, "connected")).map(({ payload }) => payload)).toEqual([{ accountId: "acct_read" }]);
  expect(await store.readAudit({ tenant: "read", mode: "test", limit: 10 })).toMatchObject([{ what: "connect" }]);
});

test("an instance of 0.1.0 that is in the middle of a write is in no deadlock with the upgrade", async () => {
  const { query } = await openDatabase("PostgreSQL", db.config());
  await fillTablesOf010(query);
  const upgraded = await openDatabase("PostgreSQL", db.config());
  await query("begin");
  await query("update rsc_connections set applied_sequence = 8 where generation = 1");
  const upgrade = upgraded.store.read("test", { tenant: "read" });
  const waits = `select 1 from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await db.admin.query(waits, [db.schema])).rows).toHaveLength(1);
  // As every write of a webhook goes on, while the upgrade waits for the first table.
  await query(
    "insert into rsc_facts select tenant_key, mode, generation, 'f', 'connected', '{}', now() from rsc_connections",
  );
  await query("insert into rsc_audit select now(), tenant_key, mode, generation, 'connect' from rsc_connections");
  await query("commit");
  expect(await upgrade).toMatchObject({ state: "linked" });
  expect((await query("select max(version) as made from rsc_schema")).rows).toEqual([{ made: STEPS.length }]);
});

test.each(STEPS.map((_, index) => index + 1))(
  "SV-F14 tables of version %i that were truncated are upgraded",
  async (version) => {
    const { query, store } = await openDatabase("PostgreSQL", db.config());
    await query(`
      create table rsc_schema (version integer primary key);
      create sequence rsc_generation; create sequence rsc_revision; create sequence rsc_read_sequence;
      ${STEPS.slice(0, version).join(";\n")}`);
    expect(await store.read("test", { tenant: "org" })).toBeNull();
    const { rows } = await query("select version from rsc_schema order by version");
    expect(rows).toEqual(STEPS.map((_, index) => ({ version: index + 1 })));
    expect(await linked(store, "org", "acct_1")).toMatchObject({ accountId: "acct_1" });
  },
);
