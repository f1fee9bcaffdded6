import { render, screen } from "@testing-library/react";
import { type CardLook, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { afterEach, expect, test } from "vitest";
import { commands } from "vitest/browser";

afterEach(() => commands.emulateMedia(null));

const show = (fixture: FixtureKey, look: CardLook = {}, width = 320) =>
  render(
    <div style={{ inlineSize: width }}>
      <StripeConnectionCard
        platformName="Acme Cloud"
        theme={{ colorScheme: "dark", tokens: { muted: "#ddd" } }}
        adapter={fixtureAdapter(fixtures[fixture])}
        initialConnection={fixtures[fixture]}
        {...look}
      />
    </div>,
  );
const card = () => document.querySelector<HTMLElement>('[data-rsc="connection-card"]') as HTMLElement;
const colourOf = (element: HTMLElement) => getComputedStyle(element).color;

test("on paper a dark card is black on white: status, sentence, what is asked for and the facts, and nothing to press", async () => {
  show("connectedDueSoon");
  // The words of what is asked for are a part of their own.
  await screen.findByText("Tax ID");
  await commands.emulateMedia({ media: "print" });
  expect(getComputedStyle(card()).backgroundColor).toBe("rgb(255, 255, 255)");
  for (const text of ["Stripe is syncing. You're ready to publish plans.", "Payments", "Last checked", "Acme Ltd"]) {
    expect(colourOf(screen.getByText(text)), text).toBe("rgb(0, 0, 0)");
  }
  expect(screen.getByText("Connected")).toBeVisible();
  expect(screen.getByText("Tax ID")).toBeVisible();
  expect(screen.queryByRole("button", { name: "More actions" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Update Stripe information" })).toBeNull();
});

test("on paper the account stands without the way to its dashboard", async () => {
  show("connectedExpress");
  const way = await screen.findByText("Open Stripe dashboard");
  expect(way).toBeVisible();
  await commands.emulateMedia({ media: "print" });
  expect(way).not.toBeVisible();
  expect(screen.getByText("acct_…9xQ2")).toBeVisible();
});

test("on paper all of many rows stand, and no way to more of them", async () => {
  show("manyRequirements");
  const rows = [...card().querySelectorAll('[data-part="rows"] > li')];
  const shown = () => rows.filter((row) => row.getBoundingClientRect().height > 30).length;
  const more = screen.getByRole("button", { name: /^Show \d+ more$/ });
  expect(rows.length).toBeGreaterThan(5);
  expect(shown()).toBe(5);
  expect(more).toBeVisible();
  await commands.emulateMedia({ media: "print" });
  expect(shown()).toBe(rows.length);
  expect(more).not.toBeVisible();
});

test.each([{ elevation: "flat" }, { density: "compact" }, { elevation: "flat", density: "compact" }] as const)(
  "%j fits at 320 pixels",
  (look) => {
    const { unmount } = show("connectedDueSoon", look);
    for (const element of card().querySelectorAll<HTMLElement>("*:not([data-part=announcer])")) {
      expect(element.getBoundingClientRect().right, element.outerHTML.slice(0, 80)).toBeLessThanOrEqual(
        card().getBoundingClientRect().right + 1,
      );
    }
    unmount();
  },
);

test("flat, it starts where what is around it starts", () => {
  show("connected", { elevation: "flat" });
  const { left } = card().getBoundingClientRect();
  for (const part of ["mark", "lead", "facts"]) {
    const element = card().querySelector(`[data-part="${part}"]`);
    expect(element?.getBoundingClientRect().left, part).toBe(left);
  }
  expect(getComputedStyle(card()).borderStyle).toBe("none");
});

test("compact, it is lower", () => {
  const { unmount } = show("detailsNeeded");
  const { height } = card().getBoundingClientRect();
  unmount();
  show("detailsNeeded", { density: "compact" });
  expect(card().getBoundingClientRect().height).toBeLessThan(height - 40);
});
