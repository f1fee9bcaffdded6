import { spawn } from "node:child_process";
import { createServer } from "node:http";
import Stripe from "stripe";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type CheckStripeOptions, runCheckStripe } from "../../check-stripe/runCheckStripe.js";
import { INBOX_PORT, stripeSide } from "../../check-stripe/stripeSide.js";
import { createStripeSimulator, type StripeSimulator } from "../../src/simulator/index.js";

const IDS = Array.from({ length: 12 }, (_, index) => `A${index + 1}`);
const ENDED_URL = /^https:\/\/example\.com\/react-stripe-connection\//;

interface Planted {
  /** Changes the simulator before the checks. */
  plant?: (simulator: StripeSimulator, stop: AbortController) => void;
  options?: Partial<CheckStripeOptions>;
}

/** The checks on a simulator, and what they printed. Whatever was planted, nothing they made is left. */
async function checked({ plant, options }: Planted = {}) {
  const simulator = createStripeSimulator({ onIgnored: () => undefined });
  onTestFinished(() => simulator.close());
  const stop = new AbortController();
  const lines: string[] = [];
  const secrets = new Set([simulator.secretKey]);
  plant?.(simulator, stop);
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const response = await answer(input, init);
    const text = await response.clone().text();
    for (const [secret] of text.matchAll(
      /accs_secret_\w+|acct_\w+|https:\/\/connect\.stripe\.com\/setup\/\S+?(?=")/g,
    )) {
      secrets.add(secret);
    }
    return response;
  };
  const exitCode = await runCheckStripe({
    env: {},
    print: (line) => void lines.push(line),
    signal: stop.signal,
    simulator,
    ...options,
  });
  const text = lines.join("\n");
  const outcomes = Object.fromEntries(
    [...text.matchAll(/^(PASS|DIFFERS|SKIPPED) +(A\d+) /gm)].map(([, outcome, id]) => [id, outcome]),
  );
  return { exitCode, text, outcomes, simulator, secrets: [...secrets] };
}

/** What is still there of what the checks can make. */
async function leftOn(simulator: StripeSimulator): Promise<unknown[]> {
  simulator.clearFaults();
  const httpClient = Stripe.createFetchHttpClient(simulator.fetch.bind(simulator));
  const stripe = new Stripe(simulator.secretKey, { httpClient });
  const accounts = (await stripe.accounts.list({ limit: 100 })).data.map(({ id }) => id);
  const open = [];
  for (const account of (await stripe.v2.core.accounts.list({ limit: 20 })).data)
    if (!account.closed) open.push(account.id);
  const endpoints = (await stripe.webhookEndpoints.list()).data.map(({ url }) => url);
  return [...accounts, ...open, ...endpoints.filter((url) => ENDED_URL.test(url))];
}

/** The answers of one call are changed. */
function rewrite(simulator: StripeSimulator, path: RegExp, change: (body: Record<string, unknown>) => unknown): void {
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await answer(request);
    if (!path.test(`${request.method} ${new URL(request.url).pathname}`)) return response;
    const body = (await response.json()) as Record<string, unknown>;
    return Response.json(change(body), { status: response.status, headers: response.headers });
  };
}

describe("check:stripe against the simulator", () => {
  test("passes all twelve, ends what it made and prints no secret", async () => {
    const { exitCode, text, outcomes, simulator, secrets } = await checked();
    expect(outcomes).toEqual(Object.fromEntries(IDS.map((id) => [id, "PASS"])));
    expect(exitCode).toBe(0);
    expect(text).toContain("12 PASS, 0 DIFFERS, 0 SKIPPED");
    expect(secrets.length).toBeGreaterThan(12);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(await leftOn(simulator)).toEqual([]);
  });

  test("gives every request fifteen seconds", async () => {
    const given: number[] = [];
    const createClient = Stripe.createFetchHttpClient;
    vi.spyOn(Stripe, "createFetchHttpClient").mockImplementation((fetchFn) => {
      const client = createClient(fetchFn);
      const makeRequest: typeof client.makeRequest = (...request) => {
        given.push(request[7]);
        return client.makeRequest(...request);
      };
      return Object.assign(Object.create(client) as typeof client, { makeRequest });
    });
    onTestFinished(() => void vi.restoreAllMocks());
    expect((await checked()).exitCode).toBe(0);
    expect(given.length).toBeGreaterThan(40);
    expect(given.filter((ms) => ms !== 15_000)).toEqual([]);
  });
});

