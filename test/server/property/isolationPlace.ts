import Stripe from "stripe";
import { createConnectionHandler, type Viewer } from "react-stripe-connection/server";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { createStripeSimulator } from "../../../src/simulator/index.js";
import { BASE, SECRET } from "../support/backEnd.js";

export const ORIGIN = "https://app.example.com";

const NONE = { view: true, connect: false, update: false, disconnect: false };
export const ROLES = {
  all: { view: true, connect: true, update: true, disconnect: true },
  connector: { ...NONE, connect: true },
  updater: { ...NONE, update: true },
  disconnector: { ...NONE, disconnect: true },
  viewer: NONE,
  nobody: { ...NONE, view: false },
} as const satisfies Record<string, Viewer["can"]>;
export type Role = keyof typeof ROLES;

/** One handler with everything it needs; the asker is written in a header that only the test's `authorize` reads. */
export function createPlace() {
  const simulator = createStripeSimulator();
  const store = createMemoryStore({ now: () => simulator.clock.now() });
  const calls: string[] = [];
  const stripe = new Stripe(simulator.secretKey, {
    httpClient: Stripe.createFetchHttpClient((input: Request | string | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      calls.push(request.method);
      return simulator.fetch(request);
    }),
  });
  const handler = createConnectionHandler({
    stripe,
    store,
    authorize(request) {
      const [tenant = "", role = ""] = (request.headers.get("authorization") ?? "").split("|");
      return { tenant, user: `user of ${tenant}`, can: ROLES[role as Role] };
    },
    accountParams: ({ tenant }) => ({
      controller: { stripe_dashboard: { type: "express" } },
      capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
      business_profile: { name: `business of ${tenant}` },
      country: "US",
    }),
    webhookSecrets: [SECRET],
    mode: "test",
    publishableKey: simulator.publishableKey,
    basePath: BASE,
    publicUrl: ORIGIN,
    logger: { info: () => {}, warn: () => {}, error: () => {} },
    runtime: {
      now: () => simulator.clock.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms < 1_000 ? 0 : ms);
        timer.unref();
        return () => clearTimeout(timer);
      },
    },
  });
  simulator.deliverWebhooksTo((sent) => handler.fetch(new Request(`${ORIGIN}${BASE}/webhooks`, sent)), SECRET);
  return { simulator, store, handler, calls };
}

export type Place = ReturnType<typeof createPlace>;
