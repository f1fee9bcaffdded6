import type { BrowserContext } from "playwright";
import { expect, vi } from "vitest";
import { type BillingPage, openBillingPage } from "../e2e/billingPage.js";
import type { RunningCommand } from "./runningCommand.js";

/** Resolves once the server answers at all; rejects when it ends before. */
export async function answers(server: RunningCommand, url: string): Promise<void> {
  const ended = server.closed.then((code) => Promise.reject(new Error(`it ended with ${code}:\n${server.printed()}`)));
  await Promise.race([ended, vi.waitFor(() => fetch(url), { timeout: 60_000, interval: 100 })]);
}

/**
 * Resolves once the handler reads from its database. Until PGlite is unpacked the process answers nothing at all, which
 * takes most of a minute on a busy machine: longer than a browser waits for a page.
 */
export async function readsItsDatabase(server: RunningCommand, origin: string): Promise<void> {
  const ended = server.closed.then((code) => Promise.reject(new Error(`it ended with ${code}:\n${server.printed()}`)));
  const read = async () => {
    const { ok, status } = await fetch(`${origin}/api/stripe/test/connection`);
    if (!ok) throw new Error(`the connection is answered with ${status}`);
  };
  await Promise.race([ended, vi.waitFor(read, { timeout: 120_000, interval: 200 })]);
}

/** Connect, the simulator's form, Connected by push, Disconnect. What the page said against it comes back. */
export async function walk(context: BrowserContext, address: string): Promise<string[]> {
  const said: string[] = [];
  context.on("console", (message) => {
    if (/error|warning/.test(message.type())) said.push(message.text());
  });
  context.on("weberror", (error) => said.push(String(error.error())));
  const billing = await openBillingPage(context, address);
  await connectAndDisconnect(billing).catch(async (cause: unknown) => {
    const shown = await billing.page.locator("body").innerText();
    const asked = billing.requests.join("\n");
    throw new Error(`the page shows:\n${shown}\nit said:\n${said.join("\n")}\nit asked for:\n${asked}`, { cause });
  });
  return said;
}

async function connectAndDisconnect(billing: BillingPage): Promise<void> {
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
}
