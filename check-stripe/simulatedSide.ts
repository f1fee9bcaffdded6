import Stripe from "stripe";
import type { StripeSimulator } from "../src/simulator/index.js";
import { createInbox } from "./inbox.js";
import type { Side } from "./place.js";

const SECRET = "whsec_ofTheSimulatorsInbox";

export function stripeOf(simulator: StripeSimulator): Stripe {
  const httpClient = Stripe.createFetchHttpClient((input, init) => simulator.fetch(input, init));
  return new Stripe(simulator.secretKey, { httpClient });
}

/** A simulator in this process, which the caller closes. */
export function simulatedSide(simulator: StripeSimulator): Side {
  const stripe = stripeOf(simulator);
  const inbox = createInbox(stripe, SECRET);
  const endInbox = simulator.deliverWebhooksTo((request) => inbox.take(request), SECRET, {
    url: "https://example.com/inbox",
  });
  /** The simulator has no call to make endpoints with. */
  const endpoints = new Map<string, () => void>();
  const swallow = () => Promise.resolve(new Response(null));
  return {
    isSimulated: true,
    stripe,
    inbox,
    async makeEndpoint({ url, connect }) {
      const id = `we_${crypto.randomUUID()}`;
      endpoints.set(id, simulator.deliverWebhooksTo(swallow, SECRET, { url, connect, id }));
      return { id };
    },
    async endEndpoint(id) {
      endpoints.get(id)?.();
      endpoints.delete(id);
    },
    async fillIn(account) {
      await simulator.completeOnboarding(account);
      await simulator.clock.advance(simulator.verificationDelay);
    },
    withoutBalance() {
      // The simulator has one key, so it refuses the next call as Stripe refuses a restricted key.
      simulator.fail({
        on: "balance.retrieve",
        with: {
          status: 403,
          type: "invalid_request_error",
          message:
            "The provided key 'rk_test_********1234' does not have the required permissions for this endpoint. Having the 'rak_balance_read' permission would allow this request to continue.",
        },
      });
      return stripe;
    },
    ownVersion: () => Promise.resolve(null),
    nextDay: () => simulator.clock.advance("25h"),
    async close() {
      endInbox();
      for (const end of endpoints.values()) end();
    },
  };
}
