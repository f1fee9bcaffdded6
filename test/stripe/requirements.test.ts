// @vitest-environment node
import { describe, expect, it } from "vitest";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { sampleAccount } from "./accountSamples.js";

function derivedFrom(requirements: Record<string, unknown>, future: Record<string, unknown> = {}, persons: unknown[] = []) {
  const account = sampleAccount("past-due", { requirements, future_requirements: future });
  return deriveConnection(account, { persons });
}
const states = (derived: ReturnType<typeof deriveConnection>) =>
  derived.requirements.map(({ key, state }) => `${key} ${state}`);

describe("states", () => {
  it("are told once for each key, the most urgent one, past due first", () => {
    const derived = derivedFrom(
      {
        past_due: ["company.tax_id"],
        currently_due: ["company.tax_id", "business_profile.url"],
        eventually_due: ["company.tax_id", "business_profile.url", "individual.id_number"],
        pending_verification: ["external_account", "business_profile.url"],
      },
      { currently_due: ["company.tax_id", "company.phone"], past_due: ["company.name"] },
    );
    expect(states(derived)).toEqual([
      "company.tax_id past_due",
      "business_profile.url due",
      "external_account pending",
      "company.phone upcoming",
      "company.name upcoming",
    ]);
  });

  it("survive null lists and entries that are no keys", () => {
    expect(states(derivedFrom({ past_due: null, currently_due: [null, 3, "", {}, "company.name"] }))).toEqual([
      "company.name due",
    ]);
  });
});

describe("deadlines", () => {
  it("are the current one for what is due, the future one for what is upcoming, none for what is checked", () => {
    const derived = derivedFrom(
      { current_deadline: 1_794_209_600, currently_due: ["company.tax_id"], pending_verification: ["external_account"] },
      { current_deadline: 1_798_184_000, currently_due: ["company.phone"] },
    );
    expect(derived.requirements.map((one) => one.deadline)).toEqual([
      new Date(1_794_209_600_000).toISOString(),
      null,
      new Date(1_798_184_000_000).toISOString(),
    ]);
    expect(derived.deadline).toBe(new Date(1_794_209_600_000).toISOString());
  });

  it.each([
    [null, null],
    ["soon", null],
    [1e300, null],
    [Number.NaN, null],
    [1_794_209_600_000, "2026-11-09T07:33:20.000Z"],
    [0, "1970-01-01T00:00:00.000Z"],
  ])("B12 a current_deadline of %j reads %j", (current_deadline, expected) => {
    expect(derivedFrom({ current_deadline, currently_due: ["company.tax_id"] }).deadline).toBe(expected);
  });
});

describe("errors", () => {
  it("go with their key", () => {
    const { requirements } = deriveConnection(sampleAccount("identity-document-needed"));
    expect(requirements.map((one) => one.error?.code)).toEqual([
      "verification_document_expired",
      "verification_document_not_readable",
    ]);
  });

  it("of an alternative are told at what it stands for", () => {
    const derived = derivedFrom({
      currently_due: ["company.tax_id"],
      alternatives: [
        { original_fields_due: ["company.tax_id"], alternative_fields_due: ["company.verification.document"] },
      ],
      errors: [
        { code: "verification_document_expired", reason: "Expired.", requirement: "company.verification.document" },
      ],
    });
    expect(derived.requirements).toMatchObject([{ key: "company.tax_id", error: { code: "verification_document_expired" } }]);
  });
});

describe("alternatives", () => {
  const alternatives = [
    { original_fields_due: ["company.tax_id"], alternative_fields_due: ["company.verification.document"] },
  ];
  it("are not a second thing to do", () => {
    const due = ["company.verification.document", "company.tax_id"];
    expect(states(derivedFrom({ currently_due: due, alternatives }))).toEqual(["company.tax_id due"]);
  });
  it("stay where they are more urgent than what they stand for", () => {
    const derived = derivedFrom({
      past_due: ["company.verification.document"],
      currently_due: ["company.tax_id"],
      alternatives,
    });
    expect(states(derived)).toEqual(["company.verification.document past_due", "company.tax_id due"]);
  });
  it("that stand for each other both stay", () => {
    const both = ["company.verification.document", "company.tax_id"];
    const circle = [
      ...alternatives,
      { original_fields_due: ["company.verification.document"], alternative_fields_due: ["company.tax_id"] },
    ];
    expect(derivedFrom({ currently_due: both, alternatives: circle }).requirements).toHaveLength(2);
  });
});

