import type Stripe from "stripe";
import type { Mode } from "../../core/connection.js";
import { PATHS } from "../../core/protocol.js";
import { Wrong } from "../report.js";

/** What the handler wants to hear of, all about connected accounts. */
const EVENTS = [
  "account.updated",
  "account.application.deauthorized",
  "account.external_account.created",
  "account.external_account.updated",
  "account.external_account.deleted",
  "capability.updated",
  "person.updated",
] as const;

export interface ExpectedEndpoint {
  /** Where the handler is mounted, as Stripe reaches it. Unknown: every endpoint that ends in `/webhooks` may be it. */
  url?: string | undefined;
  /** The endpoints are a simulator's. */
  simulated?: boolean;
}

/** Finds the handler's endpoint among those of the platform. Returns its address, or throws what to correct. */
export function checkEndpoint(
  endpoints: readonly Stripe.WebhookEndpoint[],
  mode: Mode,
  { url, simulated = false }: ExpectedEndpoint,
): string {
  const wanted = url === undefined ? null : `${url.replace(/\/+$/, "")}${PATHS.webhooks}`;
  const make = simulated
    ? `Start the simulator with --forward ${wanted ?? "and the address of your server's webhooks"}.`
    : `Make one at dashboard.stripe.com/webhooks${wanted ? ` with the address ${wanted}` : ""}: events from "Connected accounts", ${EVENTS.join(", ")}.`;
  const found = endpoints.filter((endpoint) =>
    wanted ? endpoint.url === wanted : new URL(endpoint.url).pathname.endsWith(PATHS.webhooks),
  );
  if (found.length === 0) {
    const others = endpoints.map((endpoint) => endpoint.url).join(", ");
    throw new Wrong(`no webhook endpoint leads there${others ? `, only to ${others}` : ""}`, make);
  }
  const ofMode = found.filter(({ livemode }) => livemode === (mode === "live"));
  if (ofMode.length === 0) throw new Wrong("the endpoint is of the other mode", make);
  // Stripe tells the scope by this alone: an endpoint for connected accounts belongs to the Connect application.
  const ofAccounts = ofMode.filter(({ application }) => application !== null);
  if (ofAccounts.length === 0) {
    throw new Wrong(
      'the endpoint hears of "Your account" only, never of connected accounts',
      `The scope can't be changed. ${make} Then use the new endpoint's own signing secret.`,
    );
  }
  const enabled = ofAccounts.filter(({ status }) => status === "enabled");
  if (enabled.length === 0) throw new Wrong("the endpoint is disabled", "Enable it at dashboard.stripe.com/webhooks.");
  const heard = new Set(enabled.flatMap((endpoint) => endpoint.enabled_events));
  const missing = heard.has("*") ? [] : EVENTS.filter((event) => !heard.has(event));
  if (missing.length > 0) {
    throw new Wrong(`the endpoint is not told of ${missing.join(", ")}`, "Add these events to the endpoint.");
  }
  return enabled.map((endpoint) => endpoint.url).join(", ");
}
