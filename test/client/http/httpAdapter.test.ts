// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { httpAdapter, type HttpAdapterOptions } from "../../../src/client/http/httpAdapter.js";
import { ConnectionError } from "../../../src/core/errors.js";
import { connected } from "../../support/connections.js";
import { takeToldRequests } from "../../support/setup.js";

// What the developer is told of these has tests of its own.
afterEach(() => void takeToldRequests());

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { "content-type": "application/json", ...(init.headers as Record<string, string> | undefined) },
  });
const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  json(body, { status, headers: { "content-type": "application/problem+json", ...headers } });

type Answer = Response | ((input: string, init: RequestInit) => Response | Promise<Response>);

function setUp(answers: Answer[], own: Partial<HttpAdapterOptions> = {}) {
  const sent: Array<{ url: string; init: RequestInit }> = [];
  const adapter = httpAdapter({
    url: "/api/stripe/test",
    fetch: async (url, init) => {
      sent.push({ url, init });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer) throw new Error("no answer left");
      return typeof answer === "function" ? answer(url, init) : answer;
    },
    ...own,
  });
  return { adapter, sent };
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error("it did not fail");
    },
    (thrown: unknown) => thrown as ConnectionError,
  );

describe("requests", () => {
  test.each([
    ["getConnection", "GET", "/connection", undefined],
    ["connect", "POST", "/connection", '{"country":"US"}'],
    ["refresh", "POST", "/connection/refresh", "{}"],
    ["disconnect", "POST", "/connection/disconnect", '{"generation":3}'],
  ] as const)("%s is %s %s", async (method, verb, path, body) => {
    const { adapter, sent } = setUp([json(connected())]);
    const ask = {
      getConnection: () => adapter.getConnection(),
      connect: () => adapter.connect({ country: "US" }),
      refresh: () => adapter.refresh(),
      disconnect: () => adapter.disconnect({ generation: 3 }),
    };
    expect(await ask[method]()).toEqual(connected());
    expect(sent[0]?.url).toBe(`/api/stripe/test${path}`);
    expect(sent[0]?.init).toMatchObject({
      method: verb,
      redirect: "manual",
      credentials: "same-origin",
      cache: "no-store",
    });
    expect(sent[0]?.init.body).toBe(body);
    const headers = sent[0]?.init.headers as Record<string, string>;
    expect(headers["accept"]).toBe("application/json");
    expect(headers["content-type"]).toBe(verb === "POST" ? "application/json" : undefined);
  });

  test("sessions, links and previews are read as what they are", async () => {
    const session = { clientSecret: "s", publishableKey: "pk_test_1", expiresAt: "2026-11-22T15:00:00.000Z" };
    const link = { url: "https://connect.stripe.com/x", expiresAt: "2026-11-22T15:00:00.000Z" };
    const dashboard = { url: "https://connect.stripe.com/express/x" };
    const { adapter, sent } = setUp([json({ protocol: 1, ...session }), json(link), json(dashboard), json({})]);
    expect(await adapter.createAccountSession({ purpose: "onboarding", requirements: ["a"] })).toEqual(session);
    expect(sent[0]?.init.body).toBe('{"purpose":"onboarding","requirements":["a"]}');
    expect(await adapter.createOnboardingLink()).toEqual(link);
    expect(await adapter.createDashboardLink?.()).toEqual(dashboard);
    expect([sent[2]?.url, sent[2]?.init.body]).toEqual(["/api/stripe/test/connection/dashboard-link", "{}"]);
    expect(await failure(adapter.previewDisconnect())).toMatchObject({ code: "invalid_response" });
  });

  test("adapters of one endpoint are the same", () => {
    expect(httpAdapter({ url: "/api/stripe/" }).key).toBe(httpAdapter({ url: "/api/stripe" }).key);
    expect(httpAdapter({ url: "/api/stripe" }).key).not.toBe(httpAdapter({ url: "/api/other" }).key);
  });

  test("D8 headers come from an object or from a function that is asked each time", async () => {
    let n = 0;
    const { adapter, sent } = setUp([() => json(connected())], {
      headers: () => Promise.resolve({ authorization: `Bearer ${(n += 1)}` }),
    });
    await adapter.getConnection();
    await adapter.getConnection();
    expect(sent.map(({ init }) => (init.headers as Record<string, string>)["authorization"])).toEqual([
      "Bearer 1",
      "Bearer 2",
    ]);
    const fixed = setUp([json(connected())], { headers: { "x-csrf": "t" } });
    await fixed.adapter.getConnection();
    expect(fixed.sent[0]?.init.headers).toMatchObject({ "x-csrf": "t" });
  });

  test("D8 a headers function that rejects is told, and nothing is sent", async () => {
    const { adapter, sent } = setUp([json(connected())], { headers: () => Promise.reject(new Error("no token")) });
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "internal", cause: new Error("no token") });
    expect(sent).toHaveLength(0);
  });

  test("D8 a CSRF token that is too old is got again once", async () => {
    let token = 0;
    const headers = () => ({ "x-csrf": String((token += 1)) });
    const refused = () => problem(403, { code: "csrf", title: "stale token" });
    const { adapter, sent } = setUp([refused, () => json(connected())], { headers });
    await adapter.connect();
    expect(sent.map(({ init }) => (init.headers as Record<string, string>)["x-csrf"])).toEqual(["1", "2"]);
    const never = setUp([refused], { headers });
    expect(await failure(never.adapter.connect())).toMatchObject({ code: "csrf" });
    expect(never.sent).toHaveLength(2);
    const fixed = setUp([refused], { headers: { "x-csrf": "0" } });
    await failure(fixed.adapter.connect());
    expect(fixed.sent).toHaveLength(1);
  });
});

