import { expect, test } from "vitest";
import type { ConnectionStore } from "react-stripe-connection/server";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { startBackEnd } from "./support/backEnd.js";
import { openStream } from "./support/openStream.js";

const never = () => new Promise<never>(() => {});
const LATE = "the handler is closed, and work of its own goes on";

/** Bounds of seconds, shortened: a test waits for each of them. */
function soon(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms / 50);
  return () => clearTimeout(timer);
}

const isHung = (store: ConnectionStore, verbs: (keyof ConnectionStore)[]) =>
  Object.assign(store, Object.fromEntries(verbs.map((verb) => [verb, never])));

test("AT-F1 close() ends while the store hangs, and its streams end at once", async () => {
  const store = createMemoryStore();
  const backEnd = await startBackEnd({ store, webhooks: false, after: soon });
  const stream = await openStream(backEnd, "ada");
  await stream.next();
  isHung(store, ["read", "listStale", "claimCallbacks", "hear"]);
  const sweep = backEnd.handler.reconcile().catch(() => undefined);
  const closing = backEnd.handler.close();
  await stream.ended();
  await closing;
  await sweep;
});

test.each<[string, Partial<Parameters<typeof startBackEnd>[0]> & object, string]>([
  [
    "a subscription whose end hangs",
    { store: { ...createMemoryStore(), subscribe: async () => never } },
    "ending the subscription to changes",
  ],
  ["a callback that hangs", { options: { onConnected: never } }, "running the callbacks"],
])("AT-F1 close() ends with %s, and names what goes on", async (_name, given, what) => {
  const backEnd = await startBackEnd({
    ...given,
    // The bound of `close` is as long as that of a callback: the callback's must not come first.
    after: (ms, run) => (ms === 10_000 && given.options ? soon(isClosing ? 0 : 1e7, run) : soon(ms, run)),
  });
  let isClosing = false;
  const stream = await openStream(backEnd, "ada");
  await backEnd.connected("ada");
  isClosing = true;
  await backEnd.handler.close();
  await stream.ended();
  expect(backEnd.logs.filter(({ message }) => message === LATE)).toEqual([
    { level: "warn", message: LATE, fields: { unfinished: what } },
  ]);
});

test("AT-F1 close() ends while Stripe does not answer", async () => {
  const backEnd = await startBackEnd({ webhooks: false, after: soon });
  await backEnd.connected("ada");
  const answer = backEnd.simulator.fetch.bind(backEnd.simulator);
  backEnd.simulator.fetch = never;
  const refreshing = backEnd.post("/connection").catch(() => undefined);
  const sweep = backEnd.handler.reconcile().catch(() => undefined);
  await backEnd.handler.close();
  backEnd.simulator.fetch = answer;
  void refreshing;
  void sweep;
});
