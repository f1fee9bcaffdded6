import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { linked, snapshotOf } from "../../../src/testing/storeContract/storeContractSetup.js";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";

const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const config = { connectionString: inject("postgresUrl"), options: `-c search_path=${schema}`, max: 1 };
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });

beforeAll(async () => {
  await admin.query(`create schema ${schema}`);
});
afterAll(async () => {
  await admin.query(`drop schema ${schema} cascade`);
  await admin.end();
});

test("statements that `pg` is given by name are planned once by each connection, and two stores share the names", async () => {
  const pool = new pg.Pool(config);
  onTestFinished(() => pool.end());
  const store = () => createPostgresStore({ query: (text, values, name) => pool.query({ text, values, name }) });
  const [one, other] = [store(), store()];
  for (let read = 0; read < 3; read += 1) {
    await one.read("test", { tenant: "org" });
    await other.read("test", { tenant: "org" });
  }
  const { rows } = await pool.query<{ name: string; times: number }>(
    "select name, (generic_plans + custom_plans)::int as times from pg_prepared_statements where name like 'rsc_%'",
  );
  expect(rows).toEqual([{ name: expect.stringMatching(/^rsc_\w{8,14}$/) as string, times: 6 }]);
});

test("what a webhook or a sweep asks of the database is found by an index, however many connections there are", async () => {
  const client = new pg.Client(config);
  await client.connect();
  onTestFinished(() => client.end());
  const asked: { text: string; values: unknown[] }[] = [];
  const store = createPostgresStore({
    query: (text, values) => {
      asked.push({ text, values });
      return client.query(text, values);
    },
  });
  const { tenant, mode, generation, revision } = await linked(store, "org_plans", "acct_plans");
  const key = { tenant, mode, generation };
  asked.length = 0;
  await store.read(mode, { accountId: "acct_plans" });
  await store.hear({ mode, accountId: "acct_plans", eventId: "evt_plans" });
  const sequence = Number(await store.nextSequence({ ...key, eventId: "evt_plans" }));
  const snapshot = snapshotOf("acct_plans");
  await store.apply({ ...key, eventId: "evt_plans", sequence, revision, snapshot, facts: [] });
  await store.listStale({ mode, unsettledMs: 60_000, settledMs: 60_000, limit: 1 });
  expect(asked).toHaveLength(5);
  // Then it reads a whole table only where nothing else is left.
  await client.query("set enable_seqscan = off");
  for (const { text, values } of asked) {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${text}`, values);
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain("Index");
    expect(plan).not.toContain("Seq Scan");
  }
});

test("and so is what webhooks ask together, also while the tables are small and nobody has counted their rows", async () => {
  const client = new pg.Client(config);
  await client.connect();
  onTestFinished(() => client.end());
  const asked: { text: string; values: unknown[] }[] = [];
  const store = createPostgresStore({
    query: (text, values) => {
      asked.push({ text, values });
      return client.query(text, values);
    },
  });
  const inputs = [];
  for (let one = 0; one < 200; one += 1) {
    const { tenant, mode, generation } = await linked(store, `org_together_${one}`, `acct_together_${one}`);
    inputs.push({ tenant, mode, generation, snapshot: snapshotOf(`acct_together_${one}`) });
  }
  for (const sequence of [1, 2]) {
    const eventId = (index: number) => `evt_together_${sequence}_${index}`;
    await Promise.all(inputs.map((input, index) => store.apply({ ...input, sequence, eventId: eventId(index) })));
  }
  asked.length = 0;
  const few = inputs.slice(0, 3);
  await Promise.all(
    few.map(({ mode }, one) => store.hear({ mode, accountId: `acct_together_${one}`, eventId: `evt_${one}` })),
  );
  await Promise.all(few.map((input) => store.apply({ ...input, sequence: 3 })));
  expect(asked).toHaveLength(2);
  for (const { text, values } of asked) {
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain ${text}`, values);
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).not.toContain("Seq Scan");
  }
});
