// @vitest-environment node
import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { createStripeSimulator, type Fault } from "../../src/simulator/index.js";
import { clientOf, PARAMS } from "./stripeClient.js";

const setUp = () => {
  const simulator = createStripeSimulator();
  const retrying = new Stripe(simulator.secretKey, {
    httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(input, init)),
    maxNetworkRetries: 2,
  });
  return { simulator, stripe: clientOf(simulator), retrying };
};

describe("faults on demand", () => {
  test("E11 one call fails as told, as often as told, and the others do not", async () => {
    const { simulator, stripe } = setUp();
    simulator.fail({ on: "accounts.create", with: { status: 429, code: "rate_limit" }, times: 2 });
    for (let round = 0; round < 2; round += 1) {
      await expect(stripe.accounts.create(PARAMS)).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError);
    }
    expect((await stripe.accounts.list()).data).toEqual([]);
    await expect(stripe.accounts.create(PARAMS)).resolves.toMatchObject({ object: "account" });
  });

  test("D4 a lost answer is replayed under its key: there is one account", async () => {
    const { simulator, retrying } = setUp();
    simulator.fail({ on: "accounts.create", with: "lost_answer" });
    const account = await retrying.accounts.create(PARAMS, { idempotencyKey: "once" });
    expect(simulator.accounts().map(({ id }) => id)).toEqual([account.id]);
  });

  test("a broken line before anything is done leaves nothing behind", async () => {
    const { simulator, stripe } = setUp();
    simulator.fail({ on: "*", with: "reset" });
    await expect(stripe.accounts.create(PARAMS)).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
    expect(simulator.accounts()).toEqual([]);
  });

  test("an answer that never comes ends with the caller's patience, and its key is free again", async () => {
    const { simulator, stripe } = setUp();
    simulator.fail({ on: "accounts.create", with: "timeout" });
    await expect(stripe.accounts.create(PARAMS, { timeout: 500, idempotencyKey: "k" })).rejects.toMatchObject({
      type: "StripeConnectionError",
    });
    await expect(stripe.accounts.create(PARAMS, { idempotencyKey: "k" })).resolves.toMatchObject({ object: "account" });
  });

  test("a page of a proxy is no answer of Stripe", async () => {
    const { simulator, stripe } = setUp();
    simulator.fail({ on: "accounts.list", with: "html" });
    await expect(stripe.accounts.list()).rejects.toBeInstanceOf(Stripe.errors.StripeAPIError);
  });

  test("Stripe down answers 503 to everything until it is up again", async () => {
    const { simulator, stripe } = setUp();
    simulator.down(true);
    await expect(stripe.accounts.list()).rejects.toMatchObject({ statusCode: 503 });
    await expect(stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 503 });
    simulator.down(false);
    await expect(stripe.accounts.list()).resolves.toMatchObject({ object: "list" });
  });

  test.each([
    ["nothing", undefined, "needs on and with"],
    ["a status alone", { status: 429 }, "needs on and with"],
    ["no call", { with: { status: 429 } }, "needs on, "],
    ["no way to fail", { on: "accounts.create" }, "needs with, "],
  ])("ST-16 a fault from JavaScript that names %s is refused", async (_name, fault, message) => {
    const { simulator, stripe } = setUp();
    expect(() => simulator.fail(fault as unknown as Fault)).toThrow(message);
    await expect(stripe.accounts.list()).resolves.toMatchObject({ object: "list" });
  });

  test("ST-16 a drawer that names no call is told so", async () => {
    const { simulator } = setUp();
    const control = (args: unknown[]) =>
      simulator.fetch("http://127.0.0.1/_simulator/fail", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ args }),
      });
    const refused = await control([undefined, "reset"]);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: expect.stringContaining("needs on") as string });
    expect((await control(["*", "reset"])).status).toBe(200);
  });

  test("faults can be taken back", async () => {
    const { simulator, stripe } = setUp();
    simulator.fail({ on: "*", with: "reset", times: 100 });
    simulator.latency(100_000);
    simulator.clearFaults();
    await expect(stripe.accounts.list()).resolves.toMatchObject({ object: "list" });
  });
});

describe("where it may run", () => {
  const inProduction = <T>(run: () => T): T => {
    const before = process.env["NODE_ENV"];
    process.env["NODE_ENV"] = "production";
    try {
      return run();
    } finally {
      process.env["NODE_ENV"] = before;
    }
  };

  test("E20 a live simulator refuses to start in production, unless it is told that it may", () => {
    expect(() => inProduction(() => createStripeSimulator({ mode: "live" }))).toThrow("refuses to start");
    expect(inProduction(() => createStripeSimulator({ mode: "live", allowInProduction: true })).mode).toBe("live");
    expect(inProduction(() => createStripeSimulator()).mode).toBe("test");
  });
});
