import "@fontsource-variable/inter";
import type { Decorator, Preview } from "@storybook/react-vite";
import { locales, nameOfLanguage } from "../stories/support/locales.js";
import { type StoryGlobals, StoryScope } from "../stories/support/StoryScope.js";

const onPage: Decorator = (Story, { globals }) => (
  <StoryScope globals={globals as unknown as StoryGlobals}>
    <Story />
  </StoryScope>
);

const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    // A story that breaks a rule of axe is a test that fails.
    a11y: {
      test: "error",
      // Base UI's guards take the focus only to hand it on at once, which axe can't know.
      context: { exclude: ["[data-base-ui-focus-guard]"] },
    },
    options: {
      storySort: { order: ["Introduction", "Card", ["Wall"], "Overlays", "Onboarding", "Parts", "Live", "Words"] },
    },
  },
  decorators: [onPage],
  initialGlobals: { theme: "light", dir: "auto", locale: "en" },
  globalTypes: {
    theme: {
      description: "Colour scheme",
      toolbar: {
        title: "Theme",
        icon: "contrast",
        items: [
          { value: "light", title: "Light", icon: "sun" },
          { value: "dark", title: "Dark", icon: "moon" },
        ],
        dynamicTitle: true,
      },
    },
    dir: {
      description: "Direction",
      toolbar: {
        title: "Direction",
        icon: "transfer",
        items: [
          { value: "auto", title: "Of the language" },
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
        dynamicTitle: true,
      },
    },
    locale: {
      description: "Language, and locale of dates and numbers",
      toolbar: {
        title: "Locale",
        icon: "globe",
        items: ["en", "en-GB", "en-AU", "en-IN", ...locales.map(({ code }) => code)].map((value) => ({
          value,
          title: nameOfLanguage(value),
        })),
        dynamicTitle: true,
      },
    },
  },
};
export default preview;
