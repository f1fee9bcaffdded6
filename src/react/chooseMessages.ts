import { en } from "../messages/en.js";
import type { Messages } from "../messages/messages.js";

/** The words for a locale out of those that the host brought: "pt-BR", else "pt", else English. */
export function chooseMessages(locale: string, locales: readonly Messages[]): Messages {
  const wanted = locale.toLowerCase().replaceAll("_", "-");
  const language = wanted.split("-")[0];
  return (
    locales.find(({ code }) => code.toLowerCase() === wanted) ??
    locales.find(({ code }) => code.toLowerCase().split("-")[0] === language) ??
    en
  );
}

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** The direction of the words that are shown, not of the locale that was asked for. */
export function directionOf({ code }: Messages): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(code.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}
