import pg from "pg";
import { afterAll, expect, inject, onTestFinished, test } from "vitest";
import { type KillReport, killRounds } from "./killRounds.js";
import { randomFrom, roundsOf, seed } from "./random.js";
import { openWorld } from "./world.js";

const rounds = roundsOf(3);
const onPglite = Math.ceil(rounds / 20);
const schema = `soak_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });

afterAll(async () => {
  await admin.query(`drop schema if exists ${schema} cascade`);
  await admin.end();
});

const print = (where: string, { rounds: done, answered, interrupted, refused, wrong }: KillReport) =>
  console.log(
    `${done} kills on ${where}, seed ${seed}: answered ${JSON.stringify(answered)}, interrupted ${JSON.stringify(interrupted)}, refused ${refused.length}, wrong ${wrong.length}`,
  );

test(
  `F5 E9 E15 killed ${rounds} times on PostgreSQL it leaves no orphan, no lost connection and no torn row (seed ${seed})`,
  async () => {
    await admin.query(`create schema ${schema}`);
    const world = await openWorld({ url: inject("postgresUrl"), schema }, 1);
    onTestFinished(() => world.close());
    const report = await killRounds(world, rounds, randomFrom(seed));
    print("PostgreSQL", report);
    expect(report.wrong).toEqual([]);
  },
  rounds * 20_000 + 60_000,
);

test(
  `F5 and ${onPglite} times on PGlite`,
  async () => {
    const world = await openWorld("pglite", 1);
    onTestFinished(() => world.close());
    const report = await killRounds(world, onPglite, randomFrom(seed));
    print("PGlite", report);
    expect(report.wrong).toEqual([]);
  },
  onPglite * 60_000 + 60_000,
);
