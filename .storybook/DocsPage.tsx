import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks";
import { type PropsWithChildren, useEffect, useState, useSyncExternalStore } from "react";
import { GLOBALS_UPDATED } from "storybook/internal/core-events";
import { themes } from "storybook/theming";
import { initialGlobals, type StoryGlobals, THEMES } from "../stories/support/toolbar.js";

const FONT = '"Inter Variable", system-ui, sans-serif';
const LIGHT = { ...themes.light, fontBase: FONT };
const DARK = { ...themes.dark, fontBase: FONT };

/** Storybook keeps names of code in one line, which on a phone is wider than the page. */
const CODE = ":is(p, li, h2) > code { white-space: normal !important; overflow-wrap: anywhere; }";

const systemIsDark = () => window.matchMedia("(prefers-color-scheme: dark)");

/** The pages of prose follow the theme of the toolbar, as the stories do. */
export function DocsPage({ children, ...props }: PropsWithChildren<DocsContainerProps>) {
  const [theme, setTheme] = useState(() => themeInAddress());
  useEffect(() => {
    const { channel } = props.context;
    const follow = ({ globals }: { globals: Partial<StoryGlobals> }) => setTheme(globals.theme ?? initialGlobals.theme);
    channel.on(GLOBALS_UPDATED, follow);
    return () => channel.off(GLOBALS_UPDATED, follow);
  }, [props.context]);
  const isSystemDark = useSyncExternalStore(
    (listener) => {
      const wish = systemIsDark();
      wish.addEventListener("change", listener);
      return () => wish.removeEventListener("change", listener);
    },
    () => systemIsDark().matches,
  );
  const { page } = THEMES[theme];
  const isDark = page === "dark" || (page !== "light" && isSystemDark);
  return (
    <DocsContainer {...props} theme={isDark ? DARK : LIGHT}>
      <style>{CODE}</style>
      <div style={{ colorScheme: isDark ? "dark" : "light" }}>{children}</div>
    </DocsContainer>
  );
}

/** A page that is opened by its address has its toolbar there: `globals=theme:dark`. */
function themeInAddress(): StoryGlobals["theme"] {
  const said = new URLSearchParams(window.location.search).get("globals") ?? "";
  const name = /(?:^|;)theme:(\w+)/.exec(said)?.[1] ?? "";
  return name in THEMES ? (name as StoryGlobals["theme"]) : initialGlobals.theme;
}
