import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { runCli } from "../../src/cli/runCli.js";
import { STEPS } from "../../src/server/store/postgres/schema.js";
import { linked } from "../../src/testing/storeContract/storeContractSetup.js";
import { testIo } from "./io.js";
import { afterAll, beforeEach, expect, inject, onTestFinished, test } from "vitest";

const connectionString = inject("postgresUrl");
const admin = new pg.Pool({ connectionString, max: 2 });
afterAll(() => admin.end());

/** A schema of its own for each test, and a role that may use its tables but create none. */
let schema = "";
beforeEach(() => {
  schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
});

async function printed(...args: string[]): Promise<string> {
  const io = testIo();
  expect(await runCli(["sql", ...args], io)).toBe(0);
  return io.lines.join("\n");
}

/** Connections as `pg` makes them; the schema is dropped when they are closed. */
function connect(options: pg.PoolConfig = {}) {
  const pool = new pg.Pool({ connectionString, options: `-c search_path=${schema}`, max: 2, ...options });
  onTestFinished(() => pool.end());
  return pool;
}

const dropSchemaAtEnd = (name = schema) =>
  onTestFinished(async () => {
    await admin.query(`drop schema if exists ${name} cascade`);
  });

test("HO-7 what `sql` prints makes the tables, and a role that may not create any works with them", async () => {
  const role = `${schema}_app`;
  onTestFinished(async () => {
    await admin.query(`drop schema ${schema} cascade; drop owned by ${role}; drop role ${role}`);
  });
  await admin.query(`create schema ${schema}; create role ${role} login`);
  const owner = connect();
  const script = await printed();
  await owner.query(script);
  await owner.query(`
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage on all sequences in schema ${schema} to ${role}`);

  const asked: string[] = [];
  const url = Object.assign(new URL(connectionString), { username: role }).href;
  const app = connect({ connectionString: url });
  const store = createPostgresStore({
    query: (text, values) => {
      asked.push(text);
      return app.query(text, values);
    },
    migrate: false,
  });
  await linked(store, "org_a", "acct_a");
  expect(await store.read("test", { accountId: "acct_a" })).toMatchObject({ tenant: "org_a", state: "linked" });
  expect(asked.join("\n")).not.toMatch(/create (table|sequence|function)/);

  // Again it changes nothing, also not what is stored.
  await owner.query(script);
  expect(await store.read("test", { tenant: "org_a" })).toMatchObject({ accountId: "acct_a" });
});

test("HO-7 with `--schema` the tables are there whatever the search path is, and it stays as it was", async () => {
  dropSchemaAtEnd();
  const other = connect({ options: "-c search_path=public", max: 1 });
  const script = await printed("--schema", schema);
  const migrated = async () => {
    await other.query(`begin; ${script} commit`);
    return (await other.query<{ search_path: string }>("show search_path")).rows[0]?.search_path;
  };
  expect(await migrated()).toBe("public");
  expect(await migrated()).toBe("public");
  const { rows } = await admin.query(`select version from ${schema}.rsc_schema order by version`);
  expect(rows).toEqual(STEPS.map((_, index) => ({ version: index + 1 })));
  const app = connect();
  const store = createPostgresStore({ query: (text, values) => app.query(text, values), migrate: false });
  await linked(store, "org_b", "acct_b");
  expect((await admin.query(`select tenant from ${schema}.rsc_connections`)).rows).toHaveLength(1);
});

test("HO-7 tables of an earlier version are brought up by what a later version prints", async () => {
  dropSchemaAtEnd();
  await admin.query(`create schema ${schema}`);
  const owner = connect();
  await owner.query(
    `create table rsc_schema (version integer primary key); ${STEPS[0]}; insert into rsc_schema values (1)`,
  );
  const store = createPostgresStore({ query: (text, values) => owner.query(text, values), migrate: false });
  const tooOld = `the tables in the database are of version 1, and this release needs version ${STEPS.length}. Apply the output of \`npx react-stripe-connection sql\``;
  await expect(store.read("test", { tenant: "org" })).rejects.toThrow(tooOld);
  await owner.query(await printed());
  expect(await store.read("test", { tenant: "org" })).toBeNull();
});

test("HO-7 without tables a store that may not create them says which command prints them", async () => {
  dropSchemaAtEnd();
  await admin.query(`create schema ${schema}`);
  const owner = connect();
  const store = createPostgresStore({ query: (text, values) => owner.query(text, values), migrate: false });
  const missing =
    "tables are missing in the database, and `migrate: false` keeps the store from creating them. Apply the output of `npx react-stripe-connection sql`";
  await expect(store.read("test", { tenant: "org" })).rejects.toThrow(missing);
  await owner.query(await printed());
  expect(await store.read("test", { tenant: "org" })).toBeNull();
  await owner.query(`drop schema ${schema} cascade; create schema ${schema}`);
  await expect(store.read("test", { tenant: "org" })).rejects.toThrow(missing);
  const { rows } = await admin.query("select 1 from pg_class where relnamespace = $1::regnamespace", [schema]);
  expect(rows).toEqual([]);
});

test.each([["--schema", 'a"; drop table orgs; --'], ["--schema", ""], ["--tables"]])(
  "`sql %s %s` is a mistake of the caller",
  async (...args) => {
    const io = testIo();
    expect(await runCli(["sql", ...args.filter((one) => one !== undefined)], io)).toBe(2);
    expect(io.lines).toEqual([expect.stringMatching(/letters, digits and underscores|Unknown option/)]);
  },
);
