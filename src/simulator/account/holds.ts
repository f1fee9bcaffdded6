import type { AccountRecord } from "./accountRecord.js";
import type { Accounts } from "./accounts.js";
import { newItem } from "./lifecycle.js";
import { SWITCHING_ON } from "./standing.js";

const REJECTIONS = [
  "fraud",
  "incomplete_verification",
  "listed",
  "other",
  "terms_of_service",
  "platform_fraud",
  "platform_other",
  "platform_terms_of_service",
] as const;
/** Why an account is rejected, without the `rejected.` of Stripe's `disabled_reason`. */
export type Rejection = (typeof REJECTIONS)[number];

/** What somebody at Stripe or at the platform decides about a whole account, whatever it has given. */
export function createHolds(accounts: Accounts, random: (length: number) => string) {
  const hold = (id: string, reason: string, change: (account: AccountRecord) => void = () => {}) =>
    accounts.change(id, (account) => {
      account.hold = reason;
      change(account);
    });

  return {
    startReview: (id: string): void => hold(id, "under_review"),
    /** A possible match on a list of prohibited persons: Stripe looks into it. */
    list: (id: string): void => hold(id, "listed"),
    /** Default reason `other`. With `appeal`, Stripe offers a form. */
    reject(id: string, reason: Rejection = "other", appeal = false): void {
      hold(id, `rejected.${REJECTIONS.find((known) => known === reason) ?? "other"}`, (account) => {
        account.items = appeal ? [newItem(`interv_1${random(14)}.rejection_appeal.form`)] : [];
      });
    },
    /**
     * Stripe stops the account, with a question to answer or without. Default reason `other`; any other text stands for
     * a `disabled_reason` that a later version of Stripe's API may have.
     */
    restrict(id: string, question = false, reason = "other"): void {
      hold(id, reason, (account) => {
        if (question) account.items = [...account.items, newItem(`interv_1${random(14)}.url_inquiry.form`)];
      });
    },
    /** The platform pauses the account. */
    platformPause: (id: string): void => hold(id, "platform_paused"),
    /** Everything is checked, and Stripe takes its time to switch payments and payouts on, until `approve`. */
    switchOnLater: (id: string): void => hold(id, SWITCHING_ON),
    /**
     * One capability is switched off for good, whatever the account has given. Default: card payments, because Stripe
     * does not support this kind of business. `null`: it is on again.
     */
    switchOff(id: string, capability = "card_payments", reason: string | null = "rejected.unsupported_business"): void {
      accounts.change(id, (account) => {
        const off = { ...account.switchedOff };
        if (reason === null) delete off[capability];
        else off[capability] = reason;
        account.switchedOff = off;
      });
    },
    /** The platform asks for none of the capabilities any more. */
    withdrawCapabilities(id: string): void {
      accounts.change(id, (account) => void (account.capabilities = {}));
    },
  };
}
