/**
 * Requests as Stripe's own other clients write them: their headers, and their ways to write what is nested. Written down
 * from the encoders of the versions that the user agents name. `{key}`, `{basic}` and `{account}` are filled in.
 */
export interface ClientRequest {
  client: string;
  what: string;
  method: "GET" | "POST" | "DELETE";
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  status: number;
  /** A part of the answer. */
  answer: unknown;
}

/** What the requests of `clientRequests.ts` have in common: each client's headers, and the bodies with their answers. */
const FORM = "application/x-www-form-urlencoded";
export const VERSION = "2026-10-28.endive";
const bearer = { Authorization: "Bearer {key}" };

export const ruby = {
  ...bearer,
  "User-Agent": "Stripe/v1 RubyBindings/19.5.0",
  "Content-Type": FORM,
  "Stripe-Version": VERSION,
  "X-Stripe-Client-User-Agent": '{"bindings_version":"19.5.0","lang":"ruby","engine":"ruby","publisher":"stripe"}',
};
export const php = {
  ...bearer,
  "User-Agent": "Stripe/v1 PhpBindings/21.0.0",
  "Content-Type": FORM,
  "Stripe-Version": VERSION,
  "X-Stripe-Client-User-Agent": '{"bindings_version":"21.0.0","lang":"php","httplib":"curl","publisher":"stripe"}',
};
export const python = {
  ...bearer,
  "User-Agent": "Stripe/v1 PythonBindings/15.3.0",
  "Content-Type": FORM,
  "Stripe-Version": VERSION,
  "X-Stripe-Client-User-Agent": '{"bindings_version": "15.3.0", "lang": "python", "publisher": "stripe"}',
};
export const cli = {
  ...bearer,
  "User-Agent": "Stripe/v1 stripe-cli/1.52.0",
  "Content-Type": FORM,
  "X-Stripe-Client-User-Agent": '{"name":"stripe-cli","version":"1.52.0","publisher":"stripe","os":"linux"}',
};
export const curl = { Authorization: "Basic {basic}", "User-Agent": "curl/8.11.1", "Content-Type": FORM };

export const NEW_ACCOUNT =
  "country=US&email=jenny.rosen%40example.com&controller[stripe_dashboard][type]=none&controller[losses][payments]=application" +
  "&controller[fees][payer]=application&controller[requirement_collection]=application" +
  "&capabilities[card_payments][requested]=true&capabilities[transfers][requested]=true&metadata[order_id]=6735";
export const escaped = (form: string) => form.replaceAll("[", "%5B").replaceAll("]", "%5D");
export const MADE = {
  object: "account",
  capabilities: { card_payments: "inactive", transfers: "inactive" },
  metadata: { order_id: "6735" },
};

export const SESSION =
  "account={account}&components[account_onboarding][enabled]=true&components[payouts][enabled]=true&components[payouts][features][instant_payouts]=false";
export const OPENED = {
  object: "account_session",
  components: { account_onboarding: { enabled: true }, payouts: { enabled: true } },
};

export const NEW_ACCOUNT_V2 = {
  contact_email: "jenny.rosen@example.com",
  dashboard: "none",
  identity: { country: "us", entity_type: "company" },
  configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
  include: ["identity", "configuration.recipient"],
};
export const MADE_V2 = {
  object: "v2.core.account",
  applied_configurations: ["recipient"],
  identity: { entity_type: "company" },
};
export const json = (headers: Readonly<Record<string, string>>) => ({
  ...headers,
  "Content-Type": "application/json",
  "Stripe-Version": VERSION,
  "Idempotency-Key": "6f2e1d0c-3b4a-4c5d-8e7f-9a0b1c2d3e4f",
});
