import { neonConfig } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/postgres-js";
import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import postgres from "postgres";
import { createPostgresStore } from "react-stripe-connection/postgres";
import type { ConnectionStore } from "react-stripe-connection/server";
import { storeContract } from "../../../src/testing/storeContract/storeContract.js";
import { startBackEnd } from "../support/backEnd.js";
import { eventually } from "../support/eventually.js";
import { openStream } from "../support/openStream.js";
import { startWebSocketProxy } from "../support/webSocketProxy.js";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";

interface Opened {
  store: ConnectionStore;
  /** Runs several statements beside the store. Default: on a connection of `pg`. */
  execute?: (statements: string) => Promise<unknown>;
  close: () => Promise<unknown>;
}

/** The files in `drivers` read their address from the environment. docs/database.md prints them. */
const RECIPES: Record<string, (url: string) => Promise<Opened>> = {
  async pg() {
    const { pool, store } = await import("./drivers/pg.js");
    return { store, close: () => pool.end() };
  },
  async "pg in a schema of its own"() {
    const { pool, store } = await import("./drivers/ownSchema.js");
    return { store, close: () => pool.end() };
  },
  async PGlite() {
    const { db, store } = await import("./drivers/pglite.js");
    return { store, execute: (statements) => db.exec(statements), close: () => db.close() };
  },
  async "postgres.js"() {
    const { sql, store } = await import("./drivers/postgresJs.js");
    return { store, close: () => sql.end() };
  },
  async Neon() {
    const proxy = await startWebSocketProxy();
    neonConfig.wsProxy = (host, port) => `${proxy.host}/v1?address=${host}:${port}`;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineConnect = false;
    const { pool, store } = await import("./drivers/neon.js");
    return { store, close: () => pool.end().then(proxy.close) };
  },
  async Drizzle() {
    const { db, store } = await import("./drivers/drizzle.js");
    return { store, close: () => db.$client.end() };
  },
  async Kysely() {
    const { db, store } = await import("./drivers/kysely.js");
    return { store, close: () => db.destroy() };
  },
  async Prisma() {
    const { prisma } = await import("./drivers/prismaClient.js");
    const { store } = await import("./drivers/prisma.js");
    return { store, close: () => prisma.$disconnect() };
  },
  async TypeORM() {
    const { dataSource, store } = await import("./drivers/typeorm.js");
    return { store, close: () => dataSource.destroy() };
  },
  async Sequelize() {
    const { sequelize, store } = await import("./drivers/sequelize.js");
    return { store, close: () => sequelize.close() };
  },
};

/** Plugins and type parsers that change what a driver gives. */
const CHANGED: Record<string, (url: string) => Promise<Opened>> = {
  async "Kysely with CamelCasePlugin"(url) {
    const dialect = new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) });
    const db = new Kysely<object>({ dialect, plugins: [new CamelCasePlugin()] });
    const store = createPostgresStore({ query: (text, params) => db.executeQuery(CompiledQuery.raw(text, params)) });
    return { store, close: () => db.destroy() };
  },
  async "postgres.js with postgres.camel"(url) {
    const sql = postgres(url, { transform: postgres.camel });
    const store = createPostgresStore({
      query: async (text, params) => ({ rows: await sql.unsafe(text, params) }),
    });
    return { store, close: () => sql.end() };
  },
  async "Drizzle over postgres.js"(url) {
    const { $client: sql } = drizzle(url);
    const store = createPostgresStore({ query: async (text, params) => ({ rows: await sql.unsafe(text, params) }) });
    return { store, close: () => sql.end() };
  },
  async "pg with type parsers of its own"(url) {
    const pool = new pg.Pool({ connectionString: url });
    const parsers: Record<number, (value: string) => unknown> = { 16: (value) => value, 20: BigInt, 1700: Number };
    const types = { getTypeParser: (oid: number) => parsers[oid] ?? ((value: string) => value) };
    const store = createPostgresStore({ query: (text, values) => pool.query({ text, values, types }) });
    return { store, close: () => pool.end() };
  },
};

