// @vitest-environment node
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { requirementErrors } from "../../src/messages/en/requirementErrors.js";
import { explainRequirement } from "../../src/messages/explainRequirement.js";
import errorData from "../stripe/requirement-errors.json" with { type: "json" };
import fieldData from "../stripe/requirement-fields.json" with { type: "json" };

const fields = [...fieldData.fields, ...fieldData.v2Fields];
const keys = fields.map(({ key }) => key.replaceAll("*", "1a2B"));
const codes = errorData.errors.map(({ code }) => code);
// Words of an API, of a developer or of a bank, which tell a shop owner nothing.
const JARGON =
  /\b(api|mcc|kyc|aml|ubo|ssn|ein|iban|url|uri|ip address|json|webhook|payload|null|undefined|parameter|field|capability|requirement|denylist|greyscale|signator|cmra|tos)\b/i;

function expectPlain(text: string) {
  expect(text.length).toBeGreaterThan(2);
  expect(text.length).toBeLessThanOrEqual(140);
  expect(text).not.toContain("_");
  expect(text).not.toMatch(/[a-z]\.[a-z]+\.[a-z]/);
  expect(text).not.toMatch(JARGON);
  expect(text).not.toContain("’");
}

describe("every requirement key", () => {
  it.each(keys)("%s has a title and a text for people", (key) => {
    for (const person of [null, "Jenny Rosen", "N".repeat(300)]) {
      const told = explainRequirement({ key, person });
      expectPlain(told.title);
      expectPlain(told.text);
      expect(told.title.length).toBeLessThanOrEqual(45);
      expect(told.title).not.toBe("Other details");
      expect(told.text).toMatch(/[.]$/);
    }
  });

  it.each(fields)("$key is in its group", ({ key, group }) => {
    expect(explainRequirement({ key }).group).toBe(group);
  });

  it("is told in many different ways", () => {
    expect(new Set(keys.map((key) => explainRequirement({ key }).text)).size).toBeGreaterThanOrEqual(70);
  });
});

describe("every error code", () => {
  it.each(codes)("%s says what was wrong and what to do", (code) => {
    const { text } = explainRequirement({ key: "company.tax_id", code });
    expectPlain(text);
    expect(text).toMatch(/[.]$/);
    expect(text).not.toBe(explainRequirement({ key: "company.tax_id" }).text);
  });

  it("is there, all 106 of them, with at least 90 different texts", () => {
    expect(codes).toHaveLength(106);
    const texts = codes.map((code) => explainRequirement({ key: "company.tax_id", code }).text);
    expect(new Set(texts).size).toBeGreaterThanOrEqual(90);
  });

  it.each(Object.keys(errorData.notInCurrentEnum))("%s of older versions is known, too", (code) => {
    const { text } = explainRequirement({ key: "company.tax_id", code });
    expectPlain(text);
    expect(text).not.toBe(explainRequirement({ key: "company.tax_id" }).text);
  });

  it("has no words that Stripe does not use any more", () => {
    const known = [...codes, ...Object.keys(errorData.notInCurrentEnum)];
    expect(Object.keys(requirementErrors).filter((code) => !known.includes(code))).toEqual([]);
  });
});

describe("explainRequirement", () => {
  it("says what, why and how", () => {
    expect(explainRequirement({ key: "business_profile.url" })).toEqual({
      group: "business",
      title: "Business website",
      text: "Stripe needs a working website that says what you sell. If you have none, describe your products instead.",
    });
  });

  it("names the person where the name is known", () => {
    const key = "person_1.verification.document";
    expect(explainRequirement({ key, person: "Jenny Rosen" }).text).toContain("Jenny Rosen's ID");
    expect(explainRequirement({ key }).text).not.toContain("null");
  });

  it("shows Stripe's own words only for what it has no words for", () => {
    const reason = "The widget must be blue.";
    expect(explainRequirement({ key: "company.tax_id", code: "invalid_tax_id", reason }).text).not.toContain("widget");
    expect(explainRequirement({ key: "company.tax_id", code: "from_next_year", reason }).text).toBe(reason);
  });

  it.each([undefined, null, "", "x".repeat(10_000), "see account_id"])(
    "B10 a code and a key that nobody knows still read as a sentence (reason: %j)",
    (reason) => {
      const told = explainRequirement({ key: "interv_abc.form", code: "from_next_year", ...(reason && { reason }) });
      expect(told).toEqual({
        group: "other",
        title: "Question from Stripe",
        text: "Stripe has a question about this account. Open Stripe's form to answer it.",
      });
    },
  );

  it("B8 B10 survives any key, code, reason and name with one plain line of at most 140 characters", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("__proto__", "constructor", "a\u202eb", "<img onerror=x>"),
    );
    const known = fc.constantFrom(...keys);
    fc.assert(
      fc.property(fc.oneof(anything, known), anything, anything, anything, (key, code, reason, person) => {
        const told = explainRequirement({ key, code, reason, person });
        for (const text of [told.title, told.text]) {
          expect(typeof text).toBe("string");
          expect(text.length).toBeGreaterThan(0);
          expect(Array.from(text).length).toBeLessThanOrEqual(140);
          expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("B16 warns once about a language that it has no words for, and tells it in English", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const told = explainRequirement({ key: "company.tax_id" }, { locale: "xx" });
    expect(explainRequirement({ key: "company.tax_id" }, { locale: "xx" })).toEqual(told);
    expect(told.title).toBe("Tax ID");
    expect(warn).toHaveBeenCalledTimes(1);
    explainRequirement({ key: "company.tax_id" }, { locale: "en-GB" });
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe("the explainer's words", () => {
  it("are at most 14 kB, compressed", () => {
    const source = ["requirements", "requirementErrors"]
      .map((name) => readFileSync(new URL(`../../src/messages/en/${name}.ts`, import.meta.url), "utf8"))
      .map((code) => transformSync(code, { loader: "ts", minify: true }).code)
      .join("\n");
    expect(gzipSync(source).length).toBeLessThanOrEqual(14 * 1024);
  });
});
