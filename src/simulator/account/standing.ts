import { type AccountRecord, businessType } from "./accountRecord.js";

/** What follows from an account's record: pure questions, no changes. */

/** A hold that Stripe's API does not name: the last moments before everything works. */
export const SWITCHING_ON = "switching_on";

export const isCompany = (account: AccountRecord): boolean =>
  ["company", "non_profit", "government_entity"].includes(businessType(account) ?? "");

export const isVerifying = (account: AccountRecord): boolean => account.items.some((item) => item.state === "pending");

/** Whether payments or payouts can flow. */
export function flows(account: AccountRecord, what: "payments" | "payouts"): boolean {
  const requested = Object.keys(account.capabilities);
  if (!account.detailsSubmitted || account.hold !== null || requested.length === 0) return false;
  const carrier = what === "payments" ? "card_payments" : "transfers";
  if (what === "payments" && !requested.includes(carrier)) return false;
  if (account.switchedOff?.[carrier] !== undefined) return false;
  return !account.items.some(
    (item) =>
      (item.state === "past_due" || item.state === "pending") && (item.blocks === "everything" || item.blocks === what),
  );
}

/** Stripe's `disabled_reason`. */
export function disabledReason(account: AccountRecord): string | null {
  if (account.hold === SWITCHING_ON) return null;
  if (account.hold !== null) return account.hold;
  if (account.items.some((item) => item.state === "past_due")) return "requirements.past_due";
  if (Object.keys(account.capabilities).length === 0) return "action_required.requested_capabilities";
  const stopped = !flows(account, "payments") || !flows(account, "payouts");
  return stopped && isVerifying(account) ? "requirements.pending_verification" : null;
}

/** The status of one capability: `pending` while the only thing missing is Stripe's own check. */
export function capabilityStatus(account: AccountRecord, name: string): "active" | "inactive" | "pending" {
  if (account.switchedOff?.[name] !== undefined) return "inactive";
  if (!account.detailsSubmitted || (account.hold !== null && account.hold !== SWITCHING_ON)) return "inactive";
  // What stops payouts alone leaves `transfers` active: the balance still fills.
  const blocking = account.items.filter(
    (item) => item.blocks === "everything" || (item.blocks === "payments" && name !== "transfers"),
  );
  if (blocking.some((item) => item.state === "past_due")) return "inactive";
  const isPending = account.hold === SWITCHING_ON || blocking.some((item) => item.state === "pending");
  return isPending ? "pending" : "active";
}
