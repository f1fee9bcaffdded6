import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./billingPage.js";
import { type ServedPage, servePage } from "./servePage.js";

// Three cards, as a production build: only there styled-components throws where styles are blocked.
const PAGE = `
  import { createElement as h } from "react";
  import { createRoot } from "react-dom/client";
  import { StripeConnectionCard } from "./src/index.ts";
  import { fixtureAdapter, fixtures } from "./src/testing/index.ts";
  createRoot(document.getElementById("root")).render(["a", "b", "c"].map((key) =>
    h(StripeConnectionCard, { key, platformName: "Acme Cloud", adapter: fixtureAdapter(fixtures.connected) })));
`;

let served: ServedPage;
let browser: Browser;

beforeAll(async () => {
  served = await servePage(PAGE, ({ searchParams }) => {
    const nonce = searchParams.get("nonce");
    return {
      headers: { "content-security-policy": `default-src 'self'; style-src ${nonce ? `'nonce-${nonce}'` : "'self'"}` },
      head: nonce ? `<meta name="csp-nonce" content="${nonce}">` : "",
    };
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(query: string): Promise<{ page: Page; violations: string[]; errors: string[] }> {
  const page = await browser.newPage();
  const violations: string[] = [];
  const errors: string[] = [];
  page.on("console", (message) => {
    // The icon is this test's own.
    if (/Content Security Policy/i.test(message.text()) && !message.text().includes("data:,"))
      violations.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${served.origin}/${query}`);
  await page.getByText("Connected").first().waitFor();
  return { page, violations, errors };
}

async function walk(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).first().click();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await page.getByRole("alertdialog").waitFor();
}

describe("H10 a page with a strict Content-Security-Policy", () => {
  test("that names its nonce: styled by one style element, and no violation up to the open dialog", async () => {
    const { page, violations, errors } = await open("?nonce=abc");
    await walk(page);
    const border = await page
      .locator('[data-rsc="connection-card"]')
      .first()
      .evaluate((card) => getComputedStyle(card).borderTopWidth);
    expect(border).toBe("1px");
    expect(await page.locator("style").count()).toBe(1);
    expect({ violations, errors }).toEqual({ violations: [], errors: [] });
    await page.close();
  });

  test("that names none: without styles, and with everything there and working", async () => {
    const { page, violations, errors } = await open("");
    expect(await page.locator('[data-rsc="connection-card"]').count()).toBe(3);
    await walk(page);
    expect(errors).toEqual([]);
    // The one look at whether styles are allowed.
    expect(violations).toHaveLength(1);
    await page.close();
  });
});
