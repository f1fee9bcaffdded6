import type { Capability, RequirementState } from "../core/connection.js";
import type { AskedRequirement, NormalizedAccount } from "./normalizedAccount.js";
import { needsOf } from "./neededCapabilities.js";
import { isoTime, list, record, text, texts } from "./untyped.js";

/**
 * `required`: capabilities that the platform requires. Null: those that the account requested.
 * @see https://docs.stripe.com/api/accounts/object
 */
export function normalizeAccountV1(account: unknown, required: readonly string[] | null): NormalizedAccount {
  const raw = record(account);
  const found = capabilities(raw["capabilities"]);
  const needs = needsOf(found, required);
  const switches = {
    chargesEnabled: raw["charges_enabled"] === true,
    payoutsEnabled: raw["payouts_enabled"] === true,
  };
  const requirements = record(raw["requirements"]);
  const future = record(raw["future_requirements"]);
  return {
    gone: raw["deleted"] === true ? "deleted" : null,
    disabledReason: text(requirements["disabled_reason"]),
    detailsSubmitted: raw["details_submitted"] === true,
    ...switches,
    unlisted: switches,
    capabilities: found,
    // Payouts are a switch of the account, which every account that takes payments has.
    needs: { names: needs.names, payments: needs.payments, payouts: needs.payouts || needs.payments },
    asked: [...current(requirements), ...upcoming(future)],
    errors: [...list(requirements["errors"]), ...list(future["errors"])].flatMap((item) => {
      const error = record(item);
      const key = text(error["requirement"]);
      const code = text(error["code"]);
      return key && code ? [{ key, code, reason: text(error["reason"]), personId: null }] : [];
    }),
    alternatives: [...list(requirements["alternatives"]), ...list(future["alternatives"])].map((item) => ({
      originals: texts(record(item)["original_fields_due"]),
      alternatives: texts(record(item)["alternative_fields_due"]),
    })),
    individual: raw["individual"] ?? null,
  };
}

/** `eventually_due` is left out: it alone never nags. */
function current(requirements: Readonly<Record<string, unknown>>): AskedRequirement[] {
  const deadline = isoTime(requirements["current_deadline"]);
  return [
    ...asked(requirements["past_due"], "past_due", deadline),
    ...asked(requirements["currently_due"], "due", deadline),
    ...asked(requirements["pending_verification"], "pending", null),
  ];
}

function upcoming(future: Readonly<Record<string, unknown>>): AskedRequirement[] {
  const deadline = isoTime(future["current_deadline"]);
  return [
    ...asked(future["past_due"], "upcoming", deadline),
    ...asked(future["currently_due"], "upcoming", deadline),
    ...asked(future["pending_verification"], "pending", null),
  ];
}

function asked(keys: unknown, state: RequirementState, deadline: string | null): AskedRequirement[] {
  return texts(keys).map((key) => ({ key, state, deadline, personId: null }));
}

const STATUSES = new Set<unknown>(["active", "inactive", "pending"] satisfies Capability["status"][]);

function capabilities(raw: unknown): Capability[] {
  return Object.entries(record(raw)).map(([name, status]) => ({
    name,
    status: STATUSES.has(status) ? (status as Capability["status"]) : "unknown",
    reason: null,
  }));
}
