import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { createPostgresStore, listenWithPg, type PostgresStoreOptions } from "react-stripe-connection/postgres";
import { afterAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { subscribeVerb } from "../../../src/server/store/postgres/subscribe.js";
import { linked } from "../../../src/testing/storeContract/storeContractSetup.js";
import { eventually } from "../support/eventually.js";
import { databaseProxy } from "../support/databaseProxy.js";

const url = inject("postgresUrl");
const pool = new pg.Pool({ connectionString: url, max: 3 });
afterAll(() => pool.end());

/** A store whose warnings are kept, subscribed. */
async function subscribed(options: Partial<PostgresStoreOptions>) {
  const warnings: string[] = [];
  const changes: string[] = [];
  const store = createPostgresStore({
    query: (text, values) => pool.query(text, values),
    logger: { warn: (message) => void warnings.push(message) },
    ...options,
  });
  const end = await store.subscribe?.(
    ({ tenantKey }) => void changes.push(tenantKey),
    () => undefined,
  );
  onTestFinished(async () => end?.());
  return { store, warnings, changes, end };
}

const DEAF = /^`listen` of createPostgresStore receives no notification.*Give it the direct address of PostgreSQL/;

describe("SV-F8 a listening connection that hears nothing", () => {
  test("as through a pooler in transaction mode is reported once, with the fix", async () => {
    const proxy = await databaseProxy(url);
    // Type A: NotificationResponse.
    proxy.drop((chunk) => chunk[0] === 0x41);
    const { warnings } = await subscribed({
      listen: listenWithPg(() => new pg.Client({ connectionString: proxy.url })),
    });
    await eventually(() => expect(warnings).toEqual([expect.stringMatching(DEAF)]));
  });

  test("in another database is reported", async () => {
    const database = `rsc_${crypto.randomUUID().replaceAll("-", "")}`;
    await pool.query(`create database ${database}`);
    onTestFinished(async () => {
      await eventually(() => pool.query(`drop database ${database}`));
    });
    const elsewhere = Object.assign(new URL(url), { pathname: `/${database}` }).href;
    const { warnings, end } = await subscribed({
      listen: listenWithPg(() => new pg.Client({ connectionString: elsewhere })),
    });
    await eventually(() => expect(warnings).toEqual([expect.stringMatching(DEAF)]));
    await end?.();
  });
});

/** `subscribeVerb` with timers that the test runs, over the database. */
async function withTimers(listen: NonNullable<PostgresStoreOptions["listen"]>, query = pool.query.bind(pool)) {
  const timers = new Set<() => void>();
  const warnings: string[] = [];
  const asked: string[] = [];
  const run = async (text: string, params: readonly (string | number | null)[]) => {
    const { rows } = await query<Record<string, string | null>>(text, [...params]);
    asked.push(text);
    return rows;
  };
  const after = (_ms: number, work: () => void) => {
    timers.add(work);
    return () => void timers.delete(work);
  };
  const changes: unknown[] = [];
  const subscribe = subscribeVerb(
    run,
    {
      query: (text, values) => query(text, values),
      listen,
      logger: { warn: (message) => void warnings.push(message) },
    },
    { after, randomUUID: () => crypto.randomUUID() },
  );
  const end = await subscribe(
    (change) => void changes.push(change),
    () => undefined,
  );
  onTestFinished(end);
  const elapse = () => {
    for (const work of timers) {
      timers.delete(work);
      work();
    }
  };
  return { timers, warnings, asked, changes, elapse, end };
}

describe("SV-F8 a listening connection that hears is not reported", () => {
  test.each<[string, () => Promise<Partial<PostgresStoreOptions>>]>([
    ["with listenWithPg", async () => ({ listen: listenWithPg(() => new pg.Client({ connectionString: url })) })],
    [
      "with PGlite",
      async () => {
        const db = new PGlite();
        await db.waitReady;
        onTestFinished(() => db.close());
        return {
          query: (text, params) => db.query(text, params),
          listen: (channel, onPayload) => db.listen(channel, onPayload),
        };
      },
    ],
    [
      "with a `listen` of the host's that passes on changes only",
      async () => ({
        async listen(channel, onPayload) {
          const client = new pg.Client({ connectionString: url });
          await client.connect();
          client.on("notification", ({ payload = "" }) => {
            const { tenantKey, mode, revision } = JSON.parse(payload) as Record<string, unknown>;
            if (tenantKey && (mode === "test" || mode === "live") && revision !== undefined) onPayload(payload);
          });
          await client.query(`listen ${channel}`);
          return () => client.end();
        },
      }),
    ],
  ])("%s", async (_name, options) => {
    const given = await options();
    const heard: string[] = [];
    const { store, warnings, changes } = await subscribed({
      ...given,
      listen: (channel, onPayload, onDrop) => {
        const listen = given.listen;
        if (!listen) throw new Error("it listens");
        return listen(
          channel,
          (payload) => {
            heard.push(payload);
            onPayload(payload);
          },
          onDrop,
        );
      },
    });
    await eventually(() => expect(heard.some((payload) => payload.includes("listening:"))).toBe(true));
    const unique = crypto.randomUUID();
    await linked(store, `org_${unique}`, `acct_${unique}`);
    await eventually(() => expect(changes.length).toBeGreaterThan(0));
    // What the store tells itself is no change.
    expect(changes.filter((key) => !/^[\da-f]{64}$/.test(key))).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test("when it heard the second notification only, because the process was busy", async () => {
    const payloads: string[] = [];
    let pass: (payload: string) => void = () => undefined;
    const line = new pg.Client({ connectionString: url });
    await line.connect();
    onTestFinished(() => line.end());
    line.on("notification", ({ payload = "" }) => payload.includes("listening:") && void payloads.push(payload));
    const { timers, warnings, elapse, asked } = await withTimers(async (channel, onPayload) => {
      pass = onPayload;
      await line.query(`listen ${channel}`);
      return async () => undefined;
    });
    await eventually(() => expect(timers.size).toBe(1));
    elapse();
    await eventually(() => expect([asked.length, timers.size]).toEqual([3, 1]));
    await eventually(() => expect(payloads.length).toBeGreaterThan(1));
    payloads.forEach(pass);
    expect(timers.size).toBe(0);
    expect(warnings).toEqual([]);
  });

  test("after it ended, and no timer is left", async () => {
    const { timers, warnings, end } = await withTimers(async () => async () => undefined);
    await eventually(() => expect(timers.size).toBe(1));
    await end();
    expect([timers.size, warnings]).toEqual([0, []]);
  });
});
