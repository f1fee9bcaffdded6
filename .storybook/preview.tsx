import "@fontsource-variable/inter";
import type { Decorator, Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import { StoryScope } from "../stories/support/StoryScope.js";
import { globalTypes, initialGlobals, type StoryGlobals } from "../stories/support/toolbar.js";
import { DocsPage } from "./DocsPage.js";

// A machine that is busy takes its time; what comes is waited for no longer than it takes.
configure({ asyncUtilTimeout: 30_000 });

const onPage: Decorator = (Story, { globals, viewMode }) => (
  <StoryScope globals={globals as unknown as StoryGlobals} isInline={viewMode === "docs"}>
    <Story />
  </StoryScope>
);

const preview: Preview = {
  parameters: {
    layout: "fullscreen",
    docs: { container: DocsPage },
    controls: { expanded: true },
    // A story that breaks a rule of axe is a test that fails.
    a11y: { test: "error" },
    // The page of a story has its own ground, and the toolbar its own widths.
    backgrounds: { disable: true },
    options: {
      storySort: {
        order: [
          "Introduction",
          "Getting started",
          "Card",
          ["Wall", "Not connected", "Connecting", "In progress", "Connected", "Action needed", "Loading and failing"],
          "Parts",
          ["Status badge", "Menu and dialog", "Troubleshooting", "Stripe's form"],
          "Flow",
          "Live",
          "Scenarios",
          "Design",
          ["Theming playground", "Tokens", "Anatomy", "Words", "Accessibility"],
          "Build",
          ["Props", "Server", "Testing your page", "Content security"],
        ],
      },
    },
  },
  decorators: [onPage],
  initialGlobals: { ...initialGlobals },
  globalTypes,
};
export default preview;
