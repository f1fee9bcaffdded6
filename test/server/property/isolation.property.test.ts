import fc from "fast-check";
import { expect, test } from "vitest";
import { createPlace } from "./isolationPlace.js";
import { rounds, seed } from "./rounds.js";
import { commands, runSequence, TENANTS } from "./isolationWorld.js";

// ROUNDS=10000 SEED=… npx vitest run --project server test/server/isolation.property.test.ts
const ROUNDS = rounds(60, 10_000);
/** As many sequences share a handler. */
const PER_HANDLER = 50;

test("E1 E2 tenants and roles on one handler: nobody sees or changes what is another's", {
  timeout: 60_000 + ROUNDS * 500,
}, async () => {
  console.info(`${ROUNDS} sequences, SEED=${seed}`);
  let place = createPlace();
  let round = 0;
  const seen = { heard: 0, secrets: 0 };
  const end = async () => {
    await place.handler.close();
    await place.simulator.close();
  };
  const sequences = fc.asyncProperty(commands, async (sequence) => {
    round += 1;
    if (round % PER_HANDLER === 0) {
      await end();
      place = createPlace();
    }
    const { broken, heard, secrets } = await runSequence(place, round, sequence);
    seen.heard += heard;
    seen.secrets += secrets;
    expect(broken).toEqual([]);
  });
  await fc.assert(sequences, { numRuns: ROUNDS, seed });
  await end();
  // It has looked at something: pages heard of accounts, and there were secrets to be kept.
  expect(seen.heard).toBeGreaterThan(ROUNDS / 4);
  expect(seen.secrets).toBeGreaterThan(ROUNDS * TENANTS * 2);
});
