import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { eventually } from "../support/eventually.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Each block of code that a host may copy, by the file that it is in. */
const blocks = ["docs", "stories", "examples"]
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.(md|mdx|ts|tsx)$/.test(file) && !file.includes("node_modules"))
  .concat("README.md")
  .flatMap((file) => {
    const text = readFileSync(root + file, "utf8");
    if (/\.tsx?$/.test(file)) return [[file, text] as const];
    return [...text.matchAll(/^```tsx?\n([\s\S]*?)^```/gm)].map(([, code = ""]) => [file, code] as const);
  })
  .filter(([, code]) => /new (pg\.)?Pool\(|drizzle\(/.test(code) && code.includes("createPostgresStore"));

test("AT-F8 SV-F12 every pool that the documents show has an error listener and time-outs", () => {
  expect(blocks.map(([file]) => file)).toEqual(expect.arrayContaining(["README.md", "docs/database.md"]));
  for (const [file, code] of blocks) {
    expect(`${file}: ${code}`).toMatch(/\.on\("error", /);
    expect(`${file}: ${code}`).toMatch(/connectionTimeoutMillis: /);
    expect(`${file}: ${code}`).toMatch(/query_timeout: /);
  }
});

test("AT-F8 SV-F12 the pool of docs/database.md outlives its connections, and frees those that wait for a locked table", async () => {
  vi.stubEnv("DATABASE_URL", inject("postgresUrl"));
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { pool, store } = await import("./drivers/pg.js");
  const admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    told.mockRestore();
    await admin.end();
    await pool.end();
  });
  const tenant = `org_${crypto.randomUUID()}`;
  await store.read("test", { tenant });
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  await admin.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await eventually(() => expect(told).toHaveBeenCalled());
  expect(await store.read("test", { tenant })).toBeNull();

  // A table of its own, because other tests use the store's.
  const table = `locked_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin.query(`create table ${table} (one int)`);
  await admin.query(`begin; lock table ${table}`);
  const waiting = await Promise.allSettled(Array.from({ length: 10 }, () => pool.query(`select * from ${table}`)));
  expect(new Set(waiting.map((one) => (one.status === "rejected" ? String(one.reason) : "read")))).toEqual(
    new Set(["error: canceling statement due to lock timeout"]),
  );
  expect(await store.read("test", { tenant })).toBeNull();
  await admin.query(`rollback; drop table ${table}`);
});
