import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { listenSimulator } from "react-stripe-connection/simulator/node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { SECRET } from "../server/support/backEnd.js";
import { openStream } from "../server/support/openStream.js";
import { installPackage, type NextServer, startNext } from "./nextServer.js";

const mounts = fileURLToPath(new URL("../mounts", import.meta.url));
/** A copy, because the test edits it. */
const app = join(mounts, "next-dev");
const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const databaseUrl = `${inject("postgresUrl")}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
const admin = new pg.Pool({ connectionString: databaseUrl, max: 1 });
const simulator = createStripeSimulator();

let listening: Awaited<ReturnType<typeof listenSimulator>>;
let server: NextServer;

beforeAll(async () => {
  await rm(app, { recursive: true, force: true });
  await cp(join(mounts, "next"), app, {
    recursive: true,
    filter: (path) => !/\/(node_modules|\.next)$/.test(path),
  });
  await installPackage(app);
  await admin.query(`create schema ${schema}`);
  listening = await listenSimulator(simulator);
  server = await startNext("dev", app, {
    STORE_IS_DOWN: join(app, "store-is-down"),
    DATABASE_URL: databaseUrl,
    LISTENER: schema,
    SIMULATOR_URL: listening.url,
    WEBHOOK_SECRET: SECRET,
  });
}, 120_000);

afterAll(async () => {
  await server?.kill();
  await simulator.close();
  await listening?.close();
  await admin.query(`drop schema if exists ${schema} cascade`);
  await admin.end();
  await rm(app, { recursive: true, force: true });
});

describe("next dev", { timeout: 120_000 }, () => {
  test("HO-6 SV-P4 pages, routes and edits share one handler, and an edited authorize answers", async () => {
    const endpoint = `${server.origin}/app/api/stripe/test`;
    const scopeOfAda = async () => {
      const response = await fetch(`${endpoint}/connection/`, { headers: { authorization: "ada" } });
      expect(response.status).toBe(200);
      return ((await response.json()) as { scope: string }).scope;
    };
    const html = await (await fetch(`${server.origin}/app/`, { headers: { authorization: "ada" } })).text();
    expect(html).toContain('data-status="not_connected"');
    const scope = await scopeOfAda();

    const module = join(app, "connections.js");
    const source = await readFile(module, "utf8");
    await writeFile(module, source.replaceAll("tenant: `org_${user}`", "tenant: `team_${user}`"));
    // Next.js compiles again; each request before that is answered by the module before.
    await expect.poll(scopeOfAda, { timeout: 60_000 }).not.toBe(scope);

    const stream = await openStream({ url: endpoint }, "ada");
    expect((await stream.next()).scope).toBe(await scopeOfAda());
    const { rows } = await admin.query("select 1 from pg_stat_activity where application_name = $1", [schema]);
    expect(rows).toHaveLength(1);
    await stream.close();
    expect(server.printed().match(/set up \/api\/stripe\/test/g)).toHaveLength(1);
    expect(server.printed()).not.toMatch(/error|EADDRINUSE/i);
  });
});
