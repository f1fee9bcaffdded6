import type { Connection } from "../../core/connection.js";
import type { Messages } from "../messages.js";

type Why = keyof Messages["connection"]["why"];

/**
 * What Stripe's reasons come down to: `disabled_reason` of accounts and of capabilities, status codes of v2. The first
 * that fits. Suspicions (fraud, forbidden goods, a list of persons) read as a plain restriction.
 */
const RULES: readonly (readonly [Why, RegExp])[] = [
  ["platform", /platform|requested_capabilities/],
  ["unconfirmed", /incomplete_verification/],
  ["unused", /inactivity/],
  ["business", /unsupported_business/],
  ["country", /unsupported_country/],
  ["legalForm", /unsupported_entity_type/],
  ["restricted", /^rejected|other$/],
  ["details", /past_due|fields_needed|onboarding/],
  ["checking", /review|pending_verification|determining_status|^listed$/],
];

/** Which words tell one of Stripe's reasons; null for one that this version does not know. */
export function whyOff(reason: string | null): Why | null {
  return (reason !== null && RULES.find(([, pattern]) => pattern.test(reason))?.[0]) || null;
}

/** What the sentence and the rows of a stopped account leave open. */
const TELLS_MORE: readonly (Why | null)[] = ["unconfirmed", "unused", "business", "country", "legalForm"];

/** Capabilities whose loss switches a flow off, as v1 and v2 name them. */
const PAYMENTS = ["card_payments"];
const PAYOUTS = ["stripe_balance.payouts", "transfers"];

/** Why payments or payouts are off, where that is not said already; null where Stripe says nothing more. */
export function whyFlowsAreOff(connection: Connection): Why | null {
  const names = [
    ...(connection.payments === "active" ? [] : PAYMENTS),
    ...(connection.payouts === "active" ? [] : PAYOUTS),
  ];
  if (names.length === 0) return null;
  const reasons = connection.capabilities
    .filter(({ name, status }) => names.includes(name) && status !== "active")
    .map(({ reason }) => reason);
  const found = [connection.disabledReason, ...reasons].map(whyOff).filter((why) => why !== null);
  const more = found.find((why) => TELLS_MORE.includes(why));
  // Nothing else on a connected card says why.
  return more ?? (connection.status === "connected" ? (found[0] ?? null) : null);
}
