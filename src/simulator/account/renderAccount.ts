import { type AccountRecord, businessType } from "./accountRecord.js";
import { withKept } from "./keptParams.js";
import { renderBankAccount, renderPerson } from "./renderParts.js";
import { futureRequirements, type Rendered, requirements } from "./renderRequirements.js";
import { capabilityStatus, disabledReason, flows, isCompany } from "./standing.js";

const given = (account: AccountRecord, key: string): string | null => account.values[key] ?? null;

/** Stripe's name for the combination that the controller makes. @see https://docs.stripe.com/connect/accounts */
function accountType({ controller }: AccountRecord): string {
  const { dashboard, losses, collection } = controller;
  if (dashboard === "full" && losses === "stripe" && collection === "stripe") return "standard";
  if (dashboard === "express" && losses === "application" && collection === "stripe") return "express";
  if (dashboard === "none" && losses === "application" && collection === "application") return "custom";
  return "none";
}

/** The account as `GET /v1/accounts/{id}` gives it. */
export function renderAccount(account: AccountRecord): Rendered {
  return withKept(renderFields(account), account.kept);
}

function renderFields(account: AccountRecord): Rendered {
  const { controller, id } = account;
  const statement = given(account, "settings.payments.statement_descriptor");
  return {
    id,
    object: "account",
    business_profile: businessProfile(account),
    business_type: businessType(account),
    capabilities: Object.fromEntries(
      Object.keys(account.capabilities).map((name) => [name, capabilityStatus(account, name)]),
    ),
    charges_enabled: flows(account, "payments"),
    ...(isCompany(account) ? { company: company(account) } : {}),
    controller: {
      fees: { payer: controller.fees },
      is_controller: true,
      losses: { payments: controller.losses },
      requirement_collection: controller.collection,
      stripe_dashboard: { type: controller.dashboard },
      type: "application",
    },
    country: account.country,
    created: account.created,
    default_currency: account.currency,
    details_submitted: account.detailsSubmitted,
    email: account.email,
    external_accounts: {
      object: "list",
      data: account.bankAccount ? [renderBankAccount(account, account.bankAccount)] : [],
      has_more: false,
      url: `/v1/accounts/${id}/external_accounts`,
    },
    future_requirements: futureRequirements(account.items),
    groups: { payments_pricing: null },
    ...(businessType(account) === "individual" && account.persons[0]
      ? { individual: renderPerson(account, account.persons[0]) }
      : {}),
    metadata: { ...account.metadata },
    payouts_enabled: flows(account, "payouts"),
    requirements: { ...requirements(account.items), disabled_reason: disabledReason(account) },
    settings: settings(statement, given(account, "business_profile.name")),
    tos_acceptance: {
      date: account.values["tos_acceptance.date"] ? Number(account.values["tos_acceptance.date"]) : null,
      ip: given(account, "tos_acceptance.ip"),
      // Stripe shows it where it is not the full one.
      ...(account.kept?.["tos_acceptance"] === undefined ? {} : { service_agreement: "full" }),
      user_agent: null,
    },
    type: accountType(account),
  };
}

function businessProfile(account: AccountRecord): Rendered {
  const value = (name: string) => given(account, `business_profile.${name}`);
  return {
    annual_revenue: null,
    estimated_worker_count: null,
    mcc: value("mcc"),
    minority_owned_business_designation: null,
    name: value("name") ?? given(account, "company.name"),
    product_description: value("product_description"),
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: value("support_email"),
    support_phone: value("support_phone"),
    support_url: value("support_url"),
    url: value("url"),
  };
}

function company(account: AccountRecord): Rendered {
  const value = (name: string) => given(account, `company.${name}`);
  const isNamed = (key: string) => account.detailsSubmitted && !account.items.some((item) => item.key === key);
  return {
    address: {
      city: value("address.city"),
      country: account.country,
      line1: value("address.line1"),
      line2: null,
      postal_code: value("address.postal_code"),
      state: value("address.state"),
    },
    directors_provided: isNamed("company.directors_provided"),
    executives_provided: account.detailsSubmitted,
    name: value("name"),
    owners_provided: isNamed("company.owners_provided"),
    phone: value("phone"),
    tax_id_provided: value("tax_id") !== null,
    vat_id_provided: false,
    verification: { document: { back: null, details: null, details_code: null, front: null } },
  };
}

function settings(statementDescriptor: string | null, displayName: string | null): Rendered {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_issuing: { tos_acceptance: { date: null, ip: null } },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: statementDescriptor?.split(" ")[0] ?? null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: displayName, timezone: "Etc/UTC" },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: "offer" },
    payments: {
      statement_descriptor: statementDescriptor,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: true,
      schedule: { delay_days: 2, interval: "daily" },
      statement_descriptor: null,
    },
    sepa_debit_payments: {},
  };
}
