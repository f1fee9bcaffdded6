import { cleanup } from "@testing-library/react";
import Stripe from "stripe";
import { afterEach, beforeEach } from "vitest";
import { commands } from "vitest/browser";
import { createStripeSimulator, type StripeSimulator } from "../../src/simulator/index.js";

/** A simulator with one account, and its connect.js in the page. Each test of the file has its own. */
export function standInAccount(): { simulator: StripeSimulator; stripe: Stripe; account: string } {
  const current = {} as { simulator: StripeSimulator; stripe: Stripe; account: string };
  beforeEach(async () => {
    await commands.routeConnectJs("stand-in");
    const simulator = createStripeSimulator();
    const stripe = new Stripe(simulator.secretKey, {
      httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(input, init)),
    });
    const { id: account } = await stripe.accounts.create({
      controller: { stripe_dashboard: { type: "none" } },
      capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
      country: "US",
    });
    Object.assign(current, { simulator, stripe, account });
  });
  afterEach(async () => {
    cleanup();
    await current.simulator.close();
  });
  return current;
}
