import type { ConfigurationV2 } from "../account/accountRecord.js";
import { flatten, type Form, type FormValue, partsAt, textAt } from "../api/form.js";
import { invalidRequest } from "../api/stripeFailure.js";
import { INCLUDES, type IncludeV2 } from "./renderAccountV2.js";

const CONFIGURATIONS: readonly ConfigurationV2[] = ["customer", "merchant", "recipient"];

/** Which configurations the parameters name, in Stripe's order. */
export const configurationsIn = (form: Form): ConfigurationV2[] =>
  CONFIGURATIONS.filter((name) => partsAt(form, "configuration")[name] !== undefined);

/** A list of configurations that is a parameter itself. */
export const namedIn = (value: FormValue | undefined): ConfigurationV2[] =>
  CONFIGURATIONS.filter((name) => Array.isArray(value) && value.includes(name));

export function includesOf(form: Form): IncludeV2[] {
  const asked = form["include"];
  const names = Array.isArray(asked) ? asked : [];
  const unknown = names.find((name) => !INCLUDES.some((known) => known === name));
  if (unknown !== undefined) throw invalidRequest("Unknown value in `include`.", { code: "invalid_fields" });
  return INCLUDES.filter((known) => names.includes(known));
}

/** v1's name of what a configuration's capability is there. */
const CAPABILITIES: Readonly<Record<string, string>> = {
  "merchant.capabilities.card_payments.requested": "card_payments",
  "recipient.capabilities.stripe_balance.stripe_transfers.requested": "transfers",
};

const PROFILE: Readonly<Record<string, string>> = {
  business_url: "url",
  doing_business_as: "name",
  product_description: "product_description",
};

/** The parameters as v1 would have them: one record, whoever made it. */
export function asV1(form: Form): Form {
  const wishes = flatten(partsAt(form, "configuration"));
  const capabilities = Object.entries(CAPABILITIES).flatMap(([path, name]) => {
    const requested = wishes[path];
    return requested === undefined ? [] : [[name, { requested }] as const];
  });
  const profile = Object.entries(PROFILE).flatMap(([name, key]) => pair(key, textAt(form, `defaults.profile.${name}`)));
  const mcc = pair("mcc", wishes["merchant.mcc"]);
  return {
    ...Object.fromEntries([
      ...pair("country", textAt(form, "identity.country")?.toUpperCase()),
      ...pair("business_type", textAt(form, "identity.entity_type")),
      ...pair("default_currency", textAt(form, "defaults.currency")),
      ...pair("email", textAt(form, "contact_email")),
    ]),
    ...(form["metadata"] === undefined ? {} : { metadata: form["metadata"] }),
    business_profile: Object.fromEntries([...profile, ...mcc]),
    company: Object.fromEntries([
      ...pair("name", textAt(form, "identity.business_details.registered_name")),
      ...pair("phone", textAt(form, "identity.business_details.phone")),
    ]),
    individual: Object.fromEntries([
      ...pair("first_name", textAt(form, "identity.individual.given_name")),
      ...pair("last_name", textAt(form, "identity.individual.surname")),
      ...pair("email", textAt(form, "identity.individual.email")),
    ]),
    capabilities: Object.fromEntries(capabilities),
    controller: controllerOf(form),
  };
}

const pair = (name: string, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[name, value]];

/** Who collects the requirements is computed. */
function controllerOf(form: Form): Form {
  const fees = textAt(form, "defaults.responsibilities.fees_collector");
  const losses = textAt(form, "defaults.responsibilities.losses_collector") ?? "stripe";
  const dashboard = textAt(form, "dashboard") ?? "full";
  return {
    fees: { payer: fees === undefined || fees === "stripe" ? "account" : "application" },
    losses: { payments: losses },
    requirement_collection: losses === "application" && dashboard === "none" ? "application" : "stripe",
    stripe_dashboard: { type: dashboard },
  };
}
