import type { Denial, SectionName } from "../../core/permissions.js";

/** Why a section isn't shown. A section is never asked to connect. */
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
    not_connected: "This appears here once Stripe is connected.",
    role: "You don't have access to this. Ask an admin to give it to you.",
    busy: "Stripe is still setting this account up, or it is being disconnected. Wait a moment.",
    terminal: "This isn't available for an account that was rejected.",
    unsupported: "Stripe doesn't offer this for your account.",
  } satisfies Record<NotShown, string>,
};
