import type Stripe from "stripe";
import type { SectionName, SectionPermissions } from "../../core/permissions.js";

type Components = Stripe.AccountSessionCreateParams.Components;

/**
 * Every switch of a component, off: the compiler says when Stripe adds one. Stripe's sign-in is left out, because without
 * the bank account's form there is nothing that it protects, and Stripe leaves it out by itself.
 */
type NothingToEdit<Name extends SectionName> = {
  [Feature in Exclude<
    keyof NonNullable<NonNullable<Components[Name]>["features"]>,
    "disable_stripe_user_authentication"
  >]-?: false;
};

const PAYMENTS: NothingToEdit<"payments"> = {
  capture_payments: false,
  destination_on_behalf_of_charge_management: false,
  dispute_management: false,
  refund_management: false,
  smart_disputes_management: false,
};

const PAYOUTS: NothingToEdit<"payouts"> = {
  edit_payout_schedule: false,
  external_account_collection: false,
  instant_payouts: false,
  standard_payouts: false,
};

/** What a viewer gets who may look and not edit. Null: all that the section does is an edit, or opens a form of Stripe's. */
const FOR_READERS: { [Name in SectionName]: NothingToEdit<Name> | null } = {
  payments: PAYMENTS,
  payouts: PAYOUTS,
  payouts_list: {},
  balances: PAYOUTS,
  disputes_list: PAYMENTS,
  documents: {},
  tax_settings: null,
  tax_registrations: null,
  instant_payouts_promotion: null,
  balance_report: {},
  payout_reconciliation_report: {},
  notification_banner: null,
};

/** Whether the section is of no use to a viewer who may not edit. */
export function isForEditors(name: SectionName): boolean {
  return FOR_READERS[name] === null;
}

/**
 * Whether Stripe lets everything be switched off that edits. It refuses `external_account_collection: false` for accounts
 * whose requirements it collects itself: there the section always holds the form for the bank account.
 */
export function hasReadOnlyForm(name: SectionName, platformCollects: boolean): boolean {
  const features = FOR_READERS[name];
  return features !== null && (platformCollects || !("external_account_collection" in features));
}

/**
 * What an account session of purpose `sections` enables: each section that is permitted, and no other.
 *
 * Who may edit gets Stripe's defaults, which fit the account: its own payouts where Stripe bears the losses, refunds and
 * disputes of its own charges, but not those of the platform's; the form for its bank account, behind Stripe's sign-in.
 */
export function sectionComponents(sections: SectionPermissions, mayEdit: boolean): Components {
  const names = (Object.keys(sections) as SectionName[]).filter((name) => sections[name] === true);
  return Object.fromEntries(
    names.map((name) => {
      const features = mayEdit ? null : FOR_READERS[name];
      return [name, { enabled: true, ...(features ? { features } : {}) }];
    }),
  );
}
