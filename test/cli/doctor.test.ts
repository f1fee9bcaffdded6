import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { allows, parsePolicy } from "../../src/cli/doctor/contentSecurityPolicy.js";
import { metaPolicies } from "../../src/cli/doctor/metaPolicies.js";
import { runDoctor, type DoctorOptions } from "../../src/cli/doctor/runDoctor.js";
import type { Io } from "../../src/cli/report.js";
import { createStripeSimulator, type StripeSimulator } from "../../src/simulator/index.js";
import { listenSimulator } from "../../src/simulator/listen.js";
import { testIo } from "./io.js";

const URL_OF_HANDLER = "https://app.example.com/api/stripe/test";
const KEYS = {
  STRIPE_TEST_SECRET_KEY: "sk_test_ofThePlatform123",
  STRIPE_TEST_PUBLISHABLE_KEY: "pk_test_ofThePlatform123",
  STRIPE_TEST_WEBHOOK_SECRET: "whsec_ofTheEndpoint123",
};

type EndpointOptions = NonNullable<Parameters<StripeSimulator["deliverWebhooksTo"]>[2]>;
const nobody = () => Promise.resolve(new Response(null));

interface Planted {
  endpoints?: EndpointOptions[];
  env?: Record<string, string | undefined>;
  io?: Partial<Io>;
  options?: DoctorOptions;
  break?: (simulator: StripeSimulator) => void;
  /** The doctor knows that it asks a simulator. Default: it can't tell it from Stripe. */
  simulated?: boolean;
}

/** Answers as Stripe itself. */
async function withoutMark(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  response.headers.delete("stripe-simulator");
  return response;
}

/** The doctor over HTTP, with Stripe's SDK on a simulator. What is planted is all that is wrong. */
async function examined({ endpoints, env, io, options, simulated = false, ...planted }: Planted = {}) {
  const simulator = createStripeSimulator({ secretKey: KEYS.STRIPE_TEST_SECRET_KEY });
  for (const endpoint of endpoints ?? [{}])
    simulator.deliverWebhooksTo(nobody, "whsec_x", { url: `${URL_OF_HANDLER}/webhooks`, ...endpoint });
  const asStripe: StripeSimulator = { ...simulator, fetch: (...request) => withoutMark(simulator.fetch(...request)) };
  const listening = await listenSimulator(simulated ? simulator : asStripe);
  onTestFinished(async () => {
    await listening.close();
    await simulator.close();
  });
  planted.break?.(simulator);
  const world = testIo({ env: { ...KEYS, ...env }, ...io });
  const { exitCode, results } = await runDoctor({ url: URL_OF_HANDLER, stripe: listening.url, ...options }, world);
  const failed = Object.fromEntries(
    results.flatMap(({ name, outcome }) =>
      outcome.kind === "failed" ? [[name, `${outcome.why} → ${outcome.fix ?? ""}`]] : [],
    ),
  );
  const text = world.lines.join("\n");
  // The simulator's address is for the reader.
  const secrets = Object.values({ ...KEYS, ...env, STRIPE_API_URL: undefined }).filter((value) => value);
  expect(secrets.filter((secret) => text.includes(secret ?? ""))).toEqual([]);
  return { exitCode, failed, text, results };
}

/** It takes requests, and answers none. */
async function hangingServer(onRequest: (request: IncomingMessage) => void): Promise<string> {
  const server = createServer((request) => onRequest(request));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function pageWith(headers: Record<string, string>, status = 200, html = "<!doctype html>"): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "text/html", ...headers });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const GOOD_POLICY =
  "default-src 'self'; script-src 'self' https://connect-js.stripe.com https://js.stripe.com; frame-src https://connect-js.stripe.com https://js.stripe.com; img-src 'self' https://*.stripe.com; style-src 'self' 'nonce-abc' 'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='";

