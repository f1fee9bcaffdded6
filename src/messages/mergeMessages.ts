import type { MessageOverrides, Messages } from "./messages.js";
import { warnOnce } from "./warnOnce.js";

const NOT_TO_OVERRIDE = ["code", "requirements"];

/**
 * A language's words with some of a host's own. What is no text falls back to the language's own words, with a warning
 * in development: a wrong override never reaches a person.
 */
export function mergeMessages(base: Messages, overrides?: MessageOverrides | null): Messages {
  if (!overrides) return base;
  const allowed = Object.fromEntries(Object.entries(overrides).filter(([area]) => !NOT_TO_OVERRIDE.includes(area)));
  return merge(base, allowed, "messages") as Messages;
}

function merge(base: unknown, override: unknown, path: string): unknown {
  if (override === undefined) return base;
  if (typeof base === "string" && typeof override === "string") return override;
  if (typeof base === "function") return mergeFunction(base as Sentence, override, path);
  if (Array.isArray(base)) return mergeList(base, override, path);
  if (isRecord(base) && isRecord(override)) {
    const merged: Record<string, unknown> = { ...base };
    for (const [key, value] of Object.entries(override)) {
      if (Object.hasOwn(base, key)) merged[key] = merge(base[key], value, `${path}.${key}`);
      else warnOnce(`there is no ${path}.${key} to override.`);
    }
    return merged;
  }
  return refuse(base, path);
}

type Sentence = (...params: unknown[]) => unknown;

function mergeFunction(base: Sentence, override: unknown, path: string): unknown {
  if (typeof override === "string") return () => override;
  if (typeof override !== "function") return refuse(base, path);
  return (...params: unknown[]) => {
    try {
      const text: unknown = (override as Sentence)(...params);
      if (typeof text === "string") return text;
      warnOnce(`${path} gave no string; the default is shown.`);
    } catch (thrown) {
      warnOnce(`${path} threw (${String(thrown)}); the default is shown.`);
    }
    return base(...params);
  };
}

function mergeList(base: readonly unknown[], override: unknown, path: string): unknown {
  const isOfSameKind = Array.isArray(override) && override.every((item) => typeof item === typeof base[0]);
  return isOfSameKind ? override : refuse(base, path);
}

function refuse(base: unknown, path: string): unknown {
  warnOnce(`${path} is not of the kind that is shown there; the default is shown.`);
  return base;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
