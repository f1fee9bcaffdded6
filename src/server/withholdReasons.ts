import type { Capability, DerivedConnection, Requirement } from "../core/connection.js";
import { waitingOnFor } from "../core/waitingOn.js";
import { shownError } from "./requirementErrors.js";

/** Stripe's `disabled_reason`s that raise no suspicion, with what v2's statuses are read as. */
const SHOWN: ReadonlySet<string> = new Set([
  "action_required.requested_capabilities",
  "other",
  "platform_paused",
  "rejected.incomplete_verification",
  "rejected.other",
  "rejected.platform_other",
  "rejected.platform_terms_of_service",
  "rejected.terms_of_service",
  "requirements.past_due",
  "requirements.pending_verification",
  "under_review",
]);

/** The same for capabilities, of v1 and of v2. */
const SHOWN_OF_CAPABILITIES: ReadonlySet<string> = new Set([
  "other",
  "paused.inactivity",
  "pending.onboarding",
  "pending.review",
  "platform_disabled",
  "platform_paused",
  "rejected.inactivity",
  "rejected.other",
  "rejected.unsupported_business",
  "requirements.fields_needed",
  "determining_status",
  "rejected_incomplete_verification",
  "rejected_other",
  "rejected_platform_other",
  "rejected_platform_terms_of_service",
  "rejected_terms_of_service",
  "requirements_past_due",
  "requirements_pending_verification",
  "restricted_other",
  "unsupported_business",
  "unsupported_country",
  "unsupported_entity_type",
]);

/**
 * What viewers may see, by default. A reason that the customer must not learn is shown as a harmless one: an account that
 * may be on a list as one under review, a rejection for fraud as an ordinary one. Every field is what a harmless
 * account has, because a missing one would tell. The host reads the truth by `handler.getConnection`.
 */
export function withholdReasons(derived: DerivedConnection): DerivedConnection {
  const shown = derived.reason === "listed" ? asUnderReview(derived) : { ...derived };
  shown.disabledReason = standIn(shown.disabledReason, SHOWN, ".");
  shown.capabilities = shown.capabilities.map(({ name, status, reason }) => ({
    name,
    status,
    reason: standIn(reason, SHOWN_OF_CAPABILITIES, reason?.startsWith("rejected_") ? "_" : "."),
  }));
  shown.requirements = shown.requirements.map(withShownError);
  return shown;
}

function withShownError(requirement: Requirement): Requirement {
  if (!requirement.error) return requirement;
  const shown = { ...requirement };
  shown.error = shownError(requirement.error);
  return shown;
}

/** `joint` stands between Stripe's words. */
function standIn(reason: string | null, shown: ReadonlySet<string>, joint: "." | "_"): string | null {
  if (reason === null || shown.has(reason)) return reason;
  // Another stand-in would not go with the platform as the one to contact.
  if (reason.startsWith(`rejected${joint}platform_`)) return `rejected${joint}platform_other`;
  return reason.startsWith(`rejected${joint}`) ? `rejected${joint}other` : "other";
}

/** As the same account would be while Stripe reviews it for another reason. */
function asUnderReview(derived: DerivedConnection): DerivedConnection {
  // Before it worked, what Stripe reviews is pending.
  const pending = <T extends string>(flow: T) => (flow === "inactive" ? ("pending" as const) : flow);
  return {
    status: "in_progress",
    reason: "under_review",
    action: "wait",
    waitingOn: waitingOnFor("wait"),
    payments: pending(derived.payments),
    payouts: pending(derived.payouts),
    requirements: derived.requirements,
    deadline: derived.deadline,
    disabledReason: "under_review",
    capabilities: derived.capabilities.map(inReview),
  };
}

function inReview(capability: Capability): Capability {
  const { reason } = capability;
  const saysMore = reason === null || (reason !== "other" && SHOWN_OF_CAPABILITIES.has(reason));
  return saysMore ? capability : { name: capability.name, status: capability.status, reason: "pending.review" };
}
