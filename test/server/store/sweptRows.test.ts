import { createPostgresStore } from "react-stripe-connection/postgres";
import type { ConnectionStore } from "react-stripe-connection/server";
import { keyOf, linked, sequenceOf, snapshotOf } from "../../../src/testing/storeContract/storeContractSetup.js";
import { expect, test } from "vitest";
import { DATABASE_NAMES, openDatabase } from "../support/databases.js";
import { testSchema } from "../support/testSchema.js";

const db = testSchema();

const write = async (store: ConnectionStore, key: ReturnType<typeof keyOf>, accountId: string, reason: string) => {
  const snapshot = snapshotOf(accountId, { status: "in_progress", disabledReason: reason });
  expect((await store.apply({ sequence: await sequenceOf(store, key), snapshot, ...key })).outcome).toBe("applied");
};

test("webhooks write a row without touching its indexes", async () => {
  const { query, store } = await openDatabase("PostgreSQL", db.config());
  const keys = [];
  for (let index = 0; index < 15; index += 1) keys.push(keyOf(await linked(store, `org_${index}`, `acct_${index}`)));
  // What the session counted and has not reported yet. Other tests have tables of this name in their schemas.
  const updates = async () => {
    const { rows } = await query(
      `select n_tup_upd::int as all, n_tup_hot_upd::int as hot from pg_stat_xact_user_tables
      where relname = 'rsc_connections' and schemaname = current_schema()`,
    );
    return rows[0] as { all: number; hot: number };
  };
  const counted = { all: 0, hot: 0 };
  for (let round = 0; round <= 15; round += 1) {
    for (const [index, key] of keys.entries()) {
      await query("begin");
      const before = await updates();
      // Every third round tells of a change.
      await write(store, key, `acct_${index}`, `of round ${Math.floor(round / 3)}`);
      const after = await updates();
      await query("commit");
      // The first read makes the row as large as it then stays.
      if (round === 0) continue;
      counted.all += after.all - before.all;
      counted.hot += after.hot - before.hot;
    }
  }
  expect(counted.all).toBe(225);
  expect(counted.hot / counted.all).toBeGreaterThanOrEqual(0.9);
});

const namesOf = async (store: ConnectionStore, limit: number, ms: number) =>
  (await store.listStale({ mode: "test", unsettledMs: ms, settledMs: ms, limit })).map(({ tenant }) => tenant);

test.each(DATABASE_NAMES)(
  "a sweep of %s lists what is due to the second, what was read longest ago first",
  async (name) => {
    const { query, store } = await openDatabase(name, db.config());
    const ages = { day: "1 day", minute: "61 seconds", fresh: "58 seconds", week: "7 days", never: null };
    for (const [tenant, age] of Object.entries(ages)) {
      const key = keyOf(await linked(store, tenant, `acct_${tenant}`));
      if (age === null) continue;
      await write(store, key, `acct_${tenant}`, "x");
      await query(
        `update rsc_connections set checked_at = checked_at - interval '${age}' where tenant = '"${tenant}"'`,
      );
    }
    expect(await namesOf(store, 1, 60_000)).toEqual(["never"]);
    // It was listed, and nothing came of it.
    expect(await namesOf(store, 10, 60_000)).toEqual(["week", "day", "minute", "never"]);
    const minute = await store.read("test", { tenant: "minute" });
    if (!minute) throw new Error("there is a row");
    await write(store, keyOf(minute), "acct_minute", "x");
    expect((await namesOf(store, 10, 60_000)).toSorted()).toEqual(["day", "never", "week"]);
  },
);

test("a sweep finds what is due by the indexes", async () => {
  const { query, store } = await openDatabase("PostgreSQL", db.config());
  await linked(store, "org", "acct");
  await query("alter table rsc_connections disable trigger all");
  await query(`
    insert into rsc_connections (tenant_key, mode, tenant, state, generation, revision, account_id, status, settled, status_since, checked_at, tried_at)
    select 'k' || n, 'test', '"' || n || '"', 'linked', n, n, 'acct_' || n, 'connected', n % 10 > 0, now(), now() - n * interval '1 second',
      case when n % 1000 = 0 then now() end
    from generate_series(1, 20000) n`);
  await query("vacuum analyze rsc_connections");
  const plans: string[] = [];
  const explained = createPostgresStore({
    async query(text, params) {
      if (text.includes("due_0")) {
        const { rows } = (await query(`explain ${text}`, params)) as { rows: Record<string, string>[] };
        plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
      return query(text, params);
    },
  });
  const sweep = { mode: "test", unsettledMs: 60_000, settledMs: 3_600_000, limit: 1 } as const;
  expect((await explained.listStale(sweep)).map(({ tenant }) => tenant)).toEqual(["org"]);
  expect(plans[0]).toMatch(/rsc_connections_checked/);
  expect(plans[0]).toMatch(/rsc_connections_tried/);
  expect(plans[0]).not.toMatch(/Seq Scan on rsc_connections/);
});
