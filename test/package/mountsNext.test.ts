import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { chromium } from "playwright";
import { listenSimulator } from "react-stripe-connection/simulator/node";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { browserOptions } from "../support/browser.mjs";
import { SECRET } from "../server/support/backEnd.js";
import { mountedAt, walkThrough } from "../server/http/mountWalk.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const app = join(root, "test/mounts/next");
const next = join(root, "node_modules/.bin/next");
const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const admin = new pg.Pool({ connectionString: inject("postgresUrl"), max: 1 });
const simulator = createStripeSimulator();

let listening: Awaited<ReturnType<typeof listenSimulator>>;
let server: ChildProcess;
let origin = "";
let printed = "";

/** The built package as a host has it, and Next.js in production, App Router. */
beforeAll(async () => {
  const installed = join(app, "node_modules/react-stripe-connection");
  await rm(installed, { recursive: true, force: true });
  await mkdir(installed, { recursive: true });
  for (const part of ["dist", "package.json"]) await cp(join(root, part), join(installed, part), { recursive: true });

  await admin.query(`create schema ${schema}`);
  listening = await listenSimulator(simulator);
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: `${inject("postgresUrl")}?options=${encodeURIComponent(`-c search_path=${schema}`)}`,
    SIMULATOR_URL: listening.url,
    WEBHOOK_SECRET: SECRET,
  };
  await promisify(execFile)(next, ["build"], { cwd: app, env });
  // A group of its own, so that what it starts ends with it.
  server = spawn(next, ["start", "-H", "127.0.0.1", "-p", "0"], { cwd: app, env, detached: true });
  for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => (printed += String(chunk)));
  origin = await new Promise((resolve, reject) => {
    server.once("close", (code) => reject(new Error(`next start ended with ${code}: ${printed}`)));
    server.stdout?.on("data", () => {
      const said = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
      if (said) resolve(said);
    });
  });
  simulator.deliverWebhooksTo(`${origin}/api/stripe/test/webhooks`, SECRET);
}, 120_000);

afterAll(async () => {
  if (server?.pid !== undefined && server.exitCode === null) {
    const gone = new Promise((resolve) => server.once("close", resolve));
    process.kill(-server.pid, "SIGKILL");
    await gone;
  }
  await simulator.close();
  await listening?.close();
  await admin.query(`drop schema if exists ${schema} cascade`);
  await admin.end();
});

describe("Next.js, App Router", { timeout: 60_000 }, () => {
  test("H4 a Server Component renders the card, and nothing is said against it", async () => {
    const response = await fetch(origin, { headers: { authorization: "bob" } });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toMatch(
      /data-rsc="connection-card"[^>]*data-status="not_connected"|data-status="not_connected"[^>]*data-rsc="connection-card"/,
    );
    expect(html).toContain("Connect Stripe account");
    // How React marks what could not be rendered on the server.
    expect(html).not.toMatch(/data-dgst|data-msg|__next_error__/);
    expect(printed).not.toMatch(/error|warn/i);
  });

  test("B17 the page takes over what the server rendered without a word, in another time zone, and works", async () => {
    const browser = await chromium.launch(await browserOptions());
    try {
      const context = await browser.newContext({
        timezoneId: "Asia/Tokyo",
        locale: "ja-JP",
        extraHTTPHeaders: { authorization: "eve" },
      });
      const page = await context.newPage();
      const said: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(String(error)));
      await page.goto(origin);
      await page.getByRole("button", { name: "Connect Stripe account" }).click();
      const card = page.getByRole("group", { name: "Stripe" });
      await card.getByText("In progress", { exact: true }).first().waitFor();
      await simulator.run("connected");
      await simulator.idle();
      // Pushed: nobody presses anything.
      await card.getByText("Stripe is syncing. You're ready to publish plans.", { exact: true }).waitFor();

      const html = await (await page.request.get(origin)).text();
      expect(html).toContain("You&#x27;re ready to publish plans.");
      const asked = page.waitForResponse((response) => response.url().endsWith("/api/stripe/test/connection"));
      await page.reload();
      // The script has taken over once it asks for what is new.
      expect((await asked).status()).toBe(200);
      await card.getByRole("button", { name: "More actions" }).click();
      await page.getByRole("menuitem", { name: "Check status now" }).waitFor();
      expect(said).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test("CL-F5 HO-1 the card is styled before scripts run, with no registry in the layout, and does not move", async () => {
    const browser = await chromium.launch(await browserOptions());
    const headers = { extraHTTPHeaders: { authorization: "grace" } };
    try {
      const unscripted = await browser.newPage({ ...headers, javaScriptEnabled: false });
      await unscripted.goto(origin);
      const page = await browser.newPage(headers);
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      // The scripts wait until the reader has seen what the server sent.
      await page.route("**/*.js", async (route) => {
        await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
        await route.continue();
      });
      // The script has taken over once it asks for what is new.
      const asked = page.waitForResponse((response) => response.url().endsWith("/api/stripe/test/connection"));
      await page.goto(origin);
      expect((await asked).status()).toBe(200);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

      const look = (where: typeof page) =>
        where.locator('[data-rsc="connection-card"]').evaluate((card) => {
          const button = card.querySelector('[data-variant="primary"]');
          if (!button) throw new Error("The card has no primary button.");
          const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(card);
          return [borderTopWidth, borderTopColor, backgroundColor, getComputedStyle(button).backgroundColor];
        });
      expect(await look(unscripted)).toEqual(["1px", "rgb(226, 229, 234)", "rgb(255, 255, 255)", "rgb(90, 80, 240)"]);
      expect(await look(page)).toEqual(await look(unscripted));
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.reduce((total, one) => total + one, 0)).toBeLessThan(0.01);
      const rules = await page.evaluate(() =>
        [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)),
      );
      expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test("the handler in a route handler goes the whole way, webhooks and pushes included", async () => {
    await walkThrough(mountedAt(`${origin}/api/stripe/test`), {
      complete: async (id) => {
        await simulator.run("connected", id);
        await simulator.idle();
      },
    });
    await simulator.idle();
    expect([...new Set(simulator.webhookAttempts().map(({ status }) => status))]).toEqual([200]);
  });

  test("G4 a route handler that parses the body says to Stripe what is wrong", async () => {
    const { status, body } = await mountedAt(`${origin}/api/stripe/parsed`).webhook('{"id":"evt_1"}', SECRET);
    expect(status).toBe(400);
    expect(body["title"]).toMatch(/raw body/);
  });
});
