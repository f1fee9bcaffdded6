/** What a viewer may do, or why not. */

export const DENIALS = ["role", "not_connected", "already_connected", "busy", "terminal", "unsupported"] as const;
/** Why something is not possible for this viewer now: `role` by the host's `authorize`, `unsupported` by Stripe. */
export type Denial = (typeof DENIALS)[number];
/** `true`, or the reason why not. */
export type Permission = true | Denial;

/** What this viewer may do now. Buttons follow it, and the server checks it again. */
export interface Permissions {
  /** Make the Stripe account. */
  connect: Permission;
  /** Open Stripe's form. Who may is told the names of persons, too. */
  update: Permission;
  /** End the connection. */
  disconnect: Permission;
  /** Whether Stripe grants this account hosted onboarding links. */
  hosted: Permission;
  /** Open the account's own Stripe dashboard: `unsupported` for accounts without one. */
  dashboard: Permission;
}

export const SECTIONS = [
  "payments",
  "payouts",
  "payouts_list",
  "balances",
  "disputes_list",
  "documents",
  "tax_settings",
  "tax_registrations",
  "instant_payouts_promotion",
  "balance_report",
  "payout_reconciliation_report",
  "notification_banner",
] as const;
/**
 * One of Stripe's embedded components that take the dashboard's place, by the name that account sessions use.
 * @see https://docs.stripe.com/connect/supported-embedded-components
 */
export type SectionName = (typeof SECTIONS)[number];

/** The sections that the host offers, and whether this viewer may open each now. */
export type SectionPermissions = { [name in SectionName]?: Permission };
