import pg from "pg";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import { describe, expect, onTestFinished, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { eventually } from "./support/eventually.js";
import type { ConnectionHandlerOptions } from "react-stripe-connection/server";
import { ALL, type BackEnd, startBackEnd } from "./support/backEnd.js";
import { openStream } from "./support/openStream.js";
import { testSchema } from "./support/testSchema.js";
import { databaseProxy } from "./support/databaseProxy.js";

const db = testSchema();

/** A server of the platform, with lines of its own to the one database. */
function instance(
  simulator = createStripeSimulator(),
  {
    webhooks = false,
    listenAt = db.url,
    checkMs = 10_000,
    authorize,
  }: {
    webhooks?: boolean;
    listenAt?: string;
    checkMs?: number;
    authorize?: ConnectionHandlerOptions["authorize"];
  } = {},
) {
  onTestFinished(() => simulator.close());
  const pool = new pg.Pool(db.config({ max: 5 }));
  onTestFinished(() => pool.end());
  const listen = listenWithPg(() => new pg.Client(db.config({ connectionString: listenAt })), { retryMs: 10, checkMs });
  const store = createPostgresStore({ query: (text, values, name) => pool.query({ text, values, name }), listen });
  return startBackEnd({ simulator, store, webhooks, options: authorize ? { authorize } : {} });
}

/** One that Stripe's events reach, and one that they do not. */
async function two(): Promise<[BackEnd, BackEnd]> {
  const simulator = createStripeSimulator();
  return [await instance(simulator, { webhooks: true }), await instance(simulator)];
}

const listening = async () => {
  const { rows } = await db.admin.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = $1 and query ~* '^(listen |select 1$)'`,
    [db.schema],
  );
  return rows.map(({ pid }) => pid);
};

describe("two instances on one database", () => {
  test("F8 whose lines were all cut find back, and a webhook that reaches one appears on a page of the other", async () => {
    const [one, other] = await two();
    const page = await openStream(other, "ada");
    expect((await page.next()).status).toBe("not_connected");
    const cut = await listening();
    expect(cut).toHaveLength(1);
    for (const pid of cut) await db.admin.query("select pg_terminate_backend($1)", [pid]);
    const id = await one.connected();
    expect((await page.until(({ status }) => status === "connected")).account?.id).toBe(id);
    // The new line is heard, too, and not only made.
    await eventually(async () => expect((await listening()).filter((pid) => !cut.includes(pid))).toHaveLength(1));
    await one.simulator.pausePayouts(id);
    expect((await page.until(({ payouts }) => payouts === "paused")).account?.id).toBe(id);
    await page.close();
  });

  test("a page that comes back to the other one is sent what it has not seen, and nothing twice", async () => {
    const [one, other] = await two();
    const id = await one.connected();
    const first = await openStream(one, "ada");
    const seen = await first.until(({ status }) => status === "connected");
    await first.close();

    const same = await openStream(other, "ada", { "last-event-id": String(seen.revision) });
    await one.simulator.pausePayouts(id);
    const news = await same.next();
    expect([news.revision > seen.revision, news.payouts]).toEqual([true, "paused"]);
    await same.close();

    // Nothing happens here any more: what comes, comes because of the old id.
    const late = await openStream(other, "ada", { "last-event-id": String(seen.revision) });
    expect((await late.next()).payouts).toBe("paused");
    await late.close();
  });

  test("the one that shuts down ends its pages and its line, and the other one takes them", async () => {
    const [one, other] = await two();
    const id = await other.connected();
    const pages = await Promise.all(["ada", "ada", "bob"].map((as) => openStream(one, as)));
    expect(await listening()).toHaveLength(1);
    await one.handler.close();
    await Promise.all(pages.map((page) => page.ended()));
    await eventually(async () => expect(await listening()).toEqual([]));
    const late = await one.get("/connection/events");
    expect([late.status, late.body["code"], late.headers.get("retry-after")]).toEqual([503, "store_unavailable", "2"]);
    const page = await openStream(other, "ada");
    expect((await page.next()).account?.id).toBe(id);
    await page.close();
  });
});

test("F8 a line that fell silent, with nobody hanging up, is noticed, and the page is told what it missed", async () => {
  const proxy = await databaseProxy(db.url);
  const simulator = createStripeSimulator();
  const one = await instance(simulator, { webhooks: true });
  const other = await instance(simulator, { listenAt: proxy.url, checkMs: 3_000 });
  const page = await openStream(other, "ada");
  expect((await page.next()).status).toBe("not_connected");
  expect(proxy.connections()).toBe(1);
  proxy.silence();
  const id = await one.connected();
  expect((await page.until(({ status }) => status === "connected")).account?.id).toBe(id);
  expect(proxy.connections()).toBe(2);
  await page.close();
});

test("F8 a line that falls silent keeps nobody from shutting down", async () => {
  const proxy = await databaseProxy(db.url);
  const only = await instance(createStripeSimulator(), { listenAt: proxy.url });
  const page = await openStream(only, "ada");
  await page.next();
  proxy.silence();
  await only.handler.close();
  await page.ended();
});

test("a tenant holds a hundred open pages on an instance and no more, and no other tenant is kept out by it", async () => {
  const authorize = ({ headers }: Request) => {
    const [tenant = "", user = ""] = headers.get("authorization")?.split(" ") ?? [];
    return { tenant: `org_${tenant}`, user, can: ALL };
  };
  const only = await instance(createStripeSimulator(), { authorize });
  // One viewer has twenty at most.
  const pages = await Promise.all(Array.from({ length: 100 }, (_, page) => openStream(only, `ada ${page % 5}`)));
  expect(pages.map(({ response }) => response.status)).toEqual(Array(100).fill(200));
  const refused = await only.get("/connection/events", { authorization: "ada 5" });
  expect([refused.status, refused.body["code"], refused.headers.get("retry-after")]).toEqual([
    429,
    "rate_limited",
    "30",
  ]);
  const bobs = await openStream(only, "bob 0");
  expect(bobs.response.status).toBe(200);
  await pages[0]?.close();
  // The server hears of it when the line is closed.
  await eventually(async () => {
    const again = await openStream(only, "ada 5");
    await again.close();
    expect(again.response.status).toBe(200);
  });
  await Promise.all([bobs, ...pages].map((page) => page.close()));
});
