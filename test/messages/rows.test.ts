// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REQUIREMENT_STATES, type Requirement, type RequirementPerson } from "../../src/core/connection.js";
import { describeConnection } from "../../src/messages/describeConnection.js";
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
  it("are one for each thing of each person", () => {
    const { rows } = rowsOf([
      ...about(jenny, "first_name", "last_name", "dob.day", "dob.month", "address.line1", "verification.document"),
      ...about(ada, "first_name", "verification.document"),
    ]);
    expect(rows.map(({ title, person, keys }) => [title, person, keys.length])).toEqual([
      ["Name, date of birth and address", "Jenny Rosen", 5],
      ["Name", "Ada Byron", 1],
      ["Proof of identity", "Jenny Rosen", 1],
      ["Proof of identity", "Ada Byron", 1],
    ]);
  });

  it("are the same ones before the words are loaded, with the titles of their groups", () => {
    const before = rowsOf(about(jenny, "first_name", "dob.day", "verification.document"), null);
    expect(before.rows.map(({ title, text }) => [title, text])).toEqual([
      ["Account representative", ""],
      ["Proof of identity", ""],
    ]);
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
      ["Email address and phone number", "an owner"],
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

  it("come past due first, and are as urgent as their most urgent key", () => {
    const { rows } = rowsOf([
      aRequirement("external_account", { deadline: inDays(5) }),
      aRequirement("company.address.city", { deadline: inDays(9) }),
      aRequirement("company.address.line1", { state: "past_due", deadline: inDays(-1) }),
    ]);
    expect(rows.map(({ keys, state, due }) => [keys, state, due?.text, due?.tone])).toEqual([
      [["company.address.line1", "company.address.city"], "past_due", "Was due Nov 21", "danger"],
      [["external_account"], "due", "Due Nov 27", "warning"],
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
  });

  it("B11 of a new account are few", () => {
    const { rows, sentence } = rowsOf(connectedTo("brand-new").requirements);
    expect(rows.map((row) => row.title)).toEqual([
      "Industry",
      "Business website",
      "Business type",
      "Name on bank statements",
      "Name, date of birth and email address",
      "Bank account",
      "Terms of service",
    ]);
    expect(sentence).toBe("Stripe needs 7 more details before you can publish plans.");
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
        expect(rowsOf(requirements, null).rows).toHaveLength(rows.length);
        const sorted = (some: typeof all) => some.map((row) => `${row.state} ${row.title} ${row.keys.length}`).sort();
        const backwards = rowsOf([...requirements].reverse());
        expect(sorted([...backwards.rows, ...backwards.checking])).toEqual(sorted(all));
      }),
      { numRuns: 200 },
    );
  });
});
