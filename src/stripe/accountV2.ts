import type { Capability, RequirementState } from "../core/connection.js";
import { type CapabilityV2, capabilitiesV2 } from "./capabilitiesV2.js";
import type { AskedRequirement, NormalizedAccount, RequirementError } from "./normalizedAccount.js";
import { isoTime, list, record, text } from "./untyped.js";

const CHARGES = "card_payments";
const PAYOUTS = "stripe_balance.payouts";

/**
 * `needed`: the capabilities whose loss disables the account; v2 has no `disabled_reason` of its own.
 * @see https://docs.stripe.com/api/v2/core/accounts/object
 */
export function normalizeAccountV2(
  account: unknown,
  needed: readonly string[] = [CHARGES, PAYOUTS],
): NormalizedAccount {
  const raw = record(account);
  const found = capabilitiesV2(raw["configuration"]);
  const isActive = (name: string) => found.some((one) => one.name === name && one.status === "active");
  const now = entries(raw["requirements"]);
  const later = entries(raw["future_requirements"]);
  const asked = [...now.asked, ...later.asked.map((one) => (one.state === "pending" ? one : upcoming(one)))];
  return {
    gone: raw["deleted"] === true ? "deleted" : raw["closed"] === true ? "closed" : null,
    disabledReason: disabledReason(found.filter((one) => needed.includes(one.name))),
    // v2 has no such field. Accepting the terms is the last step of the form.
    detailsSubmitted: !now.asked.some(
      (one) => one.state !== "pending" && /\.terms_of_service\.account\./.test(one.key),
    ),
    chargesEnabled: isActive(CHARGES),
    payoutsEnabled: isActive(PAYOUTS),
    capabilities: found.map(({ name, status, reason }): Capability => ({ name, status, reason })),
    asked,
    errors: [...now.errors, ...later.errors],
    alternatives: [],
    individual: record(raw["identity"])["individual"] ?? null,
  };
}

function upcoming(one: AskedRequirement): AskedRequirement {
  return { ...one, state: "upcoming" };
}

function entries(requirements: unknown): { asked: AskedRequirement[]; errors: RequirementError[] } {
  const summary = record(record(record(requirements)["summary"])["minimum_deadline"]);
  const asked: AskedRequirement[] = [];
  const errors: RequirementError[] = [];
  for (const item of list(record(requirements)["entries"])) {
    const entry = record(item);
    const key = text(entry["description"]);
    if (key === null) continue;
    const minimum = record(entry["minimum_deadline"]);
    const state = stateOf(entry["awaiting_action_from"], minimum["status"]);
    if (state === null) continue;
    const reference = record(entry["reference"]);
    const personId = reference["type"] === "person" ? text(reference["resource"]) : null;
    // Only the summary has a date: that of the entries with its status.
    const time = minimum["time"] ?? (minimum["status"] === summary["status"] ? summary["time"] : null);
    asked.push({ key, state, deadline: state === "pending" ? null : isoTime(time), personId });
    for (const one of list(entry["errors"])) {
      const code = text(record(one)["code"]);
      if (code) errors.push({ key, code, reason: text(record(one)["description"]), personId });
    }
  }
  return { asked, errors };
}

/** Null: `eventually_due`, which never nags. */
function stateOf(awaiting: unknown, deadline: unknown): RequirementState | null {
  if (awaiting === "stripe") return "pending";
  if (deadline === "eventually_due") return null;
  return deadline === "past_due" ? "past_due" : "due";
}

/** What v1 would call it, so that one set of rules serves both. The gravest comes first. */
function disabledReason(capabilities: readonly CapabilityV2[]): string | null {
  const off = capabilities.filter((one) => one.rawStatus !== "active");
  const rejected = off.filter((one) => one.rawStatus === "rejected").map((one) => one.reason ?? "rejected_other");
  const codes = off.map((one) => one.reason ?? "");
  const rejection = rejected.toSorted()[0] ?? codes.filter((code) => code.startsWith("rejected_")).toSorted()[0];
  if (rejection !== undefined) return `rejected.${rejection.replace(/^rejected_/, "")}`;
  if (codes.includes("unsupported_country") || codes.includes("unsupported_entity_type"))
    return "action_required.requested_capabilities";
  if (codes.includes("restricted_other") || codes.includes("unsupported_business")) return "other";
  if (codes.includes("requirements_past_due")) return "requirements.past_due";
  if (codes.includes("requirements_pending_verification")) return "requirements.pending_verification";
  return null;
}
