import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { runConformance } from "../../src/cli/conformance/runConformance.js";
import type { ConformanceOptions } from "../../src/cli/conformance/subject.js";
import { HEARTBEAT_MS } from "../../src/server/http/limits.js";
import type { ConnectionStore } from "../../src/server/store/connectionStore.js";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { listenSimulator } from "../../src/simulator/listen.js";
import { adapterContract } from "../../src/testing/adapterContract/adapterContract.js";
import { BASE, type BackEnd, startBackEnd } from "../server/support/backEnd.js";
import { testIo } from "./io.js";

const ORIGIN = "https://app.example.com";
const CONTRACT = adapterContract(() => Promise.reject(new Error("only its names"))).map(({ name }) => name);

/** What stands between the asker and a back end that is right. */
type Breaking = (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;

/** The simulated clock stands still, and so nothing but a flood is limited: every hundredth session. */
const createTokens = (): ConnectionStore["takeToken"] => {
  let sessions = 0;
  return ({ bucket }) => {
    sessions += bucket.endsWith(":session") ? 1 : 0;
    const granted = !bucket.endsWith(":session") || sessions % 100 !== 0;
    return Promise.resolve(granted ? { granted } : { granted, retryAfterMs: 6_000 });
  };
};

/** A back end over HTTP that does one thing wrong, and the options that ask it. */
async function start(breaking: Breaking = (request, pass) => pass(request)) {
  const simulator = createStripeSimulator();
  const store = createMemoryStore({ now: () => simulator.clock.now() });
  const listening = await listenSimulator(simulator);
  const back: BackEnd = await startBackEnd({
    simulator,
    store: { ...store, takeToken: createTokens() },
    options: { runtime: { now: () => simulator.clock.now(), after: heartbeats } },
  });
  const listener = getRequestListener((request) => breaking(request, (passed) => back.handler.fetch(passed)), {
    overrideGlobalObjects: false,
  });
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await listening.close();
    await simulator.close();
  });
  const options: ConformanceOptions = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`,
    headers: { authorization: "ada" },
    otherHeaders: { authorization: "bob" },
    viewerHeaders: { authorization: "member" },
    origin: ORIGIN,
    simulator: listening.url,
  };
  return { options, simulator };
}

/** Pauses end at once, heartbeats come often. */
function heartbeats(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms < 1_000 ? 1 : ms === HEARTBEAT_MS ? 50 : ms);
  timer.unref();
  return () => clearTimeout(timer);
}

/** A server that need not answer. */
async function hanging(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

/** What a command asks, and whether each request is over or given up. */
function watchedIo() {
  const signals: (AbortSignal | null | undefined)[] = [];
  const io = testIo({
    fetch: (input, init) => {
      signals.push(init?.signal);
      return fetch(input, init);
    },
  });
  return { io, signals };
}

async function failedOf(options: ConformanceOptions): Promise<string[]> {
  const { results } = await runConformance(options, testIo());
  return results.filter(({ outcome }) => outcome.kind === "failed").map(({ name }) => name);
}

describe("a back end that keeps the protocol", () => {
  test("passes every check, and every one of the published contract", async () => {
    const { options, simulator } = await start();
    const io = testIo();
    const { exitCode, results } = await runConformance(options, io);
    expect(results.filter(({ outcome }) => outcome.kind !== "passed")).toEqual([]);
    expect(exitCode).toBe(0);
    expect(results.map(({ name }) => name)).toEqual(expect.arrayContaining(CONTRACT));
    expect(io.lines.at(-1)).toBe(`${results.length} ok, 0 failed, 0 not run`);
    expect(simulator.accounts(), "what it made it has ended").toEqual([]);
  }, 120_000);

  test("passes every check where it is of before 0.2, without sections and dashboards", async () => {
    const { options } = await start(beforeSections);
    const { results } = await runConformance(options, testIo());
    expect(results.filter(({ outcome }) => outcome.kind !== "passed")).toEqual([]);
    expect(results.map(({ name }) => name)).toEqual(expect.arrayContaining(CONTRACT));
  }, 120_000);

  test.each(["not_connected", "busy"])(
    "says %s of a section that only edits, and offers a viewer none",
    async (said) => {
      const { options } = await start(
        answering((body) => (body["sections"] ? { ...body, sections: { tax_settings: said } } : body)),
      );
      const { results } = await runConformance({ ...options, only: "only edits" }, testIo());
      expect(results.filter(({ name }) => name.includes("only edits")).map(({ outcome }) => outcome.kind)).toEqual([
        "passed",
      ]);
    },
  );

  test("what can't be driven is named with the reason, and never as passed", async () => {
    const { options } = await start();
    const { results, exitCode } = await runConformance(
      { url: options.url, headers: options.headers, origin: ORIGIN },
      testIo(),
    );
    const why = new Map(results.map(({ name, outcome }) => [name, outcome.kind === "not run" ? outcome.why : null]));
    expect(exitCode).toBe(0);
    expect(why.get("E1 two tenants have scopes of their own")).toBe("no --other-header was given");
    expect(why.get("E2 who may only look is refused every change")).toBe("no --viewer-header was given");
    expect(why.get("a refresh reads from Stripe")).toBe("no --simulator was given to play Stripe");
    expect(why.get("connect makes an account")).toBeNull();
  }, 120_000);

  test.each([
    [204, "this back end does not push: it answers 204"],
    [501, "this back end does not push: it answers 501; 204 would say so without an error in the page's console"],
  ])("HO-8 one that pushes nothing and answers %s has no stream to check, and fails nothing", async (status, said) => {
    const { options } = await start((request, pass) =>
      new URL(request.url).pathname.endsWith("/events") && request.headers.get("authorization") === "ada"
        ? Promise.resolve(new Response(null, { status }))
        : pass(request),
    );
    const { results } = await runConformance({ ...options, only: "stream" }, testIo());
    const streams = results.map(({ outcome }) => outcome);
    expect(streams.filter(({ kind }) => kind === "failed")).toEqual([]);
    expect(streams).toContainEqual({ kind: "not run", why: said });
  });

  test("an account that was there before is never touched", async () => {
    const { options, simulator } = await start();
    await fetch(`${options.url}/connection`, {
      method: "POST",
      headers: { ...options.headers, origin: ORIGIN, "content-type": "application/json" },
      body: "{}",
    });
    const accounts = simulator.accounts();
    const { results } = await runConformance(options, testIo());
    const contract = results.filter(({ name }) => CONTRACT.includes(name));
    expect(contract.length).toBe(CONTRACT.length);
    expect(new Set(contract.map(({ outcome }) => outcome.kind))).toEqual(new Set(["not run"]));
    expect(simulator.accounts().map(({ id }) => id)).toEqual(accounts.map(({ id }) => id));
  });

  test("one that limits how often it is asked is waited for", async () => {
    let refused = 0;
    const { options } = await start((request, pass) => {
      if (request.method === "POST" && refused < 3) {
        refused += 1;
        return Promise.resolve(new Response("{}", { status: 429, headers: { "retry-after": "7" } }));
      }
      return pass(request);
    });
    const waits: number[] = [];
    const io = testIo({ wait: (ms) => Promise.resolve(void waits.push(ms)) });
    const { exitCode } = await runConformance({ ...options, only: "E5" }, io);
    expect([exitCode, waits]).toEqual([0, [7_000, 7_000, 7_000]]);
  });

  test("AT-M10 what the back end asks to wait is not counted as silence", async () => {
    let refused = 0;
    const { options } = await start((request, pass) => {
      if (request.method !== "POST" || refused >= 3) return pass(request);
      refused += 1;
      return Promise.resolve(new Response("{}", { status: 429, headers: { "retry-after": "7" } }));
    });
    // Each wait is longer than the whole check may take.
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, 2500));
    const { exitCode } = await runConformance({ ...options, patience: 500, only: "E5" }, testIo({ wait }));
    expect([exitCode, refused]).toEqual([0, 3]);
  }, 30_000);

  test("AT-M10 the first stream may take as long to open as any other answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const slow = () =>
      new Promise<Response>((resolve) => setTimeout(() => resolve(new Response(null, { status: 204 })), 29_000));
    const io = testIo({ fetch: slow });
    const ended = runConformance({ url: "http://127.0.0.1/api", headers: {}, only: "none of them" }, io);
    await vi.advanceTimersByTimeAsync(29_000);
    await ended;
    expect(io.lines[0]).toBe("ok       the back end answers");
  });

  test("AT-M10 against a server that never answers it ends, and says what to do", async () => {
    const url = await hanging(() => {});
    const { io, signals } = watchedIo();
    const { exitCode } = await runConformance({ url, headers: {}, patience: 50 }, io);
    expect([exitCode, io.lines]).toEqual([
      1,
      [
        "FAILED   the back end answers: there was no answer in 0.05 s\n         → Look at the server's log: a proxy, the database or `authorize` may keep it from answering.",
        "",
        "0 ok, 1 failed, 0 not run",
      ],
    ]);
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  test.each<[string, RequestListener]>([
    ["nothing else", () => {}],
    ["no body to its end", (_request, response) => void response.writeHead(200).write("{")],
  ])(
    "AT-M10 against a server that answers the stream and %s it ends, and gives up each request",
    async (_name, answer) => {
      const url = await hanging((request, response) => {
        if (!request.url?.endsWith("/events")) return answer(request, response);
        return response.writeHead(200, { "content-type": "text/event-stream" }).write(": open\n\n");
      });
      const { io, signals } = watchedIo();
      const options = { url, headers: { authorization: "ada" }, otherHeaders: { authorization: "bob" } };
      const { exitCode, results } = await runConformance({ ...options, patience: 150, only: "connect" }, io);
      expect(exitCode).toBe(1);
      // Some of the readings, of the refusals and of the contract.
      expect(results.length).toBeGreaterThan(5);
      expect(results.filter(({ outcome }) => outcome.kind === "passed")).toEqual([]);
      expect(io.lines.join("\n")).toMatch(/(no answer in 0.15|not over after 0.6) s\n +→ Look at the server's log/);
      expect(signals.length).toBeGreaterThan(5);
      expect(signals.filter((signal) => signal?.aborted !== true)).toEqual([]);
    },
    60_000,
  );

  test("where nobody answers, that is all that is said", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const io = testIo();
    const { exitCode } = await runConformance({ url: `http://127.0.0.1:${port}/api`, headers: {} }, io);
    expect([exitCode, io.lines]).toEqual([
      1,
      ["FAILED   the back end answers: fetch failed (ECONNREFUSED)", "", "0 ok, 1 failed, 0 not run"],
    ]);
  });

  test("where the headers sign nobody in, that is all that is said, with what to do", async () => {
    const { options } = await start();
    const io = testIo();
    const { exitCode } = await runConformance({ ...options, headers: {} }, io);
    expect([exitCode, io.lines]).toEqual([
      1,
      [
        'FAILED   the back end answers: nobody is signed in, it answers 401\n         → Name somebody who is: --header "cookie: …"',
        "",
        "0 ok, 1 failed, 0 not run",
      ],
    ]);
  });
});

