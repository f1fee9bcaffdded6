import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "./billingPage.js";
import { type ServedPage, servePage } from "./servePage.js";

// The whole of a back end is in the page, so that the policy can forbid every connection.
const PAGE = `
  import { createElement as h, StrictMode } from "react";
  import { createRoot } from "react-dom/client";
  import { StripeConnectionCard } from "./src/index.ts";
  import { createStripeSimulator, simulatedAdapter } from "./src/simulator/index.ts";
  const simulator = createStripeSimulator({ clock: "manual" });
  window.verify = () => simulator.clock.advance(simulator.verificationDelay);
  createRoot(document.getElementById("root")).render(h(StrictMode, null,
    h(StripeConnectionCard, { platformName: "Acme Cloud", adapter: simulatedAdapter({ simulator }) })));
`;

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'nonce-abc' https://connect-js.stripe.com https://js.stripe.com",
  // The hash is Stripe's own: of an empty style element.
  "style-src 'nonce-abc' 'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='",
  "frame-src https://connect-js.stripe.com https://js.stripe.com",
  "img-src data: https://*.stripe.com",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const root = fileURLToPath(new URL("../..", import.meta.url));
const CONNECT_JS = "https://connect-js.stripe.com/v1.0/connect.js";

let served: ServedPage;
let browser: Browser;

beforeAll(async () => {
  served = await servePage(PAGE, ({ pathname }) =>
    pathname === "/isolated"
      ? {
          headers: {
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-embedder-policy": "require-corp",
          },
        }
      : { headers: { "content-security-policy": POLICY }, head: '<meta name="csp-nonce" content="abc">' },
  );
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  await page.exposeFunction("complain", (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      const { complain } = window as unknown as { complain: (text: string) => void };
      complain(`${violatedDirective} blocked ${blockedURI}`);
    });
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const body = await readFile(`${root}/src/simulator/connect.js`, "utf8");
  await page.route(CONNECT_JS, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      headers: { "cross-origin-resource-policy": "cross-origin" },
      body,
    }),
  );
  await page.goto(served.origin + path);
  return { page, complaints };
}

test("H10 from the first button to the last one the card breaks no strict policy: menu, dialog and Stripe's form", async () => {
  const { page, complaints } = await open("/");
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const says = (text: string | RegExp) => page.getByText(text).first().waitFor();
  await press("Connect Stripe account");
  await press("Update Stripe information");
  await press("Add information");
  const heading = page.locator("stripe-connect-account-onboarding h3");
  await page.getByRole("button", { name: "Use test data" }).waitFor();
  while ((await heading.textContent()) !== "Review and submit") {
    const before = await heading.textContent();
    await press("Use test data");
    await press("Continue");
    await heading.filter({ hasNotText: before ?? "" }).waitFor();
  }
  await press("Submit");
  await says(/Stripe is checking your details/);
  await page.evaluate(() => (window as unknown as { verify: () => Promise<void> }).verify());
  await says(/You're ready to publish plans/);

  // Nothing is due: the account is managed.
  await press("Update Stripe information");
  await page.locator("stripe-connect-account-management h3").waitFor();
  await press("Return to Acme Cloud");

  await press("More actions");
  await page.getByRole("menuitem", { name: "Check status now" }).click();
  await press("More actions");
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect billing connection" }).click();
  await page.getByRole("button", { name: "Connect Stripe account" }).waitFor();

  expect(complaints).toEqual([]);
  expect(await page.locator(`script[src="${CONNECT_JS}"]`).evaluate((tag) => (tag as HTMLScriptElement).nonce)).toBe(
    "abc",
  );
  await page.close();
});

test("C11 a page that is cut off from its pop-ups says so before one is tried", async () => {
  const { page } = await open("/isolated");
  await page.getByRole("button", { name: "Connect Stripe account" }).click();
  await page.getByRole("button", { name: "Update Stripe information" }).click();
  await page.getByText("This page is isolated from its pop-up windows").waitFor();
  await page.getByText("If nothing opens, allow pop-ups for this site.").waitFor();
  await page.close();
});
