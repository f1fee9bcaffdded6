/// <reference types="vite/client" />
import { composeStory, type Meta, type StoryObj } from "@storybook/react-vite";
import { render } from "@testing-library/react";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import preview from "../../.storybook/preview.js";
import { axeViolations } from "../support/axeViolations.js";

// `npm run check:access`: every story in six looks. What is quick enough for every run is in test/browser/access.

type Module = { default: Meta } & Record<string, StoryObj>;
const files = import.meta.glob<Module>("../../stories/**/*.stories.tsx", { eager: true });
const stories = Object.values(files).flatMap(({ default: meta, ...exported }) =>
  Object.entries(exported).map(([name, story]) => ({ title: `${meta.title}/${name}`, name, story, meta })),
);

/** What says of itself that Vitest can't play it is shown as it opens. */
const asItOpens = { play: () => Promise.resolve() };

const LOOKS = (["light", "dark", "forced"] as const).flatMap((look) =>
  (["ltr", "rtl"] as const).map((dir) => ({ look, dir })),
);

afterEach(() => commands.emulateMedia(null));

const found = { shown: 0, violations: 0 };
afterAll(() => {
  console.log(`${stories.length} stories, ${found.shown} looks at them, ${found.violations} violations`);
});

test("there are stories to look at", () => {
  expect(stories.length).toBeGreaterThan(80);
});

test.each([
  ["none", "auto", 1],
  ["active", "auto", 0],
  ["active", "none", 1],
] as const)("with colours forced: %s, adjusted: %s, pale letters are found %i times", async (forced, adjust, times) => {
  await commands.emulateMedia({ forcedColors: forced });
  render(<p style={{ color: "#bbb", background: "#fff", forcedColorAdjust: adjust }}>Hardly there</p>);
  expect(await axeViolations()).toHaveLength(times);
});

describe.each(LOOKS)("$look, $dir", ({ look, dir }) => {
  test.each(stories)(
    "$title",
    async ({ name, story, meta }) => {
      await commands.emulateMedia({ forcedColors: look === "forced" ? "active" : "none", reducedMotion: "reduce" });
      const initialGlobals = { ...preview.initialGlobals, theme: look === "dark" ? "dark" : "light", dir };
      const own = meta.tags?.includes("!test") ? { ...story, ...asItOpens } : story;
      const shown = composeStory(own, meta, { ...preview, initialGlobals }, name);
      await shown.run();
      await settled();
      const violations = await axeViolations();
      found.shown += 1;
      found.violations += violations.length;
      expect(violations.join("\n")).toBe("");
    },
    120_000,
  );
});

/** Drawn, with the words that come late: nothing has changed for a while. */
async function settled() {
  let before = "";
  await expect
    .poll(
      () => {
        const now = document.body.innerHTML;
        const isStill = now === before;
        before = now;
        return isStill;
      },
      { interval: 150, timeout: 20_000 },
    )
    .toBe(true);
}
