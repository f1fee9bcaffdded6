import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { launchBrowser } from "../e2e/billingPage.js";
import { exampleNames, openExample } from "./exampleApp.js";
import { answers, readsItsDatabase, walk } from "./walk.js";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

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
    await readsItsDatabase(server, app.origin);

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
