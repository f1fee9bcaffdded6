// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requirementThing } from "../../src/messages/requirementThing.js";
import data from "../stripe/requirement-fields.json" with { type: "json" };

const keys = [...data.fields, ...data.v2Fields].map(({ key }) => key.replaceAll("*", "1a2B"));

describe("requirementThing", () => {
  it("knows what every key of Stripe is about", () => {
    const unknown = keys.filter((key) => ["person_other", "other", "inquiry"].includes(requirementThing(key)));
    expect(unknown).toEqual([]);
  });

  it.each([
    ["business_profile.url", "website"],
    ["company.address.line1", "business_address"],
    ["company.address_kana.town", "business_address"],
    ["company.owners_provided", "owners"],
    ["company.name_kanji", "company_name"],
    ["company.verification.document", "company_document"],
    ["external_account", "bank_account"],
    ["ba_1AbC.documents", "bank_account"],
    ["tos_acceptance.ip", "terms"],
    ["owners.additional_tos_acceptances.account.ip", "terms"],
    ["individual.verification.document", "identity_document"],
    ["person_1.verification.additional_document", "second_document"],
    ["person_1.verification.proof_of_liveness", "liveness"],
    ["identity.individual.documents.secondary_verification.front_back", "second_document"],
    ["person_1.dob.day", "person_birth"],
    ["identity.individual.date_of_birth.year", "person_birth"],
    ["representative.first_name_kana", "person_name"],
    ["person_1.registered_address.city", "person_address"],
    ["individual.ssn_last_4", "person_id_number"],
    ["representative.relationship.title", "person_role"],
    ["identity.business_details.id_numbers.us_ein", "tax_id"],
    ["interv_1.rejection_appeal.form", "rejection_appeal"],
    ["interv_1.product_description.support", "product_description"],
    ["interv_1.something_new.form", "inquiry"],
    ["interv_", "inquiry"],
    ["something.new", "other"],
    ["person_1.something_new", "person_other"],
  ])("%s is about %s", (key, thing) => {
    expect(requirementThing(key)).toBe(thing);
  });

  it("takes any text for a key", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(requirementThing(key)).toMatch(/^[a-z_]+$/);
      }),
    );
  });
});
