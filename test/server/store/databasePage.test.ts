import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { linked } from "../../../src/testing/storeContract/storeContractSetup.js";
import { eventually } from "../support/eventually.js";
import { expect, inject, onTestFinished, test } from "vitest";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const page = readFileSync(at("../../../docs/database.md"), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, code = ""]) => code);

test("docs/database.md prints the recipes that the tests run, and no other", () => {
  const files = readdirSync(at("drivers")).filter((file) => file !== "prismaClient.ts");
  expect(files.length).toBeGreaterThan(8);
  const recipes = files.map((file) => readFileSync(at(`drivers/${file}`), "utf8"));
  expect(blocks("ts").toSorted()).toEqual(recipes.toSorted());
});

test("docs/database.md moves the tables to another schema with what they hold", async () => {
  const database = `rsc_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  await admin.query(`create database ${database}`);
  const url = Object.assign(new URL(inject("postgresUrl")), { pathname: `/${database}` }).href;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  onTestFinished(async () => {
    await pool.end();
    await eventually(() => admin.query(`drop database ${database}`));
    await admin.end();
  });
  const storeIn = (schema?: string) =>
    createPostgresStore({ query: (text, values) => pool.query(text, values), ...(schema ? { schema } : {}) });
  const stored = await linked(storeIn(), "org", "acct_1");

  const move = blocks("sql").find((sql) => sql.startsWith("create schema"));
  await pool.query(move ?? "the page has no such block");

  const moved = storeIn("stripe");
  expect(await moved.read("test", { tenant: "org" })).toEqual({ ...stored, readAt: expect.any(String) });
  await moved.purge("org");
  expect((await pool.query("select 1 from stripe.rsc_audit")).rows).toEqual([]);
  const { rows } = await pool.query("select relname from pg_class where relnamespace = 'public'::regnamespace");
  expect(rows).toEqual([]);
});