describe("persons", () => {
  const key = "person_1SMplPerson00001.verification.document";
  const jenny = {
    id: "person_1SMplPerson00001",
    first_name: "Jenny",
    last_name: "Rosen",
    relationship: { owner: true, representative: true },
  };

  it("have the name and the role that Stripe knows", () => {
    expect(derivedFrom({ currently_due: [key] }, {}, [jenny]).requirements[0]?.person).toEqual({
      id: "person_1SMplPerson00001",
      role: "representative",
      name: "Jenny Rosen",
    });
  });

  it("that Stripe tells nothing about are persons without a name", () => {
    expect(derivedFrom({ currently_due: [key] }).requirements[0]?.person).toEqual({
      id: "person_1SMplPerson00001",
      role: "person",
      name: null,
    });
  });

  it.each([
    ["representative.email", "representative"],
    ["owners.first_name", "owner"],
    ["directors.dob.day", "director"],
    ["executives.email", "executive"],
    ["authorizer.documents.passport.files", "authorizer"],
    ["legal_guardian.email", "legal_guardian"],
  ])("before they exist are a role: %s is about the %s", (due, role) => {
    expect(derivedFrom({ currently_due: [due] }).requirements[0]?.person).toEqual({ id: null, role, name: null });
  });

  it("of an account without a company are its individual", () => {
    const account = sampleAccount("identity-document-needed", { individual: { ...jenny, relationship: {} } });
    expect(deriveConnection(account).requirements[0]?.person).toEqual({
      id: "person_1SMplPerson00001",
      role: "representative",
      name: "Jenny Rosen",
    });
  });

  it("of a v2 account are named by the reference, and two of them are two requirements", () => {
    const entry = (resource: string) => ({
      awaiting_action_from: "user",
      description: "identity.individual.verification.document",
      minimum_deadline: { status: "currently_due" },
      reference: { type: "person", resource },
    });
    const account = sampleAccount("account.enabled", { requirements: { entries: [entry("person_b"), entry("person_a")] } });
    const { requirements, reason } = deriveConnection(account, {
      persons: [{ id: "person_a", given_name: "Ada", surname: "Byron", relationship: { director: true } }],
    });
    expect(reason).toBe("due_soon");
    expect(requirements.map((one) => one.person)).toEqual([
      { id: "person_a", role: "director", name: "Ada Byron" },
      { id: "person_b", role: "person", name: null },
    ]);
  });

  it("are none where the business is asked", () => {
    expect(derivedFrom({ currently_due: ["company.tax_id"] }).requirements[0]).not.toHaveProperty("person");
  });
});

describe("a v2 account", () => {
  const withEntries = (...entries: unknown[]) =>
    deriveConnection(sampleAccount("account.enabled", { requirements: { entries } }));
  const entry = (awaiting: string, status: string) => ({
    awaiting_action_from: awaiting,
    description: "identity.business_details.phone",
    minimum_deadline: { status },
  });
  it.each([
    ["user", "past_due", ["past_due"]],
    ["user", "currently_due", ["due"]],
    ["user", "eventually_due", []],
    ["stripe", "past_due", ["pending"]],
  ])("entry awaiting %s and %s", (awaiting, status, expected) => {
    expect(withEntries(entry(awaiting, status)).requirements.map((one) => one.state)).toEqual(expected);
  });
  it("takes the deadline from the summary, and the error's own words", () => {
    const { requirements, deadline } = deriveConnection(sampleAccount("account.identity-document"));
    expect(deadline).toBe("2026-10-26T09:33:20.000Z");
    expect(requirements[0]).toMatchObject({
      person: { id: "person_1SMplPerson00001" },
      error: { code: "verification_document_not_readable", reason: "The document could not be read." },
    });
  });
});
