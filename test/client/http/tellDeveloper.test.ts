// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StripeConnectionAdapter } from "../../../src/core/adapter.js";
import { takeToldRequests } from "../../support/setup.js";

const ADDRESS = "/api/strip/connection";

/** The adapter of a page that has told nothing yet. */
async function freshAdapter(answer: () => Response | Promise<Response>): Promise<StripeConnectionAdapter> {
  vi.resetModules();
  const { httpAdapter } = await import("../../../src/client/http/httpAdapter.js");
  return httpAdapter({
    url: "/api/strip",
    headers: { authorization: "Bearer sk_secret" },
    fetch: async () => answer(),
  });
}

const problem = (status: number, code: string) => () =>
  new Response(JSON.stringify({ type: "about:blank", title: "No", status, code, requestId: "req_1" }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
const page = (status: number) => () =>
  new Response("<html>", { status, headers: { "content-type": "text/html; charset=utf-8" } });
const noAnswer = () => Promise.reject(new TypeError("Failed to fetch"));

const MISTAKES: ReadonlyArray<readonly [string, () => Response | Promise<Response>, RegExp]> = [
  [
    "a mistyped endpoint",
    page(404),
    /answered 404 text\/html; charset=utf-8\. Is createConnectionHandler mounted there/,
  ],
  [
    "an app's page in the answer's place",
    page(200),
    /answered 200 text\/html; charset=utf-8\. Is createConnectionHandler/,
  ],
  ["another basePath", problem(404, "invalid_request"), /answered 404 application\/problem\+json.*its `basePath`/],
  ["a proxy before a server that is down (502)", page(502), /answered 502 .*Is the server running\?/],
  ["a proxy before a server that is down (503)", page(503), /answered 503 .*Is the server running\?/],
  ["a proxy before a server that is down (504)", page(504), /answered 504 .*Is the server running\?/],
  ["no server", noAnswer, /got no answer\. Is the server running, and does it allow this page's origin/],
  ["signed out", problem(401, "session_expired"), /answered 401 .*`authorize` found no session/],
  [
    "a login page",
    () => new Response(null, { status: 302 }),
    /answered 302\. `authorize` found no session, or a login page/,
  ],
  ["no database", problem(503, "store_unavailable"), /answered 503 .*\(request req_1\)\. .*Is the database running\?/],
  ["an origin that is not allowed", problem(403, "csrf"), /answered 403 .*`allowedOrigins`/],
  ["a server that throws", page(500), /answered 500 .*The server failed/],
];

afterEach(() => void vi.unstubAllEnvs());

describe.each(MISTAKES)("HO-11 %s", (_, answer, said) => {
  test("is told once, with the address and what to look at", async () => {
    const adapter = await freshAdapter(answer);
    await expect(adapter.getConnection()).rejects.toMatchObject({ name: "ConnectionError" });
    await expect(adapter.getConnection()).rejects.toMatchObject({ name: "ConnectionError" });
    const told = takeToldRequests();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(said);
    expect(told[0]).toContain(`react-stripe-connection: GET ${ADDRESS} `);
    expect(told[0]).not.toContain("sk_secret");
  });

  test("is not told in production", async () => {
    vi.stubEnv("NODE_ENV", "production");
    const adapter = await freshAdapter(answer);
    await expect(adapter.getConnection()).rejects.toMatchObject({ name: "ConnectionError" });
    expect(takeToldRequests()).toEqual([]);
  });

  test("is not told, and throws nothing else, in a page without a bundler", async () => {
    vi.stubGlobal("process", undefined);
    try {
      const adapter = await freshAdapter(answer);
      await expect(adapter.getConnection()).rejects.toMatchObject({ name: "ConnectionError" });
    } finally {
      vi.unstubAllGlobals();
    }
    expect(takeToldRequests()).toEqual([]);
  });
});

describe("HO-11 nothing is told of", () => {
  beforeEach(() => void takeToldRequests());
  test.each([
    ["a refusal that a person can act on", problem(409, "conflict")],
    ["a pause that the server wants", problem(429, "rate_limited")],
    ["Stripe being down", problem(503, "stripe_unavailable")],
    ["a role that may not look", problem(403, "forbidden")],
  ])("%s", async (_, answer) => {
    const adapter = await freshAdapter(answer);
    await expect(adapter.getConnection()).rejects.toMatchObject({ name: "ConnectionError" });
    expect(takeToldRequests()).toEqual([]);
  });

  test("a request that was given up", async () => {
    const leave = new AbortController();
    const adapter = await freshAdapter(() => {
      leave.abort(new Error("left"));
      return noAnswer();
    });
    await expect(adapter.getConnection({ signal: leave.signal })).rejects.toThrow("left");
    expect(takeToldRequests()).toEqual([]);
  });
});
