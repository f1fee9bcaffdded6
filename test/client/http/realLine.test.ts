// @vitest-environment node
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { httpAdapter, type HttpAdapterOptions } from "../../../src/client/http/httpAdapter.js";
import type { ConnectionError } from "../../../src/core/errors.js";
import { createStripeSimulator, simulatedAdapter } from "../../../src/simulator/index.js";
import { connected } from "../../support/connections.js";
import { takeToldRequests } from "../../support/setup.js";

// What the developer is told of these has tests of its own.
afterEach(() => void takeToldRequests());

// The adapter over real sockets: what breaks here is the line, and not a played answer.

const ends: Array<() => Promise<unknown>> = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

async function listen(answer: Answer, options: Partial<HttpAdapterOptions> = {}) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { adapter: httpAdapter({ url: `http://127.0.0.1:${port}/api`, ...options }), asked };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error("it was answered");
    },
    (thrown: ConnectionError) => thrown,
  );
const JSON_TYPE = { "content-type": "application/json" };

test("D1 a redirect to a login page is a session that is over, and the login page is never asked for", async () => {
  const { adapter, asked } = await listen((_, response) => response.writeHead(302, { location: "/login" }).end());
  expect(await failure(adapter.getConnection())).toMatchObject({ code: "session_expired", retryable: false });
  expect(await failure(adapter.connect())).toMatchObject({ code: "session_expired" });
  expect(asked).toEqual(["GET /api/connection", "POST /api/connection"]);
});

test("D1 a login page in the answer's place is no crash", async () => {
  const { adapter } = await listen((_, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Sign in</title>"),
  );
  expect(await failure(adapter.getConnection())).toMatchObject({ code: "invalid_response" });
});

test("D2 an answer that is cut off in the middle is a fault of the line", async () => {
  const { adapter } = await listen((_, response) => {
    response.writeHead(200, { ...JSON_TYPE, "content-length": "5000" });
    response.write(JSON.stringify(connected()).slice(0, 100), () => response.destroy());
  });
  expect(await failure(adapter.getConnection())).toMatchObject({ code: "network", retryable: true });
});

test("D2 of 50 MB the first few are read, and the line is let go", async () => {
  let sent = 0;
  const isClosed = deferred();
  const { adapter } = await listen((_, response) => {
    response.writeHead(200, JSON_TYPE);
    response.once("close", () => isClosed.resolve());
    const more = () => {
      while (sent < 50 && !response.destroyed) {
        sent += 1;
        if (!response.write(Buffer.alloc(1024 * 1024, 32))) return void response.once("drain", more);
      }
    };
    more();
  });
  expect(await failure(adapter.getConnection())).toMatchObject({ code: "invalid_response" });
  await isClosed.promise;
  expect(sent).toBeLessThan(50);
});

test("D3 a server that says nothing is given up, and a POST is not sent a second time", async () => {
  const isAsked = deferred();
  const { adapter, asked } = await listen(() => isAsked.resolve(), { timeout: 15_000 });
  // Its patience ends when the test says so, and not before the request is there.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const failed = failure(adapter.connect());
  await isAsked.promise;
  vi.advanceTimersByTime(15_000);
  vi.useRealTimers();
  expect(await failed).toMatchObject({ code: "timeout" });
  expect(asked).toEqual(["POST /api/connection"]);
});

test("D4 an answer that is lost after the work was done: asking again finds the same account", async () => {
  const simulator = createStripeSimulator();
  const back = simulatedAdapter({ simulator });
  ends.push(
    () => back.close(),
    () => simulator.close(),
  );
  let isLost = true;
  const { adapter } = await listen(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answered = await back.handler.fetch(
      new Request(back.key.replace("http:", "") + (request.url ?? "").replace("/api", ""), {
        method: request.method ?? "GET",
        headers: { ...JSON_TYPE, accept: "application/json", "sec-fetch-site": "same-origin" },
        ...(request.method === "POST" ? { body: Buffer.concat(chunks) } : {}),
      }),
    );
    if (isLost && request.method === "POST") return void request.socket.resetAndDestroy();
    response.writeHead(answered.status, JSON_TYPE).end(await answered.text());
  });
  expect(await failure(adapter.connect())).toMatchObject({ code: "network", retryable: true });
  isLost = false;
  const { account } = await adapter.connect();
  expect(simulator.accounts().map(({ id }) => id)).toEqual([account?.id]);
});

test("D9 whatever else an answer holds, only the fields that are known are read", async () => {
  let body = "";
  const { adapter } = await listen((_, response) => response.writeHead(200, JSON_TYPE).end(body));
  const known = Object.keys(connected());
  const name = fc.oneof(fc.constantFrom("__proto__", "constructor", "prototype", "toString"), fc.string());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, fc.jsonValue())), async (extra) => {
      const added = extra
        .filter(([key]) => !known.includes(key))
        .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`);
      body = `{${added.join("")}${JSON.stringify(connected()).slice(1)}`;
      const read = await adapter.getConnection();
      expect(read).toStrictEqual(connected());
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    }),
    { numRuns: 40 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

function deferred() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
