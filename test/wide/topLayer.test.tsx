import { render } from "@testing-library/react";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { surroundings } from "../support/surroundings.js";

// What stands in the host's page around the card has no part in where menu and dialog are, who sees a key first, and
// where the page is scrolled to.

const dots = page.getByRole("button", { name: "More actions", includeHidden: true });
const menu = page.getByRole("menu", { includeHidden: true });
const dialog = page.getByRole("alertdialog", { includeHidden: true });
const items = page.getByRole("menuitem", { includeHidden: true });
const button = (name: string) => page.getByRole("button", { name, includeHidden: true });

const sheets: HTMLStyleElement[] = [];
function style(css: string) {
  const sheet = document.createElement("style");
  sheet.textContent = css;
  document.head.append(sheet);
  sheets.push(sheet);
}

beforeEach(async () => {
  await userEvent.hover(document.body, { position: { x: 1, y: 1 } });
  window.scrollTo(0, 0);
});
afterEach(() => {
  for (const sheet of sheets.splice(0)) sheet.remove();
});

/** Where everything in the page is scrolled to. */
const scrolls = () =>
  [document.scrollingElement, ...document.querySelectorAll("*")]
    .filter((one): one is Element => one !== null && !one.closest("[role=menu], [role=alertdialog]"))
    .map(({ scrollTop }) => scrollTop);

const isOnTop = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
};

function expectInWindow(element: Element) {
  const box = element.getBoundingClientRect();
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(window.innerWidth);
  expect(box.bottom).toBeLessThanOrEqual(window.innerHeight);
}

/** In the window, beside its trigger, whole, and over all else. */
function expectMenuInPlace() {
  const [box, at] = [menu.element().getBoundingClientRect(), dots.element().getBoundingClientRect()];
  expectInWindow(menu.element());
  expect(Math.abs(box.right - at.right)).toBeLessThanOrEqual(1.5);
  const gap = Math.max(box.top - at.bottom, at.top - box.bottom);
  expect(gap).toBeGreaterThan(2.5);
  expect(gap).toBeLessThan(5.5);
  expect(items.elements()).toHaveLength(5);
  expect(items.elements().filter((item) => !isOnTop(item))).toEqual([]);
}

async function show(name: string) {
  const { css, around, scroll } = surroundings[name] as (typeof surroundings)[string];
  if (css) style(css);
  let closed = 0;
  const adapter = fixtureAdapter(fixtures.connected);
  render(
    around(
      <StripeConnectionCard
        adapter={adapter}
        platformName="Acme Cloud"
        timeZone="UTC"
        theme={{ colorScheme: "light" }}
      />,
      () => (closed += 1),
    ),
  );
  await expect.element(dots).toBeInTheDocument();
  scroll?.();
  // A host's dialog comes with an animation, and takes the focus at its end.
  await expect.poll(() => document.getAnimations().filter(({ playState }) => playState === "running")).toEqual([]);
  return { closed: () => closed };
}

const openBy = {
  pointer: () => dots.click(),
  async keyboard() {
    (dots.element() as HTMLElement).focus({ preventScroll: true });
    await userEvent.keyboard("{ArrowDown}");
  },
};

describe.each(Object.keys(surroundings))("in %s", (name) => {
  test("CL-F2 CL-F14 CL-N2 HO-10 the menu opens beside the dots, moves nothing, and closes alone", async () => {
    const host = await show(name);
    const before = scrolls();
    for (const open of [openBy.pointer, openBy.keyboard]) {
      await open();
      await expect.element(menu).toBeInTheDocument();
      await expect.poll(() => document.activeElement).toBe(items.elements()[0]);
      expectMenuInPlace();
      expect(scrolls()).toEqual(before);
      await userEvent.keyboard("{Escape}");
      await expect.element(menu).not.toBeInTheDocument();
      expect(document.activeElement).toBe(dots.element());
      expect(scrolls()).toEqual(before);
    }
    expect(host.closed()).toBe(0);
  });

  test("CL-F6 CL-F8 CL-F12 CL-F15 HO-10 the dialog is in the middle of the window with the focus on Cancel, keeps Tab, and closes alone", async () => {
    const host = await show(name);
    const before = scrolls();
    (dots.element() as HTMLElement).focus({ preventScroll: true });
    await userEvent.keyboard("{ArrowUp}{Enter}");
    const cancel = button("Cancel");
    await expect.poll(() => document.activeElement).toBe(cancel.query());
    await expect.element(button("Disconnect billing connection")).not.toHaveAttribute("aria-disabled");
    const box = dialog.element().getBoundingClientRect();
    expectInWindow(dialog.element());
    expect(Math.abs(box.left + box.right - document.documentElement.getBoundingClientRect().width)).toBeLessThan(40);
    expect([cancel, button("Disconnect billing connection")].filter((one) => !isOnTop(one.element()))).toEqual([]);
    // The backdrop covers the window.
    for (const [x, y] of [
      [2, 2],
      [window.innerWidth - 20, window.innerHeight - 20],
    ] as const) {
      expect(document.elementFromPoint(x, y)).toBe(dialog.element());
    }
    for (let i = 0; i < 5; i += 1) {
      await userEvent.keyboard(i < 3 ? "{Tab}" : "{Shift>}{Tab}{/Shift}");
      expect(dialog.element().contains(document.activeElement)).toBe(true);
    }
    expect(scrolls()).toEqual(before);
    // On the backdrop.
    await userEvent.click(dialog, { position: { x: -40, y: -40 }, force: true });
    expect(scrolls()).toEqual(before);
    expect(dialog.query()).not.toBeNull();
    expect(host.closed()).toBe(0);
    await userEvent.keyboard("{Escape}");
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(dots.element());
    expect(scrolls()).toEqual(before);
    expect(host.closed()).toBe(0);
  });
});
