/// <reference types="vite/client" />
import type { Messages, SectionMessages } from "react-stripe-connection";
import type { RequirementWords } from "../../src/messages/createExplainer.js";
import { en } from "../../src/messages/en.js";
import { requirementWords } from "../../src/messages/en/requirements.js";
import { sections } from "../../src/messages/en/sections.js";
import { locales } from "../support/locales.js";

/** All words of one language, those of the explainer as they are written. */
export interface Language {
  messages: Messages;
  requirements: RequirementWords;
  sections: SectionMessages;
}

const explainers = import.meta.glob<{ requirementWords: RequirementWords }>("../../src/messages/*/requirements.ts", {
  eager: true,
});

const sectionWords = import.meta.glob<{ sections: SectionMessages }>("../../src/messages/*/sections.ts", {
  eager: true,
});

function languageOf(messages: Messages): Language {
  const explainer = explainers[`../../src/messages/${messages.code}/requirements.ts`];
  if (!explainer) throw new Error(`There is no src/messages/${messages.code}/requirements.ts.`);
  const beside = sectionWords[`../../src/messages/${messages.code}/sections.ts`];
  if (!beside) throw new Error(`There is no src/messages/${messages.code}/sections.ts.`);
  return { messages, requirements: explainer.requirementWords, sections: beside.sections };
}

export const english: Language = { messages: en, requirements: requirementWords, sections };

/** All languages but English. */
export const translations: readonly Language[] = locales.map(languageOf);

/** Those of a name, as it is in `locales/…`. */
export function languageNamed(code: string): Language {
  const found = [english, ...translations].find(({ messages }) => messages.code.toLowerCase() === code.toLowerCase());
  if (found) return found;
  const known = [english, ...translations].map(({ messages }) => messages.code).join(", ");
  throw new Error(`There are no words for "${code}". There are: ${known}.`);
}
