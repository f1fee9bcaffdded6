import { describe, expect, onTestFinished, test } from "vitest";
import Stripe from "stripe";
import { stripeApi } from "../../src/server/index.js";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { listenSimulator } from "../../src/simulator/listen.js";

describe("HO-9 stripeApi", () => {
  test.each([undefined, "", "  "])("%j is Stripe's own API", (url) => {
    expect(stripeApi(url)).toEqual({});
  });

  test.each([
    ["http://127.0.0.1:4244", { host: "127.0.0.1", port: 4244, protocol: "http" }],
    [" http://localhost:4244/\n", { host: "localhost", port: 4244, protocol: "http" }],
    ["http://[::1]:4244", { host: "::1", port: 4244, protocol: "http" }],
    ["http://127.8.9.1", { host: "127.8.9.1", port: 80, protocol: "http" }],
    ["https://localhost", { host: "localhost", port: 443, protocol: "https" }],
  ])("%j is %j", (url, config) => {
    expect(stripeApi(url)).toEqual(config);
  });

  test.each([
    "https://api.stripe.com",
    "http://stripe.example.com:4244",
    "http://127.0.0.1.example.com:4244",
    "http://localhost.example.com",
    "http://0.0.0.0:4244",
    "http://10.0.0.1:4244",
    "http://[::ffff:10.0.0.1]:4244",
  ])("refuses %s, which would be sent the secret key", (url) => {
    expect(() => stripeApi(url)).toThrow(/must be a loopback address, such as http:\/\/127\.0\.0\.1:4244.*Unset it/);
  });

  test.each([
    "localhost:4244",
    "127.0.0.1:4244",
    "4244",
    "ftp://127.0.0.1",
    "http://127.0.0.1:4244/v1",
    "http://127.0.0.1:4244/?key=hunter2",
    "http://ada:hunter2@127.0.0.1:4244",
  ])("refuses %s, and does not repeat it", (url) => {
    let said = "";
    try {
      stripeApi(url);
    } catch (thrown) {
      said = String(thrown);
    }
    expect(said).toMatch(/STRIPE_API_URL\) must be http:\/\/ or https:\/\/ with a host and a port/);
    expect(said).not.toContain("hunter2");
  });

  test("the stripe package reaches the simulator by it", async () => {
    const simulator = createStripeSimulator();
    const listening = await listenSimulator(simulator);
    onTestFinished(async () => {
      await listening.close();
      await simulator.close();
    });
    const stripe = new Stripe("sk_test_simulated", stripeApi(listening.url));
    expect(await stripe.balance.retrieve()).toMatchObject({ object: "balance", livemode: false });
  });
});
