import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type BillingPage, type Drawer, drawerOf, launchBrowser, openBillingPage } from "./billingPage.js";

const origin = inject("demoOrigin");
let browser: Browser;
let context: BrowserContext;
let billing: BillingPage;
let drawer: Drawer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  drawer = drawerOf(context, origin);
  billing = await openBillingPage(context, origin);
  return async () => {
    await drawer.calm();
    await context.close();
  };
});

async function connect(): Promise<void> {
  await billing.button("Connect Stripe account").click();
  await billing.status("In progress");
}

describe("what goes wrong", () => {
  it("C1 a blocked connect.js says so, and Try again opens the form without a reload", async () => {
    const { page, button } = billing;
    await connect();
    await drawer.fault("connectJsBlocked", true);
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    await button("Update Stripe information").click();
    await page.getByText("Stripe didn't load.").waitFor();
    await drawer.fault("connectJsBlocked", false);
    await button("Try again").click();
    await button("Add information").click();
    await button("Use test data").waitFor();
    expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
    // Chromium's own line about the answer 503, and nothing of ours.
    expect(billing.complaints.filter((complaint) => !complaint.includes("503"))).toEqual([]);
  });

  it("E11 while Stripe is down nothing is made, and afterwards one account is", async () => {
    const { accountsAtStripe } = await drawer.fault("down", true);
    await billing.button("Connect Stripe account").click();
    await billing.page.getByText("Stripe can't be reached right now.").waitFor();
    expect((await drawer.view()).accountsAtStripe).toBe(accountsAtStripe);
    await drawer.fault("down", false);
    // Whether Stripe made one is not known after a 503, so the server asks again with the same key.
    await billing.status("In progress");
    expect((await drawer.view()).accountsAtStripe).toBe(accountsAtStripe + 1);
  });

  it("shows what was missed as soon as somebody asks, where webhooks are held back", async () => {
    const { page, button } = billing;
    await connect();
    await drawer.fault("webhooksHeld", true);
    await drawer.act({ action: "startReview" });
    await button("More actions").click();
    await page.getByRole("menuitem", { name: "Check status now" }).click();
    await page.getByText("Stripe is reviewing this account.").first().waitFor();
    await drawer.act({ action: "removeAccount" });
    // What was held comes late and in a heap, and ends at the truth all the same.
    await drawer.fault("webhooksHeld", false);
    await page.getByText("This account was removed at Stripe").first().waitFor();
    await billing.status("Not connected");
  });

  it("A10 an ended session says so, and signing in again goes on where it was", async () => {
    const { page, button } = billing;
    await connect();
    await button("Stripe simulator").click();
    await page.getByRole("switch", { name: "Session expired" }).click();
    await button("More actions").click();
    await page.getByRole("menuitem", { name: "Check status now" }).click();
    await page.getByText("Your Acme Cloud session has ended.").waitFor();
    await billing.status("In progress");
    await button("Sign in again").click();
    await page.getByText("Your Acme Cloud session has ended.").waitFor({ state: "detached" });
    await billing.status("In progress");
    await billing.openForm();
  });

  it("A12 offline keeps the last status with its time, and online goes on by itself", async () => {
    const { page, button } = billing;
    await connect();
    await button("Stripe simulator").click();
    const cable = page.getByRole("switch", { name: "Offline" });
    await cable.click();
    await page.getByText("You're offline. Showing the status from").waitFor();
    await billing.status("In progress");
    await drawer.act({ action: "startReview" });
    await cable.click();
    await page.getByText("Stripe is reviewing this account.").first().waitFor();
    expect(await page.getByText("You're offline.").count()).toBe(0);
  });
});

describe("the drawer", () => {
  it("does to the account what a person at Stripe would, and the card follows", async () => {
    const { page, button } = billing;
    await connect();
    await billing.openForm();
    while ((await billing.fillStep()) !== "Review and submit");
    await button("Submit").click();
    await billing.status("Connected");

    await button("Stripe simulator").click();
    await page.getByText(/^acct_\w+: details submitted, payments on, payouts on\.$/).waitFor();
    const steps: [action: string, badge: string, text: string | RegExp][] = [
      ["Ask for an ID", "Connected", /Proof of identity/],
      ["Refuse the ID as blurry", "Action needed", /blurry/],
      ["Approve", "Connected", "You're ready to publish plans."],
      ["Add a future requirement", "Connected", /Stripe will need .* by \w+ \d+, \d{4}/],
      ["Start a review", "In progress", "Stripe is reviewing this account."],
      ["Approve", "Connected", ""],
      ["Pause payouts", "Action needed", "Payouts are paused."],
      ["Reject", "Action needed", "Stripe can't support this account."],
      ["Remove the account", "Not connected", /removed at Stripe/],
    ];
    for (const [action, badge, text] of steps) {
      await button(action).click();
      await billing.status(badge);
      await billing.card.getByText(text).first().waitFor();
    }
    await page.getByText(/You have no account in test mode/).waitFor();
  });
});
