/** How v2 names what v1 asks for. The first rule that fits. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^business_profile\.mcc$/, "configuration.merchant.mcc"],
  [/^business_profile\.url$/, "defaults.profile.business_url"],
  [/^business_profile\.name$/, "defaults.profile.doing_business_as"],
  [/^business_profile\.product_description$/, "defaults.profile.product_description"],
  [/^business_type$/, "identity.entity_type"],
  [/^settings\.payments\.statement_descriptor$/, "configuration.merchant.statement_descriptor.descriptor"],
  [/^tos_acceptance\.(date|ip)$/, "identity.attestations.terms_of_service.account.$1"],
  [/^company\.name$/, "identity.business_details.registered_name"],
  [/^company\.tax_id$/, "identity.business_details.id_numbers"],
  [/^company\.verification\.document$/, "identity.business_details.documents.primary_verification.front_back"],
  [/^company\.ownership_declaration\.(date|ip)$/, "identity.attestations.ownership_declaration.$1"],
  [/^company\.(directors|executives|owners)_provided$/, "identity.attestations.persons_provided.$1"],
  [/^company\./, "identity.business_details."],
];

const PERSON = /^(?:individual|representative|person_[^.]+)\.(.+)$/;

const PERSON_RULES: readonly (readonly [RegExp, string])[] = [
  [/^first_name$/, "given_name"],
  [/^last_name$/, "surname"],
  [/^dob\./, "date_of_birth."],
  [/^(id_number|ssn_last_4)$/, "id_numbers"],
  [/^verification\.additional_document$/, "documents.secondary_verification.front_back"],
];

/** The `description` of a v2 requirement: what v1 has no other name for, such as `interv_…`, stays as it is. */
export function requirementKeyV2(key: string): string {
  const part = PERSON.exec(key)?.[1];
  if (part !== undefined) return `identity.individual.${renamed(part, PERSON_RULES)}`;
  return renamed(key, RULES);
}

export const isAboutPerson = (key: string): boolean => PERSON.test(key);

function renamed(key: string, rules: readonly (readonly [RegExp, string])[]): string {
  const rule = rules.find(([pattern]) => pattern.test(key));
  return rule ? key.replace(rule[0], rule[1]) : key;
}