describe("check:stripe where Stripe differs", () => {
  test("says what Stripe said and what was assumed, and ends with 1", async () => {
    const { exitCode, text, outcomes, simulator } = await checked({
      plant: (planted) =>
        rewrite(planted, /^GET \/v1\/webhook_endpoints$/, (list) => ({
          ...list,
          data: (list["data"] as object[]).map((endpoint) => ({ ...endpoint, application: null })),
        })),
    });
    expect(outcomes).toEqual(Object.fromEntries(IDS.map((id) => [id, id === "A8" ? "DIFFERS" : "PASS"])));
    expect(exitCode).toBe(1);
    expect(text).toMatch(/Stripe said: `application` is null for connected accounts/);
    expect(text).toMatch(/We assumed: +an id and null/);
    expect(await leftOn(simulator)).toEqual([]);
  });

  test("repeats Stripe's refusal without keys and ids, and skips what needs the account", async () => {
    const { exitCode, text, outcomes, simulator } = await checked({
      plant: (planted) =>
        planted.fail({
          on: "accounts.create",
          with: {
            status: 400,
            type: "invalid_request_error",
            code: "platform_registration_required",
            message: "acct_1OfThePlatform with sk_test_51OfThePlatform is not registered.",
          },
        }),
    });
    expect(exitCode).toBe(1);
    expect(outcomes).toMatchObject({ A1: "DIFFERS", A2: "SKIPPED", A3: "SKIPPED", A4: "SKIPPED", A5: "SKIPPED" });
    expect(text).toMatch(/Stripe said: 400 platform_registration_required "acct_… with \[removed\] is not registered/);
    expect(text).not.toContain("OfThePlatform");
    expect(await leftOn(simulator)).toEqual([]);
  });

  test("a check that throws counts as a difference, and what it made is ended", async () => {
    const { exitCode, text, outcomes, simulator } = await checked({
      plant: (planted) => rewrite(planted, /^POST \/v1\/account_links$/, (body) => ({ ...body, url: "no address" })),
    });
    expect(outcomes["A3"]).toBe("DIFFERS");
    expect(exitCode).toBe(1);
    expect(text).toMatch(/Stripe said: TypeError/);
    expect(await leftOn(simulator)).toEqual([]);
  });

  test("what can't be ended is named, and ends with 1", async () => {
    const { exitCode, text, outcomes } = await checked({
      plant: (planted) => {
        const answer = planted.fetch.bind(planted);
        let deletions = 0;
        planted.fetch = async (input, init) => {
          const request = new Request(input, init);
          // The first two are A4's own.
          if (request.method === "DELETE") deletions += 1;
          if (deletions < 3 || request.method !== "DELETE") return answer(request);
          return Response.json({ error: { type: "invalid_request_error", message: "planted" } }, { status: 400 });
        };
      },
    });
    expect(Object.values(outcomes).filter((outcome) => outcome !== "PASS")).toEqual([]);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/LEFT BEHIND: account acct_1\w+: .*planted/);
  });
});

test("check:stripe finds the account again whose creation was not answered", async () => {
  const { outcomes, text, simulator } = await checked({
    // Also the SDK's own retries.
    plant: (planted) => {
      const answer = planted.fetch.bind(planted);
      let lost = 0;
      planted.fetch = async (input, init) => {
        const request = new Request(input, init);
        const response = await answer(request);
        if (lost >= 3 || !/^POST .*\/v1\/accounts$/.test(`${request.method} ${request.url}`)) return response;
        lost += 1;
        throw new TypeError("fetch failed");
      };
    },
  });
  expect(outcomes["A1"]).toBe("SKIPPED");
  expect(text).not.toContain("LEFT BEHIND");
  expect(await leftOn(simulator)).toEqual([]);
});

test("check:stripe that is stopped makes nothing more, ends what it made and exits with 130", async () => {
  const { exitCode, outcomes, text, simulator } = await checked({
    plant: (planted, stop) => {
      const answer = planted.fetch.bind(planted);
      planted.fetch = async (input, init) => {
        const request = new Request(input, init);
        const response = await answer(request);
        if (request.url.endsWith("/v1/account_links")) stop.abort(new Error("stopped"));
        return response;
      };
    },
  });
  expect(exitCode).toBe(130);
  expect(outcomes).toMatchObject({ A1: "PASS", A2: "PASS", A3: "SKIPPED", A4: "SKIPPED", A12: "SKIPPED" });
  expect(text).toMatch(/Ended what was made: [12]\./);
  expect(await leftOn(simulator)).toEqual([]);
});

