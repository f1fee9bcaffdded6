import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { nodeListener } from "react-stripe-connection/node";
import { expect, onTestFinished, test } from "vitest";
import { PATHS } from "../../../src/core/protocol.js";
import { eventually } from "../support/eventually.js";
import { BASE, type BackEnd, startBackEnd } from "../support/backEnd.js";
import { openStream } from "../support/openStream.js";

/** Stripe's answers wait until they are let go. */
function holdStripe({ simulator }: BackEnd) {
  const answer = simulator.fetch.bind(simulator);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const state = { asked: 0, letGo: () => letGo() };
  simulator.fetch = async (input, init) => {
    state.asked += 1;
    await held;
    return answer(input, init);
  };
  return state;
}

/** Whether the handler has closed by now; every turn that needs nobody else is over. */
function closing({ handler }: BackEnd) {
  const state = { isClosed: false, done: Promise.resolve() };
  state.done = handler.close().then(() => void (state.isClosed = true));
  return state;
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test("a handler that closes lets its sweep end the connection that it is at, and begin no other", async () => {
  const timers: (() => void)[] = [];
  const after = (ms: number, run: () => void) => {
    if (ms > 50_000) timers.push(run);
    const timer = setTimeout(run, ms < 1_000 ? 1 : ms);
    return () => clearTimeout(timer);
  };
  const backEnd = await startBackEnd({ webhooks: false, options: { runtime: { after } } });
  await backEnd.connected("ada");
  await backEnd.connected("bob");
  await backEnd.simulator.clock.advance("2d");
  backEnd.handler.start();
  const stripe = holdStripe(backEnd);
  timers.at(-1)?.();
  await eventually(() => expect(stripe.asked).toBe(1));
  const close = closing(backEnd);
  await turns();
  expect(close.isClosed).toBe(false);
  stripe.letGo();
  await close.done;
  await turns();
  expect(stripe.asked).toBe(1);
});

test("a handler that closes waits for what it tells its pages", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { store } = backEnd;
  const stream = await openStream(backEnd, "ada");
  await stream.next();
  const read = store.read.bind(store);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reads = 0;
  store.read = async (...args) => {
    reads += 1;
    await held;
    return read(...args);
  };
  await store.claim({
    tenant: "org_ada",
    mode: "test",
    claimId: "c1",
    params: {},
    startedBy: null,
    leaseMs: 60_000,
  });
  await eventually(() => expect(reads).toBe(1));
  const close = closing(backEnd);
  await turns();
  expect(close.isClosed).toBe(false);
  letGo();
  await close.done;
});

test("SV-F6 a server that waits for its connections ends after close, although a page is open", async () => {
  const { handler } = await startBackEnd();
  const listener = nodeListener(handler);
  // Connections that are kept alive stay for ever.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => {
    agent.destroy();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    const path = BASE + PATHS.events;
    get({ port, path, agent, headers: { authorization: "ada" } }, resolve).once("error", reject);
  });
  const ended = new Promise((resolve) => server.close(resolve));
  await Promise.all([handler.close(), text(stream)]);
  await ended;

  // A page that asks again on a connection of its own is not to keep it either.
  const request = new Request(`https://app.example.com${BASE}${PATHS.connection}`, {
    headers: { authorization: "ada" },
  });
  expect((await handler.fetch(request)).headers.get("connection")).toBe("close");
});
