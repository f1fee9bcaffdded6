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
import { moneyFlows } from "./moneyFlows.js";
import { normalizeAccount } from "./normalizeAccount.js";
import type { NormalizedAccount } from "./normalizedAccount.js";
import { requirementsOf } from "./requirements.js";

/** Our record of the account. */
export interface AccountLink {
  /** Null while the account is being created. */
  accountId: string | null;
  /** ISO 8601; set once the connection was ended. */
  disconnectedAt?: string | null;
  /** Who ended it. */
  why?: "user" | "removed_at_stripe" | null;
}

/** What is known about the connection besides the account. */
export interface DeriveOptions {
  /** `null`: there is no connection, whatever the account says. Left out: the account alone decides. */
  link?: AccountLink | null;
  /** When the account first worked (ISO 8601): what then stops is an error, not progress. Default: never. */
  connectedAt?: string | null;
  /** Capabilities that the platform needs. Default: charges and payouts, as Stripe's two booleans say. */
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
  const needed = options.requiredCapabilities?.length ? options.requiredCapabilities : null;
  const isThere = typeof account === "object" && account !== null && !Array.isArray(account);
  const read = isThere ? normalizeAccount(account, needed ?? undefined) : null;
  const known = read && { ...read, capabilities: withReasons(read.capabilities, options.capabilityReasons ?? {}) };
  const absent = withoutAccount(known, options.link);
  if (absent || !known) return nothingYet(absent ?? verdict("not_connected", "none", "connect"));

  const connectedAt = options.connectedAt ?? null;
  const requirements = requirementsOf(known, options.persons ?? []);
  const found = judge(known, requirements, connectedAt !== null, needed);
  return {
    ...found,
    waitingOn: waitingOnFor(found.action),
    ...moneyFlows(known, requirements, connectedAt),
    requirements,
    deadline: earliest(requirements.map((one) => one.deadline)),
    disabledReason: known.disabledReason,
    capabilities: known.capabilities.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function verdict(status: ConnectionStatus, reason: ConnectionReason, action: ConnectionAction): Verdict {
  return { status, reason, action };
}

/** Rules 1 and 2: no account, or none that we have seen. */
function withoutAccount(known: NormalizedAccount | null, link: DeriveOptions["link"]): Verdict | null {
  if (link === null) return verdict("not_connected", "none", "connect");
  if (link?.disconnectedAt) {
    return verdict("not_connected", link.why === "removed_at_stripe" ? "deleted" : "disconnected", "connect");
  }
  if (known?.gone) return verdict("not_connected", known.gone, "connect");
  if (link && !known) return verdict("connecting", link.accountId === null ? "creating" : "awaiting_snapshot", "wait");
  return null;
}

function nothingYet(found: Verdict): DerivedConnection {
  return {
    ...found,
    waitingOn: waitingOnFor(found.action),
    payments: "inactive",
    payouts: "inactive",
    requirements: [],
    deadline: null,
    disabledReason: null,
    capabilities: [],
  };
}

/** Rules 3 to 11 of product.md §2, in their order. */
function judge(
  account: NormalizedAccount,
  requirements: readonly Requirement[],
  workedBefore: boolean,
  needed: readonly string[] | null,
): Verdict {
  const has = (...states: Requirement["state"][]) => requirements.some((one) => states.includes(one.state));
  const isDue = has("past_due", "due");
  const disabled = account.disabledReason ?? "";

  // 3. Rejected for good; an appeal is a requirement like any other.
  if (/^rejected(\.|$)/.test(disabled)) {
    const contact = disabled.startsWith("rejected.platform_") ? "contact_platform" : "contact_stripe";
    return verdict("error", "rejected", isDue ? "open_onboarding" : contact);
  }
  // 4. The platform's turn.
  if (disabled === "platform_paused") return verdict("error", "platform_paused", "contact_platform");
  if (disabled === "action_required.requested_capabilities") {
    return verdict("error", "requested_capabilities", "contact_platform");
  }
  // 5. Stripe investigates.
  if (disabled === "listed") return verdict("error", "listed", "wait");
  if (disabled === "under_review") return verdict("in_progress", "under_review", "wait");
  // 6. Anything else, known or not, that is no requirement.
  if (disabled !== "" && !disabled.startsWith("requirements.")) {
    const reason = disabled === "other" ? "other" : "unknown";
    return verdict("error", reason, isDue ? "open_onboarding" : "contact_stripe");
  }
  // 7. The form was never finished.
  if (!account.detailsSubmitted) return verdict("in_progress", "details_not_submitted", "open_onboarding");
  // 8. Everything that is needed works.
  if (worksAsNeeded(account, needed) && !has("past_due")) {
    if (has("due")) return verdict("connected", "due_soon", "open_onboarding");
    if (has("upcoming")) return verdict("connected", "future_requirements", "open_onboarding");
    return verdict("connected", "ok", "none");
  }
  // 9. Something is due. It worked before: then it is an error that needs somebody.
  if (isDue) {
    return verdict(workedBefore ? "error" : "in_progress", dueReason(account, requirements), "open_onboarding");
  }
  // 10. All was sent, Stripe checks it.
  if (has("pending") || disabled === "requirements.pending_verification") {
    return verdict("in_progress", "pending_verification", "wait");
  }
  // What is needed was never requested: no time mends that, only the platform does.
  if (account.lacksCapability) return verdict("error", "requested_capabilities", "contact_platform");
  const why = whyOff(account, needed);
  if (why.some((reason) => reason.startsWith("platform_"))) {
    return verdict("error", "platform_paused", "contact_platform");
  }
  if (why.some((reason) => /^(rejected|paused)\./.test(reason))) return verdict("error", "other", "contact_stripe");
  // 11. Nothing to do, nothing checked, still off: Stripe is about to tell.
  return verdict("connecting", "syncing", "wait");
}

function worksAsNeeded(account: NormalizedAccount, needed: readonly string[] | null): boolean {
  if (!needed) return account.chargesEnabled && account.payoutsEnabled;
  return needed.every((name) => account.capabilities.some((one) => one.name === name && one.status === "active"));
}

/** What v1 says only of the capabilities that payments and payouts hang on. */
function whyOff({ capabilities }: NormalizedAccount, needed: readonly string[] | null): string[] {
  const names = needed ?? ["card_payments", "transfers"];
  return capabilities.flatMap(({ name, status, reason }) =>
    names.includes(name) && status === "inactive" && reason !== null ? [reason] : [],
  );
}

function dueReason(account: NormalizedAccount, requirements: readonly Requirement[]): ConnectionReason {
  const due = requirements.filter((one) => one.state === "past_due" || one.state === "due");
  if (due.every((one) => one.group === "identity_document")) return "identity_document";
  if (account.chargesEnabled && !account.payoutsEnabled) return "payouts_disabled";
  if (!account.chargesEnabled && account.payoutsEnabled) return "charges_disabled";
  return "past_due";
}
