import type Stripe from "stripe";
import type { StripeSimulator } from "../../../src/simulator/index.js";
import { BASE, SECRET } from "../support/backEnd.js";

export const ORIGIN = "https://app.example.com";

/** As our own page sends it. */
export function postRequest(path: string, body: unknown): Request {
  return new Request(`${ORIGIN}${BASE}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: ORIGIN },
    body: JSON.stringify(body),
  });
}

/** As Stripe sends an event, now: each attempt is signed anew. */
export async function webhookRequest(stripe: Stripe, simulator: StripeSimulator, body: string): Promise<Request> {
  const timestamp = Math.floor(simulator.clock.now() / 1000);
  const header = await stripe.webhooks.generateTestHeaderStringAsync({ payload: body, secret: SECRET, timestamp });
  return new Request(`${ORIGIN}${BASE}/webhooks`, { method: "POST", headers: { "stripe-signature": header }, body });
}

export function accountEvent(id: string, account: string | null): string {
  return JSON.stringify({ id, object: "event", type: "account.updated", livemode: false, account });
}