const json = (text: string) => (text === "" ? {} : (JSON.parse(text) as Record<string, unknown>));
const isStream = ({ headers }: Response) => /event-stream/.test(headers.get("content-type") ?? "");
const pathOf = ({ url }: Request) => new URL(url).pathname.replace(BASE, "");

/** Changes what a request carries. */
const asking =
  (change: (headers: Headers, body: string, request: Request) => string): Breaking =>
  async (request, pass) => {
    if (request.method !== "POST") return pass(request);
    const headers = new Headers(request.headers);
    const body = change(headers, await request.text(), request);
    headers.delete("content-length");
    return pass(new Request(request.url, { method: "POST", headers, body }));
  };

/** Changes what an answer says. */
const answering =
  (change: (body: Record<string, unknown>, headers: Headers, request: Request, status: number) => unknown): Breaking =>
  async (request, pass) => {
    const response = await pass(request);
    if (isStream(response)) return response;
    const headers = new Headers(response.headers);
    const text = await response.text();
    const { status } = response;
    const changed = change(json(text), headers, request, status) ?? json(text);
    return new Response(text === "" ? null : JSON.stringify(changed), { status, headers });
  };

/** A back end of 0.1: it has no path for dashboards, knows no purpose `sections`, and tells of neither. */
const beforeSections: Breaking = (request, pass) => {
  if (pathOf(request) === "/connection/dashboard-link") {
    return pass(new Request(request.url.replace("dashboard-link", "unknown"), request));
  }
  const withoutThem = answering(({ sections: _sections, ...body }) => {
    if (typeof body["can"] !== "object") return body;
    return { ...body, can: { ...body["can"], dashboard: undefined } };
  });
  return asking((_headers, body) => body.replace('"sections"', '"unknown"'))(request, (asked) =>
    withoutThem(asked, pass),
  );
};

