// @vitest-environment node
import { describe, expect, test } from "vitest";
import { createStripeSimulator, type StripeSimulatorOptions } from "../../src/simulator/index.js";

const VERSION = "2026-10-28.endive";

interface Answer {
  status: number;
  headers: Headers;
  body: { id?: string; error?: Record<string, string> };
}

/** Calls as curl makes them: nothing but what is given here is sent. */
function setUp(options: StripeSimulatorOptions = {}) {
  const simulator = createStripeSimulator(options);
  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await simulator.fetch(`https://api.stripe.com${path}`, init);
    const { status, headers } = response;
    return { status, headers, body: (await response.json()) as Answer["body"] };
  };
  const bearer = { authorization: `Bearer ${simulator.secretKey}` };
  return { simulator, call, bearer };
}

describe("ST-9 a key comes as a token or as the user of HTTP Basic", () => {
  const basic = (credentials: string) => ({ authorization: `Basic ${btoa(credentials)}` });

  test.each([
    ["curl -u sk_test_…:", "sk_test_simulated:"],
    ["without a colon", "sk_test_simulated"],
    ["with a password, which is not looked at", "sk_test_simulated:x"],
  ])("%s", async (_name, credentials) => {
    const { call } = setUp();
    const made = await call("/v1/accounts", { method: "POST", headers: basic(credentials), body: "country=DE" });
    expect(made.status).toBe(200);
    const headers = { ...basic(credentials), "stripe-version": VERSION };
    expect((await call("/v2/core/accounts", { headers })).status).toBe(200);
  });

  test.each([
    [
      "another key",
      `Basic ${btoa("sk_test_51AnotherPlatform1234:")}`,
      "Invalid API Key provided: sk_test_*****************1234",
    ],
    ["no key", `Basic ${btoa(":")}`, "You did not provide an API key"],
    ["no base64", "Basic %%%", "You did not provide an API key"],
    ["a base64 that is cut off", "Basic abcde", "You did not provide an API key"],
    ["another scheme", "Digest sk_test_simulated", "You did not provide an API key"],
    ["a publishable key", `Basic ${btoa("pk_test_simulated:")}`, "publishable API key"],
  ])("%s is refused", async (_name, authorization, message) => {
    const { call } = setUp();
    const { status, body } = await call("/v1/accounts", { headers: { authorization } });
    expect([status, body.error?.["message"]]).toEqual([401, expect.stringContaining(message)]);
    expect(body.error).not.toHaveProperty("request_log_url");
  });
});

describe("ST-13 a version is one of Stripe's", () => {
  // Before the newest version that the simulator knows.
  const now = () => Date.parse("2026-11-30T12:00:00Z");

  test.each([
    "2011-01-01",
    "2020-08-27",
    "2024-06-20",
    "2024-12-18.acacia",
    "2025-08-27.basil",
    "2025-09-30.clover",
    "2026-07-29.dahlia",
    VERSION,
    "2026-10-28.preview",
    "2020-08-27; orders_beta=v4",
    "2026-11-25.endive",
  ])("%s is taken", async (version) => {
    const { call, bearer } = setUp({ now });
    const { status, headers } = await call("/v1/accounts", { headers: { ...bearer, "stripe-version": version } });
    expect([status, headers.get("stripe-version")]).toEqual([200, version]);
    expect((await call("/v2/core/accounts", { headers: { ...bearer, "stripe-version": version } })).status).toBe(200);
  });

  test.each([
    "2019-99-99",
    "2019-02-30",
    "2019-2-19",
    "1999-01-01",
    "2026-12-16.endive",
    "2027-03-25.fennel",
    "2026-11-25",
    "2025-09-30.acacia",
    "2025-01-27",
    "2024-06-20.acacia",
    "endive",
    "latest",
    "2020-08-27, 2020-08-27",
  ])("%s is refused", async (version) => {
    const { call, bearer } = setUp({ now });
    const headers = { ...bearer, "stripe-version": version };
    const { status, body } = await call("/v1/accounts", { headers });
    expect([status, body.error?.["message"]]).toEqual([400, `Invalid Stripe API version: ${version}`]);
    expect((await call("/v2/core/accounts", { headers })).status).toBe(400);
  });

  test("v1 needs none, v2 does", async () => {
    const { call, bearer } = setUp();
    expect((await call("/v1/accounts", { headers: bearer })).status).toBe(200);
    const { status, body } = await call("/v2/core/accounts", { headers: bearer });
    expect([status, body.error?.["message"]]).toEqual([400, expect.stringContaining("Stripe-Version")]);
  });

  test("the version that a host gave the simulator is one", async () => {
    const { call, bearer } = setUp({ now, apiVersion: "2027-03-25.fennel" });
    const headers = { ...bearer, "stripe-version": "2027-03-25.fennel" };
    expect((await call("/v1/accounts", { headers })).status).toBe(200);
  });
});

describe("ST-4 an error of v1 names its log in the dashboard", () => {
  test.each([
    ["test", /^https:\/\/dashboard\.stripe\.com\/test\/logs\/(req_\w+)\?t=(\d+)$/],
    ["live", /^https:\/\/dashboard\.stripe\.com\/logs\/(req_\w+)\?t=(\d+)$/],
  ] as const)("in %s mode", async (mode, shape) => {
    const { simulator, call, bearer } = setUp({ mode });
    const { headers, body } = await call("/v1/accounts", { method: "POST", headers: bearer, body: "colour=red" });
    const [, id, time] = shape.exec(body.error?.["request_log_url"] ?? "") ?? [];
    expect(id).toBe(headers.get("request-id"));
    expect(Number(time)).toBe(Math.floor(simulator.clock.now() / 1000));
  });

  test("also where it was told to fail", async () => {
    const { simulator, call, bearer } = setUp();
    simulator.fail({ on: "accounts.list", with: { status: 400, code: "some_code" } });
    const { body } = await call("/v1/accounts", { headers: bearer });
    expect(body.error).toMatchObject({
      code: "some_code",
      request_log_url: expect.stringContaining("/test/logs/req_") as string,
    });
  });
});
