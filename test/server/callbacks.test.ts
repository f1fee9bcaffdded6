import pg from "pg";
import fc from "fast-check";
import { createPostgresStore } from "react-stripe-connection/postgres";
import {
  type ConnectionFact,
  type ConnectionHandler,
  type ConnectionHandlerOptions,
  type ConnectionStore,
  createConnectionHandler,
  type Fact,
} from "react-stripe-connection/server";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { keyOf, linked, sequenceOf, snapshotOf } from "../../src/testing/storeContract/storeContractSetup.js";
import { eventually } from "./support/eventually.js";
import { rounds, seed } from "./property/rounds.js";
import { type ManualTime, manualTime } from "./support/manualTime.js";

const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const pool = new pg.Pool({ connectionString: inject("postgresUrl"), options: `-c search_path=${schema}`, max: 5 });
beforeAll(() => pool.query(`create schema ${schema}`));
afterAll(async () => {
  await pool.query(`drop schema ${schema} cascade`);
  await pool.end();
});

const STORES = {
  memory: async (time: ManualTime) => ({ store: createMemoryStore({ now: time.now }), pass: async () => {} }),
  PostgreSQL: async () => {
    const store = createPostgresStore({ query: (text, values) => pool.query(text, values) });
    await store.latestRevision();
    await pool.query("truncate rsc_connections, rsc_facts");
    const pass = async (ms: number) => {
      await pool.query("update rsc_facts set leased_until = leased_until - $1 * interval '1 millisecond'", [ms]);
    };
    return { store, pass };
  },
};

const HANGS = () => new Promise<void>(() => {});
const SECOND = 1_000;
const MINUTE = 60_000;

interface World {
  handler: ConnectionHandler;
  /** Ids of facts whose callback was called, one for each call. */
  called: string[];
  acknowledged: string[];
  logs: string[];
  /** Writes a fact of a tenant of its own, and resolves to its id. */
  happens: (name: Fact["name"], id: string) => Promise<string>;
  /** Moves the clock, and everything that hangs on it. */
  advance: (ms: number) => Promise<void>;
  /** One sweep from its begin to its end, and how long that took. */
  sweep: () => Promise<number>;
}

let tenants = 0;

async function startWorld(
  kind: keyof typeof STORES,
  callback: (fact: ConnectionFact, world: World) => unknown,
): Promise<World> {
  const time = manualTime();
  const { store, pass } = await STORES[kind](time);
  const called: string[] = [];
  const acknowledged: string[] = [];
  const logs: string[] = [];
  const log = (message: string, fields?: object) => void logs.push(`${message} ${JSON.stringify(fields)}`);
  const note: NonNullable<ConnectionHandlerOptions["onConnected"]> = async (fact) => {
    called.push(fact.id.replace(/^\d+:/, ""));
    await callback(fact, world);
  };
  // Time that moves while the store works would be its silence.
  let underWay = 0;
  const counted = new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]) => {
        underWay += 1;
        try {
          const answer: unknown = await Reflect.apply(member, target, args);
          if (name === "ackCallback") acknowledged.push((args[0] as { id: string }).id);
          return answer;
        } finally {
          underWay -= 1;
        }
      };
    },
  });
  const handler = createConnectionHandler({
    // Nothing is asked: all rows are fresh.
    stripe: new Stripe("sk_test_unused"),
    store: counted,
    authorize: () => null,
    webhookSecrets: ["whsec_ofTheConnectEndpoint"],
    mode: "test",
    publishableKey: "pk_test_unused",
    basePath: "/api/stripe/test",
    publicUrl: "https://app.example.com",
    logger: { info: log, warn: log, error: log },
    runtime: time.runtime,
    onConnected: note,
    onActionNeeded: note,
    onDeadlineNear: note,
    onDisconnected: note,
  });
  const world: World = {
    handler,
    called,
    acknowledged,
    logs,
    async happens(name, id) {
      tenants += 1;
      await write(store, `org_${tenants}`, { id, name, payload: {} });
      return id;
    },
    async advance(ms) {
      await turns();
      await eventually(() => expect(underWay).toBe(0));
      // First: a claim leaves out rows that are locked.
      await pass(ms);
      time.advance(ms);
      await turns();
    },
    async sweep() {
      let isOver = false;
      const begun = time.now();
      const sweeping = handler.reconcile().finally(() => {
        isOver = true;
      });
      await turns();
      for (let step = 0; !isOver && step < 1_000; step += 1) await world.advance(SECOND);
      await sweeping;
      return time.now() - begun;
    },
  };
  return world;
}

