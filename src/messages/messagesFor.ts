import { en } from "./en.js";
import { mergeMessages } from "./mergeMessages.js";
import type { MessageOverrides, Messages } from "./messages.js";
import { warnOnce } from "./warnOnce.js";

export interface MessagesChoice {
  /** BCP 47. Default: English. */
  locale?: string | undefined;
  /** The languages that the host has imported; English is always there. */
  locales?: readonly Messages[] | undefined;
  /** The host's own words, over any language. */
  overrides?: MessageOverrides | undefined;
}

/** The reader's words: the locale's, else its language's, else English. */
export function messagesFor({ locale, locales = [], overrides }: MessagesChoice): Messages {
  return mergeMessages(locale === undefined ? en : language(locale, locales), overrides);
}

function language(locale: string, locales: readonly Messages[]): Messages {
  const wanted = locale.toLowerCase().replaceAll("_", "-");
  const known = [...locales, en];
  const code = (messages: Messages) => messages.code.toLowerCase();
  const found =
    known.find((messages) => code(messages) === wanted) ??
    known.find((messages) => code(messages).split("-")[0] === wanted.split("-")[0]);
  if (found) return found;
  warnOnce(`there are no words for the locale "${locale}"; English is shown. Give them as \`locales\`.`);
  return en;
}
