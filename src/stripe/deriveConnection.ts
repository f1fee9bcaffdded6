import {
  type ConnectionAction,
  type ConnectionReason,
  type ConnectionStatus,
  type DerivedConnection,
  type Requirement,
} from "../core/connection.js";
import { earliest } from "../core/deadlines.js";
import { waitingOnFor } from "../core/waitingOn.js";
import { type CapabilityReasons, withReasons } from "./capabilityReasons.js";
import { isActive, isLacking, isNeeded } from "./neededCapabilities.js";
import { moneyFlows } from "./moneyFlows.js";
import { normalizeAccount } from "./normalizeAccount.js";
import type { NormalizedAccount } from "./normalizedAccount.js";
import { requirementsOf } from "./requirements.js";
import { withoutAccount } from "./withoutAccount.js";

/** What the account alone does not say. */
export interface DeriveOptions {
  /** When the account first worked (ISO 8601): what then stops is an error, not progress. Default: never. */
  connectedAt?: string | null;
  /** Capabilities that the platform requires. Default: those that the account requested; of several ways to pay, cards. */
  requiredCapabilities?: readonly string[];
  /** Stripe's Person objects, as `persons.list` gives them, for names and roles. Default: the account's individual only. */
  persons?: readonly unknown[];
  /** Why capabilities are off, where the account does not say it (v1). Default: nobody knows. */
  capabilityReasons?: CapabilityReasons;
}

interface Verdict {
  status: ConnectionStatus;
  reason: ConnectionReason;
  action: ConnectionAction;
}

/**
 * What Stripe's account means to us: a v1 or v2 account, a deleted stub, or null. Pure, and total: JSON of any shape
 * gives an answer.
 */
export function deriveConnection(account: unknown, options: DeriveOptions = {}): DerivedConnection {
  const required = options.requiredCapabilities?.length ? options.requiredCapabilities : null;
  const isThere = typeof account === "object" && account !== null && !Array.isArray(account);
  const known = isThere ? normalizeAccount(account, required) : null;
  if (!known || known.gone) return withoutAccount("not_connected", known?.gone ?? "none", "connect");

  known.capabilities = withReasons(known.capabilities, options.capabilityReasons ?? {});
  const connectedAt = options.connectedAt ?? null;
  const requirements = requirementsOf(known, options.persons ?? []);
  const { status, reason, action } = judge(known, requirements, connectedAt !== null, required);
  const { payments, payouts } = moneyFlows(known, requirements, connectedAt);
  return {
    status,
    reason,
    action,
    waitingOn: waitingOnFor(action),
    payments,
    payouts,
    requirements,
    deadline: earliest(requirements.map((one) => one.deadline)),
    disabledReason: known.disabledReason,
    capabilities: known.capabilities.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function verdict(status: ConnectionStatus, reason: ConnectionReason, action: ConnectionAction): Verdict {
  return { status, reason, action };
}

/** The first rule that applies decides. */
function judge(
  account: NormalizedAccount,
  requirements: readonly Requirement[],
  workedBefore: boolean,
  required: readonly string[] | null,
): Verdict {
  const has = (...states: Requirement["state"][]) => requirements.some((one) => states.includes(one.state));
  const isDue = has("past_due", "due");
  const disabled = account.disabledReason ?? "";

  // 1. Rejected for good; an appeal is a requirement like any other.
  if (/^rejected(\.|$)/.test(disabled)) {
    const contact = disabled.startsWith("rejected.platform_") ? "contact_platform" : "contact_stripe";
    return verdict("error", "rejected", isDue ? "open_onboarding" : contact);
  }
  // 2. The platform's turn.
  if (disabled === "platform_paused") return verdict("error", "platform_paused", "contact_platform");
  if (disabled === "action_required.requested_capabilities") {
    return verdict("error", "requested_capabilities", "contact_platform");
  }
  // 3. Stripe investigates.
  if (disabled === "listed") return verdict("error", "listed", "wait");
  if (disabled === "under_review") return verdict("in_progress", "under_review", "wait");
  // 4. Any other reason, known or not, that is not a requirement.
  if (disabled !== "" && !disabled.startsWith("requirements.")) {
    const reason = disabled === "other" ? "other" : "unknown";
    return verdict("error", reason, isDue ? "open_onboarding" : "contact_stripe");
  }
  // 5. The form was never finished.
  if (!account.detailsSubmitted) return verdict("in_progress", "details_not_submitted", "open_onboarding");
  // 6. Everything that is needed works.
  if (worksAsNeeded(account, required) && !has("past_due")) {
    if (has("due")) return verdict("connected", "due_soon", "open_onboarding");
    if (has("upcoming")) return verdict("connected", "future_requirements", "open_onboarding");
    return verdict("connected", "ok", "none");
  }
  // 7. Something is due. Where it worked before, that is an error.
  if (isDue) {
    return verdict(workedBefore ? "error" : "in_progress", dueReason(account, requirements), "open_onboarding");
  }
  // 8. All was sent, Stripe checks it.
  if (has("pending") || disabled === "requirements.pending_verification") {
    return verdict("in_progress", "pending_verification", "wait");
  }
  // What is needed was never requested: waiting does not help, only the platform can request it.
  if (required && isLacking(account, required)) return verdict("error", "requested_capabilities", "contact_platform");
  const why = whyOff(account);
  if (why.some((reason) => reason.startsWith("platform_"))) {
    return verdict("error", "platform_paused", "contact_platform");
  }
  if (why.some((reason) => /^(rejected|paused)\./.test(reason))) return verdict("error", "other", "contact_stripe");
  // 9. Nothing to do, nothing checked, still off: Stripe is still working on it.
  return verdict("connecting", "syncing", "wait");
}

function worksAsNeeded(account: NormalizedAccount, required: readonly string[] | null): boolean {
  const { needs, chargesEnabled, payoutsEnabled } = account;
  const flows = required !== null || ((chargesEnabled || !needs.payments) && (payoutsEnabled || !needs.payouts));
  return flows && needs.names.every((name) => isActive(account, name));
}

/** v1 says it only of the capabilities that payments and payouts hang on. */
function whyOff({ capabilities, needs }: NormalizedAccount): string[] {
  return capabilities.flatMap(({ name, status, reason }) =>
    isNeeded(name, needs) && status === "inactive" && reason !== null ? [reason] : [],
  );
}

function dueReason(account: NormalizedAccount, requirements: readonly Requirement[]): ConnectionReason {
  const due = requirements.filter((one) => one.state === "past_due" || one.state === "due");
  if (due.every((one) => one.group === "identity_document")) return "identity_document";
  const { needs, chargesEnabled, payoutsEnabled } = account;
  if (needs.payouts && chargesEnabled && !payoutsEnabled) return "payouts_disabled";
  if (needs.payments && !chargesEnabled && payoutsEnabled) return "charges_disabled";
  return "past_due";
}
