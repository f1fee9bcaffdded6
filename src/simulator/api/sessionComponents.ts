import type { AccountRecord } from "../account/accountRecord.js";
import { type Form, type FormValue, partsAt } from "./form.js";
import { invalidRequest } from "./stripeFailure.js";

/** Switches within a component. */
export type Features = Record<string, boolean>;

/** The components that a session opens, with their features. */
export type Granted = Record<string, Features>;

/** What Stripe takes a feature for where nothing is said. */
type Default = boolean | ((account: AccountRecord, chosen: Features) => boolean);

// Stripe's own defaults, from the texts of its SDK's types. @see https://docs.stripe.com/api/account_sessions/create
const ifStripeBearsLosses: Default = ({ controller }) => controller.losses === "stripe";
const SIGN_IN: Record<string, Default> = {
  external_account_collection: true,
  disable_stripe_user_authentication: (_, { external_account_collection }) => external_account_collection === false,
};
const DISPUTES: Record<string, Default> = {
  destination_on_behalf_of_charge_management: false,
  dispute_management: true,
  refund_management: true,
  smart_disputes_management: (_, { dispute_management }) => dispute_management !== false,
};
const PAYMENTS: Record<string, Default> = { ...DISPUTES, capture_payments: true };
const PAYOUTS: Record<string, Default> = {
  ...SIGN_IN,
  edit_payout_schedule: ifStripeBearsLosses,
  instant_payouts: ifStripeBearsLosses,
  standard_payouts: ifStripeBearsLosses,
};
const CARDS: Record<string, Default> = {
  card_management: false,
  card_spend_dispute_management: false,
  cardholder_management: false,
  spend_control_management: false,
};

/** Every component of an account session, with its features. */
const COMPONENTS: Readonly<Record<string, Record<string, Default>>> = {
  account_management: SIGN_IN,
  account_onboarding: SIGN_IN,
  balance_report: {},
  balances: PAYOUTS,
  disputes_list: PAYMENTS,
  documents: {},
  financial_account: { ...SIGN_IN, send_money: false, transfer_balance: false },
  financial_account_transactions: { card_spend_dispute_management: false },
  instant_payouts_promotion: { ...SIGN_IN, instant_payouts: ifStripeBearsLosses },
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

/** Every component that there is: those not asked for are off. Names are judged already. Throws Stripe's refusal. */
export function renderComponents(
  account: AccountRecord,
  form: Form,
): Record<string, { enabled: boolean; features: Features }> {
  const wanted = partsAt(form, "components");
  if (Object.keys(wanted).length === 0) {
    throw invalidRequest("Missing required param: components.", { code: "parameter_missing", param: "components" });
  }
  return Object.fromEntries(
    Object.entries(COMPONENTS).map(([name, defaults]) => {
      const wish = wanted[name] ?? {};
      const flags = isParts(wish) ? wish : {};
      const given = isParts(flags["features"]) ? flags["features"] : {};
      const chosen = Object.fromEntries(Object.entries(given).map(([feature, value]) => [feature, value === "true"]));
      mustBeAllowed(account, name, chosen);
      return [name, { enabled: flags["enabled"] === "true", features: featuresOf(account, defaults, chosen) }];
    }),
  );
}

function featuresOf(account: AccountRecord, defaults: Record<string, Default>, chosen: Features): Features {
  return Object.fromEntries(
    Object.entries(defaults).map(([name, otherwise]) => [
      name,
      chosen[name] ?? (typeof otherwise === "function" ? otherwise(account, chosen) : otherwise),
    ]),
  );
}

/** Where Stripe collects the requirements, its own sign-in and its form for the bank account can't be switched off. */
const FIXED = {
  disable_stripe_user_authentication: true,
  external_account_collection: false,
} as const;

function mustBeAllowed({ controller }: AccountRecord, component: string, chosen: Features): void {
  if (controller.collection === "application") return;
  for (const [name, refused] of Object.entries(FIXED)) {
    if (chosen[name] !== refused) continue;
    throw invalidRequest(
      `\`${name}\` can only be ${refused} for accounts where \`controller.requirement_collection\` is \`application\`.`,
      { param: `components[${component}][features][${name}]` },
    );
  }
}

const isParts = (value: FormValue | undefined): value is Form => typeof value === "object" && !Array.isArray(value);
