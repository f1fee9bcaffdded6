import { expect, onTestFinished, test } from "vitest";
import type { ConnectionFact, ConnectionStore } from "react-stripe-connection/server";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { eventually } from "./support/eventually.js";
import { startBackEnd } from "./support/backEnd.js";
import { openStream } from "./support/openStream.js";

/** A connected account, and another instance that writes between our reads of Stripe and what we write of them. */
async function twoWriters() {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const store = createMemoryStore({ now: () => simulator.clock.now() });
  const told: ConnectionFact[] = [];
  const options = { onActionNeeded: (fact: ConnectionFact) => void told.push(fact) };
  const backEnd = await startBackEnd({ simulator, store, webhooks: false, options });
  const id = await backEnd.connected();
  const { generation = 0, snapshot } = (await store.read("test", { tenant: "org_ada" })) ?? {};
  const key = { tenant: "org_ada", mode: "test", generation } as const;
  if (!snapshot) throw new Error("there is a snapshot");
  const apply = store.apply.bind(store);
  return {
    ...backEnd,
    id,
    told,
    /** The other one's reads begin now; each is written right before one of our next writes, under a name of its own. */
    async interfere(times: number) {
      const sequences: number[] = [];
      for (let one = 0; one < times; one += 1) {
        const sequence = await store.nextSequence(key);
        if (typeof sequence === "number") sequences.push(sequence);
      }
      store.apply = async (input) => {
        const sequence = sequences.shift();
        if (sequence !== undefined) {
          const account = { ...snapshot.account, displayName: `Works ${sequence}` };
          expect((await apply({ ...key, sequence, snapshot: { ...snapshot, account } })).outcome).toBe("applied");
        }
        return apply(input);
      };
    },
  };
}

test("F2 a write that finds another row is made for that one", async () => {
  const { interfere, simulator, id, post, metrics } = await twoWriters();
  await simulator.pausePayouts(id);
  await interfere(3);
  expect((await post("/connection/refresh")).body).toMatchObject({ status: "error", payouts: "paused" });
  expect(metrics.filter(({ name }) => name === "write_conflict")).toHaveLength(3);
});

test("F2 a row that keeps changing is a conflict after three more attempts, and a retry is possible", async () => {
  const { interfere, simulator, id, post, handler } = await twoWriters();
  await simulator.pausePayouts(id);
  await interfere(4);
  const refused = await post("/connection/refresh");
  expect([refused.status, refused.body["code"]]).toEqual([409, "conflict"]);
  expect(await handler.getConnection("org_ada")).toMatchObject({ status: "connected" });
  expect((await post("/connection/refresh")).body).toMatchObject({ status: "error", payouts: "paused" });
});

test("an account that worked in between has stopped twice, and the host is told of both", async () => {
  const { interfere, simulator, id, post, told } = await twoWriters();
  await simulator.pausePayouts(id);
  await post("/connection/refresh");
  await eventually(() => expect(told).toHaveLength(1));
  await interfere(1);
  expect((await post("/connection/refresh")).body).toMatchObject({ status: "error" });
  await eventually(() => expect(told).toHaveLength(2));
  expect(new Set(told.map((fact) => fact.id)).size).toBe(2);
});

test("an account that stopped once, seen by two instances with different rows in hand, is told of once", async () => {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const store = createMemoryStore({ now: () => simulator.clock.now() });
  const told: ConnectionFact[] = [];
  const options = { onActionNeeded: (fact: ConnectionFact) => void told.push(fact) };
  const start = (own: ConnectionStore) => startBackEnd({ simulator, store: own, webhooks: false, options });
  // Both have read Stripe and want to write; the first lets the second come after it.
  const waiting: (() => void)[] = [];
  let isOpen = false;
  const held: ConnectionStore["apply"] = async (input) => {
    if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve));
    return store.apply(input);
  };
  const id = await (await start(store)).connected();
  const [one, two] = [await start({ ...store, apply: held }), await start({ ...store, apply: held })];
  const { snapshot, generation = 0 } = (await store.read("test", { tenant: "org_ada" })) ?? {};
  if (!snapshot) throw new Error("there is a snapshot");
  const key = { tenant: "org_ada", mode: "test", generation } as const;
  const sequence = await store.nextSequence(key);
  if (typeof sequence !== "number") throw new Error("there is a sequence");
  await simulator.pausePayouts(id);
  const first = one.post("/connection/refresh");
  await eventually(() => expect(waiting).toHaveLength(1));
  // Between the two something else about it changes.
  await store.apply({ ...key, sequence, snapshot: { ...snapshot, hosted: !snapshot.hosted } });
  const second = two.post("/connection/refresh");
  await eventually(() => expect(waiting).toHaveLength(2));
  const [goFirst, goSecond] = waiting;
  isOpen = true;
  goFirst?.();
  await first;
  goSecond?.();
  await second;
  await one.handler.reconcile();
  expect(told).toHaveLength(1);
});

test("after a purge an open page sees that it is not connected, and so does one that asks", async () => {
  const backEnd = await startBackEnd();
  await backEnd.connected();
  const stream = await openStream(backEnd, "ada");
  const { revision } = await stream.next();
  await backEnd.handler.purgeTenant("org_ada");
  const told = await stream.next();
  expect(told).toMatchObject({ status: "not_connected", account: null });
  expect(told.revision).toBeGreaterThan(revision);
  await stream.close();
  const asked = (await backEnd.get("/connection")).body;
  expect(asked["revision"]).toBeGreaterThanOrEqual(told.revision);
  const again = (await backEnd.post("/connection")).body;
  expect(again["revision"]).toBeGreaterThan(Number(asked["revision"]));
});

test("a row that comes while nobody's is looked for is not hidden by a higher revision", async () => {
  const { store, get, post } = await startBackEnd({ webhooks: false });
  const latest = store.latestRevision.bind(store);
  store.latestRevision = async () => {
    const revision = await latest();
    store.latestRevision = latest;
    await post("/connection");
    return revision;
  };
  expect((await get("/connection")).body["account"]).toMatchObject({ id: expect.stringContaining("acct_") as string });
});
