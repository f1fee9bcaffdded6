import type { Preview } from "@storybook/react-vite";
import type { ConnectionTheme } from "react-stripe-connection";
import { locales, nameOfLanguage } from "./locales.js";

/** What the toolbar of Storybook says. */
export interface StoryGlobals {
  theme: keyof typeof THEMES;
  /** `auto` is that of the language. */
  dir: "auto" | "ltr" | "rtl";
  locale: string;
  /** Of the place that a card stands in, CSS pixels; `auto` is the story's own. */
  width: "auto" | "320" | "480" | "640" | "full";
  role: keyof typeof ROLES;
  /** Milliseconds that each answer is late. */
  latency: "0" | "300" | "1000" | "3000";
  trouble: Trouble;
}

/** What goes wrong between the page, the back end and Stripe. */
export type Trouble = "none" | "offline" | "401" | "403" | "429" | "500" | "stripe_down" | "slow";

/** Each with the page that it is shown on. */
export const THEMES = {
  light: { title: "Light", icon: "sun", theme: { colorScheme: "light" }, page: "light" },
  dark: { title: "Dark", icon: "moon", theme: { colorScheme: "dark" }, page: "dark" },
  system: { title: "As the system has it", icon: "browser", theme: { colorScheme: "auto" }, page: "light dark" },
  lightMore: {
    title: "Light, high contrast",
    icon: "contrast",
    theme: { colorScheme: "light", contrast: "more" },
    page: "light",
  },
  darkMore: {
    title: "Dark, high contrast",
    icon: "contrast",
    theme: { colorScheme: "dark", contrast: "more" },
    page: "dark",
  },
} as const satisfies Record<string, { title: string; icon: string; theme: ConnectionTheme; page: string }>;

/** Who looks, and what a host would let such a person do. */
export const ROLES = {
  admin: { title: "Admin", can: { view: true, connect: true, update: true, disconnect: true } },
  member: { title: "Member: may add details", can: { view: true, connect: false, update: true, disconnect: false } },
  reader: { title: "Read-only", can: { view: true, connect: false, update: false, disconnect: false } },
} as const;

export const initialGlobals: StoryGlobals = {
  theme: "light",
  dir: "auto",
  locale: "en",
  width: "auto",
  role: "admin",
  latency: "0",
  trouble: "none",
};

type GlobalTypes = NonNullable<Preview["globalTypes"]>;
type Toolbar = NonNullable<GlobalTypes[string]["toolbar"]>;

const tool = (title: string, description: string, icon: NonNullable<Toolbar["icon"]>, items: Toolbar["items"]) => ({
  description,
  toolbar: { title, icon, items, dynamicTitle: true },
});

/** The menus of the toolbar. The last three act on the stories with a whole back end: Flow and Live. */
export const globalTypes: GlobalTypes = {
  theme: tool(
    "Theme",
    "Colours and contrast",
    "contrast",
    Object.entries(THEMES).map(([value, { title, icon }]) => ({ value, title, icon })),
  ),
  width: tool("Width", "Width of the place that the card stands in", "grow", [
    { value: "auto", title: "The story's own width" },
    ...["320", "480", "640"].map((value) => ({ value, title: `${value} px` })),
    { value: "full", title: "Full width" },
  ]),
  dir: tool("Direction", "Direction of the page", "transfer", [
    { value: "auto", title: "Direction of the language" },
    { value: "ltr", title: "Left to right" },
    { value: "rtl", title: "Right to left" },
  ]),
  locale: tool(
    "Locale",
    "Language, and locale of dates and numbers",
    "globe",
    ["en", "en-GB", "en-AU", "en-IN", ...locales.map(({ code }) => code)].map((value) => ({
      value,
      title: nameOfLanguage(value),
    })),
  ),
  role: tool(
    "Role",
    "Flow and Live: who looks",
    "user",
    Object.entries(ROLES).map(([value, { title }]) => ({ value, title })),
  ),
  latency: tool("Latency", "Flow and Live: how late each answer is", "timer", [
    { value: "0", title: "No latency" },
    { value: "300", title: "300 ms late" },
    { value: "1000", title: "1 s late" },
    { value: "3000", title: "3 s late" },
  ]),
  trouble: tool("Trouble", "Flow and Live: what goes wrong", "lightning", [
    { value: "none", title: "No trouble" },
    { value: "offline", title: "Network down" },
    { value: "401", title: "401 Signed out" },
    { value: "403", title: "403 Forbidden" },
    { value: "429", title: "429 Too many requests" },
    { value: "500", title: "500 Back end fails" },
    { value: "stripe_down", title: "Stripe is down" },
    { value: "slow", title: "No answer, timed out" },
  ]),
};
