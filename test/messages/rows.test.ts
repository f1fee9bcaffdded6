// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REQUIREMENT_STATES, type Requirement, type RequirementPerson } from "../../src/core/connection.js";
import { describeConnection } from "../../src/messages/describe/describeConnection.js";
import { requirements as words } from "../../src/messages/en/requirements.js";
import fieldData from "../stripe/requirement-fields.json" with { type: "json" };
import { aConnection, aRequirement, connectedTo, inDays } from "./aConnection.js";

const jenny: RequirementPerson = { id: "person_1", role: "representative", name: "Jenny Rosen" };
const ada: RequirementPerson = { id: "person_2", role: "owner", name: "Ada Byron" };

function rowsOf(requirements: Requirement[], requirementMessages: typeof words | null = words, relative = false) {
  const connection = aConnection({ status: "in_progress", action: "open_onboarding", requirements });
  return describeConnection(connection, { platformName: "Acme Cloud", requirementMessages, relative });
}
const about = (person: RequirementPerson, ...fields: string[]) =>
  fields.map((field) => aRequirement(`${person.id}.${field}`, { person }));

describe("rows", () => {
  it("are one for each group, person, state and date", () => {
    const { rows } = rowsOf([
      ...about(jenny, "first_name", "last_name", "dob.day", "dob.month", "address.line1", "verification.document"),
      ...about(ada, "first_name", "verification.document"),
      aRequirement("business_profile.url"),
      aRequirement("business_profile.mcc"),
      aRequirement("business_profile.product_description", { deadline: inDays(5) }),
      aRequirement("business_type", { state: "past_due", deadline: inDays(-5) }),
    ]);
    expect(rows.map(({ title, person, text, keys }) => [title, person, keys.length === 1 ? "…" : text])).toEqual([
      ["Business type", null, "…"],
      ["Account representative", "Jenny Rosen", "Name, date of birth and address"],
      ["Proof of identity", "Jenny Rosen", "…"],
      ["Name", "Ada Byron", "…"],
      ["Proof of identity", "Ada Byron", "…"],
      ["Business details", null, "Website and industry"],
      ["Product description", null, "…"],
    ]);
  });

  it("of one thing say what, why and how, also where it has several fields", () => {
    const { rows } = rowsOf([aRequirement("company.address.city"), aRequirement("company.address.line1")]);
    expect(rows).toMatchObject([
      {
        title: "Business address",
        text: "Enter the street address of the business as it is registered, no P.O. box.",
        keys: ["company.address.city", "company.address.line1"],
      },
    ]);
  });

  it("keep what was wrong apart, one row for each thing that was", () => {
    const wrong = (code: string) => ({ person: jenny, error: { code, reason: null } });
    const { rows } = rowsOf([
      ...about(jenny, "first_name", "verification.additional_document"),
      aRequirement("person_1.verification.document", wrong("verification_document_not_readable")),
      aRequirement("person_1.dob.day", wrong("verification_failed_keyed_identity")),
      aRequirement("person_1.dob.month", wrong("verification_failed_keyed_identity")),
      aRequirement("person_1.address.line1", { ...wrong("verification_failed_keyed_identity"), deadline: inDays(9) }),
    ]);
    expect(rows.map(({ title, keys, due }) => [title, keys.length, due?.text])).toEqual([
      ["Name", 1, undefined],
      ["Proof of home address", 1, undefined],
      ["Proof of identity", 1, undefined],
      ["Account representative", 3, "Due Dec 1"],
    ]);
    expect(rows.map(({ text }) => text).slice(2)).toEqual([
      expect.stringContaining("blurry"),
      "Stripe couldn't confirm this person's details. Correct them, or upload an ID that matches.",
    ]);
  });

  it("call a person who is no representative by another title", () => {
    expect(rowsOf(about(ada, "first_name", "dob.day")).rows[0]).toMatchObject({ title: "Owner", person: "Ada Byron" });
    expect(rowsOf(about(ada, "first_name"), null).rows[0]).toMatchObject({ title: "Owner", text: "" });
  });

  it("of too many things name the first few and count the others", () => {
    const fields = ["url", "mcc", "name", "product_description", "annual_revenue.amount", "estimated_worker_count"];
    const keys = [
      ...fields.map((field) => `business_profile.${field}`),
      "company.structure",
      "company.name",
      "business_type",
      "settings.payments.statement_descriptor",
    ];
    const [row] = rowsOf(keys.map((key) => aRequirement(key))).rows;
    expect(row?.text).toBe(
      "Business type, business structure, legal company name, business name, website, product description, industry, revenue and 2 more",
    );
  });

  it("B11 of 200 keys are few", () => {
    const keys = fieldData.fields.map(({ key }) => key.replaceAll("*", "1"));
    const { rows } = rowsOf(keys.slice(0, 200).map((key) => aRequirement(key)));
    expect(rows.flatMap((row) => row.keys)).toHaveLength(200);
    expect(rows.length).toBeLessThanOrEqual(9);
  });

  it("are the same ones before the words are loaded, with the titles of their groups", () => {
    const before = rowsOf(about(jenny, "first_name", "dob.day", "verification.document"), null);
    expect(before.rows.map(({ title, text }) => [title, text])).toEqual([
      ["Account representative", ""],
      ["Proof of identity", ""],
    ]);
    expect(before.rows.map((row) => row.person)).toEqual(["Jenny Rosen", "Jenny Rosen"]);
    const after = rowsOf(about(jenny, "first_name", "dob.day", "verification.document"));
    expect(after.rows.map((row) => row.keys)).toEqual(before.rows.map((row) => row.keys));
    expect(after.sentence).toBe(before.sentence);
  });

  it("name a person by role where there is no name", () => {
    const person = { id: "person_9", role: "owner", name: null } as const;
    expect(rowsOf(about(person, "email")).rows[0]?.person).toBe("an owner");
  });

  it("keep people apart who are not made yet", () => {
    const owner: RequirementPerson = { id: null, role: "owner", name: null };
    const director: RequirementPerson = { id: null, role: "director", name: null };
    const { rows } = rowsOf([
      aRequirement("owners.email", { person: owner }),
      aRequirement("owners.phone", { person: owner }),
      aRequirement("directors.email", { person: director }),
    ]);
    expect(rows.map(({ title, person }) => [title, person])).toEqual([
      ["Owner", null],
      ["Email address", "a director"],
    ]);
  });

  it("B8 show a hostile name and a hostile reason as one plain line", () => {
    const person = { ...jenny, name: `\u202e<img src=x onerror=1>\n${"N".repeat(10_000)}` };
    const error = { code: "invalid_tax_id", reason: "\u202eevil\u0000 <b>bold</b>" };
    const [row] = rowsOf([aRequirement("person_1.verification.document", { person, error })]).rows;
    expect(row?.person).toHaveLength(40);
    expect(row?.detail).toBe("evil <b>bold</b>");
    expect(JSON.stringify(row)).not.toMatch(/\u202e|\\u0000|\\n/);
  });

  it("say what was wrong in our words, and keep Stripe's as a detail", () => {
    const [, document] = rowsOf(connectedTo("identity-document-needed").requirements).rows;
    expect(document).toMatchObject({
      title: "Proof of identity",
      text: "Stripe couldn't read the photo because it was blurry or dark. Take a new one in good light and upload it in color.",
      detail: "The document could not be read. Please upload a clear color image of the whole document.",
    });
  });

  it("come past due first, in whatever order they are asked for", () => {
    const { rows } = rowsOf([
      aRequirement("external_account", { deadline: inDays(5) }),
      aRequirement("company.address.city", { state: "upcoming", deadline: inDays(90) }),
      aRequirement("company.address.line1", { state: "past_due", deadline: inDays(-1) }),
    ]);
    expect(rows.map(({ keys, state, due }) => [keys, state, due?.text, due?.tone])).toEqual([
      [["company.address.line1"], "past_due", "Was due Nov 21", "danger"],
      [["external_account"], "due", "Due Nov 27", "warning"],
      [["company.address.city"], "upcoming", "Due Feb 20, 2027", "info"],
    ]);
  });

  it("have a hint beside the date only when asked for", () => {
    const due = [aRequirement("external_account", { deadline: inDays(5) })];
    expect(rowsOf(due).rows[0]?.due).toEqual({ iso: inDays(5), text: "Due Nov 27", hint: null, tone: "warning" });
    expect(rowsOf(due, words, true).rows[0]?.due?.hint).toBe("in 5 days");
  });

  it("keep what is checked apart from what is due", () => {
    const { rows, checking } = rowsOf([
      aRequirement("company.address.city"),
      aRequirement("company.address.line1", { state: "pending", deadline: inDays(5) }),
    ]);
    expect(rows.map((row) => row.keys)).toEqual([["company.address.city"]]);
    expect(checking).toMatchObject([{ keys: ["company.address.line1"], due: null }]);
    const later = [5, 9].map((days) => ({ state: "pending" as const, deadline: inDays(days) }));
    const two = [aRequirement("company.tax_id", later[0]), aRequirement("company.vat_id", later[1])];
    expect(rowsOf(two).checking).toMatchObject([{ title: "Tax details", text: "Tax ID and VAT number" }]);
  });

  it("B11 of a new account are few", () => {
    const { rows, sentence } = rowsOf(connectedTo("brand-new").requirements);
    expect(rows.map(({ title, text }) => [title, text])).toEqual([
      ["Business details", "Business type, website, industry and name on bank statements"],
      ["Account representative", "Name, date of birth and email address"],
      ["Bank account", "Add the bank account that Stripe sends your payouts to."],
      ["Terms of service", "Read and accept Stripe's terms of service at the end of Stripe's form."],
    ]);
    expect(sentence).toBe("Stripe needs 4 more details before you can publish plans.");
  });
});