describe("check:stripe without a key that it may use", () => {
  const run = async (env: CheckStripeOptions["env"]) => {
    const fetched = vi.spyOn(globalThis, "fetch");
    onTestFinished(() => void vi.restoreAllMocks());
    const lines: string[] = [];
    const { signal } = new AbortController();
    const exitCode = await runCheckStripe({ env, print: (line) => void lines.push(line), signal });
    expect(fetched).not.toHaveBeenCalled();
    return { exitCode, text: lines.join("\n") };
  };

  test.each([{}, { STRIPE_SECRET_KEY: " " }])("says what it would do, check by check (%o)", async (env) => {
    const { exitCode, text } = await run(env);
    expect(exitCode).toBe(0);
    expect([...text.matchAll(/^(A\d+) +\w/gm)].map(([, id]) => id)).toEqual(IDS);
  });

  test.each([
    ["a live key", { STRIPE_SECRET_KEY: "sk_live_51OfThePlatform" }, /is a live key/],
    ["a live restricted key", { STRIPE_SECRET_KEY: "rk_live_51OfThePlatform" }, /is a live key/],
    ["a publishable key", { STRIPE_SECRET_KEY: "pk_test_51OfThePlatform" }, /begins with sk_test_ or rk_test_/],
    ["a key that is cut off", { STRIPE_SECRET_KEY: "sk_test_" }, /begins with sk_test_ or rk_test_/],
    [
      "a live key as the second",
      { STRIPE_SECRET_KEY: "sk_test_51OfThePlatform", STRIPE_RESTRICTED_KEY: "rk_live_51OfThePlatform" },
      /STRIPE_RESTRICTED_KEY must be/,
    ],
    [
      "the address of a simulator",
      { STRIPE_SECRET_KEY: "sk_test_51OfThePlatform", STRIPE_API_URL: "http://127.0.0.1:4244" },
      /--simulator/,
    ],
  ])("refuses %s", async (_name, env, says) => {
    const { exitCode, text } = await run(env);
    expect(exitCode).toBe(2);
    expect(text).toMatch(says);
    expect(text).not.toContain("OfThePlatform");
  });
});

test.each([
  [
    "a key that Stripe does not know",
    () => createStripeSimulator(),
    (simulator: StripeSimulator) => simulator.fail({ on: "balance.retrieve", with: { status: 401 } }),
    /Stripe refuses the secret key/,
  ],
  [
    "a key that is of live mode at Stripe",
    () => createStripeSimulator({ mode: "live" }),
    () => undefined,
    /the key is of live mode/,
  ],
])("check:stripe makes nothing with %s", async (_name, create, plant, says) => {
  const simulator = create();
  onTestFinished(() => simulator.close());
  plant(simulator);
  const lines: string[] = [];
  const { signal } = new AbortController();
  const exitCode = await runCheckStripe({ env: {}, print: (line) => void lines.push(line), signal, simulator });
  expect(exitCode).toBe(2);
  expect(lines.join("\n")).toMatch(says);
  expect(simulator.accounts()).toEqual([]);
});

test("against Stripe, webhooks come in by HTTP with a signature that fits", async () => {
  const webhookSecret = "whsec_ofStripeListen";
  const side = await stripeSide({ secretKey: "sk_test_none", restrictedKey: undefined, webhookSecret });
  onTestFinished(() => side.close());
  const body = JSON.stringify({ object: "event", type: "account.updated", account: "acct_1" });
  const signature = await side.stripe.webhooks.generateTestHeaderStringAsync({ payload: body, secret: webhookSecret });
  const send = (header: string) =>
    fetch(`http://127.0.0.1:${INBOX_PORT}/webhooks`, {
      method: "POST",
      body,
      headers: { "stripe-signature": header },
    });
  expect((await send("t=1,v1=wrong")).status).toBe(400);
  expect(side.inbox?.received).toEqual([]);
  expect((await send(signature)).status).toBe(200);
  expect(side.inbox?.received).toEqual([{ type: "account.updated", account: "acct_1" }]);
});

test("a port that is in use is said in one sentence, and nothing is checked", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(INBOX_PORT, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => other.close(() => resolve())));
  const lines: string[] = [];
  const exitCode = await runCheckStripe({
    env: { STRIPE_SECRET_KEY: `sk_test_${"x".repeat(24)}`, STRIPE_WEBHOOK_SECRET: "whsec_ofStripeListen" },
    print: (line) => void lines.push(line),
    signal: new AbortController().signal,
  });
  expect(exitCode).toBe(2);
  expect(lines).toEqual([expect.stringMatching(/^Nothing was checked: port 4245 .*EADDRINUSE.*STRIPE_WEBHOOK_SECRET/)]);
});

test("npm run check:stripe ends by itself, and Ctrl+C ends what it made", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "check-stripe/main.ts", "--simulator"], {
    env: { ...process.env, STRIPE_SECRET_KEY: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stdout.on("data", (piece: Buffer) => {
    text += piece.toString();
    if (text.includes("A1 ")) child.kill("SIGINT");
  });
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  expect(exitCode).toBe(130);
  expect(text).toMatch(/Ended what was made: [1-9]\d*\./);
});
