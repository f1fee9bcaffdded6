import type { Flow, Requirement } from "../core/connection.js";
import type { NormalizedAccount } from "./normalizedAccount.js";

/** Payments and payouts: two facts, never one. */
export function moneyFlows(
  account: NormalizedAccount,
  requirements: readonly Requirement[],
  connectedAt: string | null,
): { payments: Flow; payouts: Flow } {
  const off = stopped(account, requirements, connectedAt);
  const flow = (isOn: boolean, isNeeded: boolean): Flow => (isOn ? "active" : isNeeded ? off : "not_requested");
  return {
    payments: flow(account.chargesEnabled, account.needs.payments),
    payouts: flow(account.payoutsEnabled, account.needs.payouts),
  };
}

const CHECKED_BY_STRIPE = new Set<string | null>(["requirements.pending_verification", "under_review"]);

function stopped(account: NormalizedAccount, requirements: readonly Requirement[], connectedAt: string | null): Flow {
  // A platform pauses what works, also where we never saw it work.
  if (connectedAt !== null || account.disabledReason === "platform_paused") return "paused";
  if (CHECKED_BY_STRIPE.has(account.disabledReason)) return "pending";
  const isDue = requirements.some((one) => one.state === "past_due" || one.state === "due");
  const isChecked = requirements.some((one) => one.state === "pending");
  return account.detailsSubmitted && isChecked && !isDue ? "pending" : "inactive";
}
