import pg from "pg";
import { createPostgresStore, type PostgresStoreOptions } from "react-stripe-connection/postgres";
import { startBackEnd } from "../support/backEnd.js";
import { afterAll, expect, inject, test } from "vitest";

const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
const pool = new pg.Pool({ connectionString: inject("postgresUrl"), options: `-c search_path=${schema}`, max: 5 });
await admin.query(`create schema ${schema}`);
afterAll(async () => {
  await pool.end();
  await admin.query(`drop schema ${schema} cascade`);
  await admin.end();
});

type Rows = Record<string, unknown>[];
const rowsOf = async (text: string, values: unknown[]) =>
  (await pool.query<Record<string, unknown>>(text, values)).rows;
const renamed = (rows: Rows, rename: (name: string) => string) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [rename(name), value])));

/** What hosts have written, or what a plugin of theirs does, and how the error begins and what it says to do. */
const WRONG: [string, (text: string, values: (string | null)[]) => Promise<unknown>, RegExp][] = [
  ["rows without { rows }", rowsOf, /resolved to an array\. Return `\{ rows \}`/],
  [
    "no result",
    async (text, values) => void (await rowsOf(text, values)),
    /resolved to undefined\. Return `\{ rows \}`/,
  ],
  [
    "[rows, count]",
    async (text, values) => [await rowsOf(text, values), 1],
    /resolved to \[rows, a number\]\. Return `\{ rows \}` with the first/,
  ],
  [
    "[rows, result] in rows",
    async (text, values) => ({ rows: [await rowsOf(text, values), {}] }),
    /rows that are \[rows, an object\]\. Return `\{ rows \}` with the first/,
  ],
  [
    "a whole result in rows",
    async (text, values) => ({ rows: await pool.query(text, values) }),
    /resolved to \{ rows: an object \}\. Return `\{ rows \}`/,
  ],
  [
    "rows as arrays",
    (text, values) => pool.query({ text, values, rowMode: "array" }),
    /rows that are arrays\. Return one object for each row: leave out `rowMode: "array"`/,
  ],
  [
    "renamed columns",
    async (text, values) => ({ rows: renamed(await rowsOf(text, values), (name) => name.toLowerCase()) }),
    /returned the columns sometext, .* for a statement that selects someText, .*use no plugin or transform/,
  ],
  [
    "texts as bytes",
    (text, values) => pool.query({ text, values, types: { getTypeParser: () => Buffer.from } }),
    /returned the text column "someText" as an object\. Return texts as strings/,
  ],
  [
    "texts that are parsed",
    async (text, values) => ({
      rows: (await rowsOf(text, values)).map((row) => ({ ...row, someBoolean: row["someBoolean"] === "true" })),
    }),
    /returned the text column "someBoolean" as a boolean\. Return texts as strings/,
  ],
  [
    "JSON encoded twice",
    (text, values) =>
      pool.query(
        text,
        values.map((value) => JSON.stringify(value)),
      ),
    /sent a parameter with another value\. Send each text as it is, also one that holds JSON/,
  ],
  ["no rows at all", async () => ({ rows: [] }), /returned no row for a statement that selects one/],
];

test.each(WRONG)("SV-F2 a driver that gives %s is refused with what to change", async (_name, wrong, says) => {
  const texts: string[] = [];
  const called: string[] = [];
  const query = (text: string, values: (string | null)[]) => {
    texts.push(text);
    return wrong(text, values);
  };
  const store = createPostgresStore({ query: query as PostgresStoreOptions["query"] });
  const { get, post, handler, logs } = await startBackEnd({
    store,
    webhooks: false,
    options: { onConnected: ({ tenant }) => void called.push(tenant) },
  });

  expect(await get("/connection")).toMatchObject({ status: 503, body: { code: "store_unavailable" } });
  expect(await post("/connection")).toMatchObject({ status: 503, body: { code: "store_unavailable" } });
  await expect(handler.reconcile()).rejects.toMatchObject({ code: "store_unavailable" });

  const causes = logs.flatMap(({ fields }) => (fields?.["cause"] === undefined ? [] : [String(fields["cause"])]));
  expect(causes.length).toBeGreaterThan(1);
  for (const cause of causes) {
    expect(cause).toMatch(/^QueryResultError: react-stripe-connection: `query` of createPostgresStore /);
    expect(cause).toMatch(says);
    expect(cause).toMatch(/docs\/database\.md shows each driver\.$/);
  }
  // The migration and the probe. What was refused is not tried again.
  expect(texts).toHaveLength(2);
  expect(called).toEqual([]);
});

test("SV-F2 a result that changes its shape later is refused, and never taken for no connection", async () => {
  let isWrong = false;
  const store = createPostgresStore({
    query: async (text, values) => {
      const { rows } = await pool.query<Record<string, unknown>>(text, values);
      return { rows: isWrong ? renamed(rows, (name) => name.toUpperCase()) : rows };
    },
  });
  const params = { tenant: "org_later", mode: "test", claimId: "c", params: {}, startedBy: null, leaseMs: 1 } as const;
  await store.claim(params);
  isWrong = true;
  await expect(store.read("test", { tenant: "org_later" })).rejects.toThrow('the database returned no column "tenant"');
  await expect(store.takeToken({ bucket: "b:1", perMinute: 1 })).rejects.toThrow('no column "granted"');
});
