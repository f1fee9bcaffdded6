import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Drawer, drawerOf, launchBrowser, openBillingPage } from "./billingPage.js";
import { type Demo, startDemo } from "./startDemo.js";

let demo: Demo;
let browser: Browser;
let context: BrowserContext;
let drawer: Drawer;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  drawer = drawerOf(context, demo.origin);
  return () => context.close();
});

describe("a server that is killed", () => {
  it("E9 in the middle of the creation leaves one account, and the page goes on by itself", async () => {
    const billing = await openBillingPage(context, demo.origin);
    await drawer.fault("slow", true);
    await billing.button("Connect Stripe account").click();
    // Stripe has the account, and its answer is still on the way. On its disk: the drawer tells of it earlier, and what
    // a power cut takes away is made again only when the claim has run out, after a minute.
    await expect
      .poll(() => readFile(join(demo.dataDir, "stripe-test.jsonl"), "utf8"), { timeout: 20_000 })
      .toContain("acct_");
    await demo.kill();
    await demo.restart();

    await billing.status("In progress");
    expect((await drawer.view()).accountsAtStripe).toBe(1);
  });

  it("in the middle of the form loses no answer, and an open page is told again", async () => {
    const billing = await openBillingPage(context, demo.origin);
    const { page, button } = billing;
    const before = (await drawer.view()).accountsAtStripe;
    await button("Connect Stripe account").click();
    await billing.status("In progress");
    const account = (await drawer.view()).account?.id;
    await billing.openForm();
    await billing.fillStep();
    const next = await billing.fillStep();
    await demo.kill();
    await demo.restart();

    await button("Return to Acme Cloud").click();
    await billing.openForm();
    await page.locator("stripe-connect-account-onboarding h3", { hasText: next }).waitFor();
    while ((await billing.fillStep()) !== "Review and submit");
    await button("Submit").click();
    await billing.status("Connected");
    const { account: now, accountsAtStripe } = await drawer.view();
    expect(now?.id).toBe(account);
    expect(accountsAtStripe).toBe(before + 1);
  });

  it("E15 in the middle of the disconnect finishes it, and connecting again works", async () => {
    const billing = await openBillingPage(context, demo.origin);
    const { page, button } = billing;
    const before = (await drawer.view()).accountsAtStripe;
    await button("Connect Stripe account").click();
    await billing.status("In progress");
    await button("More actions").click();
    await page.getByRole("menuitem", { name: "Start over" }).click();
    const confirm = page.getByRole("alertdialog").getByRole("button", { name: "Start over" });
    await confirm.waitFor();
    await drawer.fault("slow", true);
    await confirm.click();
    // Gone at Stripe; the answer that says so is still on the way.
    await expect.poll(async () => (await drawer.view()).accountsAtStripe, { timeout: 20_000 }).toBe(before);
    await demo.kill();
    await demo.restart();

    // The page's own request again, as a retry would send it: busy while somebody may still be at it, and then done.
    const again = () =>
      page.evaluate(async () => {
        const path = "/api/stripe/test/connection";
        const { generation }: { generation: number } = await (await fetch(path)).json();
        const headers = { "content-type": "application/json" };
        const request = { method: "POST", headers, body: JSON.stringify({ generation }) };
        return (await fetch(`${path}/disconnect`, request)).status;
      });
    await expect.poll(again, { timeout: 30_000, interval: 2_000 }).toBe(200);
    await page.reload();
    await billing.status("Not connected");
    await button("Connect Stripe account").click();
    await billing.status("In progress");
    expect((await drawer.view()).accountsAtStripe).toBe(before + 1);
  });
});
