import { render } from "@testing-library/react";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, describe, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { cutOff } from "../../support/cutOff.js";
import { isWallDrawn, StateWall } from "../../support/StateWall.js";

const drawWall = async (width?: number) => {
  render(<StateWall {...(width === undefined ? {} : { width })} />);
  await expect.poll(() => isWallDrawn(), { timeout: 40_000 }).toBe(true);
};
const openMenu = async () => {
  render(<StripeConnectionCard adapter={fixtureAdapter(fixtures.connected)} platformName="Acme Cloud" />);
  await page.getByRole("button", { name: "More actions" }).click();
  await expect.element(page.getByRole("menu")).toBeVisible();
};
const openDialog = async () => {
  await openMenu();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await expect.element(page.getByText("This can't be undone.")).toBeVisible();
};
const openReasons = async () => {
  render(<StripeConnectionCard adapter={fixtureAdapter(fixtures.detailsNeeded)} platformName="Acme Cloud" />);
  await page.getByRole("button", { name: "Why is this still in progress?" }).click();
  await expect.element(page.getByRole("button", { name: /^Fix this/ }).first()).toBeVisible();
};
const PLACES: [string, () => Promise<unknown>][] = [
  ["in any state", () => drawWall()],
  ["in any state, 320 pixels wide", () => drawWall(320)],
  ["in the menu", openMenu],
  ["in the dialog", openDialog],
  ["in the reasons", openReasons],
];

/** What can be pressed and is smaller than that, each with its measures; half a pixel is rounding. */
function smallerThan(pixels: number): string[] {
  return [...document.querySelectorAll<HTMLElement>("[data-rsc] :is(button, select, a, summary), [role=menuitem]")]
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < pixels - 0.5 || box.height < pixels - 0.5))
    .map(({ element, box }) => `${element.textContent} ${Math.round(box.width)} × ${Math.round(box.height)}`);
}

describe("targets", () => {
  afterEach(() => commands.touchScreen(false));

  test.each(PLACES)("are at least 24 by 24 pixels %s", async (_, open) => {
    await open();
    expect(smallerThan(24)).toEqual([]);
  });

  test.each(PLACES)("are at least 44 by 44 pixels under a finger %s", async (_, open) => {
    await commands.touchScreen(true);
    await expect.poll(() => matchMedia("(pointer: coarse)").matches).toBe(true);
    await open();
    expect(smallerThan(44)).toEqual([]);
  });
});

describe("B14 WCAG's wider text", () => {
  /** WCAG 1.4.12: what a reader may set without anything being cut off. */
  const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`;

  test.each(PLACES)("nothing is cut off %s", async (_, open) => {
    const style = document.head.appendChild(document.createElement("style"));
    style.textContent = SPACED;
    try {
      await open();
      expect(cutOff(document.body)).toEqual([]);
    } finally {
      style.remove();
    }
  });
});

describe("B14 letters twice as large", () => {
  test.each(PLACES)("nothing is cut off %s", async (_, open) => {
    await open();
    // As a browser zooms text alone: every size of letters and lines, and no other measure.
    const sizes = [...document.querySelectorAll<HTMLElement>("[data-rsc], [data-rsc] *")].map((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return { element, fontSize, lineHeight };
    });
    for (const { element, fontSize, lineHeight } of sizes) {
      element.style.setProperty("font-size", `${Number.parseFloat(fontSize) * 2}px`, "important");
      element.style.setProperty("line-height", `${Number.parseFloat(lineHeight) * 2}px`, "important");
    }
    expect(cutOff(document.body)).toEqual([]);
  });
});
