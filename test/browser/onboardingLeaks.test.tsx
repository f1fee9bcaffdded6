import { afterEach, expect, test, vi } from "vitest";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { cdp, commands } from "vitest/browser";
import { connectJs, countingAdapter, forgetConnectJs, renderCard, theForm } from "../support/onboardingCard.js";

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

interface Held {
  nodes: number;
  listeners: number;
  kilobytes: number;
}

/** What the page still holds once the collector has been through, as the browser itself counts it. */
async function held(): Promise<Held> {
  const session = cdp();
  await session.send("Performance.enable");
  // Finalizers run between two rounds.
  for (let round = 0; round < 3; round += 1) {
    await session.send("HeapProfiler.collectGarbage");
    await nextTask();
  }
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    nodes: value("Nodes"),
    listeners: value("JSEventListeners"),
    kilobytes: Math.round(value("JSHeapUsedSize") / 1024),
  };
}

async function press(name: string): Promise<void> {
  const button = await screen.findByRole("button", { name });
  act(() => button.click());
}

/** Opens the form on the card, waits until it draws, and goes back. */
async function openAndClose(): Promise<WeakRef<Element>> {
  await press("Update Stripe information");
  await waitFor(() => expect(theForm()?.shadowRoot).toBeTruthy());
  const form = new WeakRef(theForm() as Element);
  await press("Return to Acme Cloud");
  await nextTask();
  return form;
}

afterEach(cleanup);

test("C7 a hundred openings and closings of the form leave no node, no listener and no memory behind", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await commands.routeConnectJs("minimal");
  const { adapter, asked, times } = countingAdapter();
  const { events } = renderCard(adapter);
  const forget = () => {
    // What the test itself keeps of it all.
    forgetConnectJs();
    warn.mockClear();
    asked.length = 0;
    events.length = 0;
  };
  for (let warm = 0; warm < 20; warm += 1) await openAndClose();
  forget();
  const before = await held();
  const forms: WeakRef<Element>[] = [];
  for (let round = 0; round < 100; round += 1) forms.push(await openAndClose());
  expect(connectJs()?.inits).toHaveLength(100);
  expect(connectJs()?.logouts).toBe(100);
  expect(times("createAccountSession")).toBe(100);
  forget();
  const after = await held();
  const [nodes, listeners, kilobytes] = (["nodes", "listeners", "kilobytes"] as const).map(
    (what) => after[what] - before[what],
  );
  // A thing that is kept for each opening would be there a hundred times.
  expect(nodes).toBeLessThan(100);
  expect(listeners).toBeLessThan(50);
  expect(
    forms.filter((form) => form.deref()),
    "forms that somebody still holds",
  ).toEqual([]);
  // React and the browser learn as they go: a few kilobytes for each opening are that.
  expect(kilobytes).toBeLessThan(2048);
}, 240_000);
