import fc from "fast-check";
import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { rounds, seed } from "./rounds.js";
import { schedule } from "./scheduleSteps.js";
import { createWorld, type Database } from "./scheduleWorld.js";

// ROUNDS=1000 SEED=… npx vitest run --project server test/server/schedules.property.test.ts
const IN_MEMORY = rounds(20, 1_000);
const ON_POSTGRES = rounds(8, 1_000);

let worlds = 0;

async function holds(makeDatabase: Parameters<typeof createWorld>[1], numRuns: number): Promise<void> {
  console.info(`${numRuns} schedules, SEED=${seed}`);
  await fc.assert(
    fc.asyncProperty(schedule, async (steps) => {
      const world = await createWorld(`org_schedule_${(worlds += 1)}`, makeDatabase);
      try {
        for (const step of steps) await world.run(step);
        await world.heal();
        await world.reconcile();
        expect([await world.difference(), ...world.broken]).toEqual([null]);
      } finally {
        await world.close();
      }
    }),
    { numRuns, seed },
  );
}

describe("G6 G7 G10 G12 G13 E9 E10 E15 E16 whatever is lost, late, doubled or killed, all ends in Stripe's own state", () => {
  test("on the memory store", { timeout: 60_000 + IN_MEMORY * 2_000 }, async () => {
    await holds((simulator): Database => {
      const store = createMemoryStore({ now: () => simulator.clock.now() });
      return { store, age: async () => undefined };
    }, IN_MEMORY);
  });

  describe("on PostgreSQL", () => {
    const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
    const pool = new pg.Pool({ connectionString: inject("postgresUrl"), options: `-c search_path=${schema}`, max: 8 });
    beforeAll(() => pool.query(`create schema ${schema}`));
    afterAll(async () => {
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    });

    test("with every verb one statement", { timeout: 60_000 + ON_POSTGRES * 4_000 }, async () => {
      const store = createPostgresStore({ query: (text, params) => pool.query(text, params) });
      const age = async () => {
        await pool.query(`update rsc_connections set checked_at = checked_at - interval '3 days',
          lease_until = lease_until - interval '3 days', tried_at = tried_at - interval '3 days'`);
        await pool.query("update rsc_facts set leased_until = leased_until - interval '3 days'");
      };
      await holds(() => ({ store, age }), ON_POSTGRES);
    });
  });
});
