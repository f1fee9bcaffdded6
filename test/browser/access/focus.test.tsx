import { act, render } from "@testing-library/react";
import { type Connection, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page, userEvent } from "vitest/browser";

const card = () => document.querySelector('[data-rsc="connection-card"]') as HTMLElement;
const heading = page.getByRole("heading", { name: "Stripe" });
const dots = page.getByRole("button", { name: "More actions" });
const update = page.getByRole("button", { name: "Update Stripe information" });
const item = (name: string) => page.getByRole("menuitem", { name });
const focusOn = async (locator: typeof dots) => {
  await expect.element(locator).toBeVisible();
  (locator.element() as HTMLElement).focus();
};

/** A card, and a way for its back end to push what changed. */
function show(first: Connection) {
  const adapter = fixtureAdapter("loading");
  const draw = (connection: Connection) => (
    <>
      <button type="button">Before</button>
      <StripeConnectionCard adapter={adapter} initialConnection={connection} platformName="Acme Cloud" timeZone="UTC" />
      <button type="button">After</button>
    </>
  );
  const { rerender } = render(draw(first));
  let revision = first.revision + 100;
  return (next: Connection) => {
    revision += 1;
    const change = { scope: first.scope, revision, serverTime: "2026-11-22T14:03:00.000Z" };
    return act(async () => rerender(draw({ ...next, ...change })));
  };
}

/** Where Tab goes, from the top of the page, until it is through. */
async function tabOrder(): Promise<string[]> {
  (document.activeElement as HTMLElement | null)?.blur();
  const seen: string[] = [];
  await focusOn(page.getByRole("button", { name: "Before" }));
  for (let count = 0; count < 30; count += 1) {
    await userEvent.tab();
    const at = document.activeElement;
    const name = at?.getAttribute("aria-label") ?? at?.querySelector("b")?.textContent ?? at?.textContent ?? "";
    if (name === "After") return seen;
    seen.push(name);
  }
  throw new Error(`Tab does not come out of the card: ${seen.join(", ")}`);
}

beforeEach(async () => {
  await commands.routeConnectJs("hangs");
  // The pointer must not stand on what the next test draws.
  await userEvent.hover(document.body, { position: { x: 1, y: 1 } });
});

describe("Tab", () => {
  test("goes through a card in the order in which it is read, forth and back", async () => {
    show(fixtures.detailsNeeded);
    // The rows have their own words.
    await expect.element(page.getByRole("button", { name: /^Business website/ })).toBeVisible();
    const order = await tabOrder();
    expect(order).toEqual([
      "More actions",
      "Proof of identity for Jenny Rosen",
      "Business website",
      "Customer support contact",
      "Bank account",
      "Update Stripe information",
      "Why is this still in progress?",
    ]);
    for (const name of order.toReversed()) {
      await userEvent.tab({ shift: true });
      expect(document.activeElement?.textContent || document.activeElement?.getAttribute("aria-label")).toContain(name);
    }
  });

  test("comes to the country before the button", async () => {
    show(fixtures.notConnectedCountries);
    expect(await tabOrder()).toEqual([expect.stringContaining("Choose a country"), "Connect Stripe account"]);
  });

  test("shows a ring wherever it stops", async () => {
    show(fixtures.identityDocument);
    await focusOn(page.getByRole("button", { name: "Why is this still in progress?" }));
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("button", { name: /^Fix this/ })).toBeVisible();
    await focusOn(page.getByRole("button", { name: "Before" }));
    for (;;) {
      await userEvent.tab();
      const at = document.activeElement as HTMLElement;
      if (at.textContent === "After") return;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      expect([outlineStyle, outlineWidth], at.outerHTML.slice(0, 90)).toEqual(["solid", "2px"]);
    }
  });
});

describe("the menu", () => {
  const opened = async () => {
    show(fixtures.connected);
    await focusOn(dots);
    await userEvent.keyboard("{Enter}");
    await expect.element(item("Update Stripe information")).toHaveFocus();
  };

  test("arrows go round, Home and End to its ends", async () => {
    await opened();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(item("Check status now")).toHaveFocus();
    await userEvent.keyboard("{End}");
    await expect.element(item("Disconnect")).toHaveFocus();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(item("Update Stripe information")).toHaveFocus();
    await userEvent.keyboard("{ArrowUp}");
    await expect.element(item("Disconnect")).toHaveFocus();
    await userEvent.keyboard("{Home}");
    await expect.element(item("Update Stripe information")).toHaveFocus();
  });

  test("letters go to the item that begins with them", async () => {
    await opened();
    // A word is forgotten when nobody goes on with it for a while: here that is not a matter of the machine.
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      await userEvent.keyboard("copy s");
      await expect.element(item("Copy support details")).toHaveFocus();
    } finally {
      vi.useRealTimers();
    }
  });

  test.each(["{Enter}", " "])("%j on an item does it, with the focus back on the dots", async (key) => {
    await opened();
    await userEvent.keyboard("{ArrowDown}");
    await expect.element(item("Check status now")).toHaveFocus();
    await userEvent.keyboard(key);
    await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
    await expect.element(dots).toHaveFocus();
  });
});

