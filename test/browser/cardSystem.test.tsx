import { render } from "@testing-library/react";
import { type Connection, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, type FixtureKey, fixtures, type FixtureState } from "react-stripe-connection/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands, page, userEvent } from "vitest/browser";

const STATUSES = ["notConnected", "connecting", "detailsNeeded", "connected", "actionNeeded"] as const;

const show = (state: FixtureState, initialConnection?: Connection) =>
  render(
    <StripeConnectionCard
      adapter={fixtureAdapter(state)}
      {...(initialConnection ? { initialConnection } : {})}
      platformName="Acme Cloud"
      timeZone="UTC"
    />,
  );
const showFixture = (key: FixtureKey) => show(fixtures[key], fixtures[key]);
const part = (selector: string) => document.querySelector(selector) as HTMLElement;

afterEach(() => commands.emulateMedia(null));

/** Colour of the nearest ground that is painted. */
function ground(element: Element | null): string {
  for (let at = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
  }
  return getComputedStyle(document.documentElement).backgroundColor;
}
function hasEdge(element: Element): boolean {
  const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
  return (
    borderTopStyle === "solid" &&
    Number.parseFloat(borderTopWidth) >= 1 &&
    borderTopColor !== ground(element.parentElement)
  );
}
const systemColour = (name: string) => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = name;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

describe("B13 forced colours", () => {
  beforeEach(() => commands.emulateMedia({ forcedColors: "active" }));

  test.each(STATUSES)("%s: badge, notices and buttons have an edge, and every word stands out", async (key) => {
    showFixture(key);
    await expect.element(page.getByText("Stripe", { exact: true })).toBeVisible();
    const parts = document.querySelectorAll(
      '[data-rsc="connection-card"], [data-rsc="status-badge"], [data-part="notice"], [data-part="button"], [data-part="rows"]',
    );
    expect(parts.length).toBeGreaterThan(1);
    expect([...parts].filter((one) => !hasEdge(one)).map(({ outerHTML }) => outerHTML.slice(0, 90))).toEqual([]);
    for (const element of document.querySelectorAll('[data-rsc="connection-card"] *')) {
      if (![...element.childNodes].some(({ nodeType, data }: ChildNode & { data?: string }) => nodeType === 3 && data))
        continue;
      expect(getComputedStyle(element).color, element.outerHTML.slice(0, 90)).not.toBe(ground(element));
    }
  });

  test("the marks of the badge are still five shapes that can be seen", async () => {
    const shapes = new Set<string>();
    for (const key of STATUSES) {
      const { unmount } = showFixture(key);
      const style = getComputedStyle(part('[data-part="dot"]'));
      const isFilled = style.backgroundImage !== "none" ? "half" : !style.backgroundColor.endsWith(", 0)");
      shapes.add([style.borderTopWidth, style.borderRadius, style.transform, isFilled].join());
      const drawn = [style.borderTopColor, style.backgroundColor, style.boxShadow, style.backgroundImage].join();
      expect(drawn, key).toContain(systemColour("CanvasText"));
      unmount();
    }
    expect(shapes.size).toBe(5);
  });

  test("work under way and what is loading can be seen", async () => {
    const { unmount } = showFixture("connecting");
    expect(getComputedStyle(part('[data-part="bar"]'), "::before").backgroundColor).toBe(systemColour("Highlight"));
    unmount();
    show("loading");
    for (const one of document.querySelectorAll('[data-part="skeleton"]')) expect(hasEdge(one)).toBe(true);
  });

  test("the focus and the current item of the menu have an outline", async () => {
    showFixture("connected");
    await userEvent.tab();
    const dots = page.getByRole("button", { name: "More actions" });
    await expect.element(dots).toHaveFocus();
    expect(getComputedStyle(dots.element()).outlineStyle).toBe("solid");
    await userEvent.keyboard("{Enter}");
    const first = page.getByRole("menuitem", { name: "Update Stripe information" });
    await expect.element(first).toHaveFocus();
    expect(getComputedStyle(first.element())).toMatchObject({ outlineStyle: "solid", outlineWidth: "2px" });
    expect(hasEdge(page.getByRole("menu").element())).toBe(true);
  });

  test("the dialog has an edge, and a button that is off looks off", async () => {
    render(
      <StripeConnectionCard
        adapter={fixtureAdapter(fixtures.connected, {
          preview: { blockers: [{ kind: "host", text: "An open invoice." }] },
        })}
        platformName="Acme Cloud"
      />,
    );
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Disconnect" }).click();
    const dialog = page.getByRole("alertdialog");
    await expect.element(dialog).toBeVisible();
    expect(hasEdge(dialog.element())).toBe(true);
    await expect.element(page.getByText("An open invoice.")).toBeVisible();
    const confirm = page.getByRole("button", { name: "Disconnect billing connection" });
    await expect.element(confirm).toHaveStyle({ color: systemColour("GrayText") });
    expect(getComputedStyle(page.getByRole("button", { name: "Cancel" }).element()).color).not.toBe(
      systemColour("GrayText"),
    );
  });
});

describe("B14 less motion", () => {
  const moving = () =>
    document.getAnimations().map(({ effect }) => (effect as KeyframeEffect).target?.getAttribute("data-part"));
  const walks: [string, () => Promise<void>][] = [
    ["the bar and the mark of work under way", async () => void showFixture("connecting")],
    ["what is loading", async () => void show("loading")],
    [
      "the dialog",
      async () => {
        showFixture("connected");
        await page.getByRole("button", { name: "More actions" }).click();
        await page.getByRole("menuitem", { name: "Disconnect" }).click();
        await expect.element(page.getByRole("alertdialog")).toBeInTheDocument();
      },
    ],
  ];

  test.each(walks)("%s stands still", async (_, walk) => {
    await commands.emulateMedia({ reducedMotion: "reduce" });
    await walk();
    expect(moving()).toEqual([]);
  });

  test("and moves for everybody else", async () => {
    await commands.emulateMedia({ reducedMotion: "no-preference" });
    const { unmount } = showFixture("connecting");
    expect(moving()).toContain("bar");
    unmount();
    show("loading");
    expect(moving()).toContain("skeleton");
  });
});
