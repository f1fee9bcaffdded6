import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { randomFrom, roundsOf, seed } from "./random.js";
import { openWorld, type World } from "./world.js";

const AT_ONCE = 20;
const rounds = roundsOf(5);
const schema = `soak_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
let world: World;

beforeAll(async () => {
  await admin.query(`create schema ${schema}`);
  world = await openWorld({ url: inject("postgresUrl"), schema }, 2);
});
afterAll(async () => {
  await world?.close();
  await admin.query(`drop schema ${schema} cascade`);
  await admin.end();
});

test(
  `E8 ${AT_ONCE} connects at once on two processes make one account, ${rounds} times over (seed ${seed})`,
  async () => {
    const random = randomFrom(seed);
    const wrong: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const tenant = `org_${round}`;
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => world.ask(random() < 0.5 ? 0 : 1, tenant, "/connection")),
      );
      const statuses = new Set(answers.map((answer) => answer?.status));
      const generations = new Set(answers.map((answer) => answer?.body["generation"]));
      if (String([...statuses]) !== "200" || generations.size !== 1) {
        wrong.push(
          `${tenant}: answers ${JSON.stringify([...statuses])}, generations ${JSON.stringify([...generations])}`,
        );
      }
    }
    expect(wrong).toEqual([]);
    const accounts = await world.accounts();
    const { rows } = await admin.query<{ account_id: string }>(
      `select account_id from ${schema}.rsc_connections where state = 'linked'`,
    );
    console.log(
      `${rounds} races of ${AT_ONCE} connects on two processes: ${accounts.length} accounts at Stripe, ${rows.length} linked`,
    );
    expect(accounts).toHaveLength(rounds);
    expect(rows.map((row) => row.account_id).sort()).toEqual(accounts.map(({ id }) => id).sort());
  },
  rounds * 10_000 + 30_000,
);