const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 2 });
afterAll(() => admin.end());

/** A store on a database of its own, for the tests of one group. */
function useStore(open: (url: string) => Promise<Opened>) {
  const database = `rsc_${crypto.randomUUID().replaceAll("-", "")}`;
  const url = Object.assign(new URL(inject("postgresUrl")), { pathname: `/${database}` }).href;
  let opened: Opened | null = null;

  beforeAll(async () => {
    await admin.query(`create database ${database}`);
    vi.stubEnv("DATABASE_URL", url);
    vi.stubEnv("DIRECT_DATABASE_URL", url);
    opened = await open(url);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await opened?.close();
    // Waits for the connections that are closing.
    await eventually(() => admin.query(`drop database ${database}`));
  });

  return () => {
    if (!opened) throw new Error("the store was not opened");
    return { execute: executeAt(url), ...opened };
  };
}

const executeAt = (url: string) => async (statements: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statements);
  await client.end();
};

/** What the store says of each case that it breaks. */
async function brokenCases(store: ConnectionStore): Promise<Record<string, unknown>> {
  const broken: Record<string, unknown> = {};
  for (const { name, run } of storeContract(() => store)) {
    await run().catch((thrown: unknown) => (broken[name] = thrown));
  }
  return broken;
}

describe.each(Object.entries(CHANGED))("SV-F2 the store over %s", (_name, open) => {
  const opened = useStore(open);

  test("keeps the store's contract", async () => {
    expect(await brokenCases(opened().store)).toEqual({});
  });
});

describe.each(Object.entries(RECIPES))("SV-F2 the store over %s", (_name, open) => {
  const opened = useStore(open);

  test("goes from connect to disconnect with webhooks and callbacks", async () => {
    const told: string[] = [];
    const { store } = opened();
    const backEnd = await startBackEnd({
      store,
      options: {
        onConnected: ({ accountId }) => void told.push(`connected ${accountId}`),
        onDisconnected: ({ accountId }) => void told.push(`disconnected ${accountId}`),
      },
    });
    const stream = store.subscribe ? await openStream(backEnd, "ada") : null;
    const { get, post, connected, handler, logs } = backEnd;
    expect((await get("/connection")).body).toMatchObject({ status: "not_connected" });
    const id = await connected();
    expect((await get("/connection")).body).toMatchObject({ status: "connected", account: { id } });
    await stream?.until(({ status }) => status === "connected");
    await eventually(() => expect(told).toEqual([`connected ${id}`]));
    expect(await handler.reconcile()).toMatchObject({ failed: 0 });
    const { generation } = (await post("/connection/disconnect-preview")).body;
    expect((await post("/connection/disconnect", { generation })).body).toMatchObject({ status: "not_connected" });
    await stream?.until(({ status }) => status === "not_connected");
    await eventually(() => expect(told).toEqual([`connected ${id}`, `disconnected ${id}`]));
    expect(logs.filter(({ level }) => level !== "info")).toEqual([]);
    await stream?.close();
  });

  test("SV-F14 creates its tables again when they are dropped while the server runs", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    onTestFinished(() => warn.mockRestore());
    const { store, execute } = opened();
    const { connected, get } = await startBackEnd({ store });
    await connected();
    await execute("drop schema if exists public, stripe cascade; create schema public");
    const answers = await Promise.all(Array.from({ length: 5 }, () => get("/connection")));
    expect(answers.map(({ status, body }) => [status, body["status"]])).toEqual(Array(5).fill([200, "not_connected"]));
    const id = await connected();
    expect((await get("/connection")).body).toMatchObject({ status: "connected", account: { id } });
    expect(warn.mock.calls.map(([message]) => String(message))).toEqual([
      "react-stripe-connection: tables or sequences of the store were dropped while the server was running; what is missing is created again",
    ]);
  });

  test("keeps the store's contract", async () => {
    expect(await brokenCases(opened().store)).toEqual({});
  });
});
