import { build, type Plugin } from "esbuild";
import { type Browser, chromium, type Page } from "playwright";
import { browserOptions } from "./browser.mjs";

const ORIGIN = "https://app.example.com";

/** A host's module with all that it imports, as one script. Names of the package are read from `src`, as tests do. */
export async function bundle(code: string, options: { external?: string[]; plugins?: Plugin[] } = {}): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd(), loader: "tsx" },
    bundle: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    ...options,
  });
  return outputFiles[0]?.text ?? "";
}

export interface HostPage {
  page: Page;
  url: string;
  /** What the page asked for and nobody answered. */
  unanswered: string[];
  close(): Promise<void>;
}

/** A page of a host in Chromium, by HTTPS and without a network: what a test does not answer itself fails. */
export async function openHostPage(...scripts: string[]): Promise<HostPage> {
  const browser: Browser = await chromium.launch({ ...(await browserOptions()), headless: true });
  const page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  const unanswered: string[] = [];
  await page.route("**/*", (route) => {
    const url = route.request().url();
    if (!url.endsWith("/favicon.ico")) unanswered.push(url);
    return route.abort();
  });
  const tags = scripts.map((_, index) => `<script type="module" src="/script/${index}"></script>`);
  await page.route(`${ORIGIN}/billing`, (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>Billing</title><body>${tags.join("")}`,
    }),
  );
  await page.route(`${ORIGIN}/script/*`, (route) => {
    const index = Number(route.request().url().split("/").at(-1));
    return route.fulfill({ contentType: "text/javascript", body: scripts[index] ?? "" });
  });
  return { page, url: `${ORIGIN}/billing`, unanswered, close: () => browser.close() };
}