/** What a browser gives for `redirect: "manual"`. */
const opaqueRedirect = () =>
  Object.defineProperties(new Response(null), {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
  });

describe("answers", () => {
  test.each([
    ["an opaque redirect", opaqueRedirect],
    ["302", () => new Response(null, { status: 302, headers: { location: "/login" } })],
    ["401", () => new Response("who are you", { status: 401 })],
  ])("D1 %s is a session that is over", async (_, answer) => {
    const { adapter } = setUp([answer]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "session_expired", retryable: false });
  });

  test("SV-F4 an opaque redirect is asked for once more with a slash, which later requests have at once", async () => {
    const { adapter, sent } = setUp([opaqueRedirect, () => json(connected()), () => json(connected())]);
    expect(await adapter.getConnection()).toEqual(connected());
    await adapter.refresh();
    expect(sent.map(({ url }) => url.replace("/api/stripe/test", ""))).toEqual([
      "/connection",
      "/connection/",
      "/connection/refresh/",
    ]);
  });

  test("D1 a login page with status 200 is no answer of the protocol", async () => {
    const { adapter } = setUp([new Response("<!doctype html>", { headers: { "content-type": "text/html" } })]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "invalid_response" });
  });

  test.each([
    ["nothing", ""],
    ["half of it", JSON.stringify(connected()).slice(0, 200)],
    ["a login page that says it is JSON", "<!doctype html>"],
    ["null", "null"],
    ["an array", "[]"],
    ["100 000 brackets", "[".repeat(100_000)],
  ])("D2 %s is an invalid response", async (_, body) => {
    const { adapter } = setUp([new Response(body, { headers: { "content-type": "application/json" } })]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "invalid_response" });
  });

  test("D2 a byte order mark is no fault", async () => {
    const { adapter } = setUp([
      new Response(`\ufeff${JSON.stringify(connected())}`, {
        headers: { "content-type": "application/json; charset=utf-8" },
      }),
    ]);
    expect(await adapter.getConnection()).toEqual(connected());
  });

  test("D2 50 MB are given up after the first", async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const { adapter } = setUp([new Response(endless, { headers: { "content-type": "application/json" } })]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "invalid_response" });
    expect(chunks).toBeLessThan(30);
  });

  test("D2 an answer that breaks off is a fault of the line", async () => {
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"protocol":1,'));
        controller.error(new TypeError("terminated"));
      },
    });
    const { adapter } = setUp([new Response(broken, { headers: { "content-type": "application/json" } })]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "network" });
  });

  test("D2 so is a refusal that does", async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new TypeError("terminated")),
    });
    const { adapter } = setUp([
      new Response(broken, { status: 409, headers: { "content-type": "application/problem+json" } }),
    ]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "network", retryable: true });
  });

  test.each([
    ["a page", 200, "invalid_response"],
    ["a gateway's page", 502, "internal"],
  ])("D2 %s whose line breaks before it is put aside is still told as what it is", async (_, status, code) => {
    const body = new ReadableStream({
      start: (controller) => controller.error(new TypeError("terminated")),
    });
    const { adapter } = setUp([new Response(body, { status, headers: { "content-type": "text/html" } })]);
    const error = await failure(adapter.getConnection());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.code).toBe(code);
  });

  test("D9 keys that mean something to JavaScript are left", async () => {
    const body = JSON.stringify(connected()).replace("{", '{"__proto__":{"polluted":true},"constructor":1,');
    const { adapter } = setUp([new Response(body, { headers: { "content-type": "application/json" } })]);
    const connection = await adapter.getConnection();
    expect(connection).toEqual(connected());
    expect(Object.getPrototypeOf(connection)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("D6 a problem says its code, the request and the pause", async () => {
    const { adapter } = setUp([
      problem(503, {
        code: "store_unavailable",
        title: "down",
        requestId: "req_9",
        retryAfter: 7,
        stack: "at secret.ts",
      }),
    ]);
    const error = await failure(adapter.getConnection());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ code: "store_unavailable", requestId: "req_9", retryAfter: 7, retryable: true });
    expect(error.message).not.toContain("secret");
  });

  test("D6 a stack trace of a gateway is not repeated", async () => {
    const { adapter } = setUp([
      new Response("Error: at /srv/app/secret.ts:7", { status: 500, headers: { "x-request-id": "req_5" } }),
    ]);
    const error = await failure(adapter.getConnection());
    expect(error).toMatchObject({ code: "internal", requestId: "req_5" });
    expect(error.message).not.toContain("secret");
  });

  test.each([
    [400, "invalid_request"],
    [403, "forbidden"],
    [404, "invalid_request"],
    [408, "timeout"],
    [409, "conflict"],
    [418, "invalid_request"],
    [429, "rate_limited"],
    [500, "internal"],
    [501, "invalid_request"],
    [502, "internal"],
    [503, "stripe_unavailable"],
    [504, "timeout"],
  ])("D6 %i without a problem is %s", async (status, code) => {
    const { adapter } = setUp([new Response("", { status })]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code });
    const foreign = setUp([problem(status, { type: "about:blank", status })]);
    expect(await failure(foreign.adapter.getConnection())).toMatchObject({ code });
    const newer = setUp([problem(status, { code: "a_code_of_tomorrow" })]);
    expect(await failure(newer.adapter.getConnection())).toMatchObject({ code });
  });

  test.each([
    ["30", null, 30],
    ["1000000000", null, 300],
    ["0", null, null],
    ["-5", null, null],
    ["garbage", null, null],
    ["1e3", null, null],
    ["Sun, 22 Nov 2026 14:00:20 GMT", "Sun, 22 Nov 2026 14:00:00 GMT", 20],
    ["Sun, 22 Nov 2026 14:00:20 GMT", null, null],
    ["Sun, 22 Nov 2026 13:00:20 GMT", "Sun, 22 Nov 2026 14:00:00 GMT", null],
  ])("A9 Retry-After %s (at %s) is %s s", async (value, date, seconds) => {
    const headers = { "retry-after": value, ...(date ? { date } : {}) };
    const { adapter } = setUp([new Response("", { status: 429, headers })]);
    expect(await failure(adapter.getConnection())).toMatchObject({ code: "rate_limited", retryAfter: seconds });
  });

  test("a line that is down is a network error", async () => {
    const { adapter } = setUp([
      () => {
        throw new TypeError("Failed to fetch");
      },
    ]);
    expect(await failure(adapter.connect())).toMatchObject({ code: "network", retryable: true });
  });
});

