import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type BillingPage, type Drawer, drawerOf, launchBrowser, openBillingPage } from "./billingPage.js";

const origin = inject("demoOrigin");
let browser: Browser;
let context: BrowserContext;
let drawer: Drawer;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});
// Every browser is an organisation of its own, so the tests share a server and nothing else.
beforeEach(async () => {
  context = await browser.newContext();
  drawer = drawerOf(context, origin);
  return async () => {
    await drawer.calm();
    await context.close();
  };
});

const CONNECTION_PATH = "**/api/stripe/test/connection";
const CONNECTION = "GET /api/stripe/test/connection";
const CONNECT = "POST /api/stripe/test/connection";
const SESSION = "POST /api/stripe/test/connection/account-session";

describe("the walk", () => {
  it("goes from Connect to Disconnect and to a new account, each step told by a push", async () => {
    const billing = await openBillingPage(context, origin);
    const { page, requests, button } = billing;
    await billing.status("Not connected");
    expect(await button("Publish Team").isDisabled()).toBe(true);

    const reads = () => requests.filter((request) => request === CONNECTION).length;
    await expect.poll(billing.isTold).toBe(true);
    const readsBefore = reads();
    // Else a webhook's read of the account, or a sweep's, may overtake the answer, and the status in between is never drawn.
    await drawer.fault("slow", true);
    await button("Connect Stripe account").click();
    await billing.status("Connecting");
    expect(await billing.card.getAttribute("data-status")).toBe("connecting");
    await drawer.fault("slow", false);
    await billing.status("In progress");
    expect(reads(), "the page polled instead of being told").toBe(readsBefore);
    const first = (await drawer.view()).account?.id;
    expect(first).toMatch(/^acct_/);

    expect(requests.filter((request) => request === SESSION || request.includes("connect.js"))).toEqual([]);
    await billing.openForm();
    // One session, although React mounts everything twice in development.
    expect(requests.filter((request) => request === SESSION || request.includes("connect.js"))).toEqual([
      "GET /connect.js",
      SESSION,
    ]);
    while ((await billing.fillStep()) !== "Review and submit");
    const readsAtExit = reads();
    // It takes the simulator two seconds: however long the page needs, what comes of it comes afterwards.
    await drawer.fault("webhooksHeld", true);
    await button("Submit").click();
    await page.getByText("Stripe is checking your details.").first().waitFor();
    await drawer.fault("webhooksHeld", false);
    await billing.status("Connected");
    expect(reads() - readsAtExit, "the page polled instead of being told").toBeLessThanOrEqual(1);

    await button("Publish Team").click();
    await page.getByText("Published", { exact: true }).waitFor();

    await billing.disconnect();
    await billing.status("Not connected");
    expect(await drawer.view()).toMatchObject({ account: null });

    await button("Connect Stripe account").click();
    await billing.status("In progress");
    const second = (await drawer.view()).account?.id;
    expect(second).toMatch(/^acct_/);
    expect(second).not.toBe(first);
    expect(billing.complaints).toEqual([]);
  });

  it("loses nothing when the page is reloaded in the middle of each step", async () => {
    const billing = await openBillingPage(context, origin);
    const { page, button } = billing;
    const { accountsAtStripe } = await drawer.view();

    // In the middle of the creation: the request has left, its answer never arrives here.
    await drawer.fault("slow", true);
    const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/connection"));
    await button("Connect Stripe account").click();
    await sent;
    await page.reload();
    await drawer.fault("slow", false);
    await billing.status("In progress");
    expect((await drawer.view()).accountsAtStripe).toBe(accountsAtStripe + 1);

    // In the middle of the form: what was saved is not asked for again.
    await billing.openForm();
    await billing.fillStep();
    const next = await billing.fillStep();
    await page.reload();
    await billing.status("In progress");
    await billing.openForm();
    await page.locator("stripe-connect-account-onboarding h3", { hasText: next }).waitFor();
    while ((await billing.fillStep()) !== "Review and submit");
    await drawer.fault("webhooksHeld", true);
    await button("Submit").click();

    // In the middle of Stripe's check.
    await page.getByText("Stripe is checking your details.").first().waitFor();
    await page.reload();
    await drawer.fault("webhooksHeld", false);
    await billing.status("Connected");

    // In the middle of the disconnect.
    await button("More actions").click();
    await page.getByRole("menuitem", { name: "Disconnect" }).click();
    await drawer.fault("slow", true);
    const asked = page.waitForRequest((request) => request.url().endsWith("/disconnect"));
    await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect billing connection" }).click();
    await asked;
    await drawer.fault("slow", false);
    await page.reload();
    await billing.status("Not connected");
    expect((await drawer.view()).accountsAtStripe).toBe(accountsAtStripe);
  });

  it("E8 makes one account for two tabs, and tells each what the other does", async () => {
    const [left, right] = [await openBillingPage(context, origin), await openBillingPage(context, origin)];
    const { accountsAtStripe } = await drawer.view();
    // The server hears of neither before both have asked: a tab that knows of the other's account has no button.
    let pressed = 0;
    let bothHave = () => {};
    const both = new Promise<void>((resolve) => (bothHave = resolve));
    for (const { page } of [left, right]) {
      await page.route(CONNECTION_PATH, async (route) => {
        if (route.request().method() === "POST") {
          pressed += 1;
          if (pressed === 2) bothHave();
          await both;
        }
        await route.continue();
      });
    }
    await Promise.all([left, right].map((tab) => tab.button("Connect Stripe account").click()));
    await Promise.all([left.status("In progress"), right.status("In progress")]);
    expect((await drawer.view()).accountsAtStripe).toBe(accountsAtStripe + 1);
    expect([...left.requests, ...right.requests].filter((request) => request === CONNECT)).toHaveLength(2);

    await left.openForm();
    while ((await left.fillStep()) !== "Review and submit");
    await left.button("Submit").click();
    await Promise.all([left.status("Connected"), right.status("Connected")]);

    await right.disconnect();
    await Promise.all([left.status("Not connected"), right.status("Not connected")]);
    expect([...left.complaints, ...right.complaints]).toEqual([]);
  });

  it("keeps one organisation's account from another, and test from live", async () => {
    const billing = await openBillingPage(context, origin);
    await billing.button("Connect Stripe account").click();
    await billing.status("In progress");

    const stranger = await browser.newContext();
    await (await openBillingPage(stranger, origin)).status("Not connected");
    await stranger.close();

    await billing.page.getByRole("radio", { name: "Live" }).check();
    await billing.status("Not connected");
    await billing.button("Connect Stripe account").click();
    await billing.status("In progress");
    await billing.openForm();
    await billing.fillStep();
    const live = (await drawerOf(context, origin, "live").view()).account?.id;
    expect(live).toMatch(/^acct_/);
    expect((await drawer.view()).account?.id).not.toBe(live);
  });
});