const streaming =
  (change: (text: string, headers: Headers) => string): Breaking =>
  async (request, pass) => {
    const response = await pass(request);
    if (!isStream(response)) return response;
    const headers = new Headers(response.headers);
    change("", headers);
    const changes = new TransformStream<string, string>({
      transform: (text, controller) => controller.enqueue(change(text, headers)),
    });
    const body = response.body?.pipeThrough(new TextDecoderStream()).pipeThrough(changes);
    return new Response(body?.pipeThrough(new TextEncoderStream()) ?? null, { status: 200, headers });
  };

const KNOWN = new Set(["country", "businessType", "purpose", "requirements", "generation"]);

/** What a back end may get wrong, and the checks that have to tell. `only`: no other is asked, because they take long. */
const FAULTS: [name: string, breaking: Breaking, fail: string[], only?: string][] = [
  [
    "knows no HEAD",
    (request, pass) =>
      request.method === "HEAD" ? Promise.resolve(new Response(null, { status: 404 })) : pass(request),
    ["HEAD /connection answers without a body"],
  ],
  [
    "speaks another version",
    answering((body, _headers, request) => (pathOf(request) === "/connection" ? { ...body, protocol: 2 } : body)),
    ["GET /connection answers a connection of the protocol"],
  ],
  [
    "offers a viewer sections that only edit",
    answering((body, _headers, request) =>
      request.headers.get("authorization") === "member" && body["sections"]
        ? { ...body, sections: { payouts_list: true, tax_settings: true } }
        : body,
    ),
    [
      "a session for sections is answered as the connection says",
      "E2 who may only look is offered no section that only edits",
    ],
    "section",
  ],
  [
    "opens sections that it says no role may open",
    async (request, pass) => {
      if (pathOf(request) !== "/connection/account-session" || !(await request.clone().text()).includes('"sections"'))
        return pass(request);
      return Response.json({ protocol: 1, clientSecret: crypto.randomUUID() });
    },
    [
      "a session for sections is answered as the connection says",
      "sections are opened where one may be, and refused where none",
    ],
    "section",
  ],
  [
    "leaves the generation out",
    answering((body) => ({ ...body, generation: undefined })),
    ["GET /connection answers a connection of the protocol"],
    "GET /connection answers",
  ],
  [
    "takes unknown fields, and an account's id",
    asking((_headers, text, request) => {
      if (pathOf(request) === "/webhooks" || !/somethingNew|accountId/.test(text)) return text;
      return JSON.stringify(Object.fromEntries(Object.entries(json(text)).filter(([name]) => KNOWN.has(name))));
    }),
    ["E1 a body that names an account is refused", "a field that the protocol does not know is refused"],
  ],
  [
    "lets every form in",
    asking((headers, text, request) => {
      if (pathOf(request) !== "/webhooks") headers.set("content-type", "application/json");
      return text;
    }),
    ["E5 what a form can send is refused with 415"],
  ],
  [
    "does not look where a change comes from",
    asking((headers, text) => {
      headers.set("origin", ORIGIN);
      return text;
    }),
    ["E4 a change that another site asks for is refused"],
  ],
  [
    "knows no 405",
    answering((_body, headers) => headers.delete("allow")),
    ["E6 another method is refused with 405, and told which there are"],
  ],
  [
    "says 400 to what is too large",
    async (request, pass) => {
      const response = await pass(request);
      return response.status === 413
        ? new Response(response.body, { status: 400, headers: response.headers })
        : response;
    },
    ["E7 a body over 64 kB is refused with 413"],
  ],
  [
    "lets answers be stored",
    answering((_body, headers) => headers.delete("cache-control")),
    ["E22 no answer may be stored or sniffed, and each names its request"],
  ],
  [
    "refuses without a code",
    answering((body, _headers, _request, status) => (status >= 400 ? { ...body, code: undefined } : body)),
    [
      "a refusal is problem+json with all that a page needs",
      "E2 nobody who is not signed in gets anything",
      "E2 who may only look is refused every change",
      "E1 a body that names an account is refused",
      "a field that the protocol does not know is refused",
      "a field of the wrong type is refused",
      "E7 a body that is no JSON object is refused",
      "E7 a body over 64 kB is refused with 413",
      "E5 what a form can send is refused with 415",
      "E4 a change that another site asks for is refused",
      "G1 a webhook without a fitting signature is refused",
    ],
  ],
  [
    "takes any webhook",
    async (request, pass) =>
      pathOf(request) === "/webhooks" && request.method === "POST" && request.headers.get("stripe-signature")
        ? Response.json({ protocol: 1, received: true })
        : pass(request),
    ["G1 a webhook without a fitting signature is refused"],
  ],
  [
    "lets everybody read",
    answering((_body, headers) => headers.set("access-control-allow-origin", "*")),
    ["no page of another origin may read an answer"],
  ],
  [
    "takes whoever is not signed in for somebody",
    async (request, pass) => {
      if (request.headers.has("authorization")) return pass(request);
      const headers = new Headers(request.headers);
      headers.set("authorization", "ada");
      const body = request.method === "POST" ? await request.text() : undefined;
      return pass(new Request(request.url, { method: request.method, headers, ...(body ? { body } : {}) }));
    },
    ["E2 nobody who is not signed in gets anything"],
  ],
  [
    "shows the same to two tenants",
    answering((body) => (body["scope"] ? { ...body, scope: "everybody" } : body)),
    ["E1 two tenants have scopes of their own"],
  ],
  [
    "takes the tenant from a query",
    async (request, pass) => {
      const tenant = new URL(request.url).searchParams.get("tenant");
      return tenant ? pass(new Request(request.url, { headers: { authorization: "bob" } })) : pass(request);
    },
    ["E3 no query and no header names a tenant or an account"],
  ],
  [
    "lets a viewer change things",
    asking((headers, text) => {
      if (headers.get("authorization") === "member") headers.set("authorization", "ada");
      return text;
    }),
    ["E2 who may only look is refused every change"],
  ],
  [
    "makes an account when it is read",
    async (request, pass) => {
      if (request.method === "GET" && pathOf(request) === "/connection/refresh") {
        const headers = { authorization: "ada", origin: ORIGIN, "content-type": "application/json" };
        await pass(new Request(request.url.replace("/refresh", ""), { method: "POST", headers, body: "{}" }));
      }
      return pass(request);
    },
    ["GET makes no account, and changes nothing that anybody asked for"],
    "GET makes no account",
  ],
  [
    "streams without saying so",
    streaming((text, headers) => {
      headers.set("content-type", "text/plain");
      return text;
    }),
    ["GET /connection/events is a stream that begins with the connection"],
    "GET /connection/events",
  ],
  [
    "has no heartbeat",
    streaming((text) => text.replaceAll(/^:.*\n\n/gm, "")),
    ["a quiet stream has a heartbeat"],
    "heartbeat",
  ],
  [
    "makes another account with each connect",
    async (request, pass) => {
      if (request.method === "POST" && pathOf(request) === "/connection") {
        const url = new URL(request.url).origin + BASE;
        const headers = { authorization: "ada", origin: ORIGIN, "content-type": "application/json" };
        const read = await pass(new Request(`${url}/connection`, { headers }));
        const body = JSON.stringify({ generation: json(await read.text())["generation"] });
        await pass(new Request(`${url}/connection/disconnect`, { method: "POST", headers, body }));
      }
      return pass(request);
    },
    ["connect with an account there resolves to that one"],
    "connect with an account there",
  ],
  [
    "ends whatever is there, whichever was shown",
    async (request, pass) => {
      if (pathOf(request) !== "/connection/disconnect" || request.method !== "POST") return pass(request);
      const read = await pass(new Request(request.url.replace("/disconnect", ""), { headers: request.headers }));
      const { generation } = json(await read.text());
      const headers = new Headers(request.headers);
      headers.delete("content-length");
      const body = JSON.stringify({ generation });
      return pass(new Request(request.url, { method: "POST", headers, body }));
    },
    ["another generation than the one that was shown is a conflict"],
    "another generation",
  ],
];

describe("a back end that is wrong is told what fails", () => {
  test("each check fails for one of these at least", async () => {
    const { options } = await start();
    const { results } = await runConformance({ ...options, readOnly: true }, testIo());
    const own = results.filter(({ outcome }) => outcome.kind === "passed").map(({ name }) => name);
    const failing = new Set(FAULTS.flatMap(([, , fail]) => fail));
    expect(own.length).toBeGreaterThan(20);
    // Where nobody answers there is a test of its own.
    expect(own.filter((name) => !failing.has(name) && name !== "the back end answers")).toEqual([]);
  });

  test.each(FAULTS)("one that %s", async (_name, breaking, fail, only) => {
    const { options } = await start(breaking);
    const failed = await failedOf({
      ...options,
      only,
      readOnly: only === undefined,
      // Where the heart stands still nobody has to wait for it.
      ...(only === "heartbeat" ? { silence: 300 } : {}),
    });
    expect(failed).toEqual(fail);
  });
});
