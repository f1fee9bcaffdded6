import { createContext, type ReactNode, useContext } from "react";
import type { StripeConnectionSettings } from "react-stripe-connection";
import { directionOf } from "../../src/messages/directionOf.js";
import { locales } from "./locales.js";
import { initialGlobals, type StoryGlobals, THEMES } from "./toolbar.js";

const Globals = createContext(initialGlobals);

interface StoryScopeProps {
  globals: StoryGlobals;
  /** In a page of prose, where it is no page of its own. */
  isInline: boolean;
  children: ReactNode;
}

/** The page that a story stands on. */
export function StoryScope({ globals, isInline, children }: StoryScopeProps) {
  const Place = isInline ? "div" : "main";
  const dir = globals.dir === "auto" ? directionOf(globals.locale) : globals.dir;
  return (
    <Globals.Provider value={globals}>
      <Place
        dir={dir}
        lang={globals.locale}
        style={{
          colorScheme: THEMES[globals.theme].page,
          background: "light-dark(#f3f4f7, #0e1013)",
          color: "light-dark(#15181e, #f1f3f6)",
          font: "400 14px/20px 'Inter Variable', system-ui, sans-serif",
          padding: "min(32px, 6vw)",
          borderRadius: isInline ? 12 : 0,
          marginBlock: isInline ? 24 : 0,
          minHeight: isInline ? 0 : "100vh",
          boxSizing: "border-box",
        }}
      >
        {children}
      </Place>
    </Globals.Provider>
  );
}

/** All that the toolbar says. */
export function useStoryGlobals(): StoryGlobals {
  return useContext(Globals);
}

/** The locale that the toolbar says. */
export function useStoryLocale(): string {
  return useContext(Globals).locale;
}

/** How wide a card may be: as the toolbar says, else `own`. */
export function useStoryWidth(own: number | string): number | string {
  const { width } = useContext(Globals);
  if (width === "auto") return own;
  return width === "full" ? "100%" : Number(width);
}

/** Settings of a provider in a story. The clock of the fixtures stands still, so that pictures do too. */
export function useStorySettings(): StripeConnectionSettings {
  const { theme, dir, locale } = useContext(Globals);
  return {
    platformName: "Acme Cloud",
    theme: THEMES[theme].theme,
    ...(dir === "auto" ? {} : { dir }),
    locale,
    locales,
    timeZone: "UTC",
    allowFraming: true,
  };
}
