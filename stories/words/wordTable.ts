import type { RequirementThing } from "../../src/messages/requirementThing.js";
import type { Language } from "./languages.js";
import { samplesFor } from "./samples.js";

/** One text in two languages. */
export interface Word {
  area: string;
  /** Its place in the area: "needs.plans". */
  key: string;
  /** What is special about the values it is shown with: "count 3", or nothing. */
  given: string;
  english: string;
  text: string;
  /** It explains something in a row, where there is room for 140 characters. */
  isExplainer: boolean;
}

const AREAS = ["status", "connection", "card", "onboarding", "errors"] as const;

/** Every text of a language beside the English one, as often as the values in it make a difference. */
export function wordTable(language: Language, english: Language): Word[] {
  return [
    ...AREAS.flatMap((area) => pairs(english.messages[area], language.messages[area], area)),
    ...pairs(english.sections, language.sections, "sections"),
    ...things(language, english),
    ...pairs(english.requirements.errors, language.requirements.errors, "requirementErrors"),
    ...pairs(english.requirements.list, language.requirements.list, "requirements.list"),
  ];
}

/** How things are told to a person whose name is known, and to others. */
function things(language: Language, english: Language): Word[] {
  const told = ({ requirements }: Language, thing: RequirementThing) => {
    const { title, noun, text, again, forPerson } = requirements.things[thing];
    const named = { noun, text, ...forPerson?.("{person}") };
    return { title, noun, text, ...(again && { again }), nounForPerson: named.noun, textForPerson: named.text };
  };
  return (Object.keys(english.requirements.things) as RequirementThing[]).flatMap((thing) =>
    pairs(told(english, thing), told(language, thing), `requirements.${thing}`).filter(
      // Said once where the name makes no difference.
      ({ key, english: text }) => !key.endsWith("ForPerson") || text.includes("{person}"),
    ),
  );
}

function pairs(english: unknown, translated: unknown, path: string): Word[] {
  if (typeof english === "string") return [word(path, "", english, String(translated))];
  if (typeof english === "function") return sentences(english as Sentence, translated as Sentence, path);
  return Object.entries(english as object).flatMap(([key, value]) =>
    pairs(value, (translated as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

type Sentence = (...params: readonly unknown[]) => string;

function sentences(english: Sentence, translated: Sentence, path: string): Word[] {
  const seen = new Set<string>();
  return samplesFor(path).flatMap(({ given, params }) => {
    const text = english(...params);
    if (seen.has(text)) return [];
    seen.add(text);
    return [word(path, given, text, translated(...params))];
  });
}

function word(path: string, given: string, english: string, text: string): Word {
  const [area = "", ...rest] = path.split(".");
  const isExplainer =
    area === "requirementErrors" || (area === "requirements" && /\.(text(ForPerson)?|again)$/.test(path));
  return { area, key: rest.join("."), given, english, text, isExplainer };
}
