import type { MessageOverrides, Messages, SectionMessages } from "./messages.js";
import { warnOnce } from "./warnOnce.js";

/**
 * A language's words with some of a host's own. What is no text falls back to the language's own words, with a warning
 * in development: a wrong override never reaches a person.
 */
export function mergeMessages(base: Messages, overrides?: MessageOverrides | null): Messages {
  if (!overrides) return base;
  const { sections, ...own } = overrides;
  const merged = merge(base, { ...own, code: undefined, requirements: undefined }, "messages") as Messages;
  if (sections === undefined) return merged;
  // The words that these stand in for are a chunk, and loaded later.
  return {
    ...merged,
    sections: async () => merge(await base.sections(), sections, "messages.sections") as SectionMessages,
  };
}

type Sentence = (...params: unknown[]) => unknown;

function merge(base: unknown, own: unknown, path: string): unknown {
  if (own === undefined) return base;
  if (typeof base === "function") {
    if (typeof own === "string") return () => own;
    if (typeof own === "function") return orElse(own as Sentence, base as Sentence, path);
  } else if (Array.isArray(base)) {
    if (Array.isArray(own) && own.every((item) => typeof item === typeof base[0])) return own;
  } else if (typeof base === "string") {
    if (typeof own === "string") return own;
  } else if (isGroup(base) && isGroup(own)) {
    const merged = { ...base };
    for (const [key, value] of Object.entries(own)) {
      if (Object.hasOwn(base, key)) merged[key] = merge(base[key], value, `${path}.${key}`);
      else warnOnce(`there is no ${path}.${key} to override.`);
    }
    return merged;
  }
  warnOnce(`${path} is not of the kind that is shown there; the default is shown.`);
  return base;
}

/** A host's sentence, or the language's own where that throws or gives no text. */
function orElse(own: Sentence, base: Sentence, path: string): Sentence {
  return (...params) => {
    try {
      const text = own(...params);
      if (typeof text === "string") return text;
      warnOnce(`${path} gave no string; the default is shown.`);
    } catch (thrown) {
      warnOnce(`${path} threw (${String(thrown)}); the default is shown.`);
    }
    return base(...params);
  };
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
