// @vitest-environment node
import { setupServer } from "msw/node";
import { createStripeSimulator } from "react-stripe-connection/simulator";
import { mswHandlers } from "react-stripe-connection/testing/msw";
import Stripe from "stripe";
import { afterEach, beforeEach, expect, test } from "vitest";

const simulator = createStripeSimulator();
const handlers = [
  mswHandlers(simulator, { endpoint: "https://app.example.com/billing/stripe", scenario: "connected" }),
  mswHandlers(simulator, { endpoint: "/readers/stripe", viewer: () => null }),
] as const;
const server = setupServer(...handlers.flat());
beforeEach(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(async () => {
  server.close();
  for (const one of handlers) await one.close();
});

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

test("in Node, too: the host's endpoint, a viewer of its choice, and Stripe's own API for its server", async () => {
  const connection = await fetch("https://app.example.com/billing/stripe/connection");
  expect(await json(connection)).toMatchObject({ status: "connected", simulated: true });

  const nobody = await fetch("https://anywhere.example/readers/stripe/connection");
  expect(nobody.status).toBe(401);

  const stripe = new Stripe(simulator.secretKey, { maxNetworkRetries: 0 });
  const { data } = await stripe.accounts.list();
  expect(data).toHaveLength(1);

  simulator.fail({ on: "accounts.list", with: "reset" });
  await expect(stripe.accounts.list()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
});
