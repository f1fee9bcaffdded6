import { render } from "@testing-library/react";
import { type Connection, StripeConnectionCard, type StripeConnectionCardProps } from "react-stripe-connection";
import { fixtureAdapter, type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { describe, expect, test } from "vitest";
import { commands, page, userEvent } from "vitest/browser";

const keys = Object.keys(fixtures) as FixtureKey[];

function show(connection: Connection, width: number, extra: Partial<StripeConnectionCardProps> = {}) {
  return render(
    <div style={{ inlineSize: width }} data-testid="place">
      <StripeConnectionCard
        {...({ platformName: "Acme Cloud", timeZone: "UTC", ...extra } as { platformName: string })}
        adapter={fixtureAdapter(connection)}
        initialConnection={connection}
      />
    </div>,
  );
}
const card = () => document.querySelector('[data-rsc="connection-card"]') as HTMLElement;

/** What stands out of the card, or is cut off in it. */
function spills(): string[] {
  const box = card().getBoundingClientRect();
  return [...card().querySelectorAll<HTMLElement>("*")]
    .filter((element) => !element.closest('[data-part="announcer"], [data-part="hidden"], [data-part="bar"]'))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const cut =
        getComputedStyle(element).textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1;
      return width > 0 && (left < box.left - 1 || right > box.right + 1 || (cut && element.clientWidth > 0));
    })
    .map((element) => element.outerHTML.slice(0, 120));
}

describe("B14 from 320 to 1200 pixels, both directions", () => {
  test.each(keys)("%s fits", async (key) => {
    for (const dir of ["ltr", "rtl"] as const) {
      for (const width of [320, 480, 1200]) {
        const { unmount } = show(fixtures[key], width, { dir });
        await expect.element(page.getByText("Stripe", { exact: true })).toBeVisible();
        expect(spills(), `${dir} ${width}`).toEqual([]);
        unmount();
      }
    }
  });

  test("a page of 320 pixels has nothing to scroll sideways", async () => {
    await page.viewport(320, 800);
    try {
      show(fixtures.manyRequirements, 320);
      await expect.element(page.getByRole("list", { name: "What Stripe needs" })).toBeVisible();
      await page.getByRole("button", { name: "More actions" }).click();
      await expect.element(page.getByRole("menu")).toBeVisible();
      await page.getByRole("menuitem", { name: /Start over|Disconnect/ }).click();
      await expect.element(page.getByRole("alertdialog")).toBeVisible();
      const dialog = page.getByRole("alertdialog").element();
      expect(dialog.getBoundingClientRect().left).toBeGreaterThanOrEqual(0);
      expect(dialog.getBoundingClientRect().right).toBeLessThanOrEqual(320);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    } finally {
      await page.viewport(800, 600);
    }
  });

  test("a deadline is to be seen at 320 pixels", async () => {
    show(fixtures.identityDocument, 320);
    const due = page.getByText(/^Due /);
    await expect.element(due).toBeVisible();
    expect(due.element().getBoundingClientRect().width).toBeGreaterThan(30);
  });

  test("right to left the badge stands on the left", async () => {
    show(fixtures.connected, 600, { dir: "rtl" });
    await expect.element(page.getByText("Connected", { exact: true })).toBeVisible();
    const mark = card().querySelector('[data-part="mark"]') as HTMLElement;
    const badge = card().querySelector('[data-rsc="status-badge"]') as HTMLElement;
    expect(badge.getBoundingClientRect().right).toBeLessThan(mark.getBoundingClientRect().left);
  });
});

describe("looks", () => {
  test("no ancestor of Stripe's form clips it or makes a new frame for what is fixed", async () => {
    show(fixtures.detailsNeeded, 600);
    await page.getByRole("button", { name: "Update Stripe information" }).click();
    const region = page.getByRole("region", { name: "Update Stripe information" });
    await expect.element(region).toBeVisible();
    for (
      let element: Element | null = region.element();
      element && element !== card().parentElement;
      element = element.parentElement
    ) {
      const style = getComputedStyle(element);
      expect([
        style.contain,
        style.containerType,
        style.transform,
        style.filter,
        style.overflowX,
        style.overflowY,
      ]).toEqual(["none", "normal", "none", "none", "visible", "visible"]);
    }
  });

  test("B18 a variable of the host's on any ancestor colours the card, in either scheme", async () => {
    document.documentElement.style.setProperty("--rsc-accent", "rgb(1, 2, 3)");
    try {
      show(fixtures.notConnected, 600, { theme: { colorScheme: "dark" } });
      const button = page.getByRole("button", { name: "Connect Stripe account" });
      await expect.element(button).toHaveStyle({ backgroundColor: "rgb(1, 2, 3)" });
    } finally {
      document.documentElement.style.removeProperty("--rsc-accent");
    }
  });

  test("the theme is switched without drawing the card anew, and dark is dark", async () => {
    const { rerender } = show(fixtures.connected, 600, { theme: { colorScheme: "light" } });
    await expect.element(page.getByText("Connected", { exact: true })).toBeVisible();
    expect(getComputedStyle(card()).backgroundColor).toBe("rgb(255, 255, 255)");
    card().dataset["rscScheme"] = "dark";
    expect(getComputedStyle(card()).backgroundColor).toBe("rgb(22, 24, 29)");
    rerender(<div />);
  });

  test("B13 each status has a mark of its own shape", async () => {
    const shapes = new Set<string>();
    for (const key of ["notConnected", "connecting", "detailsNeeded", "connected", "actionNeeded"] as const) {
      const { unmount } = show(fixtures[key], 600);
      const dot = card().querySelector('[data-part="dot"]') as HTMLElement;
      const style = getComputedStyle(dot);
      shapes.add([style.borderTopWidth, style.borderRadius, style.transform, style.backgroundImage === "none"].join());
      unmount();
    }
    expect(shapes.size).toBe(5);
  });
});

test("keyboard only: from the first Tab to the form and back", async () => {
  await commands.routeConnectJs("hangs");
  show(fixtures.detailsNeeded, 600);
  await expect.element(page.getByRole("button", { name: "More actions" })).toBeVisible();
  document.body.focus();
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "More actions" })).toHaveFocus();
  await userEvent.tab();
  // By its title, which comes with the words of what is asked for.
  await expect.poll(() => document.activeElement?.textContent).toMatch(/^Proof of identity/);
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("heading", { name: "Update Stripe information" })).toHaveFocus();
  // The form's own region is here, with a heading of its own.
  await expect.element(page.getByText(/Stripe may open a small window/)).toBeVisible();
  await expect.element(page.getByRole("heading", { name: "Update Stripe information" })).toHaveFocus();
  await userEvent.tab();
  await expect.element(page.getByRole("button", { name: "Return to Acme Cloud" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("list", { name: "What Stripe needs" })).toBeVisible();
  await expect.poll(() => card().contains(document.activeElement)).toBe(true);
});

test("every target is at least 24 by 24 pixels, or stands apart", async () => {
  show(fixtures.detailsNeeded, 600);
  await page.getByRole("button", { name: "Why is this still in progress?" }).click();
  await expect.element(page.getByRole("button", { name: /^Fix this/ }).first()).toBeVisible();
  const small = [...card().querySelectorAll<HTMLElement>("button, select")].filter(
    (button) => button.dataset["part"] !== "link" && (button.offsetHeight < 24 || button.offsetWidth < 24),
  );
  expect(small).toEqual([]);
});
