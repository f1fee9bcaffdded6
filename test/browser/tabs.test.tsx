import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ConnectionListener, StripeConnectionAdapter } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import { connected } from "../support/connections.js";
import { fixtureAdapter } from "../../src/testing/index.js";

/** Of one test, so that what an earlier one left behind holds no lock of this one. */
let key = "";
let backEnd: ReturnType<typeof createBackEnd>;
const frames = new Set<HTMLIFrameElement>();
const tabs: Record<string, StripeConnectionAdapter> = {};
Object.assign(window, { tabs });

beforeEach(() => {
  key = `tabs ${crypto.randomUUID()}`;
  backEnd = createBackEnd();
});
afterEach(() => {
  for (const frame of frames) frame.remove();
  frames.clear();
});

/** One server for all tabs: what is known there, and who listens. */
function createBackEnd(scope = "scope-a") {
  let current = connected({ scope });
  const listeners = new Set<ConnectionListener>();
  const push = (listener: ConnectionListener) => listener.onConnection(structuredClone(current), `${current.revision}`);
  return {
    change(own: Partial<Connection>) {
      current = { ...current, revision: current.revision + 1, ...own };
      for (const listener of listeners) push(listener);
    },
    adapterFor(asked: { reads: number; streams: number }): StripeConnectionAdapter {
      return {
        ...fixtureAdapter(connected()),
        key,
        async getConnection() {
          asked.reads += 1;
          return structuredClone(current);
        },
        async disconnect() {
          current = { ...current, revision: current.revision + 1, status: "not_connected", reason: "disconnected" };
          return structuredClone(current);
        },
        subscribe: (listener, { signal }) =>
          new Promise((_, reject) => {
            asked.streams += 1;
            listeners.add(listener);
            listener.onOpen?.();
            push(listener);
            signal?.addEventListener("abort", () => {
              listeners.delete(listener);
              reject(signal.reason);
            });
          }),
      };
    },
    /** The network between a tab that is gone and the server. */
    hangUp: () => listeners.clear(),
  };
}

async function openTab(from = backEnd) {
  const name = crypto.randomUUID();
  const asked = { reads: 0, streams: 0 };
  tabs[name] = from.adapterFor(asked);
  const frame = document.createElement("iframe");
  frame.src = `/test/support/tabPage.html?tab=${name}`;
  frames.add(frame);
  document.body.append(frame);
  const inside = () => frame.contentDocument;
  await expect.poll(() => inside()?.querySelector("output")?.textContent, { timeout: 10_000 }).toMatch(/ \d+$/);
  return {
    asked,
    shown: () => inside()?.querySelector("output")?.textContent,
    press: () => inside()?.querySelector("button")?.click(),
    close: () => frame.remove(),
    /** As when another tab is chosen, or this one again. */
    see(isSeen: boolean) {
      const page = inside();
      if (!page) throw new Error("the tab is closed");
      Object.defineProperty(page, "visibilityState", { value: isSeen ? "visible" : "hidden", configurable: true });
      page.defaultView?.dispatchEvent(new Event("visibilitychange"));
    },
  };
}

async function locks() {
  const { held = [], pending = [] } = await navigator.locks.query();
  const ours = (list: LockInfo[]) => list.filter(({ name }) => name?.includes(key)).length;
  return { held: ours(held), pending: ours(pending) };
}
/** The first holds the stream, and has it open; the second waits for it. Whose code comes first is left to nobody. */
async function openTwo() {
  const one = await openTab();
  await expect.poll(() => one.asked.streams).toBe(1);
  const two = await openTab();
  await expect.poll(locks).toEqual({ held: 1, pending: 1 });
  return [one, two] as const;
}

describe("tabs of one browser, with its own locks and channels", () => {
  test("A11 one of them holds the stream, the other one reads what is new once", async () => {
    const [one, two] = await openTwo();
    expect([one.asked, two.asked]).toEqual([
      { reads: 1, streams: 1 },
      { reads: 1, streams: 0 },
    ]);
    backEnd.change({ payouts: "paused" });
    await expect.poll(() => [one.shown(), two.shown()]).toEqual(["connected 8", "connected 8"]);
    expect([one.asked, two.asked]).toEqual([
      { reads: 1, streams: 1 },
      { reads: 2, streams: 0 },
    ]);
  });

  test("when the one that held the stream is closed, the next one opens it", async () => {
    const [one, two] = await openTwo();
    one.close();
    backEnd.hangUp();
    await expect.poll(() => two.asked.streams).toBe(1);
    await expect.poll(locks).toEqual({ held: 1, pending: 0 });
    backEnd.change({ payouts: "paused" });
    await expect.poll(() => two.shown()).toBe("connected 8");
    expect(two.asked.reads).toBe(1);
  });

  test("what one of them did is read by the others", async () => {
    const [one, two] = await openTwo();
    two.press();
    await expect.poll(() => [one.shown(), two.shown()]).toEqual(["not_connected 8", "not_connected 8"]);
    expect(one.asked.reads).toBe(2);
  });

  test("A11 one that is hidden reads what is new when it is looked at again, once", async () => {
    const [one, two] = await openTwo();
    two.see(false);
    backEnd.change({});
    backEnd.change({});
    await expect.poll(() => one.shown()).toBe("connected 9");
    expect([two.shown(), two.asked.reads]).toEqual(["connected 7", 1]);
    two.see(true);
    two.see(false);
    two.see(true);
    await expect.poll(() => two.shown()).toBe("connected 9");
    expect(two.asked.reads).toBe(2);
  });

  test("A7 tabs of two tenants share neither stream nor news", async () => {
    const next = createBackEnd("scope-b");
    const [one, other] = [await openTab(), await openTab(next)];
    await expect.poll(() => [one.asked.streams, other.asked.streams]).toEqual([1, 1]);
    expect(await locks()).toEqual({ held: 2, pending: 0 });
    backEnd.change({});
    await expect.poll(() => one.shown()).toBe("connected 8");
    next.change({ status: "error" });
    await expect.poll(() => other.shown()).toBe("error 8");
    expect([one.shown(), one.asked.reads, other.asked.reads]).toEqual(["connected 8", 1, 1]);
  });
});