describe("time", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    const left = vi.getTimerCount();
    vi.useRealTimers();
    if (left > 0) throw new Error("a timer was left behind");
  });
  const hang = (_: string, init: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });

  test("D3 after 15 s the request is given up, and not sent again", async () => {
    const { adapter, sent } = setUp([hang]);
    const failed = failure(adapter.connect());
    await vi.advanceTimersByTimeAsync(14_999);
    expect(sent[0]?.init.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await failed).toMatchObject({ code: "timeout" });
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    expect(sent).toHaveLength(1);
  });

  test("D3 an answer that never ends is given up too", async () => {
    const { adapter } = setUp(
      [new Response(new ReadableStream({}), { headers: { "content-type": "application/json" } })],
      { timeout: 2000 },
    );
    const failed = failure(adapter.getConnection());
    await vi.advanceTimersByTimeAsync(2000);
    expect(await failed).toMatchObject({ code: "timeout" });
  });

  test("D3 so is a headers function that never answers", async () => {
    const { adapter, sent } = setUp([json(connected())], { headers: () => new Promise(() => {}) });
    const failed = failure(adapter.getConnection());
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await failed).toMatchObject({ code: "timeout" });
    expect(sent).toHaveLength(0);
  });

  test("the caller's abort ends the request and is passed on", async () => {
    const { adapter, sent } = setUp([hang]);
    const controller = new AbortController();
    const failed = failure(adapter.getConnection({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    const reason = new Error("nobody waits");
    controller.abort(reason);
    expect(await failed).toBe(reason);
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    expect(await failure(adapter.connect({}, { signal: controller.signal }))).toBe(reason);
    expect(sent).toHaveLength(1);
  });
});

describe("D10 an endpoint of another origin", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  test("without credentials the 401 says what is missing", async () => {
    vi.stubGlobal("location", { origin: "https://app.example.com" });
    const { adapter } = setUp([new Response("", { status: 401 })], { url: "https://api.example.com/stripe" });
    expect((await failure(adapter.getConnection())).message).toContain('credentials: "include"');
    const own = setUp([new Response("", { status: 401 })], { url: "https://app.example.com/stripe" });
    expect((await failure(own.adapter.getConnection())).message).not.toContain("credentials");
    const configured = setUp([new Response("", { status: 401 })], {
      url: "https://api.example.com/stripe",
      credentials: "include",
    });
    expect((await failure(configured.adapter.getConnection())).message).not.toContain("credentials");
    expect(configured.sent[0]?.init.credentials).toBe("include");
  });
});
