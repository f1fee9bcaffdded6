// @vitest-environment node
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { createConnectionClient } from "../../../src/client/connectionClient.js";
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
  // With a slash, too: a server may redirect for nothing else.
  expect(asked).toEqual([
    "GET /api/connection",
    "GET /api/connection/",
    "POST /api/connection",
    "POST /api/connection/",
  ]);
});

/** As Next.js answers under `trailingSlash: true`. */
const addsSlash =
  (answer: Answer): Answer =>
  (request, response) =>
    request.url?.endsWith("/")
      ? answer(request, response)
      : response.writeHead(308, { location: `${request.url}/` }).end();

const answersConnection: Answer = (request, response) => {
  request.resume();
  response.writeHead(200, JSON_TYPE).end(JSON.stringify({ protocol: 1, ...connected() }));
};

test("SV-F4 a redirect to the same address with a slash is followed, and the slash is remembered", async () => {
  const bodies: string[] = [];
  const { adapter, asked } = await listen(
    addsSlash((request, response) => {
      request.on("data", (bytes: Buffer) => bodies.push(bytes.toString()));
      answersConnection(request, response);
    }),
  );
  expect((await adapter.connect({ country: "DE" })).status).toBe("connected");
  expect((await adapter.getConnection()).status).toBe("connected");
  expect(asked).toEqual(["POST /api/connection", "POST /api/connection/", "GET /api/connection/"]);
  expect(bodies).toEqual(['{"country":"DE"}']);
});

test("SV-F4 requests that are sent at once each find the slash", async () => {
  const { adapter } = await listen(addsSlash(answersConnection));
  const answers = await Promise.all([adapter.getConnection(), adapter.refresh(), adapter.getConnection()]);
  expect(answers.map(({ status }) => status)).toEqual(["connected", "connected", "connected"]);
});

test("SV-F4 HO-8 the stream finds the slash, too, also where nothing is pushed", async () => {
  const streaming = await listen(
    addsSlash((_, response) => response.writeHead(200, { "content-type": "text/event-stream" }).end(": open\n\n")),
  );
  await streaming.adapter.subscribe?.({ onConnection: () => {} }, {});
  expect(streaming.asked).toEqual(["GET /api/connection/events", "GET /api/connection/events/"]);
  const polled = await listen(addsSlash((_, response) => response.writeHead(204).end()));
  const refused = polled.adapter.subscribe?.({ onConnection: () => {} }, {});
  await expect(refused).rejects.toMatchObject({ code: "invalid_request", retryable: false });
});

test("SV-F4 a session that ends later is over, although the address has a slash", async () => {
  let isSignedIn = true;
  const { adapter, asked } = await listen(
    addsSlash((request, response) =>
      isSignedIn ? answersConnection(request, response) : response.writeHead(302, { location: "/login" }).end(),
    ),
  );
  await adapter.getConnection();
  isSignedIn = false;
  expect(await failure(adapter.getConnection())).toMatchObject({ code: "session_expired" });
  expect(asked).toHaveLength(3);
});

test.each([
  { behind: "nothing", status: 404, type: "application/json", body: "{}" },
  { behind: "the page of a single-page application", status: 200, type: "text/html", body: "<!doctype html>" },
])("SV-F4 D1 a session is over where $behind is behind the slash, until the person signs in", async (answer) => {
  const { status, type, body } = answer;
  let isSignedIn = false;
  const { adapter } = await listen((request, response) => {
    if (request.url?.endsWith("/")) response.writeHead(status, { "content-type": type }).end(body);
    else if (isSignedIn) answersConnection(request, response);
    else response.writeHead(302, { location: "/login" }).end();
  });
  expect(await failure(adapter.getConnection())).toMatchObject({ code: "session_expired" });
  isSignedIn = true;
  expect((await adapter.getConnection()).status).toBe("connected");
});

test("HO-8 a page whose back end pushes nothing asks for the stream once, polls, and shows no error", async () => {
  const { adapter, asked } = await listen((request, response) =>
    request.url === "/api/connection/events" ? response.writeHead(204).end() : answersConnection(request, response),
  );
  const client = createConnectionClient({
    adapter,
    // Every pause is over at once.
    runtime: { after: pauseShortly, lock: (_name, _signal, work) => work(), openChannel: () => null },
  });
  ends.push(() => Promise.resolve(client.destroy()));
  client.subscribe(() => {});
  await vi.waitFor(() => expect(asked).toContain("GET /api/connection/events"));
  await client.settle();
  await vi.waitFor(() => expect(client.getState()).toMatchObject({ state: "ready", error: null, pending: null }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked.filter((one) => one.endsWith("/events"))).toHaveLength(1);
});

/** Deadlines stay, pauses are over at once. */
function pauseShortly(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms < 15_000 ? 1 : ms);
  return () => clearTimeout(timer);
}

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

test("SV-F9 behind a proxy that holds every byte of a stream, 45 s of silence make one read", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  let now = connected();
  const { adapter, asked } = await listen((request, response) => {
    if (request.url !== "/api/connection/events") {
      return response.writeHead(200, JSON_TYPE).end(JSON.stringify({ protocol: 1, ...now }));
    }
    // What our server says at once, `: open`, never gets through.
    return response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
  });
  const client = createConnectionClient({ adapter, runtime: { lock: (_name, _signal, work) => work() } });
  client.subscribe(() => {});
  ends.push(async () => client.destroy());
  const count = (path: string) => asked.filter((line) => line === `GET ${path}`).length;
  // Real sockets need real turns.
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 20_000 && !holds(); turn += 1) await new Promise(setImmediate);
    expect(holds()).toBe(true);
  };
  await until(() => count("/api/connection/events") === 1 && client.getState().state === "ready");
  now = connected({ revision: 8, payouts: "paused" });
  await vi.advanceTimersByTimeAsync(44_900);
  expect(count("/api/connection")).toBe(1);
  await vi.advanceTimersByTimeAsync(100);
  await until(() => client.getState().connection?.payouts === "paused");
  await vi.advanceTimersByTimeAsync(30_000);
  expect(count("/api/connection")).toBe(2);
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
