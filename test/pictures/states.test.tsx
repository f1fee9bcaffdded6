import { render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { type ShownState, shownStates } from "../support/shownStates.js";
import { fontsAreThere } from "./fontsAreThere.js";
import { Sheet } from "./Sheet.js";
import { CLOCK, type Look, VARIANTS } from "./variants.js";

// Every state in four looks. At most six cards share a picture, so that all of them stay small and can be looked through;
// they are of one status, so that a state more changes no picture of another.

const PER_SHEET = 6;
const statusOf = ({ state }: ShownState) => (typeof state === "object" && "status" in state ? state.status : "unready");

const sheets: Record<string, ShownState[]> = {};
for (const status of new Set(shownStates.map(statusOf))) {
  const states = shownStates.filter((shown) => statusOf(shown) === status);
  for (let at = 0; at < states.length; at += PER_SHEET)
    sheets[`${status}-${at / PER_SHEET + 1}`] = states.slice(at, at + PER_SHEET);
}

beforeEach(async () => {
  vi.useFakeTimers({ now: CLOCK, toFake: ["Date"] });
  await commands.emulateMedia({ reducedMotion: "reduce" });
  await page.viewport(1240, 2600);
  await fontsAreThere();
});
afterEach(async () => {
  vi.useRealTimers();
  await commands.emulateMedia(null);
});

describe.each(Object.keys(VARIANTS) as Look[])("%s", (look) => {
  test.each(Object.entries(sheets))("%s", async (name, states) => {
    render(<Sheet states={states} variant={VARIANTS[look]} />);
    await everythingIsDrawn(states);
    await expect.element(page.getByTestId("sheet")).toMatchScreenshot(`${look}-${name}`);
  });
});

const count = (selector: string) => document.querySelectorAll(selector).length;

/** Answered or given up, and the words of the requirements are here. What loads has said that it takes its time. */
async function everythingIsDrawn(states: ShownState[]) {
  const loading = states.filter(({ state }) => state === "loading").length;
  const stale = states.filter(({ state, known }) => state instanceof Error && known).length;
  await expect
    .poll(
      () => [
        count("[data-loading]"),
        count('[data-part="slow"]:not(:has([data-part="hidden"]))'),
        count("[data-waits]"),
        count('[data-part="notice-actions"]') >= stale,
      ],
      { timeout: 20_000 },
    )
    .toEqual([loading, loading, 0, true]);
}
