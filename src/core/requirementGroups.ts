import type { RequirementGroup } from "./connection.js";

/** The first rule that fits gives the group; keys never seen before fall through to the end. */
const RULES: readonly (readonly [RequirementGroup, RegExp])[] = [
  [
    "other",
    /^interv_[^.]+\.(business_model_verification|restricted_or_prohibited_industry_diligence|intellectual_property_usage|supportability_rejection_appeal|other_supportability_inquiry|credit_review|reserve_appeal|capability_disable_appeal|rejection_appeal|platform_concern|other_compliance_inquiry|other_business_inquiry)\./,
  ],
  ["identity_document", /^interv_[^.]+\.identity_verification\./],
  ["bank_account", /^interv_[^.]+\.bank_account_verification\./],
  ["contact", /^interv_[^.]+\.(address_verification|customer_service_contact)\./],
  [
    "business",
    /^interv_[^.]+\.(url_inquiry|domain_verification|fulfillment_policy|product_description|statement_descriptor)\./,
  ],
  ["other", /^interv_/],
  [
    "terms",
    /(^|\.)(tos_acceptance|additional_tos_acceptances)\.|^identity\.attestations\.(terms_of_service|representative_declaration)\.|^company\.representative_declaration\./,
  ],
  [
    "bank_account",
    /^external_account(\.|$)|(^|\.)documents\.bank_account_ownership_verification\.|^(ba|bank|card)_[A-Za-z0-9]+\./,
  ],
  [
    "tax",
    /(^|\.)(tax_id|vat_id|tax_id_registrar)$|company_tax_id_verification|^identity\.business_details\.id_numbers(\.|$)/,
  ],
  [
    "identity_document",
    /^(individual|person_[^.]+|representative|owners|directors|executives|authorizer|legal_guardian)\.(verification\.|documents\.(passport|visa)\.)|^identity\.individual\.(verification\.|documents\.(primary_verification|secondary_verification|passport|visa))/,
  ],
  [
    "owners",
    /^(owners|directors|executives|legal_guardian)\.|^company\.(owners_provided|directors_provided|executives_provided|ownership_|directorship_)|^identity\.attestations\.(persons_provided|ownership_|directorship_)|proof_of_ultimate_beneficial_ownership/,
  ],
  ["business", /^(company\.verification\.|documents\.|identity\.business_details\.documents\.)/],
  [
    "contact",
    /^(company|identity\.business_details)\.(phone|.*address(_kana|_kanji|es)?(\.|$)|principal_place_of_business|script_addresses)|^business_profile\.support_|^individual\.(email|phone|.*address(_kana|_kanji)?(\.|$))|^identity\.individual\.(email|phone|.*address(es)?(\.|$)|script_addresses)|^(contact_email|contact_phone)$/,
  ],
  ["representative", /^(individual|person_[^.]+|representative|authorizer)\.|^identity\.individual\./],
  [
    "business",
    /^(business_profile|business_type|company|settings|identity\.business_details|identity\.(country|entity_type)|defaults|configuration\.merchant)(\.|$)/,
  ],
];

/** Where a requirement key of Stripe's v1 or v2 API belongs on the checklist. */
export function requirementGroup(key: string): RequirementGroup {
  return RULES.find(([, pattern]) => pattern.test(key))?.[0] ?? "other";
}
