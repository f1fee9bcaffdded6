import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserOptions } from "../support/browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Three cards, as a production build: only there styled-components throws where styles are blocked.
const PAGE = `
  import { createElement as h } from "react";
  import { createRoot } from "react-dom/client";
  import { StripeConnectionCard } from "./src/index.ts";
  import { fixtureAdapter, fixtures } from "./src/testing/index.ts";
  createRoot(document.getElementById("root")).render(["a", "b", "c"].map((key) =>
    h(StripeConnectionCard, { key, platformName: "Acme Cloud", adapter: fixtureAdapter(fixtures.connected) })));
`;

let server: Server;
let browser: Browser;
let files: Map<string, string>;

beforeAll(async () => {
  const built = await build({
    stdin: { contents: PAGE, resolveDir: root, loader: "ts" },
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    write: false,
    outdir: "/out",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  files = new Map(built.outputFiles.map((file) => [file.path.replace("/out", ""), file.text]));
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    const script = files.get(url.pathname);
    if (script) return void response.setHeader("content-type", "text/javascript").end(script);
    const nonce = url.searchParams.get("nonce");
    response.setHeader("content-type", "text/html");
    response.setHeader(
      "content-security-policy",
      `default-src 'self'; style-src ${nonce ? `'nonce-${nonce}'` : "'self'"}`,
    );
    response.end(
      `<!doctype html><title>Billing</title>${nonce ? `<meta name="csp-nonce" content="${nonce}">` : ""}` +
        '<div id="root"></div><script type="module" src="/stdin.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch(await browserOptions());
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server?.close(resolve));
});

async function open(query: string): Promise<{ page: Page; violations: string[]; errors: string[] }> {
  const page = await browser.newPage();
  const violations: string[] = [];
  const errors: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${query}`);
  await page.getByText("Connected").first().waitFor();
  return { page, violations, errors };
}

async function walk(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More actions" }).first().click();
  await page.getByRole("menuitem", { name: "Disconnect" }).click();
  await page.getByRole("alertdialog").waitFor();
}

describe("a page with a strict Content-Security-Policy", () => {
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
