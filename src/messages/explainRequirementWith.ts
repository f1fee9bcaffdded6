import type { RequirementGroup } from "../core/connection.js";
import { requirementGroup } from "../core/requirementGroups.js";
import { type PersonPart, type RequirementThing, requirementThing } from "../core/requirementThing.js";
import type { RequirementMessages } from "./messages.js";
import { personName, plainText } from "./personName.js";

/** One requirement of Stripe. */
export interface RequirementToExplain {
  /** Stripe's requirement key, v1 or v2. */
  key: string;
  /** Stripe's code of what was wrong with what was sent. */
  code?: string | null;
  /** Stripe's own English words, shown only where there is no code that we have words for. */
  reason?: string | null;
  /** Name of the person it is about. */
  person?: string | null;
}

export interface ExplainedRequirement {
  group: RequirementGroup;
  /** What: "Proof of identity". */
  title: string;
  /** Why, and how to do it: at most 140 characters. */
  text: string;
}

const LONGEST = 140;

/** Explains one key with the words of a language. */
export function explainRequirementWith(words: RequirementMessages, input: RequirementToExplain): ExplainedRequirement {
  const { thing, part } = requirementThing(input.key);
  const parts = part ? [part] : [];
  const { title, text } = explainThing(words, thing, parts, personName(input.person));
  return {
    group: requirementGroup(input.key),
    title,
    text: errorText(words, input.code) ?? ownWords(input) ?? text,
  };
}

/** The words for a thing, before anything was wrong with it. `noun` stands inside of a sentence: "your tax ID". */
export function explainThing(
  words: RequirementMessages,
  thing: RequirementThing,
  parts: readonly PersonPart[],
  person: string | null,
): { title: string; noun: string; text: string } {
  if (thing === "person_details") return words.personDetails({ parts: [...parts], person });
  const { title, noun, text, forPerson } = words.things[thing];
  return person && forPerson ? { title, ...forPerson(person) } : { title, noun, text };
}

/** What was wrong, why, and what to do; null for a code without words. */
export function errorText(words: RequirementMessages, code: string | null | undefined): string | null {
  if (!code) return null;
  // API versions before 2020 left the prefix out.
  const known = [code, `verification_${code}`].find((name) => Object.hasOwn(words.errors, name));
  return (known && words.errors[known]) || null;
}

/** Stripe's words, where they are ones for people. */
function ownWords({ reason }: RequirementToExplain): string | null {
  const own = plainText(reason ?? "");
  return own !== "" && own.length <= LONGEST && !own.includes("_") ? own : null;
}
