// @vitest-environment node
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { createExplainer } from "../../src/messages/createExplainer.js";
import { english, translations } from "../../stories/words/languages.js";
import { type Word, wordTable } from "../../stories/words/wordTable.js";
import errorData from "../stripe/requirement-errors.json" with { type: "json" };
import fieldData from "../stripe/requirement-fields.json" with { type: "json" };
import { ENGLISH_WORDS, longestCommon, SAME_IN_MANY_LANGUAGES, withoutNames } from "./english.js";

const keys = [...fieldData.fields, ...fieldData.v2Fields].map(({ key }) => key.replaceAll("*", "1a2B"));
const codes = errorData.errors.map(({ code }) => code);

/** All paths of a tree of words, and what is at each. */
function shape(words: unknown, path = ""): string[] {
  if (typeof words !== "object" || words === null) return [`${path}: ${typeof words}`];
  return Object.entries(words).flatMap(([key, value]) => shape(value, `${path}.${key}`));
}

/** Stripe's form: a section of its dashboard fails with the same words. */
const A_FORM = /\bform\b|formul|フォーム|نموذج/i;

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
/** A count of three and more stands there in digits; one and two may be told by the grammar. */
const counts = (text: string) => (text.match(/\b(3|4|11|100)\b/g) ?? []).sort();

/** Full stops, question marks… by what they are, and not by how they look. */
const ENDS: Record<string, string> = { "。": ".", "？": "?", "؟": "?", "：": ":" };
function endOf(text: string): string {
  const end = /[.?!…:。？：؟！]$/u.exec(text)?.[0] ?? "";
  return ENDS[end] ?? end;
}

/** Says all that are wrong at once, as a translator wants it. */
function expectNone(words: Word[]) {
  expect(
    words.map(({ area, key, given, text, english }) => ({ at: `${area}.${key} ${given}`, text, english })),
  ).toEqual([]);
}

it.each([english, ...translations].map(({ messages }) => [messages.code, messages.onboarding] as const))(
  "%s says what fails, is slow or is in the way of a form and of a section alike",
  (_code, { failures, findings }) => {
    const said = [...Object.values(failures).flatMap(({ title, text }) => [title, text]), ...Object.values(findings)];
    expect(said.filter((text) => A_FORM.test(text))).toEqual([]);
  },
);

it.each([english, ...translations].map(({ messages, sections }) => [messages.code, sections.notShown] as const))(
  "%s blames Stripe for no rejected account: the platform may have rejected it",
  (_code, { terminal }) => expect(terminal).not.toContain("Stripe"),
);

const all = translations.map((language) => [language.messages.code, language] as const);
const only = (code: string) => all.filter(([one]) => one === code);

