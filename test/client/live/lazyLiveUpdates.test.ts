import { focusManager, onlineManager } from "@tanstack/query-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createConnectionClient } from "../../../src/client/connectionClient.js";
import type { ConnectionEvent } from "../../../src/core/events.js";
import * as liveUpdates from "../../../src/client/live/liveUpdates.js";
import { connected, connecting } from "../../support/connections.js";
import { controlledAdapter } from "../../support/controlledAdapter.js";

const CODE = "../../../src/client/live/liveUpdates.js";
const pass = async (ms = 0) => {
  await vi.advanceTimersByTimeAsync(ms);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
};

let attempts = 0;
let end = () => {};
beforeEach(() => {
  attempts = 0;
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.doUnmock(CODE);
  end();
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
  await pass();
  if (vi.getTimerCount() > 0) throw new Error("a timer was left behind");
  vi.useRealTimers();
});

/** From here on the code of live updates is what `work` gives. */
function loading(work: () => unknown) {
  vi.doMock(CODE, async () => {
    attempts += 1;
    return (await work()) as object;
  });
}
function gate() {
  let resolve = () => {};
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}
const missing = () => {
  throw new Error("404");
};

async function page(first = connected()) {
  const back = controlledAdapter("controlled", { push: true });
  const events: ConnectionEvent[] = [];
  const posted: unknown[] = [];
  const client = createConnectionClient({
    adapter: back.adapter,
    onEvent: (event) => events.push(event),
    runtime: {
      random: () => 0.5,
      lock: (_name, _signal, work) => work(),
      openChannel: () => ({ post: (message) => posted.push(message), close() {} }),
    },
  });
  end = () => client.destroy();
  client.subscribe(() => {});
  await vi.advanceTimersByTimeAsync(0);
  await back.last("getConnection").answer(first);
  await vi.advanceTimersByTimeAsync(0);
  return { ...back, client, events, posted };
}

async function lookAway() {
  focusManager.setFocused(false);
  await pass();
  focusManager.setFocused(true);
  await pass();
}

describe("the code of live updates", () => {
  test("that does not load is told once, and the page polls", async () => {
    loading(missing);
    const { events, client, of, streams } = await page(connecting());
    await pass();
    expect(events).toEqual([{ type: "failed", operation: "push", code: "chunk_failed" }]);
    expect(client.getState()).toMatchObject({ state: "ready", error: null, isStale: false });
    await pass(2000);
    expect(of("getConnection")).toHaveLength(2);
    await lookAway();
    expect(attempts).toBe(2);
    expect(events).toHaveLength(1);
    expect(streams).toHaveLength(0);
  });

  test("is asked for again when somebody looks again", async () => {
    loading(missing);
    const { streams, last, client } = await page();
    await pass();
    client.refresh().catch(() => {});
    await pass();
    await last("refresh").answer(connected({ revision: 8 }));
    await pass();
    expect(attempts).toBe(1);
    vi.doUnmock(CODE);
    await lookAway();
    expect(streams).toHaveLength(1);
  });

  test("is asked for again when the line is back", async () => {
    loading(missing);
    const { streams } = await page();
    await pass();
    vi.doUnmock(CODE);
    onlineManager.setOnline(false);
    await pass();
    expect(streams).toHaveLength(0);
    onlineManager.setOnline(true);
    await pass();
    expect(streams).toHaveLength(1);
  });

  test("what changes while it loads is followed as it is then", async () => {
    const { promise, resolve } = gate();
    loading(async () => {
      await promise;
      return liveUpdates;
    });
    const { streams, client, last, posted } = await page();
    void client.refresh();
    await vi.advanceTimersByTimeAsync(0);
    await last("refresh").answer(connected({ revision: 8 }));
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await vi.advanceTimersByTimeAsync(0);
    resolve();
    await pass();
    expect([attempts, streams.length]).toEqual([1, 1]);
    expect(posted).toEqual([{ scope: "scope-a", revision: 8 }]);
    streams[0]?.listener.onConnection(connected({ revision: 9 }), "9");
    await pass();
    expect(client.getState().connection?.revision).toBe(9);
  });

  test.each(["arrives", "fails"])("that %s after the client has ended starts and says nothing", async (how) => {
    const { promise, resolve } = gate();
    loading(async () => {
      await promise;
      return how === "arrives" ? liveUpdates : missing();
    });
    const { streams, client, events } = await page();
    client.destroy();
    resolve();
    await pass();
    expect(attempts).toBe(1);
    expect(streams).toHaveLength(0);
    expect(events).toEqual([]);
  });
});
