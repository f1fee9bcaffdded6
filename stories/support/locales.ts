/// <reference types="vite/client" />
import type { Messages } from "react-stripe-connection";

/** Whatever languages there are besides English: one that is added shows up here by itself. */
const files = import.meta.glob<Record<string, Messages>>("../../src/messages/locales/*.ts", { eager: true });

export const locales: readonly Messages[] = Object.values(files).flatMap(Object.values);

/** What a language calls itself: "Deutsch". */
export function nameOfLanguage(code: string): string {
  return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
}
