import { render } from "@testing-library/react";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, type FixtureState, fixtures } from "react-stripe-connection/testing";
import { afterEach, describe, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { axeViolations } from "../support/axeViolations.js";
import { shownStates } from "../support/shownStates.js";
import { atOnce, isWallDrawn, StateWall } from "../support/StateWall.js";

afterEach(() => commands.emulateMedia(null));

const LOOKS = [
  ["light", "ltr", "none"],
  ["light", "rtl", "none"],
  ["dark", "ltr", "none"],
  ["dark", "rtl", "none"],
  ["light", "ltr", "active"],
  ["light", "rtl", "active"],
] as const;

describe.each(LOOKS)("%s, %s, forced colours %s: nothing that axe knows to be wrong", (scheme, dir, forcedColors) => {
  test("in any state", async () => {
    await commands.emulateMedia({ forcedColors });
    // What is tried again for seconds is waited for where its direction is the common one.
    const states = dir === "ltr" ? shownStates : atOnce;
    render(<StateWall states={states} scheme={scheme} dir={dir} />);
    await expect.poll(() => isWallDrawn(states), { timeout: 40_000 }).toBe(true);
    expect(await axeViolations()).toEqual([]);
  }, 60_000);

  const show = async (state: FixtureState) => {
    await commands.emulateMedia({ forcedColors });
    const adapter = fixtureAdapter(state);
    render(
      <StripeConnectionCard adapter={adapter} platformName="Acme Cloud" dir={dir} theme={{ colorScheme: scheme }} />,
    );
  };

  test("in the open menu and the dialog", async () => {
    await show(fixtures.connected);
    await page.getByRole("button", { name: "More actions" }).click();
    await expect.element(page.getByRole("menu")).toBeVisible();
    expect(await axeViolations()).toEqual([]);
    await page.getByRole("menuitem", { name: "Disconnect" }).click();
    const confirm = page.getByRole("button", { name: "Disconnect billing connection" });
    await expect.element(confirm).not.toHaveAttribute("aria-disabled");
    expect(await axeViolations()).toEqual([]);
  });

  test("in the reasons, and where Stripe's form is to come", async () => {
    await commands.routeConnectJs("hangs");
    await show(fixtures.identityDocument);
    await page.getByRole("button", { name: "Why is this still in progress?" }).click();
    const fix = page.getByRole("button", { name: /^Fix this/ });
    await expect.element(fix).toBeVisible();
    expect(await axeViolations()).toEqual([]);
    await fix.click();
    await expect.element(page.getByText(/Stripe may open a small window/)).toBeVisible();
    expect(await axeViolations()).toEqual([]);
  });
});
