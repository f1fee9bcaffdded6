// Builds Storybook, serves it below a path and walks through it: `npm run check:storybook`.
// Nothing may be asked of another host, nothing may be missing, nothing may complain.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { browserOptions } from "../support/browser.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const axe = await readFile(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const BASE = "/design/storybook/";

/** Besides all pages of prose: one of each kind of story. */
const STORIES = [
  "card-wall--light",
  "card-wall--narrow",
  "parts-status-badge--all",
  "parts-menu-and-dialog--blocked",
  "parts-stripe-s-form--onboarding",
  "flow--played",
  "live--network-down",
  "scenarios--identity-document-blurry",
  "design-theming-playground--followed",
  "design-tokens--light",
  "design-anatomy--parts",
  "design-words--by-language",
  "build-props--every-prop",
];
/** A story that has ended says so, be it by failing. */
const PATIENCE = 60_000;

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const out = await mkdtemp(join(tmpdir(), "storybook-"));
const problems = [];
let server;
let browser;
try {
  execFileSync("npx", ["storybook", "build", "--quiet", "--disable-telemetry", "-o", out], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  server = await serve(out);
  const origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({ ...(await browserOptions()), headless: true });
  const { entries } = JSON.parse(await readFile(join(out, "index.json"), "utf8"));
  const missing = STORIES.filter((id) => !(id in entries));
  problems.push(...missing.map((id) => `there is no story ${id}`));
  const pages = Object.values(entries).filter(({ type }) => type === "docs");

  for (const { id } of pages) await look(origin, id, "docs");
  for (const id of STORIES.filter((one) => !missing.includes(one))) await look(origin, id, "story");
  await lookAtManager(origin);
  console.log(`${pages.length} pages, ${STORIES.length} stories and the manager below ${BASE}`);
} finally {
  await browser?.close();
  server?.close();
  await rm(out, { recursive: true, force: true });
}
for (const problem of problems) console.error(`FAILED ${problem}`);
if (problems.length > 0) process.exitCode = 1;

/** As a static host does it, in a folder of its site. */
async function serve(folder) {
  async function answer(request, response) {
    try {
      const { pathname } = new URL(request.url ?? "/", "http://host");
      const path = normalize(decodeURIComponent(pathname.slice(BASE.length)) || "index.html");
      if (!pathname.startsWith(BASE) || path.startsWith("..")) throw new Error("outside");
      const body = await readFile(join(folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
  const made = createServer((request, response) => void answer(request, response));
  await new Promise((resolve) => made.listen(0, "127.0.0.1", resolve));
  return made;
}

/** A page whose every request and complaint is noted under `what`. */
async function openPage(origin, what) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.on("request", (request) => {
    const url = request.url();
    const isHere = url.startsWith(origin + BASE) || /^(data|blob):/.test(url);
    // Browsers ask for it at the top of the site, whatever the page says.
    if (!isHere && !url.endsWith("/favicon.ico")) problems.push(`${what} asked for ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("/favicon.ico"))
      problems.push(`${what} got ${response.status()} for ${response.url()}`);
  });
  page.on("requestfailed", (request) => problems.push(`${what} could not load ${request.url()}`));
  page.on("pageerror", (error) => problems.push(`${what} threw ${error.message}`));
  return page;
}

async function look(origin, id, mode) {
  const page = await openPage(origin, id);
  try {
    await page.addInitScript(() => {
      // Storybook's channel is there before the story is.
      const timer = setInterval(() => {
        const channel = window["__STORYBOOK_ADDONS_CHANNEL__"];
        if (!channel) return;
        clearInterval(timer);
        channel.on("storyFinished", ({ status }) => (window["storyStatus"] = status));
        for (const failure of ["storyErrored", "storyMissing", "storyThrewException", "playFunctionThrewException"])
          channel.on(failure, (told) => (window["storyStatus"] = `${failure} ${told?.message ?? ""}`));
      }, 5);
    });
    await page.goto(`${origin}${BASE}iframe.html?viewMode=${mode}&id=${id}`);
    if (mode === "docs") {
      await page.locator("#storybook-docs h1").first().waitFor({ timeout: PATIENCE });
      await lookAtProse(page, id);
    } else {
      await page.waitForFunction(() => window["storyStatus"] !== undefined, undefined, { timeout: PATIENCE });
      const [status] = (await page.evaluate(() => String(window["storyStatus"]))).split("\n");
      if (status !== "success") problems.push(`${id} ended with ${status}`);
    }
  } catch (thrown) {
    problems.push(`${id}: ${thrown.message.split("\n")[0]}`);
  } finally {
    await page.close();
  }
}

/** Stories are looked at by axe in `npm run check:access`; the pages of prose here, and on a phone. */
async function lookAtProse(page, id) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window["axe"].run({ include: [["#storybook-docs"]] }, { resultTypes: ["violations"] });
    return violations.flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html.slice(0, 120)}`));
  });
  problems.push(...found.map((violation) => `${id}: ${violation}`));
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) problems.push(`${id} is ${width} pixels wide at 320`);
}

/** The tree, the toolbar, and the panel in which axe says what it found. */
async function lookAtManager(origin) {
  const page = await openPage(origin, "the manager");
  try {
    await page.goto(`${origin}${BASE}?path=/story/card-connected--connected`);
    await page.getByRole("tab", { name: /Accessibility/ }).waitFor({ timeout: PATIENCE });
    await page
      .frameLocator("#storybook-preview-iframe")
      .locator('[data-rsc="connection-card"]')
      .waitFor({ timeout: PATIENCE });
    for (const name of ["Colours and contrast", "Width of the place", "who looks", "how late", "what goes wrong"])
      await page.getByRole("button", { name }).first().waitFor({ timeout: PATIENCE });
  } catch (thrown) {
    problems.push(`the manager: ${thrown.message.split("\n")[0]}`);
  } finally {
    await page.close();
  }
}
