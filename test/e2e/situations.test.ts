import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { SCENARIO_LABELS } from "../../stories/demo/scenarioLabels.js";
import { launchBrowser, openBillingPage } from "./billingPage.js";

const origin = inject("demoOrigin");
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

it("the drawer brings the account from one situation into the next, and the card tells each", async () => {
  const context = await browser.newContext();
  const { page, card, button, status, complaints } = await openBillingPage(context, origin);
  await button("Connect Stripe account").click();
  await status("In progress");
  await button("Stripe simulator").click();
  const situations = page.getByRole("combobox", { name: "Situations" });
  expect(await situations.getByRole("option").allTextContents()).toEqual(Object.values(SCENARIO_LABELS));

  const steps: [name: keyof typeof SCENARIO_LABELS, badge: string, text: string][] = [
    ["connected", "Connected", "You're ready to publish plans."],
    ["identityDocumentBlurry", "Action needed", "blurry"],
    ["rejectedByPlatform", "Action needed", "can't support this account."],
    ["futureRequirements", "Connected", "Stripe will need your confirmation of the owners"],
    ["listed", "In progress", "Stripe is reviewing this account."],
    ["removedAtStripe", "Not connected", "This account was removed at Stripe"],
  ];
  for (const [name, badge, text] of steps) {
    await situations.selectOption(name);
    await button("Start").click();
    await card.getByText(text).first().waitFor();
    await status(badge);
    // The next one can begin.
    if (name !== "removedAtStripe") await page.locator('[data-part="situation"] button:not([aria-disabled])').waitFor();
  }
  expect(complaints).toEqual([]);
  await context.close();
});
