import type { Denial, SectionName } from "../../core/permissions.js";

/** Why a section isn't shown: whoever sees it is connected already. */
type NotShown = Exclude<Denial, "already_connected">;

/** The words around Stripe's sections. */
export const sections = {
  /** What each one is called where it can't be seen, by a screen reader for example. */
  names: {
    payments: "Payments",
    payouts: "Payouts",
    payouts_list: "List of payouts",
    balances: "Balance",
    disputes_list: "Disputes",
    documents: "Documents",
    tax_settings: "Tax settings",
    tax_registrations: "Tax registrations",
    instant_payouts_promotion: "Instant payouts",
    balance_report: "Balance report",
    payout_reconciliation_report: "Payout reconciliation report",
    notification_banner: "Notices from Stripe",
  } satisfies Record<SectionName, string>,

  loading: "Loading from Stripe…",

  /** In place of a section: why, and what to do. */
  notShown: {
    not_connected: "Connect Stripe to see this here.",
    role: "You don't have access to this. Ask an admin to give it to you.",
    busy: "Something else is under way with this account. Wait a moment.",
    terminal: "Stripe can't support this account. Contact Stripe support to find out more.",
    unsupported: "Stripe doesn't offer this for your account.",
  } satisfies Record<NotShown, string>,
};