describe("any requirements", () => {
  const keys = [...fieldData.fields, ...fieldData.v2Fields].map(({ key }) => key.replaceAll("*", "1"));
  const requirement = fc
    .record({
      key: fc.oneof(fc.constantFrom(...keys), fc.string()),
      state: fc.constantFrom(...REQUIREMENT_STATES),
      deadline: fc.constantFrom(null, "nonsense", inDays(-400), inDays(0), inDays(2), inDays(400)),
      person: fc.constantFrom(undefined, jenny, ada),
      code: fc.constantFrom(undefined, "invalid_tax_id", "from_next_year"),
    })
    .map(({ key, state, deadline, person, code }) =>
      aRequirement(key, {
        state,
        deadline,
        ...(person && { person }),
        ...(code && { error: { code, reason: null } }),
      }),
    );

  it("B10 B12 become rows that hold every key once, read as sentences and don't depend on order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(requirement, { maxLength: 200, selector: (one) => one.key }), (requirements) => {
        const { rows, checking } = rowsOf(requirements);
        const all = [...rows, ...checking];
        expect(all.flatMap((row) => row.keys).sort()).toEqual(requirements.map((one) => one.key).sort());
        for (const row of all) {
          expect(row.title.length).toBeGreaterThan(0);
          expect(row.text.length).toBeLessThanOrEqual(140);
          expect(`${row.title} ${row.text} ${row.due?.text ?? ""}`).not.toMatch(/_|Invalid|NaN|undefined|null/);
        }
        expect(rowsOf(requirements, null).rows.map((row) => row.keys)).toEqual(rows.map((row) => row.keys));
        const sorted = (some: typeof all) => some.map((row) => `${row.state} ${row.title} ${row.keys.length}`).sort();
        const backwards = rowsOf([...requirements].reverse());
        expect(sorted([...backwards.rows, ...backwards.checking])).toEqual(sorted(all));
      }),
      { numRuns: 200 },
    );
  });
});
