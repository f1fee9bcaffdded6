import { render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page, userEvent } from "vitest/browser";
import { StripeConnectionCard } from "../../src/index.js";
import { en } from "../../src/messages/en.js";
import { ar } from "../../src/messages/locales/ar.js";
import { fixtureAdapter, type FixtureAdapterOptions, type FixtureKey, fixtures } from "../../src/testing/index.js";
import { fontsAreThere } from "./fontsAreThere.js";
import { LOCALES, lookOf } from "./Sheet.js";
import { CLOCK, type Look, VARIANTS } from "./variants.js";

// What opens over the card or in it, in the same looks as the states.

beforeEach(async () => {
  vi.useFakeTimers({ now: CLOCK, toFake: ["Date"] });
  await commands.emulateMedia({ reducedMotion: "reduce" });
  await fontsAreThere();
});
afterEach(async () => {
  vi.useRealTimers();
  await commands.emulateMedia(null);
});

describe.each(Object.keys(VARIANTS) as Look[])("%s", (look) => {
  const variant = VARIANTS[look];
  const words = variant.locale === "ar" ? ar : en;

  const show = async (key: FixtureKey, height: number, options?: FixtureAdapterOptions) => {
    await page.viewport(variant.width + 40, height);
    const adapter = fixtureAdapter(fixtures[key], options);
    render(
      <main
        data-testid="page"
        style={{ ...lookOf(variant), minBlockSize: height, boxSizing: "border-box", padding: 20 }}
      >
        <StripeConnectionCard
          adapter={adapter}
          initialConnection={fixtures[key]}
          platformName="Acme Cloud"
          timeZone="UTC"
          allowFraming
          locale={variant.locale}
          locales={LOCALES}
          theme={{ colorScheme: variant.scheme }}
        />
      </main>,
    );
  };
  const press = (name: string) => page.getByRole("button", { name }).click();
  const isAsKept = async (name: string) => {
    // The pointer must not stand on what is drawn.
    await userEvent.hover(document.body, { position: { x: 1, y: 1 }, force: true });
    await expect.element(page.getByTestId("page")).toMatchScreenshot(`${look}-${name}`);
  };

  test("the menu", async () => {
    await show("connected", 420);
    (page.getByRole("button", { name: words.card.menu.label }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("menu")).toBeVisible();
    await isAsKept("menu");
  });

  test("the dialog, and what stands in its way", async () => {
    const blockers = [{ kind: "balance", balance: "available", amount: 124_550, currency: "usd" } as const];
    await show("connected", 560, {
      preview: { blockers, warnings: [{ kind: "host", text: "Invoices that are open stay open." }] },
    });
    (page.getByRole("button", { name: words.card.menu.label }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
    await page.getByRole("menuitem", { name: words.card.menu.disconnect }).click();
    await expect.element(page.getByText(/acct_1SMpl/)).toBeVisible();
    await isAsKept("dialog");
  });

  test("the reasons", async () => {
    await show("detailsNeeded", look === "narrow" ? 1500 : 1080);
    await press(words.card.troubleshoot.question);
    await expect
      .element(page.getByRole("button", { name: new RegExp(words.card.troubleshoot.fix) }).first())
      .toBeVisible();
    (document.activeElement as HTMLElement).blur();
    await isAsKept("reasons");
  });

  test("the place of Stripe's form, while it comes and where it can't", async () => {
    await commands.routeConnectJs("hangs");
    await show("detailsNeeded", 620);
    await press(words.card.menu.update);
    await expect.element(page.getByText(words.onboarding.signIn)).toBeVisible();
    await isAsKept("form");
  });
});
