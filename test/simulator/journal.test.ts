// @vitest-environment node
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createStripeSimulator, type StripeSimulatorOptions } from "../../src/simulator/index.js";
import { fileJournal } from "../../src/simulator/listen.js";
import { clientOf, PARAMS, SECRET, withEvents } from "./stripeClient.js";

let path: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "simulator-"));
  path = join(folder, "nested", "journal.jsonl");
});
const started: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const simulator of started.splice(0)) await simulator.close();
  await rm(folder, { recursive: true });
});

/** A process that starts on the same file; the one before was killed, not closed. */
const start = (options: StripeSimulatorOptions = {}) => {
  const simulator = createStripeSimulator({ ...options, journal: fileJournal(path) });
  started.push(simulator);
  return { simulator, stripe: clientOf(simulator) };
};

describe("after a kill", () => {
  test("accounts, idempotency keys and the clock are as they were", async () => {
    const first = start();
    const { id } = await first.stripe.accounts.create(PARAMS, { idempotencyKey: "k" });
    await first.simulator.run("connected", id);
    await first.simulator.clock.advance("3h");
    const then = first.simulator.clock.now();

    const second = start();
    expect(await second.stripe.accounts.retrieve(id)).toMatchObject({ charges_enabled: true });
    expect((await second.stripe.accounts.create(PARAMS, { idempotencyKey: "k" })).id).toBe(id);
    expect(second.simulator.clock.now()).toBe(then);
  });

  test("a verification under way ends all the same", async () => {
    const first = start();
    const { id } = await first.stripe.accounts.create(PARAMS);
    await first.simulator.completeOnboarding(id);
    const second = start();
    await second.simulator.clock.advance("1m");
    expect(await second.stripe.accounts.retrieve(id)).toMatchObject({ charges_enabled: true });
  });

  test("an undelivered event is delivered by the next process, once", async () => {
    const first = start();
    first.simulator.deliverWebhooksTo(() => Promise.resolve(new Response(null, { status: 500 })), SECRET);
    await first.stripe.accounts.create(PARAMS);
    await first.simulator.idle();

    const second = withEvents({ journal: fileJournal(path) });
    started.push(second.simulator);
    await second.simulator.clock.advance("1m");
    expect(second.events).toHaveLength(1);
    await second.simulator.clock.advance("1d");
    expect(second.events).toHaveLength(1);
  });

  test("a session's secret stays single-use", async () => {
    const claim = (simulator: ReturnType<typeof start>["simulator"], secret: string) =>
      simulator.fetch("https://simulator.test/_connect/claim", {
        method: "POST",
        body: JSON.stringify({ client_secret: secret }),
      });
    const first = start();
    const { id } = await first.stripe.accounts.create(PARAMS);
    const components = { account_onboarding: { enabled: true } };
    const used = await first.stripe.accountSessions.create({ account: id, components });
    const fresh = await first.stripe.accountSessions.create({ account: id, components });
    expect((await claim(first.simulator, used.client_secret)).status).toBe(200);
    const second = start();
    expect((await claim(second.simulator, used.client_secret)).status).toBe(401);
    expect((await claim(second.simulator, fresh.client_secret)).status).toBe(200);
  });

  test("a line that was not finished is dropped, a damaged one is told", async () => {
    const { id } = await start().stripe.accounts.create(PARAMS);
    await appendFile(path, '[{"table":"accounts","id":"acct_half');
    expect(await start().stripe.accounts.retrieve(id)).toMatchObject({ id });
    await writeFile(path, "rubbish\n[]\n");
    await expect(start().simulator.ready).rejects.toThrow("line 1 of the simulator's journal is damaged");
  });

  test("F5 what was answered is in the journal, whenever the process dies", async () => {
    const first = start();
    const made = new Set<string>();
    for (let count = 0; count < 10; count += 1) {
      made.add((await first.stripe.accounts.create(PARAMS)).id);
      // A copy of the file at this moment is what a kill would have left.
      const left = await readFile(path, "utf8");
      for (const id of made) expect(left).toContain(id);
    }
  });

  test("each start leaves the past behind", async () => {
    const first = start();
    const { id } = await first.stripe.accounts.create(PARAMS);
    for (let round = 0; round < 20; round += 1) await first.simulator.setBalance(id, { available: round });
    const before = (await readFile(path, "utf8")).length;
    await start().simulator.ready;
    expect((await readFile(path, "utf8")).length).toBeLessThan(before / 5);
  });
});

test("a journal that can't be written fails the call; the retry finds the account, and then it is written", async () => {
  let broken = true;
  const written: string[] = [];
  const simulator = createStripeSimulator({
    journal: {
      load: () => Promise.resolve([]),
      append(entries) {
        if (broken) return Promise.reject(new Error("disk full"));
        written.push(...entries.map(({ table, id: name }) => `${table}/${name}`));
        return Promise.resolve();
      },
    },
  });
  const stripe = clientOf(simulator);
  await expect(stripe.accounts.create(PARAMS, { idempotencyKey: "k" })).rejects.toMatchObject({ statusCode: 500 });
  broken = false;
  const { id } = await stripe.accounts.create(PARAMS, { idempotencyKey: "k" });
  expect(simulator.accounts().map((account) => account["id"])).toEqual([id]);
  await simulator.setBalance(id, { available: 1 });
  expect(written).toEqual(expect.arrayContaining([`accounts/${id}`, "idempotency/k"]));
});
