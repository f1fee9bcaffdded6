import { type AccountRecord, businessType, type ConfigurationV2 } from "../account/accountRecord.js";
import type { Rendered } from "../account/renderRequirements.js";
import { keptConfiguration, withKept } from "../account/keptParams.js";
import { renderCapabilitiesV2 } from "./renderCapabilitiesV2.js";
import { renderPersonV2 } from "./renderPersonV2.js";
import { renderRequirementsV2, timeV2 } from "./renderRequirementsV2.js";

/** What `include` may name; without it none of them is in the answer. */
export const INCLUDES = [
  "configuration.customer",
  "configuration.merchant",
  "configuration.recipient",
  "defaults",
  "future_requirements",
  "identity",
  "requirements",
] as const;
export type IncludeV2 = (typeof INCLUDES)[number];

/** The account as `GET /v2/core/accounts/{id}` gives it: the same record as v1's, by v2's names. */
export function renderAccountV2(account: AccountRecord, include: readonly IncludeV2[], livemode: boolean): Rendered {
  const { id, v2, controller, email } = account;
  const configurations = v2?.configurations ?? [];
  const phone = v2?.kept?.["contact_phone"];
  const has = (part: IncludeV2) => include.includes(part);
  const shown = configurations.filter((name) => has(`configuration.${name}`));
  return {
    id,
    object: "v2.core.account",
    applied_configurations: configurations,
    closed: account.gone === "closed",
    ...(shown.length > 0
      ? { configuration: Object.fromEntries(shown.map((name) => [name, part(account, name)])) }
      : {}),
    ...(email === null ? {} : { contact_email: email }),
    ...(typeof phone === "string" ? { contact_phone: phone } : {}),
    created: timeV2(account.created),
    dashboard: controller.dashboard,
    ...(has("defaults") ? { defaults: defaults(account) } : {}),
    ...(v2 && v2.displayName !== null ? { display_name: v2.displayName } : {}),
    ...(has("future_requirements") ? { future_requirements: renderRequirementsV2(account, "later") } : {}),
    ...(has("identity") ? { identity: identity(account) } : {}),
    livemode,
    metadata: { ...account.metadata },
    ...(has("requirements") ? { requirements: renderRequirementsV2(account, "now") } : {}),
  };
}

function part(account: AccountRecord, name: ConfigurationV2): Rendered {
  return { ...ownPart(account, name), ...keptConfiguration(account.v2?.kept, name) };
}

function ownPart(account: AccountRecord, name: ConfigurationV2): Rendered {
  if (name === "customer") return { applied: true, capabilities: {} };
  const capabilities = renderCapabilitiesV2(account, name);
  if (name === "recipient") return { applied: true, capabilities };
  const descriptor = account.values["settings.payments.statement_descriptor"];
  return {
    applied: true,
    capabilities,
    ...given(account, { mcc: "business_profile.mcc" }),
    ...(descriptor === undefined ? {} : { statement_descriptor: { descriptor } }),
  };
}

function defaults(account: AccountRecord): Rendered {
  const { controller, v2 } = account;
  const kept = v2?.kept?.["defaults"] as Rendered | undefined;
  return {
    currency: account.currency,
    ...withKept({ locales: ["en-US"] }, kept),
    profile: given(account, {
      business_url: "business_profile.url",
      doing_business_as: "business_profile.name",
      product_description: "business_profile.product_description",
    }),
    responsibilities: {
      fees_collector: controller.fees === "account" ? "stripe" : "application",
      losses_collector: controller.losses,
      requirements_collector: controller.collection,
    },
  };
}

function identity(account: AccountRecord): Rendered {
  const type = businessType(account);
  const [person] = account.persons;
  const company = given(account, { registered_name: "company.name", phone: "company.phone" });
  return {
    country: account.country.toLowerCase(),
    ...(type === null ? {} : { entity_type: type }),
    ...(type === "individual" || Object.keys(company).length === 0 ? {} : { business_details: company }),
    ...(type === "individual" && person ? { individual: renderPersonV2(account, person) } : {}),
  };
}

/** Values that were given, by v2's names. */
function given(account: AccountRecord, names: Readonly<Record<string, string>>): Rendered {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, key]) => {
      const value = account.values[key];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}
