import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { afterAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { startBackEnd } from "./support/backEnd.js";
import { connectWithoutAnswer } from "./support/connectWithoutAnswer.js";

const HOUR = 3_600_000;
const OFFSETS: [string, number][] = [
  ["6 h behind", -6 * HOUR],
  ["a day behind", -24 * HOUR],
  ["a day ahead", 24 * HOUR],
];

const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 2 });
afterAll(() => admin.end());

/** A store in a schema of its own, and its tables made older. */
async function postgresStore() {
  const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
  const pool = new pg.Pool({ connectionString: inject("postgresUrl"), max: 4 });
  onTestFinished(async () => {
    await pool.end();
    await admin.query(`drop schema ${schema} cascade`);
  });
  const store = createPostgresStore({ query: (text, values) => pool.query(text, values), schema });
  return {
    store,
    age: (columns: string[], interval: string) =>
      admin.query(
        `update ${schema}.rsc_connections set ${columns.map((name) => `${name} = ${name} - interval '${interval}'`).join(", ")}`,
      ),
  };
}

/** What does not depend on the clock of the machine that answered. */
const comparable = (text: string) =>
  text.replaceAll(/acct_\w+|req_\w+|"requestId":"[^"]*"/g, (found) => found.slice(0, 4));

/** A tenant's life of two days, and everything that was answered and asked of Stripe in it. */
async function life(offset: number): Promise<{ answers: string[]; calls: string[]; facts: string[] }> {
  const simulator = createStripeSimulator();
  const facts: string[] = [];
  const store = createMemoryStore({ now: () => simulator.clock.now() });
  const backEnd = await startBackEnd({
    simulator,
    store,
    webhooks: false,
    options: {
      runtime: { now: () => simulator.clock.now() + offset },
      onConnected: () => void facts.push("connected"),
      onDeadlineNear: () => void facts.push("deadline near"),
      onDisconnected: () => void facts.push("disconnected"),
    },
  });
  const { get, post, settled } = backEnd;
  // Stripe's times have whole seconds.
  const start = Math.floor(simulator.clock.now() / 1_000) * 1_000;
  await connectWithoutAnswer(backEnd);
  await simulator.clock.advance("25h");
  await post("/connection");
  await settled();
  const id = String(simulator.accounts()[0]?.["id"]);
  expect(simulator.accounts()).toHaveLength(1);
  await simulator.run("connected", id);
  await post("/connection/refresh");
  for (const pause of ["1s", "11s", "30m", "2h"] as const) {
    await simulator.clock.advance(pause);
    await get("/connection");
    await backEnd.handler.reconcile();
    await settled();
  }
  const { generation } = (await post("/connection/disconnect-preview")).body;
  await post("/connection/disconnect", { generation });
  await get("/connection");
  await settled();
  const since = (text: string) =>
    text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) => `+${Math.floor((Date.parse(time) - start) / 1_000)}s`);
  const told = {
    answers: backEnd.sent.map((text) => since(comparable(text))),
    calls: backEnd.calls.map(comparable),
    facts,
  };
  await backEnd.handler.close();
  await simulator.close();
  return told;
}

describe.each(OFFSETS)("AT-M4 a server whose clock is %s", (_name, offset) => {
  test("answers, asks Stripe and calls back as one whose clock is right", async () => {
    const right = await life(0);
    expect(right.facts).toEqual(["connected", "disconnected"]);
    const { answers, calls, facts } = await life(offset);
    expect([calls, facts]).toEqual([right.calls, right.facts]);
    expect(answers).toEqual(right.answers);
  });

  test("makes one account on PostgreSQL, though the answer of its creation was lost a day ago", async () => {
    const { store, age } = await postgresStore();
    const simulator = createStripeSimulator();
    onTestFinished(() => simulator.close());
    const backEnd = await startBackEnd({
      simulator,
      store,
      webhooks: false,
      options: { runtime: { now: () => Date.now() + offset } },
    });
    const { post } = backEnd;
    await connectWithoutAnswer(backEnd);
    await age(["status_since", "lease_until"], "25 hours");
    await simulator.clock.advance("25h");
    expect((await post("/connection")).body).toMatchObject({ account: { id: simulator.accounts()[0]?.["id"] } });
    expect(simulator.accounts()).toHaveLength(1);
  });

  test("reads an account again on PostgreSQL when the copy is old by the database's clock", async () => {
    const { store, age } = await postgresStore();
    const simulator = createStripeSimulator();
    onTestFinished(() => simulator.close());
    const { connected, get, calls, settled } = await startBackEnd({
      simulator,
      store,
      webhooks: false,
      options: { runtime: { now: () => Date.now() + offset } },
    });
    await connected();
    const began = Date.now();
    calls.length = 0;
    const { serverTime } = (await get("/connection")).body;
    await settled();
    expect(calls).toEqual([]);
    expect(Math.abs(Date.parse(String(serverTime)) - began)).toBeLessThan(HOUR);
    await age(["checked_at"], "2 hours");
    await get("/connection");
    await settled();
    expect(calls).not.toEqual([]);
  });
});
