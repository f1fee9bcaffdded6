import { render } from "@testing-library/react";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { en } from "../../../src/messages/en.js";
import { flat, outline } from "../../support/outline.js";
import { shownStates } from "../../support/shownStates.js";
import { isWallDrawn, StateWall } from "../../support/StateWall.js";

// Chromium's own accessibility tree: what its bridges hand to screen readers.

const CONTROLS = new Set(["button", "combobox", "link", "menuitem", "checkbox", "textbox"]);

test("every state is a group with a heading, its status in words, a named list, and controls that all have a name", async () => {
  render(<StateWall states={shownStates} />);
  await expect.poll(() => isWallDrawn(shownStates), { timeout: 40_000 }).toBe(true);
  const cards = flat(await commands.accessibleTree()).filter(({ role, name }) => role === "group" && name === "Stripe");
  expect(cards).toHaveLength(shownStates.length);
  for (const [index, { name, state, known }] of shownStates.entries()) {
    const nodes = flat(cards[index] as (typeof cards)[number]);
    const of = (role: string) => nodes.filter((node) => node.role === role);
    const connection = known ?? (typeof state === "object" && "status" in state ? state : null);

    expect(
      of("heading").map((node) => [node.name, node.properties["level"]]),
      name,
    ).toEqual([["Stripe", 2]]);
    expect(
      nodes.filter((node) => CONTROLS.has(node.role) && !node.name.trim()),
      name,
    ).toEqual([]);
    // Drawings say nothing by themselves.
    expect([...of("image"), ...of("img")], name).toEqual([]);
    if (!connection) continue;

    expect(
      of("StaticText").map((node) => node.name),
      name,
    ).toContain(en.status[connection.status]);
    const card = document.querySelector(`[data-shown="${name}"]`) as HTMLElement;
    const rows = [...card.querySelectorAll('[data-part="rows"] > li:not([hidden])')];
    const lists = of("list").filter((list) => list.name === "What Stripe needs");
    expect(
      lists.map((list) => list.children.filter(({ role }) => role === "listitem").length),
      name,
    ).toEqual(rows.length > 0 ? [rows.length] : []);
    // A row says all that it shows, and when it is due.
    for (const row of rows.flatMap((one) => [...one.querySelectorAll("button")])) {
      const title = row.querySelector("b")?.textContent ?? "?";
      const due = row.querySelector("time > bdi")?.textContent ?? "";
      const told = of("button").find((button) => button.name.startsWith(title));
      expect(told?.name, name).toContain(due);
    }
  }
}, 60_000);

const show = (key: keyof typeof fixtures) =>
  render(<StripeConnectionCard adapter={fixtureAdapter(fixtures[key])} platformName="Acme Cloud" timeZone="UTC" />);
const heard = async () => outline(await commands.accessibleTree()).slice(1);

test("what is read of a card that needs details", async () => {
  show("identityDocument");
  await expect.element(page.getByText("in 2 days")).toBeVisible();
  // The words of the row are a part of their own.
  await expect.element(page.getByText(/^Stripe couldn't read the photo/)).toBeVisible();
  expect(await heard()).toEqual([
    'group "Stripe"',
    'heading "Stripe" level=2',
    "Acme Ltd",
    "In progress",
    'button "More actions" hasPopup=menu',
    "Stripe needs 1 more detail before you can publish plans.",
    "Started by Jane Smith on Nov 20, 2026.",
    'list "What Stripe needs"',
    "listitem",
    'button "Proof of identity for Jenny Rosen Stripe couldn\'t read the photo because it was blurry or dark. Take a new one in good light and upload it in color. Due Nov 24 in 2 days"',
    "time",
    'button "Update Stripe information"',
    'button "Why is this still in progress?"',
    "status",
    "status",
  ]);
});

test("what is read of one that works", async () => {
  show("connectedTestMode");
  await expect.element(page.getByText("Connected", { exact: true })).toBeVisible();
  expect(await heard()).toEqual([
    'group "Stripe"',
    'heading "Stripe" level=2',
    "Acme Ltd",
    "Test mode",
    "Connected",
    'button "More actions" hasPopup=menu',
    "Stripe is syncing. You're ready to publish plans.",
    'button "Update Stripe information"',
    "DescriptionList",
    'term "Payments"',
    "definition",
    "Active",
    'term "Payouts"',
    "definition",
    "Active",
    'term "Account"',
    "definition",
    "acct_…9xQ2",
    'term "Last checked"',
    "definition",
    "1 min. ago",
    "status",
    "status",
  ]);
});

test("what is read of the menu and the dialog, and nothing of the page behind", async () => {
  show("connected");
  await page.getByRole("button", { name: "More actions" }).click();
  await expect.element(page.getByRole("menuitem", { name: "Update Stripe information" })).toHaveFocus();
  const lines = await heard();
  expect(lines.slice(lines.indexOf('menu "More actions"') - 1, lines.indexOf('menuitem "Disconnect"') + 1)).toEqual([
    'button "More actions" expanded hasPopup=menu',
    'menu "More actions"',
    "group",
    'menuitem "Update Stripe information" focused',
    'menuitem "Check status now"',
    'menuitem "Copy account ID"',
    'menuitem "Copy support details"',
    "group",
    "separator",
    'menuitem "Disconnect"',
  ]);
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await expect
    .element(page.getByRole("button", { name: "Disconnect billing connection" }))
    .not.toHaveAttribute("aria-disabled");
  await expect.element(page.getByRole("button", { name: "Cancel" })).toHaveFocus();
  const STOPS = [
    "Your plans stop being available to customers.",
    "No new payments are taken.",
    "To connect again, you set up a new Stripe account.",
  ];
  expect((await heard()).filter((line) => !line.startsWith("ListMarker"))).toEqual([
    `alertdialog "Disconnect Stripe?" modal, This can't be undone. ${STOPS.join(" ")} Acme Ltd acct_1SMplFixture9xQ2 The Stripe account is closed for good.`,
    'heading "Disconnect Stripe?" level=2',
    "This can't be undone.",
    "list",
    ...STOPS.flatMap((text) => ["listitem", text]),
    "Acme Ltd",
    "code",
    "acct_1SMplFixture9xQ2",
    "The Stripe account is closed for good.",
    'button "Cancel" focused',
    'button "Disconnect billing connection"',
  ]);
});
