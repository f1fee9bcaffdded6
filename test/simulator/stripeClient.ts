import Stripe from "stripe";
import { createStripeSimulator, type StripeSimulator, type StripeSimulatorOptions } from "../../src/simulator/index.js";
import { validateEvent, validatingFetch } from "../support/openapi.js";

export const SECRET = "whsec_test";

/** The controller of a new account, as our server sends it. */
export const PARAMS: Stripe.AccountCreateParams = {
  controller: {
    stripe_dashboard: { type: "none" },
    losses: { payments: "stripe" },
    fees: { payer: "account" },
    requirement_collection: "stripe",
  },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  country: "US",
  email: "jenny.rosen@example.com",
  metadata: { tenant_id: "tenant_42" },
};

/** The real SDK over a simulator; every request, answer and event is held against Stripe's OpenAPI document. */
export function clientOf(simulator: StripeSimulator, key = simulator.secretKey): Stripe {
  const fetch = validatingFetch((request) => simulator.fetch(request));
  return new Stripe(key, { httpClient: Stripe.createFetchHttpClient(fetch), maxNetworkRetries: 0 });
}

/** The SDK alone: for parameters and answers that the OpenAPI document at hand does not have. */
export const plainClientOf = (simulator: StripeSimulator): Stripe =>
  new Stripe(simulator.secretKey, {
    httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(input, init)),
    maxNetworkRetries: 0,
  });

/** A simulator with an SDK and an endpoint that verifies and keeps every event. */
export function withEvents(options: StripeSimulatorOptions = {}) {
  const simulator = createStripeSimulator(options);
  const stripe = clientOf(simulator);
  const events: Stripe.Event[] = [];
  const status = { now: 200 };
  simulator.deliverWebhooksTo(async (request) => {
    const body = await request.text();
    // Not its asynchronous sibling, which would let a later event be done first.
    const event = stripe.webhooks.constructEvent(body, request.headers.get("stripe-signature") ?? "", SECRET);
    validateEvent(JSON.parse(body));
    if (status.now === 200) events.push(event);
    return new Response(null, { status: status.now });
  }, SECRET);
  return { simulator, stripe, events, status };
}