describe("the focus is never lost", () => {
  test("from the menu to the dialog and back to the page", async () => {
    show(fixtures.connected);
    const adapter = fixtureAdapter(fixtures.connected);
    render(
      <StripeConnectionCard adapter={adapter} platformName="Acme Cloud" aria-label="Second" data-testid="second" />,
    );
    const second = page.getByTestId("second");
    await focusOn(second.getByRole("button", { name: "More actions" }));
    await userEvent.keyboard("{Enter}");
    // Seen before the focus is in it.
    await expect.element(item("Update Stripe information")).toHaveFocus();
    await userEvent.keyboard("{End}");
    await expect.element(item("Disconnect")).toHaveFocus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("button", { name: "Cancel" })).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("alertdialog")).not.toBeInTheDocument();
    await expect.element(second.getByRole("button", { name: "More actions" })).toHaveFocus();
    await userEvent.tab();
    expect(second.element().contains(document.activeElement)).toBe(true);
  });

  test("B2 where a change of status takes the pressed button away", async () => {
    const push = show(fixtures.detailsNeeded);
    await focusOn(update);
    await push(fixtures.inReview);
    await expect.element(update).not.toBeInTheDocument();
    await expect.element(heading).toHaveFocus();
  });

  test("B2 where a row is done while it has the focus", async () => {
    const push = show(fixtures.detailsNeeded);
    await focusOn(page.getByRole("button", { name: /^Business website/ }));
    const requirements = fixtures.detailsNeeded.requirements.filter(({ key }) => key !== "business_profile.url");
    await push({ ...fixtures.detailsNeeded, requirements });
    await expect.element(page.getByRole("button", { name: /^Business website/ })).not.toBeInTheDocument();
    await expect.element(heading).toHaveFocus();
    // A row above or below that is done takes nothing away from where the person is.
    await focusOn(page.getByRole("button", { name: /^Bank account/ }));
    await push({
      ...fixtures.detailsNeeded,
      requirements: requirements.filter(({ key }) => key === "external_account"),
    });
    await expect.element(page.getByRole("button", { name: /^Proof of identity/ })).not.toBeInTheDocument();
    await expect.element(page.getByRole("button", { name: /^Bank account/ })).toHaveFocus();
  });

  test("where the choice of a country comes or goes", async () => {
    const push = show(fixtures.notConnected);
    const connect = page.getByRole("button", { name: "Connect Stripe account" });
    await focusOn(connect);
    await push(fixtures.notConnectedCountries);
    await expect.element(page.getByRole("combobox", { name: "Country of your business" })).toBeVisible();
    await expect.element(connect).toHaveFocus();
    await focusOn(page.getByRole("combobox", { name: "Country of your business" }));
    await push(fixtures.notConnected);
    await expect.element(page.getByRole("combobox")).not.toBeInTheDocument();
    await expect.element(heading).toHaveFocus();
  });

  test("where the country is missing it goes to the country, which says so", async () => {
    show(fixtures.notConnectedCountries);
    await focusOn(page.getByRole("button", { name: "Connect Stripe account" }));
    await userEvent.keyboard("{Enter}");
    const country = page.getByRole("combobox", { name: "Country of your business" });
    await expect.element(country).toHaveFocus();
    await expect.element(country).toHaveAttribute("aria-invalid", "true");
    await expect.element(page.getByRole("alert")).toBeVisible();
  });

  test("where everything of the card goes, and all comes back", async () => {
    const push = show(fixtures.connected);
    await focusOn(dots);
    await push(fixtures.disconnected);
    await expect.element(page.getByText("Not connected", { exact: true })).toBeVisible();
    expect(card().contains(document.activeElement)).toBe(true);
    await expect.element(heading).toHaveFocus();
    // It is not taken from somebody who is elsewhere.
    await focusOn(page.getByRole("button", { name: "After" }));
    await push({ ...fixtures.connecting, generation: 2 });
    await expect.element(page.getByText("Connecting", { exact: true })).toBeVisible();
    await expect.element(page.getByRole("button", { name: "After" })).toHaveFocus();
  });
});