describe.each(all)("%s", (code, language) => {
  const { messages, requirements } = language;
  const wrong = (isWrong: (word: Word) => boolean) => expectNone(wordTable(language, english).filter(isWrong));

  it("has the words that English has, and no others", () => {
    const { code: _, requirements: __, ...own } = messages;
    const { code: ___, requirements: ____, ...source } = english.messages;
    expect(shape(own).sort()).toEqual(shape(source).sort());
    expect(shape(language.sections)).toEqual(shape(english.sections));
    expect(Object.keys(requirements.errors).sort()).toEqual(Object.keys(english.requirements.errors).sort());
    // Their order is that of lists.
    expect(Object.keys(requirements.things)).toEqual(Object.keys(english.requirements.things));
  });

  it("says what English says with the same values", () => {
    wrong(({ text, english: source }) => placeholders(text).join() !== placeholders(source).join());
    wrong(({ text, english: source }) => counts(text).join() !== counts(source).join());
  });

  it("has clean texts, with a full stop where English has one", () => {
    wrong(({ text }) => text.trim() !== text || text === "" || /\s{2}|_|undefined|null|NaN|\[object/.test(text));
    wrong(({ text, english: source }) => endOf(text) !== endOf(source));
  });

  it("has no English left", () => {
    wrong(({ text }) => ENGLISH_WORDS.test(withoutNames(text)));
    wrong(({ text, english: source }) => {
      const [own, from] = [withoutNames(text), withoutNames(source)];
      return own.length > 2 && own === from && !SAME_IN_MANY_LANGUAGES.has(own);
    });
    wrong(({ text, english: source }) => longestCommon(withoutNames(text), withoutNames(source)).length >= 20);
  });

  it("explains in 140 characters, also with a name of 40", () => {
    wrong(({ isExplainer, text }) => isExplainer && text.replace("{person}", "N".repeat(40)).length > 140);
  });

  it("has room for all else: 1.6 times the English, or 16 characters more", () => {
    wrong(
      ({ isExplainer, text, english: source }) =>
        !isExplainer && text.length > Math.max(source.length * 1.6, source.length + 16),
    );
  });

  it("explains every key and every code that Stripe has", () => {
    const { explain, explainTogether, problem } = createExplainer(requirements);
    const other = explain("", null).title;
    for (const key of keys) {
      for (const person of [null, "Jenny Rosen"]) {
        const { title, noun, text } = explain(key, person);
        for (const told of [title, noun, text]) expect(told.length, key).toBeGreaterThan(1);
        expect(title, key).not.toBe(other);
      }
    }
    expect(explainTogether(keys as [string, ...string[]], "Jenny Rosen").text.length).toBeLessThanOrEqual(140);
    expect(codes.filter((one) => problem(one) === null)).toEqual([]);
    expect(new Set(codes.map(problem)).size).toBeGreaterThanOrEqual(90);
    expect(new Set(keys.map((key) => explain(key, null).text)).size).toBeGreaterThanOrEqual(70);
  });

  it("is loaded by its own explainer, which is at most 14 kB, compressed", async () => {
    const loaded = await messages.requirements();
    expect(loaded.explain("business_profile.url", null).title).toBe(requirements.things.website.title);
    const source = ["requirements", "requirementErrors"]
      .map((name) => readFileSync(new URL(`../../src/messages/${code}/${name}.ts`, import.meta.url), "utf8"))
      .map((text) => transformSync(text, { loader: "ts", minify: true }).code)
      .join("\n");
    expect(gzipSync(source).length).toBeLessThanOrEqual(14 * 1024);
  });

  it("loads the words of the sections by itself", async () => {
    expect(await messages.sections()).toEqual(language.sections);
  });

  it("has a form for each way to count", () => {
    const { needsNow } = messages.connection;
    // Zero stands for a number that Stripe has not told.
    const examples = new Map([0, 1, 2, 3, 11].map((count) => [new Intl.PluralRules(code).select(count), count]));
    const forms = [...examples.values()].map((count) => needsNow({ count }).replaceAll(/\d+/g, "#"));
    expect(new Set(forms).size).toBe(code === "ja" ? 1 : forms.length);
    expect(needsNow({ count: 0 })).not.toMatch(/\d/);
  });
});

it.each(only("ja"))("%s has no spaces around placeholders, counts and sentences", (_, language) => {
  const spaces = /[ \u3000](\{|\d)|(\}|\d)[ \u3000](?!MB)|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}。] /u;
  expectNone(wordTable(language, english).filter(({ text }) => spaces.test(text)));
});

it.each(only("ar"))("%s has its own punctuation, and no letters drawn out", (_, language) => {
  expectNone(wordTable(language, english).filter(({ text }) => /[,;?ـ]/u.test(text)));
});

// The same answer stands for "not yet" and for "never", which the page can't tell apart.
it.each([english, ...translations])("$messages.code promises no dashboard, and names support", ({ messages }) => {
  const { dashboard_unavailable: unavailable, platform_not_ready: notReady } = messages.errors;
  const sentences = (text: string) => text.match(/[^.。]+[.。]/gu) ?? [];
  expect(sentences(unavailable)).toHaveLength(3);
  // "…contact support."
  expect(unavailable.slice(-8)).toBe(notReady.slice(-8));
});

it("French documents are not proofs, and a German tab is opened", () => {
  const named = (code: string) => translations.find(({ messages }) => messages.code === code);
  expect(named("fr")?.sections.names.documents).toBe("Documents");
  expect(named("de")?.messages.card.newTab).toBe("(wird in einem neuen Tab geöffnet)");
});

describe("the languages", () => {
  it("are called by their BCP 47 codes", () => {
    expect(translations.length).toBeGreaterThan(0);
    for (const { messages } of translations) {
      expect(Intl.getCanonicalLocales(messages.code)).toEqual([messages.code]);
    }
  });
});
