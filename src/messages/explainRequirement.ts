import type { RequirementGroup } from "../core/connection.js";
import { requirementGroup } from "../core/requirementGroups.js";
import { requirements as english } from "./en/requirements.js";
import type { RequirementMessages } from "./messages.js";
import { personName, plainText } from "./personName.js";
import { warnOnce } from "./warnOnce.js";

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

/** In which language. */
export interface ExplainOptions {
  /** BCP 47. Default: English, which also stands in for a language that `words` are not given for. */
  locale?: string;
  /** The words of that language: `await messages.requirements()`. */
  words?: RequirementMessages;
}

/** A requirement in words for a person. */
export interface ExplainedRequirement {
  /** The part of the checklist that it belongs to. */
  group: RequirementGroup;
  /** What: "Proof of identity". */
  title: string;
  /** Why, and how to do it: at most 140 characters. */
  text: string;
}

const LONGEST = 140;

/** Says what one requirement of Stripe means, why it is asked for and what to do, for a person. */
export function explainRequirement(
  { key, code, reason, person }: RequirementToExplain,
  { locale, words = english }: ExplainOptions = {},
): ExplainedRequirement {
  if (words === english && locale !== undefined && !/^en\b/i.test(locale)) {
    warnOnce(`explainRequirement has English words only; give it \`words\` for "${locale}".`);
  }
  const { title, text } = words.explain(key, personName(person));
  return {
    group: requirementGroup(key),
    title,
    text: (code && words.problem(code)) || ownWords(reason) || text,
  };
}

/** Stripe's words, where they are ones for people. */
function ownWords(reason: string | null | undefined): string | null {
  const own = plainText(reason ?? "");
  return own.length <= LONGEST && !own.includes("_") ? own : null;
}
