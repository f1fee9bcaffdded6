import type { Capability } from "../core/connection.js";
import { type CapabilityV2, capabilitiesV2 } from "./capabilitiesV2.js";
import { entriesV2 } from "./entriesV2.js";
import { isNeeded, needsOf, type Switches, takesPayments } from "./neededCapabilities.js";
import type { AskedRequirement, NormalizedAccount } from "./normalizedAccount.js";
import { isoTime, record } from "./untyped.js";

/**
 * `required`: as for v1. The capabilities that decide are those whose loss disables the account; v2 has no
 * `disabled_reason` of its own.
 * @see https://docs.stripe.com/api/v2/core/accounts/object
 */
export function normalizeAccountV2(account: unknown, required: readonly string[] | null): NormalizedAccount {
  const raw = record(account);
  const found = capabilitiesV2(raw["configuration"]);
  const needs = needsOf(found, required);
  const now = entriesV2(raw["requirements"]);
  const later = entriesV2(raw["future_requirements"]);
  const transition = isoTime(record(raw["future_requirements"])["minimum_transition_date"]);
  const asked = [
    ...now.asked,
    ...later.asked.map((one) => (one.state === "pending" ? one : upcoming(one, transition))),
  ];
  return {
    gone: raw["deleted"] === true ? "deleted" : raw["closed"] === true ? "closed" : null,
    disabledReason: asksForNothing(raw, found)
      ? "action_required.requested_capabilities"
      : disabledReason(found.filter((one) => isNeeded(one.name, needs))),
    // v2 has no such field. Accepting the terms is the last step of the form.
    detailsSubmitted: !now.asked.some(
      (one) => one.state !== "pending" && /\.terms_of_service\.account\./.test(one.key),
    ),
    ...switchesV2(found),
    needs,
    // v2 lists every capability that was requested.
    unlisted: { chargesEnabled: false, payoutsEnabled: false },
    capabilities: found.map(({ name, status, reason }): Capability => ({ name, status, reason })),
    asked,
    errors: [...now.errors, ...later.errors],
    alternatives: [...now.alternatives, ...later.alternatives],
    individual: record(raw["identity"])["individual"] ?? null,
  };
}

/** v1's booleans: the first of these that is listed decides. */
function switchesV2(found: readonly Capability[]): Switches {
  const works = (...names: readonly string[]) => {
    const name = names.find((each) => found.some((one) => one.name === each));
    return found.some((one) => one.name === name && one.status === "active");
  };
  const others = found.flatMap(({ name, status }) => (takesPayments(name) && status === "active" ? [name] : []));
  return {
    chargesEnabled: works("card_payments", ...others),
    payoutsEnabled: works("stripe_balance.payouts", "stripe_balance.stripe_transfers"),
  };
}

/** Nothing will ever switch on. Left out (`include`), the configurations say nothing either way. */
function asksForNothing(raw: Readonly<Record<string, unknown>>, found: readonly CapabilityV2[]): boolean {
  const applied = raw["applied_configurations"];
  const isBare = Array.isArray(applied) && applied.length === 0;
  return found.length === 0 && (isBare || Object.keys(record(raw["configuration"])).length > 0);
}

/** What is announced has to be there on the day from which on it is asked for. */
function upcoming(one: AskedRequirement, transition: string | null): AskedRequirement {
  return { key: one.key, state: "upcoming", deadline: transition ?? one.deadline, personId: one.personId };
}

/** What v1 would call it, so that one set of rules serves both. The gravest comes first. */
function disabledReason(capabilities: readonly CapabilityV2[]): string | null {
  const reasons = capabilities.filter((one) => one.rawStatus !== "active").map(asV1);
  return reasons.toSorted((a, b) => gravity(a) - gravity(b) || (String(a) < String(b) ? -1 : 1))[0] ?? null;
}

const GRAVEST_FIRST = [/^rejected\./, /^action_required\./, /^other$/, /^(?!requirements\.)/, /past_due$/, /./];

function gravity(reason: string | null): number {
  return reason === null ? GRAVEST_FIRST.length : GRAVEST_FIRST.findIndex((rule) => rule.test(reason));
}

/** Null where the requirements say it, or where Stripe is about to tell. */
function asV1({ rawStatus, status, reason, resolution }: CapabilityV2): string | null {
  if (reason?.startsWith("rejected_")) return `rejected.${reason.slice("rejected_".length)}`;
  if (rawStatus === "rejected") return "rejected.other";
  switch (reason) {
    case "unsupported_country":
    case "unsupported_entity_type":
      return "action_required.requested_capabilities";
    case "restricted_other":
    case "unsupported_business":
      return "other";
    case "requirements_past_due":
      return "requirements.past_due";
    case "requirements_pending_verification":
      return "requirements.pending_verification";
    case "determining_status":
      return null;
    case null:
      return rawStatus === "unsupported" ? "other" : status === "unknown" ? rawStatus : null;
    default:
      // Of a newer version: an answer mends it, time does, or nobody here knows.
      if (resolution === "provide_info") return "requirements.past_due";
      return status === "pending" ? null : reason;
  }
}