describe("doctor", () => {
  test("finds nothing where all is well", async () => {
    const page = await pageWith({
      "content-security-policy": GOOD_POLICY,
      "cross-origin-opener-policy": "same-origin-allow-popups",
    });
    const { exitCode, failed, results, text } = await examined({ options: { page } });
    expect(failed).toEqual({});
    expect(exitCode).toBe(0);
    expect(results.filter(({ outcome }) => outcome.kind === "not run").map(({ name }) => name)).toEqual([
      "page: it is https in live mode",
    ]);
    expect(text).toContain("ok       test: Stripe takes the secret key: platform acct_");
  });

  test("does not pass over the handler in silence where there are no keys", async () => {
    const page = await pageWith({});
    const env = Object.fromEntries(Object.keys(KEYS).map((name) => [name, undefined]));
    const both = await examined({ env, options: { page } });
    expect(both.exitCode).toBe(1);
    expect(Object.keys(both.failed)).toEqual(["Stripe's keys are in the environment"]);
    const alone = await examined({ env, options: { page, url: undefined } });
    expect(alone.exitCode).toBe(0);
  });

  test.each<[string, Planted, string, RegExp]>([
    [
      "no key",
      { env: { STRIPE_TEST_SECRET_KEY: undefined } },
      "the keys are there and of this mode",
      /missing: pass the `sk_test_…`/,
    ],
    [
      "keys that are swapped",
      { env: { STRIPE_TEST_SECRET_KEY: "pk_test_swapped123", STRIPE_TEST_PUBLISHABLE_KEY: "sk_test_swapped123" } },
      "the keys are there and of this mode",
      /swapped/,
    ],
    [
      "a live key",
      { env: { STRIPE_TEST_SECRET_KEY: "sk_live_other123" } },
      "the keys are there and of this mode",
      /is of live mode/,
    ],
    [
      "no webhook secret",
      { env: { STRIPE_TEST_WEBHOOK_SECRET: "" } },
      "the webhook secret is there",
      /STRIPE_TEST_WEBHOOK_SECRET is missing → Put the endpoint's signing secret/,
    ],
    [
      "an API key for a webhook secret",
      { env: { STRIPE_TEST_WEBHOOK_SECRET: "sk_test_ofThePlatform456" } },
      "the webhook secret is there",
      /is not a signing secret/,
    ],
    [
      "a key that Stripe does not know",
      { env: { STRIPE_TEST_SECRET_KEY: "sk_test_ofYesterday99" } },
      "Stripe takes the secret key",
      /does not know this secret key → Copy/,
    ],
    [
      "a restricted key without the right",
      {
        break: (simulator) =>
          simulator.fail({ on: "webhookEndpoints.list", with: { status: 403, code: "more_permissions_required" } }),
      },
      "Stripe takes the secret key",
      /may not list its webhook endpoints → Give the restricted key/,
    ],
    [
      "a restricted key without the right, which Stripe names",
      {
        break: (simulator) =>
          simulator.fail({
            on: "webhookEndpoints.list",
            with: {
              status: 403,
              message:
                "The provided key 'rk_test_********1234' does not have the required permissions for this endpoint. Having the 'rak_webhook_read' permission would allow this request to continue.",
            },
          }),
      },
      "Stripe takes the secret key",
      /may not list its webhook endpoints → Add rak_webhook_read to the restricted key/,
    ],
    [
      "Stripe that can't be reached",
      { break: (simulator) => simulator.down(true) },
      "Stripe takes the secret key",
      /can't be reached/,
    ],
    [
      "a clock that is ten minutes ahead",
      { io: { now: () => Date.now() + 600_000 } },
      "this machine's clock is right",
      /(599|600|601) s ahead of Stripe's, so that signatures are refused → Switch time/,
    ],
    [
      "no endpoint",
      { endpoints: [] },
      "Stripe sends its events to the handler",
      /no webhook endpoint leads there → Make one at .*https:\/\/app\.example\.com\/api\/stripe\/test\/webhooks/,
    ],
    [
      "an endpoint of another address",
      { endpoints: [{ url: "https://old.example.com/webhooks" }] },
      "Stripe sends its events to the handler",
      /only to https:\/\/old\.example\.com/,
    ],
    [
      "an endpoint of the platform's own scope",
      { endpoints: [{ connect: false }] },
      "Stripe sends its events to the handler",
      /never of connected accounts → The scope can't be changed/,
    ],
    [
      "an endpoint that Stripe has disabled",
      { endpoints: [{ status: "disabled" }] },
      "Stripe sends its events to the handler",
      /the endpoint is disabled → Enable it at/,
    ],
    [
      "an endpoint that is not told of everything",
      { endpoints: [{ events: ["account.updated", "person.updated"] }] },
      "Stripe sends its events to the handler",
      /not told of account\.application\.deauthorized, .*capability\.updated → Add/,
    ],
  ])("%s", async (_name, planted, check, says) => {
    const { exitCode, failed } = await examined(planted);
    expect(Object.keys(failed)).toEqual([`test: ${check}`]);
    expect(failed[`test: ${check}`]).toMatch(says);
    expect(exitCode).toBe(1);
  });

  test("a clock that is a minute behind is told, and is no fault", async () => {
    const { exitCode, text } = await examined({ io: { now: () => Date.now() - 60_000 } });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/clock is right: it is (59|60|61) s behind Stripe's/);
  });

  test("a simulator of the other mode is told apart by what Stripe says", async () => {
    const simulator = createStripeSimulator({ mode: "live", secretKey: KEYS.STRIPE_TEST_SECRET_KEY });
    const listening = await listenSimulator(simulator);
    onTestFinished(async () => {
      await listening.close();
      await simulator.close();
    });
    const { failed } = await examined({ options: { stripe: listening.url } });
    expect(failed["test: Stripe's side of the key is of this mode"]).toMatch(/the other mode/);
  });

  test.each<[string, Record<string, string>, string, RegExp]>([
    [
      "COOP",
      { "cross-origin-opener-policy": 'same-origin; report-to="x"' },
      "page: Stripe's pop-up can talk to it (Cross-Origin-Opener-Policy)",
      /cuts the pop-up off → Send unsafe-none/,
    ],
    [
      "a policy without Stripe",
      { "content-security-policy": "default-src 'self'" },
      "page: Stripe's form may load (Content-Security-Policy)",
      /https:\/\/connect-js\.stripe\.com in script-src.*frame-src.*img-src.*style-src → Add `script-src/,
    ],
    [
      "the hash without its quotes",
      { "content-security-policy": GOOD_POLICY.replace(/'(sha256[^']+)'/, "$1") },
      "page: Stripe's form may load (Content-Security-Policy)",
      /^the policy forbids 'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj\/KnnzrOYqckXk=' in style-src →/,
    ],
    [
      "a second, stricter policy",
      { "content-security-policy": `${GOOD_POLICY}, frame-src 'none'` },
      "page: Stripe's form may load (Content-Security-Policy)",
      /^the policy forbids https:\/\/connect-js\.stripe\.com in frame-src, https:\/\/js\.stripe\.com in frame-src →/,
    ],
  ])("the page's %s", async (_name, headers, check, says) => {
    const page = await pageWith(headers);
    const { failed } = await examined({ options: { page } });
    expect(Object.keys(failed)).toEqual([check]);
    expect(failed[check]).toMatch(says);
  });

  describe("a policy in the page's own head", () => {
    const check = "page: Stripe's form may load (Content-Security-Policy)";
    const meta = (policy: string) => `<META content="${policy}" HTTP-EQUIV='content-security-policy'>`;
    const page = (head: string, body = "") =>
      `<!doctype html><html><head><title>Billing</title>${head}</head><body>${body}</body></html>`;

    test.each<[string, Record<string, string>, string]>([
      ["alone", {}, page(meta("default-src 'self'"))],
      ["beside a good one in the headers", { "content-security-policy": GOOD_POLICY }, page(meta("frame-src 'none'"))],
      ["with its quotes as entities", {}, page(meta("default-src &#39;self&#39;; img-src *"))],
      [
        "after a long script",
        {},
        page(`<script>${"let a = '</head>';".repeat(10_000)}</script>${meta("frame-src 'none'")}`),
      ],
    ])("is held against what the form needs: %s", async (_name, headers, html) => {
      const { failed } = await examined({ options: { page: await pageWith(headers, 200, html) } });
      expect(Object.keys(failed)).toEqual([check]);
      expect(failed[check]).toMatch(/^the policy forbids .*https:\/\/js\.stripe\.com in frame-src/);
    });

    test.each([
      ["a good one", page(meta(GOOD_POLICY))],
      ["one in a comment or a script", page(`<!-- ${meta("default-src 'none'")} --><script>${meta("x")}</script>`)],
      ["one after the head, which browsers leave aside", page("", meta("default-src 'none'"))],
      ["another meta", page(`<meta name="description" content="default-src 'none'">`)],
    ])("finds nothing in %s", async (_name, html) => {
      const { failed } = await examined({ options: { page: await pageWith({}, 200, html) } });
      expect(failed).toEqual({});
    });
  });

  test("a page behind a login is told as such", async () => {
    const { failed } = await examined({ options: { page: await pageWith({}, 401) } });
    expect(failed).toEqual({
      "page: it answers": "it answers 401 → Give the address of a page that needs no sign-in.",
    });
  });

  test("live mode without https", async () => {
    const env = {
      STRIPE_LIVE_SECRET_KEY: "sk_live_ofThePlatform1",
      STRIPE_LIVE_PUBLISHABLE_KEY: "pk_live_ofThePlatform1",
      STRIPE_LIVE_WEBHOOK_SECRET: "whsec_ofLive12345",
    };
    const { failed } = await examined({ env, options: { page: await pageWith({}) } });
    expect(failed["page: it is https in live mode"]).toMatch(/refuses live mode without https/);
    expect(failed["live: Stripe takes the secret key"]).toMatch(/a live key is sent to Stripe only/);
  });

  test.each(["sk_live_ofThePlatform1", "rk_live_ofThePlatform1"])(
    "AT-M11 a live key (%s) is never sent to the address of --stripe",
    async (STRIPE_LIVE_SECRET_KEY) => {
      const asked: string[] = [];
      const stripe = await hangingServer((request) => asked.push(String(request.headers.authorization)));
      const env = {
        STRIPE_LIVE_SECRET_KEY,
        STRIPE_LIVE_PUBLISHABLE_KEY: "pk_live_ofThePlatform1",
        STRIPE_LIVE_WEBHOOK_SECRET: "whsec_ofLive12345",
      };
      const io = testIo({ env });
      const { exitCode } = await runDoctor({ stripe }, io);
      expect(exitCode).toBe(1);
      expect(asked).toEqual([]);
      expect(io.lines.join("\n")).toMatch(/FAILED +live: Stripe takes the secret key: .*\n +→ Leave --stripe out/);
    },
  );

  test("AT-M11 a key of test mode is sent to this machine only", async () => {
    const { failed } = await examined({ options: { stripe: "http://10.0.0.1" } });
    expect(failed["test: Stripe takes the secret key"]).toMatch(/must be a loopback address/);
  });

  test.each(["page", "stripe"])("AT-M10 ends against a %s that never answers, and says what to do", async (what) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    let reached = () => {};
    const asked = new Promise<void>((resolve) => (reached = resolve));
    const address = await hangingServer(() => reached());
    const io = testIo({
      env: what === "stripe" ? KEYS : {},
      // A time-out of its own would end it, too: only the bound is looked at.
      fetch: (input) => fetch(input),
    });
    const ended = runDoctor({ [what]: address }, io);
    await asked;
    await vi.advanceTimersByTimeAsync(120_000);
    const { exitCode } = await ended;
    expect(exitCode).toBe(1);
    expect(io.lines.join("\n")).toMatch(/FAILED .*there was no answer in \d+ s\n +→ Look at the server's log/);
  });

  test("AT-M10 a page has 15 s to answer, and its request is given up with the check", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    let reached = () => {};
    const asked = new Promise<void>((resolve) => (reached = resolve));
    const page = await hangingServer(() => reached());
    let signal: AbortSignal | null | undefined;
    const io = testIo({
      fetch: (input, init) => {
        signal = init?.signal;
        return fetch(input, init);
      },
    });
    const ended = runDoctor({ page }, io);
    await asked;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(io.lines[0]).toMatch(/^FAILED +page: it answers: there was no answer in 15 s\n +→ Look at the server's log/);
    expect(signal?.aborted).toBe(true);
    expect((await ended).exitCode).toBe(1);
  });

  test("HO-9 says that it asks a simulator, and how a simulator is told where webhooks go", async () => {
    const right = await examined({ simulated: true });
    expect(right.failed).toEqual({});
    expect(right.text).toMatch(
      /Stripe takes the secret key: platform acct_\w+ of the simulator at http:\S+, not of Stripe/,
    );
    const { failed } = await examined({ simulated: true, endpoints: [] });
    expect(failed).toEqual({
      "test: Stripe sends its events to the handler": `no webhook endpoint leads there → Start the simulator with --forward ${URL_OF_HANDLER}/webhooks.`,
    });
  });

  test("HO-9 asks the simulator of STRIPE_API_URL for test mode, and Stripe for live mode", async () => {
    const simulator = createStripeSimulator({ secretKey: KEYS.STRIPE_TEST_SECRET_KEY });
    const listening = await listenSimulator(simulator);
    onTestFinished(async () => {
      await listening.close();
      await simulator.close();
    });
    const address = listening.url;
    const env = { ...KEYS, STRIPE_API_URL: ` ${address} `, STRIPE_LIVE_SECRET_KEY: "not a key" };
    const io = testIo({ env });
    const { results } = await runDoctor({}, io);
    const byName = Object.fromEntries(results.map(({ name, outcome }) => [name, outcome]));
    expect(byName["test: Stripe takes the secret key"]).toEqual({
      kind: "passed",
      note: expect.stringContaining(`of the simulator at ${address}, not of Stripe`),
    });
    expect(byName["live: Stripe takes the secret key"]?.kind).toBe("not run");
  });

  test.each([
    [
      "whose simulator is not running",
      "http://127.0.0.1:1",
      /simulator at http:\/\/127\.0\.0\.1:1 can't be reached.* → Start it by/,
    ],
    [
      "that is not of this machine",
      "https://api.example.com",
      /must be a loopback address.*because the secret key is sent there/,
    ],
  ])("HO-9 a STRIPE_API_URL %s", async (_name, STRIPE_API_URL, says) => {
    const { failed } = await examined({ env: { STRIPE_API_URL }, options: { stripe: undefined } });
    expect(failed["test: Stripe takes the secret key"]).toMatch(says);
  });

  test("HO-9 the simulator's keys without STRIPE_API_URL are not sent to Stripe", async () => {
    const env = { STRIPE_TEST_SECRET_KEY: "sk_test_simulated", STRIPE_API_URL: "" };
    const { failed } = await examined({ env, options: { stripe: undefined } });
    expect(failed).toEqual({
      "test: Stripe takes the secret key": expect.stringMatching(
        /the simulator's key, and Stripe is asked → Set STRIPE_API_URL/,
      ),
    });
  });

  test("a message that holds a secret is printed without it", async () => {
    const fetch = () =>
      Promise.reject(new Error(`proxy refused ${KEYS.STRIPE_TEST_SECRET_KEY} and sk_live_another123`));
    const { text } = await examined({ io: { fetch }, options: { page: "https://app.example.com/" } });
    expect(text).toContain("page: it answers: proxy refused … and sk_…");
  });

  test("without any key it says which there are", async () => {
    const io = testIo();
    const { exitCode } = await runDoctor({}, io);
    expect([exitCode, io.lines.join("\n")]).toEqual([1, expect.stringContaining("Set STRIPE_TEST_SECRET_KEY")]);
  });
});

test.each([
  ["script-src *", "script-src", "https://js.stripe.com", true],
  ["script-src https:", "script-src", "https://js.stripe.com", true],
  ["script-src js.stripe.com", "script-src", "https://js.stripe.com", true],
  ["script-src https://*.stripe.com", "script-src", "https://js.stripe.com", true],
  ["script-src https://*.stripe.com.evil.example", "script-src", "https://js.stripe.com", false],
  ["script-src http://js.stripe.com", "script-src", "https://js.stripe.com", false],
  ["script-src 'nonce-a' 'strict-dynamic'", "script-src", "https://js.stripe.com", true],
  ["script-src 'none'", "script-src", "https://js.stripe.com", false],
  ["default-src 'self'; child-src https://js.stripe.com", "frame-src", "https://js.stripe.com", true],
  ["img-src https://*.stripe.com", "img-src", "https://*.stripe.com", true],
  ["img-src https://q.stripe.com", "img-src", "https://*.stripe.com", false],
  ["style-src 'unsafe-inline'", "style-src", "'sha256-x'", true],
  ["style-src 'unsafe-inline' 'nonce-a'", "style-src", "'sha256-x'", false],
  ["object-src 'none'", "frame-src", "https://js.stripe.com", true],
])("%s: %s of %s", (header, directive, source, expected) => {
  expect(parsePolicy(header).every((policy) => allows(policy, directive, source))).toBe(expected);
});

test.each(["<meta ", '<meta "', "<meta '\"", "<meta content="])(
  "AT-P3 a head of nothing but %j is read in no time",
  (piece) => {
    const began = performance.now();
    expect(metaPolicies(piece.repeat(500_000 / piece.length))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(1000);
  },
);
