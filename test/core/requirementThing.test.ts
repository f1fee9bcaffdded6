// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requirementThing } from "../../src/core/requirementThing.js";
import data from "../stripe/requirement-fields.json" with { type: "json" };

const keys = [...data.fields, ...data.v2Fields].map(({ key }) => key.replaceAll("*", "1a2B"));

describe("requirementThing", () => {
  it("knows what every key of Stripe is about", () => {
    const unknown = keys.filter((key) => ["other", "inquiry"].includes(requirementThing(key).thing));
    expect(unknown).toEqual([]);
  });

  it("knows which part of a person's details every such key is", () => {
    const unknown = keys.filter((key) => {
      const { thing, part } = requirementThing(key);
      return thing === "person_details" && part === null;
    });
    expect(unknown).toEqual([]);
  });

  it.each([
    ["business_profile.url", "website", null],
    ["company.address.line1", "business_address", null],
    ["company.address_kana.town", "business_address", null],
    ["company.owners_provided", "owners", null],
    ["company.name_kanji", "company_name", null],
    ["company.verification.document", "company_document", null],
    ["external_account", "bank_account", null],
    ["ba_1AbC.documents", "bank_account", null],
    ["tos_acceptance.ip", "terms", null],
    ["owners.additional_tos_acceptances.account.ip", "terms", null],
    ["individual.verification.document", "identity_document", null],
    ["person_1.verification.additional_document", "second_document", null],
    ["person_1.verification.proof_of_liveness", "liveness", null],
    ["identity.individual.documents.secondary_verification.front_back", "second_document", null],
    ["person_1.dob.day", "person_details", "birth"],
    ["identity.individual.date_of_birth.year", "person_details", "birth"],
    ["representative.first_name_kana", "person_details", "name"],
    ["person_1.registered_address.city", "person_details", "address"],
    ["individual.ssn_last_4", "person_details", "id_number"],
    ["representative.relationship.title", "person_details", "role"],
    ["identity.business_details.id_numbers.us_ein", "tax_id", null],
    ["interv_1.rejection_appeal.form", "rejection_appeal", null],
    ["interv_1.product_description.support", "product_description", null],
    ["interv_1.something_new.form", "inquiry", null],
    ["interv_", "inquiry", null],
    ["something.new", "other", null],
    ["person_1.something_new", "person_details", null],
  ])("%s is about %s (%s)", (key, thing, part) => {
    expect(requirementThing(key)).toEqual({ thing, part });
  });

  it("takes any text for a key", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(requirementThing(key).thing).toMatch(/^[a-z_]+$/);
      }),
    );
  });
});