async function write(store: ConnectionStore, tenant: string, fact: Fact): Promise<void> {
  const account = `acct_${tenant}`;
  const key = keyOf(await linked(store, tenant, account));
  await store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot: snapshotOf(account), facts: [fact] });
}

/** Long enough for a store in memory. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(["memory", "PostgreSQL"] as const)("callbacks on %s", (kind) => {
  test("AT-F3 fourteen deadlines whose callback never ends keep another tenant's onConnected waiting for nothing", async () => {
    const world = await startWorld(kind, ({ id }) => (id.includes("hangs") ? HANGS() : undefined));
    const hanging = [];
    for (let one = 0; one < 14; one += 1) hanging.push(await world.happens("deadline_near", `hangs_${one}`));
    const healthy = await world.happens("connected", "healthy");

    // The clock stands still: no callback is given up.
    const sweeping = world.handler.reconcile();
    await eventually(() => expect(world.called).toContain(healthy));
    onTestFinished(() => world.handler.close());

    // Five at a time, ten seconds each.
    for (let round = 1; round <= 3; round += 1) {
      await eventually(() => expect(new Set(world.called).size).toBe(1 + Math.min(14, 5 * round)));
      await world.advance(10 * SECOND);
    }
    await sweeping;
    expect(world.called.toSorted()).toEqual([healthy, ...hanging].toSorted());
  });

  test("AT-F3 a new fact comes before those whose callback hung, also of the same name", async () => {
    const world = await startWorld(kind, ({ id }) => (id.includes("hangs") ? HANGS() : undefined));
    for (let one = 0; one < 14; one += 1) await world.happens("connected", `hangs_${one}`);
    const first = world.handler.reconcile();
    for (let round = 1; round <= 3; round += 1) {
      await eventually(() => expect(world.called).toHaveLength(Math.min(14, 5 * round)));
      await world.advance(10 * SECOND);
    }
    await first;
    // The leases of all of them end.
    await world.advance(2 * MINUTE);
    world.called.length = 0;
    const healthy = await world.happens("connected", "healthy");

    const second = world.handler.reconcile();
    await eventually(() => expect(world.called).toHaveLength(6));
    expect(world.called[0]).toBe(healthy);
    for (const called of [11, 15]) {
      await world.advance(10 * SECOND);
      await eventually(() => expect(world.called).toHaveLength(called));
    }
    await world.advance(10 * SECOND);
    await second;
  });

  test("AT-F3 one that failed is called again after a minute, also while newer facts keep its lane busy", async () => {
    let hasFailed = false;
    const world = await startWorld(kind, ({ id }) => {
      if (id.includes("hangs")) return HANGS();
      if (hasFailed) return undefined;
      hasFailed = true;
      throw new Error("the mail server is away");
    });
    const failed = await world.happens("connected", "failed");
    const sweeps = [world.handler.reconcile()];
    await eventually(() => expect(world.called).toEqual([failed]));
    // Each is given up after ten seconds, when the next one has begun.
    for (let round = 0; round < 9; round += 1) {
      const hanging = await world.happens("connected", `hangs_${round}`);
      sweeps.push(world.handler.reconcile());
      await eventually(() => expect(world.called).toContain(hanging));
      await world.advance(8 * SECOND);
    }
    await eventually(() => expect(world.acknowledged).toEqual([failed]));
    await world.advance(10 * SECOND);
    await Promise.all(sweeps);
  });
});

test("AT-F3 in one sweep every callback that works has run once, whichever others hang, and those are called less and less", async () => {
  const fact = fc.record({
    name: fc.constantFrom("connected" as const, "action_needed" as const, "deadline_near" as const),
    hangs: fc.boolean(),
    sweep: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { maxLength: 40 }), async (facts) => {
      const world = await startWorld("memory", ({ id }) => (id.includes("hangs") ? HANGS() : undefined));
      const healthy: string[] = [];
      const callsOf = (kind: string) => world.called.filter((id) => id.startsWith(kind)).length;
      let hanging = 0;
      for (let sweep = 0; sweep < 4; sweep += 1) {
        for (const [index, { name, hangs }] of facts.entries()) {
          if (facts[index]?.sweep !== sweep) continue;
          const id = await world.happens(name, `${hangs ? "hangs" : "works"}_${index}`);
          if (hangs) hanging += 1;
          else healthy.push(id);
        }
        const took = await world.sweep();
        expect(world.called.filter((id) => id.startsWith("works")).toSorted()).toEqual(healthy.toSorted());
        // Each hanging one takes a fifth of a lane for ten seconds, and is called again at most once in that time.
        expect(took).toBeLessThanOrEqual(10 * SECOND * Math.ceil((2 * hanging) / 5 + 1));
        await world.advance(MINUTE);
      }
      const before = callsOf("hangs");
      for (let sweep = 0; sweep < 60; sweep += 1) {
        await world.sweep();
        await world.advance(MINUTE);
      }
      // After 1, 2, 4, 8, 16 and 32 minutes.
      expect(callsOf("hangs") - before).toBeLessThanOrEqual(6 * hanging);
    }),
    { numRuns: rounds(15, 300), seed },
  );
}, 120_000);

describe("a callback that calls the handler", () => {
  test("AT-M9 may await `reconcile()`, which finishes the connections and waits for no callback", async () => {
    const reports: unknown[] = [];
    const world = await startWorld("memory", async (_, { handler }) => reports.push(await handler.reconcile()));
    await world.happens("connected", "first");
    await world.happens("connected", "second");
    await world.happens("deadline_near", "third");
    expect(await world.sweep()).toBe(0);
    expect(reports).toEqual(Array(3).fill({ checked: 0, failed: 0 }));
    expect(world.called.toSorted()).toEqual(["first", "second", "third"]);
    await world.advance(2 * MINUTE);
    await world.sweep();
    expect(world.called).toHaveLength(3);
    expect(world.logs).toEqual([]);
  });

  test("AT-M9 and awaits `close()` is told in the log that it waits for itself, and has run when that ends", async () => {
    const world = await startWorld("memory", (_, { handler }) => handler.close());
    await world.happens("connected", "first");
    world.handler.start({ reconcileEvery: MINUTE });
    await world.advance(MINUTE);
    expect([world.called, world.acknowledged, world.logs]).toEqual([["first"], [], []]);
    await world.advance(10 * SECOND);
    // `close()` has waited as long, and says for what.
    expect(world.logs.toSorted()).toEqual([
      expect.stringMatching(/`onConnected` failed.*awaits `handler\.close\(\)` waits for itself/),
      expect.stringMatching(/the handler is closed, and work of its own goes on/),
    ]);
    await eventually(() => expect(world.acknowledged).toEqual(["first"]));
  });
});

describe("whatever a callback does", () => {
  const ODD: Record<string, (fact: ConnectionFact) => unknown> = {
    "throws an error": () => {
      throw new Error("the mailer is down");
    },
    "throws nothing": () => {
      throw undefined;
    },
    "rejects with a text": () => Promise.reject("sk_live_0123456789abcdef"),
    "returns a thenable whose then throws": () => ({
      // oxlint-disable-next-line unicorn/no-thenable -- what is tested
      then: () => {
        throw new Error("odd");
      },
    }),
  };
  test.each(Object.entries(ODD))(
    "that %s is told by its option's name, called again, and hurts no other",
    async (_, odd) => {
      let isDown = true;
      const world = await startWorld("memory", (fact) => (fact.id.includes("odd") && isDown ? odd(fact) : undefined));
      await world.happens("action_needed", "odd");
      await world.happens("action_needed", "well");
      await world.sweep();
      expect(world.logs).toEqual([expect.stringContaining("`onActionNeeded` failed; it will be called again")]);
      expect(world.logs.join("")).not.toContain("sk_live");
      isDown = false;
      await world.advance(2 * MINUTE);
      await world.sweep();
      expect(world.called).toEqual(["odd", "well", "odd"]);
      expect(world.logs).toHaveLength(1);
    },
  );

  test.each([[null], [0], ["text"], [[]], [Symbol("s")]])("and returns %s, it has run", async (value) => {
    const world = await startWorld("memory", () => value);
    await world.happens("disconnected", "first");
    await world.sweep();
    await world.advance(2 * MINUTE);
    await world.sweep();
    expect([world.called, world.logs]).toEqual([["first"], []]);
  });
});
