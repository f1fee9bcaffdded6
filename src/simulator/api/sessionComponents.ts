/** Switches within a component. */
export type Features = Record<string, boolean>;

// Stripe's own defaults for accounts whose losses it carries. @see https://docs.stripe.com/api/account_sessions/object
const SIGN_IN: Features = { disable_stripe_user_authentication: false, external_account_collection: true };
const DISPUTES: Features = {
  destination_on_behalf_of_charge_management: false,
  dispute_management: true,
  refund_management: true,
  smart_disputes_management: true,
};
const PAYMENTS: Features = { ...DISPUTES, capture_payments: true };
const PAYOUTS: Features = { ...SIGN_IN, edit_payout_schedule: true, instant_payouts: false, standard_payouts: true };
const CARDS: Features = {
  card_management: false,
  card_spend_dispute_management: false,
  cardholder_management: false,
  spend_control_management: false,
};

/** Every component of an account session, with its features as they are where nothing is said. */
export const COMPONENTS: Readonly<Record<string, Features>> = {
  account_management: SIGN_IN,
  account_onboarding: SIGN_IN,
  balance_report: {},
  balances: PAYOUTS,
  disputes_list: PAYMENTS,
  documents: {},
  financial_account: { ...SIGN_IN, send_money: false, transfer_balance: false },
  financial_account_transactions: { card_spend_dispute_management: false },
  instant_payouts_promotion: { ...SIGN_IN, instant_payouts: false },
  issuing_card: CARDS,
  issuing_cards_list: { ...CARDS, disable_stripe_user_authentication: false },
  notification_banner: SIGN_IN,
  payment_details: PAYMENTS,
  payment_disputes: DISPUTES,
  payment_method_settings: { disable_stripe_user_authentication: false },
  payments: PAYMENTS,
  payout_details: {},
  payout_reconciliation_report: {},
  payouts: PAYOUTS,
  payouts_list: {},
  reporting_chart: {},
  tax_registrations: {},
  tax_settings: {},
  terminal_hardware_orders: {},
  terminal_hardware_shop: {},
};
