/** What can be asked about a person. The first that fits counts. */
const ABOUT_A_PERSON = [
  ["terms", /^additional_tos_acceptances/],
  ["second_document", /^verification\.additional_document|^documents\.secondary_verification/],
  ["liveness", /^verification\.proof_of_liveness/],
  ["identity_document", /^verification\.|^documents\.primary_verification/],
  ["passport", /^documents\.passport/],
  ["visa", /^documents\.visa/],
  ["authorization", /^documents\.company_authorization/],
  ["person_address", /address/],
  ["person_name", /name|surname/],
  ["person_birth", /^dob|^date_of_birth/],
  ["person_email", /^email/],
  ["person_phone", /^phone/],
  ["person_id_number", /^id_number|^ssn/],
  ["person_nationality", /^nationalit/],
  ["person_gender", /gender$/],
  ["person_public_office", /^political/],
  ["person_role", /^relationship/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** What can be asked about the business. The first that fits counts. */
const ABOUT_THE_BUSINESS = [
  ["terms", /tos_acceptance|terms_of_service/],
  ["representative_declaration", /representative_declaration/],
  ["bank_proof", /bank_account_ownership_verification/],
  ["bank_account", /^external_account|^(ba|bank|card)_/],
  ["tax_document", /company_tax_id_verification/],
  ["vat_id", /vat_id$/],
  ["tax_id", /tax_id|business_details\.id_numbers/],
  ["owners_proof", /proof_of_ultimate_beneficial_ownership/],
  ["ownership_exemption", /ownership_exemption_reason$/],
  ["ownership_declaration", /ownership_declaration/],
  ["directorship_declaration", /directorship_declaration/],
  ["owners", /(owners_provided|persons_provided\.owners)$/],
  ["directors", /(directors_provided|persons_provided\.directors)$/],
  ["executives", /(executives_provided|persons_provided\.executives)$/],
  ["license", /company_license/],
  ["memorandum", /company_memorandum_of_association/],
  ["decree", /company_ministerial_decree/],
  ["registration_document", /company_registration_verification|proof_of_registration/],
  ["address_document", /proof_of_address/],
  ["presence_document", /proof_of_business_presence/],
  ["company_document", /^company\.verification|business_details\.documents/],
  ["support", /^business_profile\.support_/],
  ["business_phone", /phone$/],
  ["contact_email", /email$/],
  ["business_address", /address|principal_place_of_business/],
  ["website", /^business_profile\.url$|business_url$/],
  ["product_description", /product_description$/],
  ["industry", /mcc$/],
  ["revenue", /revenue/],
  ["worker_count", /worker_count$/],
  ["minority_owned", /minority_owned/],
  ["commerce_disclosure", /specified_commercial_transactions/],
  ["business_name", /^business_profile\.name$|doing_business_as$/],
  ["company_name", /^company\.name|registered_name$/],
  ["business_type", /^business_type$|entity_type$/],
  ["structure", /structure$/],
  ["country", /^identity\.country$/],
  ["registration_number", /registration_number$/],
  ["registration_date", /registration_date/],
  ["export_license", /export_/],
  ["statement_descriptor", /statement_descriptor/],
] as const satisfies readonly (readonly [string, RegExp])[];

/** What Stripe's risk team can ask: `interv_<id>.<what>.<how>`. */
const INQUIRIES = [
  "business_model_verification",
  "restricted_or_prohibited_industry_diligence",
  "intellectual_property_usage",
  "supportability_rejection_appeal",
  "other_supportability_inquiry",
  "credit_review",
  "reserve_appeal",
  "identity_verification",
  "url_inquiry",
  "address_verification",
  "domain_verification",
  "bank_account_verification",
  "customer_service_contact",
  "fulfillment_policy",
  "product_description",
  "statement_descriptor",
  "capability_disable_appeal",
  "rejection_appeal",
  "platform_concern",
  "other_compliance_inquiry",
  "other_business_inquiry",
] as const;

/** One thing that Stripe asks for, in whatever number of fields. */
export type RequirementThing =
  | (typeof ABOUT_A_PERSON)[number][0]
  | (typeof ABOUT_THE_BUSINESS)[number][0]
  | (typeof INQUIRIES)[number]
  | "person_other"
  | "inquiry"
  | "other";

const PERSON =
  /^(?:individual|person_[^.]+|representative|owners|directors|executives|authorizer|legal_guardian|identity\.individual)\.(.+)$/;
const INQUIRY = /^interv_[^.]*\.?([^.]*)/;

/** The thing that a requirement key is a part of. Any string gives one. */
export function requirementThing(key: string): RequirementThing {
  const inquiry = INQUIRY.exec(key);
  if (inquiry) return INQUIRIES.find((name) => name === inquiry[1]) ?? "inquiry";
  const field = PERSON.exec(key)?.[1];
  return field === undefined
    ? (firstFit(ABOUT_THE_BUSINESS, key) ?? "other")
    : (firstFit(ABOUT_A_PERSON, field) ?? "person_other");
}

function firstFit<T extends string>(rules: readonly (readonly [T, RegExp])[], key: string): T | undefined {
  return rules.find(([, pattern]) => pattern.test(key))?.[0];
}
