import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { chromium } from "playwright";
import { listenSimulator } from "react-stripe-connection/simulator/node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { browserOptions } from "../support/browser.mjs";
import { SECRET } from "../server/support/backEnd.js";
import { openStream } from "../server/support/openStream.js";
import { mountedAt, walkThrough } from "../server/http/mountWalk.js";
import { buildNext, installPackage, type NextServer, startNext } from "./nextServer.js";

const app = fileURLToPath(new URL("../mounts/next", import.meta.url));
const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
const simulator = createStripeSimulator();

let listening: Awaited<ReturnType<typeof listenSimulator>>;
let server: NextServer;
let page = "";
let endpoint = "";
/** The app's store fails while this file is there. */
const storeIsDown = join(app, ".next/store-is-down");

/** The built package as a host has it, and Next.js in production, App Router. */
beforeAll(async () => {
  await installPackage(app);
  // As in an image's build: no database, no simulator, no secrets.
  await buildNext(app);
  await admin.query(`create schema ${schema}`);
  listening = await listenSimulator(simulator);
  server = await startNext("start", app, {
    STORE_IS_DOWN: storeIsDown,
    DATABASE_URL: `${inject("postgresUrl")}?options=${encodeURIComponent(`-c search_path=${schema}`)}`,
    SIMULATOR_URL: listening.url,
    WEBHOOK_SECRET: SECRET,
    LISTENER: schema,
  });
  page = `${server.origin}/app/`;
  endpoint = `${server.origin}/app/api/stripe/test`;
  // Stripe takes a redirect for a failure.
  simulator.deliverWebhooksTo(`${endpoint}/webhooks/`, SECRET);
}, 120_000);

afterAll(async () => {
  await server?.kill();
  await simulator.close();
  await listening?.close();
  await admin.query(`drop schema if exists ${schema} cascade`);
  await admin.end();
});

describe("Next.js, App Router, with basePath, trailingSlash and cacheComponents", { timeout: 60_000 }, () => {
  test("H4 a Server Component renders the card, and nothing is said against it", async () => {
    const html = await htmlFor("bob");
    expect(html).toMatch(
      /data-rsc="connection-card"[^>]*data-status="not_connected"|data-status="not_connected"[^>]*data-rsc="connection-card"/,
    );
    expect(html).toContain("Connect Stripe account");
    expect(server.printed()).not.toMatch(/error|warn/i);
  });

  test("B17 the page takes over what the server rendered without a word, in another time zone, and works", async () => {
    const browser = await chromium.launch(await browserOptions());
    try {
      const context = await browser.newContext({
        timezoneId: "Asia/Tokyo",
        locale: "ja-JP",
        extraHTTPHeaders: { authorization: "eve" },
      });
      const tab = await context.newPage();
      const said: string[] = [];
      tab.on("console", (message) => said.push(message.text()));
      tab.on("pageerror", (error) => said.push(String(error)));
      await tab.goto(page);
      await tab.getByRole("button", { name: "Connect Stripe account" }).click();
      const card = tab.getByRole("group", { name: "Stripe" });
      await card.getByText("In progress", { exact: true }).first().waitFor();
      await simulator.run("connected");
      await simulator.idle();
      // Pushed: nobody presses anything.
      await card.getByText("Stripe is syncing. You're ready to publish plans.", { exact: true }).waitFor();

      const html = await (await tab.request.get(page)).text();
      expect(html).toContain("You&#x27;re ready to publish plans.");
      const asked = tab.waitForResponse((response) => response.url().endsWith("/api/stripe/test/connection/"));
      await tab.reload();
      // The script has taken over once it asks for what is new.
      expect((await asked).status()).toBe(200);
      await card.getByRole("button", { name: "More actions" }).click();
      await tab.getByRole("menuitem", { name: "Check status now" }).waitFor();
      expect(said).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test("CL-F5 HO-1 the card is styled before scripts run, with no registry in the layout, and does not move", async () => {
    const browser = await chromium.launch(await browserOptions());
    const headers = { extraHTTPHeaders: { authorization: "grace" } };
    try {
      // What streams in is put in its place by the document's own script, before those of the app come.
      const unscripted = await browser.newPage(headers);
      await unscripted.route("**/*.js", (route) => route.abort());
      await unscripted.goto(page);
      const tab = await browser.newPage(headers);
      await tab.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      // The scripts wait until the reader has seen what the server sent.
      await tab.route("**/*.js", async (route) => {
        await tab.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
        await route.continue();
      });
      // The script has taken over once it asks for what is new.
      const asked = tab.waitForResponse((response) => response.url().endsWith("/api/stripe/test/connection/"));
      await tab.goto(page);
      expect((await asked).status()).toBe(200);
      await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

      const look = (where: typeof tab) =>
        where.locator('[data-rsc="connection-card"]').evaluate((card) => {
          const button = card.querySelector('[data-variant="primary"]');
          if (!button) throw new Error("The card has no primary button.");
          const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(card);
          return [borderTopWidth, borderTopColor, backgroundColor, getComputedStyle(button).backgroundColor];
        });
      expect(await look(unscripted)).toEqual(["1px", "rgb(226, 229, 234)", "rgb(255, 255, 255)", "rgb(90, 80, 240)"]);
      expect(await look(tab)).toEqual(await look(unscripted));
      const shifts = await tab.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((total, one) => total + one, 0)).toBeLessThan(0.01);
      const rules = await tab.evaluate(() =>
        [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
      );
      expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test("the handler in a route handler goes the whole way, webhooks and pushes included", async () => {
    await walkThrough(mountedAt(endpoint), {
      complete: async (id) => {
        await simulator.run("connected", id);
        await simulator.idle();
      },
    });
    await simulator.idle();
    expect([...new Set(simulator.webhookAttempts().map(({ status }) => status))]).toEqual([200]);
  });

  test("G4 a route handler that parses the body says to Stripe what is wrong", async () => {
    const { status, body } = await mountedAt(endpoint.replace(/test$/, "parsed")).webhook('{"id":"evt_1"}', SECRET);
    expect(status).toBe(400);
    expect(body["title"]).toMatch(/raw body/);
  });

  test("HO-6 a page whose reader is signed out is sent without a connection, and not as an error", async () => {
    const html = await htmlFor("signed-out");
    expect(html).toContain("Billing");
    expect(html).not.toMatch(/data-status="(?!loading)/);
  });

  test("HO-6 a page is sent without a connection while the store is down, and with it afterwards", async () => {
    await writeFile(storeIsDown, "");
    expect(await htmlFor("linus")).not.toMatch(/data-status="(?!loading)/);
    expect(server.printed()).toContain("the store is down");
    await rm(storeIsDown);
    expect(await htmlFor("linus")).toContain('data-status="not_connected"');
  });

  test("HO-6 the bundles of pages and routes share one handler in the process", () => {
    expect(server.printed().match(/set up \/api\/stripe\/test/g)).toEqual(["set up /api/stripe/test"]);
  });

  // Streams end by themselves after about five minutes.
  test("SV-F6 the server ends on SIGTERM although a page is open", async () => {
    const stream = await openStream(mountedAt(endpoint), "dennis");
    expect((await stream.next()).status).toBe("not_connected");
    expect(await server.signal("SIGTERM")).toBe(143);
  });
});

/** What the server sends to this reader, scripts and all. */
async function htmlFor(user: string): Promise<string> {
  const response = await fetch(page, { headers: { authorization: user } });
  expect(response.status).toBe(200);
  const html = await response.text();
  // How React marks what could not be rendered on the server.
  expect(html).not.toMatch(/data-dgst|data-msg|__next_error__/);
  return html;
}