const connectedPage = async (): Promise<BillingPage> => {
  const billing = await openBillingPage(context, origin);
  await billing.button("Connect Stripe account").click();
  await billing.status("In progress");
  return billing;
};

describe("who looks", () => {
  it("E2 shows a member how it stands, and nothing to press", async () => {
    const { page, requests, ...billing } = await connectedPage();
    await page.getByLabel("Role").selectOption("member");
    await page.getByText("Ask an admin to change this.").waitFor();
    await billing.status("In progress");
    // Only the demo's own buttons are left.
    expect(await billing.card.getByRole("button", { name: /Update|Connect|More actions|Start over/ }).count()).toBe(0);
    expect(await billing.button("Publish Team").isDisabled()).toBe(true);
    const answer = await page.evaluate(
      async () =>
        (
          await fetch("/api/stripe/test/connection/disconnect-preview", {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: "{}",
          })
        ).status,
    );
    expect(answer).toBe(403);
    expect(requests.filter((request) => request === CONNECT)).toHaveLength(1);
  });

  it.each([
    { width: 1280, theme: "light", direction: "ltr" },
    { width: 320, theme: "dark", direction: "rtl" },
  ])("reads well at $width px, $theme, $direction: axe finds nothing and nothing scrolls sideways", async (look) => {
    const { page, ...billing } = await connectedPage();
    await page.setViewportSize({ width: look.width, height: 900 });
    if (look.width < 960) await billing.button("Settings").click();
    await page.getByLabel("Theme").selectOption(look.theme);
    await page.getByLabel("Direction").selectOption(look.direction);
    await billing.button("Stripe simulator").click();
    await page.getByText(/^acct_/).waitFor();
    await page.addScriptTag({ path: "node_modules/axe-core/axe.min.js" });
    const found = await page.evaluate(async () => {
      // The script tag above made this global.
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
  });

  it("shows payouts and documents beside Billing once Stripe works, each section in a session of its own", async () => {
    const billing = await openBillingPage(context, origin);
    const { page, button, requests, complaints } = billing;
    const tab = (name: string) => page.getByRole("link", { name, exact: true }).click();
    await tab("Payouts");
    await page
      .getByRole("region", { name: "Balance" })
      .getByText("This appears here once Stripe is connected.")
      .waitFor();
    expect(requests.filter((request) => request === SESSION || request.includes("connect.js"))).toEqual([]);

    await tab("Billing");
    await button("Connect Stripe account").click();
    await billing.status("In progress");
    await context.request.post(`${origin}/demo/simulator/test/scenarios`, { data: { scenario: "connected" } });
    await billing.status("Connected");
    await tab("Payouts");
    await page.getByRole("region", { name: "List of payouts" }).getByText("In transit").waitFor();
    await page.getByRole("region", { name: "Balance" }).getByText("Available").waitFor();
    // The banner has nothing to say, and is the third.
    await expect.poll(() => requests.filter((request) => request === SESSION).length).toBe(3);
    await tab("Documents");
    await page
      .getByRole("region", { name: "Documents" })
      .getByText(/Tax invoice/)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });
});
