import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { launchBrowser, openBillingPage } from "../e2e/billingPage.js";
import { exampleNames, openExample } from "./exampleApp.js";
import type { RunningCommand } from "./runningCommand.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Resolves once the server answers at all; rejects when it ends before. */
async function answers(server: RunningCommand, url: string): Promise<void> {
  const ended = server.closed.then((code) => Promise.reject(new Error(`it ended with ${code}:\n${server.printed()}`)));
  await Promise.race([ended, vi.waitFor(() => fetch(url), { timeout: 60_000, interval: 100 })]);
}

/** Connect, the simulator's form, Connected by push, Disconnect. What the page said against it comes back. */
async function walk(context: BrowserContext, address: string): Promise<string[]> {
  const said: string[] = [];
  context.on("console", (message) => {
    if (/error|warning/.test(message.type())) said.push(message.text());
  });
  context.on("weberror", (error) => said.push(String(error.error())));
  const billing = await openBillingPage(context, address);
  await billing.status("Not connected");
  await expect.poll(billing.isTold, { timeout: 30_000 }).toBe(true);
  await billing.button("Connect Stripe account").click();
  await billing.status("In progress");
  await billing.openForm();
  while ((await billing.fillStep()) !== "Review and submit");
  const reads = () => billing.requests.filter((request) => request === "GET /api/stripe/test/connection").length;
  const before = reads();
  await billing.button("Submit").click();
  await billing.status("Connected");
  expect(reads() - before, "the page polled instead of being told").toBeLessThanOrEqual(1);
  await billing.disconnect();
  await billing.status("Not connected");
  return said;
}

describe.each(exampleNames())("examples/%s", (name) => {
  test("HO-6 HO-9 HO-14 compiles, is built, walked from connect to disconnect, and ends with its page open", async () => {
    const app = await openExample(name, inject("tarball"));
    onTestFinished(() => app.remove());
    await app.script("build");
    await app.script("typecheck");
    const server = app.start("start");
    onTestFinished(async () => void (await server.stop()));
    const address = await app.page();
    await answers(server, address);

    const { dependencies } = JSON.parse(await readFile(join(app.folder, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const rendersOnServer = ["next", "react-router", "@tanstack/react-start"].some((one) => one in dependencies);
    const html = await (await fetch(address)).text();
    expect(html.includes("Connect Stripe account")).toBe(rendersOnServer);

    const context = await browser.newContext();
    onTestFinished(() => context.close());
    expect(await walk(context, address)).toEqual([]);
    expect(server.printed()).not.toMatch(/error|warn/i);
    expect(app.simulator.printed()).toMatch(/ account\.updated acct_\w+ → 200\n/);
    expect(app.simulator.printed()).not.toMatch(/→ (?!200)/);

    expect(await server.stop(), server.printed()).toBeLessThan(5000);
  });
});
