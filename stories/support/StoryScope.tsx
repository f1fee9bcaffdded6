import { createContext, type ReactNode, useContext } from "react";
import type { StripeConnectionSettings } from "react-stripe-connection";
import { directionOf } from "../../src/messages/directionOf.js";
import { locales } from "./locales.js";

/** What the toolbar of Storybook says. */
export interface StoryGlobals {
  theme: "light" | "dark";
  /** `auto` is that of the language. */
  dir: "auto" | "ltr" | "rtl";
  locale: string;
}

const Globals = createContext<StoryGlobals>({ theme: "light", dir: "auto", locale: "en" });

const PAGE = { light: "#f3f4f7", dark: "#0e1013" };

/** The page that a story stands on. */
export function StoryScope({ globals, children }: { globals: StoryGlobals; children: ReactNode }) {
  const dir = globals.dir === "auto" ? directionOf(globals.locale) : globals.dir;
  return (
    <Globals.Provider value={globals}>
      <main
        dir={dir}
        lang={globals.locale}
        style={{
          colorScheme: globals.theme,
          background: PAGE[globals.theme],
          color: globals.theme === "dark" ? "#f1f3f6" : "#15181e",
          font: "400 14px/20px 'Inter Variable', system-ui, sans-serif",
          padding: 32,
          minHeight: "100vh",
          boxSizing: "border-box",
        }}
      >
        {children}
      </main>
    </Globals.Provider>
  );
}

/** The locale that the toolbar says. */
export function useStoryLocale(): string {
  return useContext(Globals).locale;
}

/** Settings of a provider in a story. The clock of the fixtures stands still, so that pictures do too. */
export function useStorySettings(): StripeConnectionSettings {
  const { theme, dir, locale } = useContext(Globals);
  return {
    platformName: "Acme Cloud",
    theme: { colorScheme: theme },
    ...(dir === "auto" ? {} : { dir }),
    locale,
    locales,
    timeZone: "UTC",
    allowFraming: true,
  };
}
