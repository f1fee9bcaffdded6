import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { promisify } from "node:util";
import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import Stripe22 from "../../stripe22/node_modules/stripe/esm/stripe.esm.node.js";
import { createStripeSimulator } from "../../../src/simulator/index.js";
import { validatingFetch } from "../../support/openapi.js";
import { BASE, SECRET, startBackEnd } from "../support/backEnd.js";
import { createConnectionHandler } from "../../../src/server/createConnectionHandler.js";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { STRIPE_VERSION } from "../../../src/server/stripe/stripeGateway.js";

const run = promisify(execFile);

// Both ends of the peer range. The host's class is of another type in each, and so the older one is given as the newer.
const VERSIONS = [
  ["22.5.0", Stripe22 as unknown as typeof Stripe],
  ["23.1.0", Stripe],
] as const;

describe.each(VERSIONS)("H6 the server on stripe %s", (version, Client) => {
  async function start() {
    const simulator = createStripeSimulator();
    const versions = new Set<string | null>();
    const fetch = validatingFetch((request) => {
      versions.add(request.headers.get("stripe-version"));
      return simulator.fetch(request);
    });
    const stripe = new Client(simulator.secretKey, { httpClient: Client.createFetchHttpClient(fetch) });
    Object.assign(stripe, { getInitialNetworkRetryDelay: () => 0.001, getMaxNetworkRetryDelay: () => 0.001 });
    return { ...(await startBackEnd({ simulator, options: { stripe } })), versions };
  }

  test("H6 goes from connect to disconnect, webhooks included", async () => {
    expect(Client.PACKAGE_VERSION).toBe(version);
    const { post, get, simulator, connected, versions } = await start();
    const id = await connected();
    expect((await get("/connection")).body).toMatchObject({ status: "connected", account: { id } });
    const session = await post("/connection/account-session", { purpose: "management" });
    expect(session.body["clientSecret"]).toMatch(/_secret_/);
    expect((await post("/connection/onboarding-link")).body["code"]).toBe("hosted_unavailable");
    await simulator.requestIdentityDocument(id);
    await simulator.idle();
    expect((await get("/connection")).body["requirements"]).toHaveLength(1);
    const { body } = await post("/connection/disconnect-preview");
    const done = await post("/connection/disconnect", { generation: body["generation"] });
    expect(done.body).toMatchObject({ status: "not_connected", reason: "disconnected" });
    expect(simulator.accounts()).toEqual([]);
    expect([...versions]).toEqual([STRIPE_VERSION]);
  });

  test.each([
    ["a refused key", { status: 401 }, 503, "platform_not_ready"],
    ["too many requests", { status: 429, headers: { "retry-after": "7" } }, 429, "rate_limited"],
    ["a broken Stripe", { status: 500 }, 503, "stripe_unavailable"],
    ["a broken line", "reset" as const, 503, "stripe_unavailable"],
    ["a page in place of JSON", "html" as const, 503, "stripe_unavailable"],
  ])("H6 tells %s", async (_name, fault, status, code) => {
    const { post, simulator } = await start();
    simulator.fail({ on: "accounts.create", with: fault, times: 10 });
    const answer = await post("/connection");
    expect([answer.status, answer.body["code"]]).toEqual([status, code]);
  });

  test("H6 takes no event that is signed with nothing, too early or too late", async () => {
    const { send, simulator, stripe } = await start();
    const now = Math.floor(simulator.clock.now() / 1000);
    const body = JSON.stringify({ id: "evt_1", object: "event", type: "account.updated", livemode: false });
    const signedWith = (secret: string, time: number) =>
      `t=${time},v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`;
    const deliver = async (signature: string) =>
      (await send("/webhooks", { method: "POST", headers: { "stripe-signature": signature }, body })).status;
    expect(await deliver(signedWith(SECRET, now))).toBe(200);
    const others: [string, number][] = [
      ["", now],
      ["undefined", now],
      [SECRET, now - 301],
      [SECRET, now + 301],
    ];
    for (const [secret, time] of others)
      expect([secret, time - now, await deliver(signedWith(secret, time))]).toEqual([secret, time - now, 400]);
    const options = {
      stripe,
      store: createMemoryStore(),
      authorize: () => null,
      mode: "test" as const,
      publishableKey: "pk_test_1",
      basePath: BASE,
      publicUrl: "https://app.example.com",
    };
    expect(() => createConnectionHandler({ ...options, webhookSecrets: [""] })).toThrow(/empty or malformed/);
  });
});

test("H6 a host's back end and our server compile with the types of the oldest stripe", async () => {
  const { stdout } = await run("node_modules/.bin/tsc", ["-p", "test/stripe22/tsconfig.json", "--listFilesOnly"]);
  const packages = stdout
    .split("\n")
    .filter((file) => /\/node_modules\/stripe\/package\.json|stripe\.esm\.node\.d\.ts/.test(file));
  expect(packages.map((file) => file.replace(process.cwd(), ""))).toEqual([
    "/test/stripe22/node_modules/stripe/esm/stripe.esm.node.d.ts",
  ]);
  await run("node_modules/.bin/tsc", ["-p", "test/stripe22/tsconfig.json"]);
});
