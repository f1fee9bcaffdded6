import { useEffect, useState } from "react";
import type { Mode } from "react-stripe-connection";
import { locales } from "../../support/locales.js";

export const THEMES = ["auto", "light", "dark"] as const;
export const DIRECTIONS = ["ltr", "rtl"] as const;
/** Two kinds of English, which differ in dates only, and each language that there is. */
export const LOCALES: readonly string[] = ["en-US", "en-GB", ...locales.map(({ code }) => code)];

export interface Preferences {
  environment: Mode;
  theme: (typeof THEMES)[number];
  direction: (typeof DIRECTIONS)[number];
  locale: string;
}

const KEY = "acme-demo-preferences";
const DEFAULTS: Preferences = { environment: "test", theme: "auto", direction: "ltr", locale: "en-US" };

/** How the page is looked at, kept over a reload. */
export function usePreferences(): [Preferences, (change: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(readPreferences);
  useEffect(() => {
    localStorage.setItem(KEY, JSON.stringify(preferences));
    document.documentElement.dir = preferences.direction;
    document.documentElement.style.colorScheme = preferences.theme === "auto" ? "light dark" : preferences.theme;
  }, [preferences]);
  return [preferences, (change) => setPreferences((before) => ({ ...before, ...change }))];
}

function readPreferences(): Preferences {
  const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  // Written by this page alone; a choice that a newer version dropped falls back to the default.
  const before = { ...DEFAULTS, ...(stored as Partial<Preferences>) };
  return {
    environment: before.environment === "live" ? "live" : "test",
    theme: THEMES.find((theme) => theme === before.theme) ?? DEFAULTS.theme,
    direction: DIRECTIONS.find((direction) => direction === before.direction) ?? DEFAULTS.direction,
    locale: LOCALES.find((locale) => locale === before.locale) ?? DEFAULTS.locale,
  };
}
