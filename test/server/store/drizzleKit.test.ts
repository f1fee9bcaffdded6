import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { linked } from "../../../src/testing/storeContract/storeContractSetup.js";
import { eventually } from "../support/eventually.js";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
const database = `rsc_${crypto.randomUUID().replaceAll("-", "")}`;
const url = Object.assign(new URL(inject("postgresUrl")), { pathname: `/${database}` }).href;

beforeAll(async () => {
  await admin.query(`create database ${database}`);
});
afterAll(async () => {
  await eventually(() => admin.query(`drop database ${database}`));
  await admin.end();
});

test("HO-7 `drizzle-kit push` leaves tables in a schema of their own alone", async () => {
  const pool = new pg.Pool({ connectionString: url });
  onTestFinished(() => pool.end());
  const store = createPostgresStore({ query: (text, values) => pool.query(text, values), schema: "stripe" });
  const stored = await linked(store, "org", "acct_1");
  const relations = async () =>
    (await pool.query("select oid from pg_class where relnamespace = 'stripe'::regnamespace order by oid")).rows;
  const before = await relations();

  const { stdout } = await run(process.execPath, [at("../../../node_modules/drizzle-kit/bin.cjs"), "push", "--force"], {
    cwd: at("drizzleKit"),
    env: { ...process.env, DATABASE_URL: url },
  });

  expect(stdout).toContain("Changes applied");
  expect((await pool.query("select * from orgs")).rows).toEqual([]);
  expect(await relations()).toEqual(before);
  expect(await store.read("test", { tenant: "org" })).toEqual({ ...stored, readAt: expect.any(String) });
});
