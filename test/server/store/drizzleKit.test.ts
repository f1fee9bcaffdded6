import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { runCli } from "../../../src/cli/runCli.js";
import { linked } from "../../../src/testing/storeContract/storeContractSetup.js";
import { testIo } from "../../cli/io.js";
import { eventually } from "../support/eventually.js";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../..", import.meta.url));
// Below node_modules, so that what a host's files import resolves.
const folder = `${root}/node_modules/.cache/drizzle-kit`;

const SCHEMA = `import { pgTable, text } from "drizzle-orm/pg-core";
export const orgs = pgTable("orgs", { id: text("id").primaryKey() });
`;
const CONFIG = `import { defineConfig } from "drizzle-kit";
export default defineConfig({
  dialect: "postgresql",
  schema: "./schema.ts",
  dbCredentials: { url: process.env.DATABASE_URL },
});
`;

const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
const database = `rsc_${crypto.randomUUID().replaceAll("-", "")}`;
const url = Object.assign(new URL(inject("postgresUrl")), { pathname: `/${database}` }).href;

beforeAll(async () => {
  await admin.query(`create database ${database}`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/schema.ts`, SCHEMA);
  await writeFile(`${folder}/drizzle.config.ts`, CONFIG);
});
afterAll(async () => {
  await eventually(() => admin.query(`drop database ${database}`));
  await admin.end();
});

test("HO-7 `drizzle-kit push` leaves tables in a schema of their own alone", async () => {
  const pool = new pg.Pool({ connectionString: url, options: "-c search_path=stripe" });
  onTestFinished(() => pool.end());
  const io = testIo();
  await runCli(["sql", "--schema", "stripe"], io);
  await pool.query(io.lines.join("\n"));
  const store = createPostgresStore({ query: (text, values) => pool.query(text, values) });
  const stored = await linked(store, "org", "acct_1");
  const relations = async () =>
    (await pool.query("select oid from pg_class where relnamespace = 'stripe'::regnamespace order by oid")).rows;
  const before = await relations();

  const { stdout } = await run(process.execPath, [`${root}/node_modules/drizzle-kit/bin.cjs`, "push", "--force"], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: url },
  });

  expect(stdout).toContain("Changes applied");
  expect((await pool.query("select * from public.orgs")).rows).toEqual([]);
  expect(await relations()).toEqual(before);
  expect(await store.read("test", { tenant: "org" })).toEqual(stored);
});
