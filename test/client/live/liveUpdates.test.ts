import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createConnectionClient } from "../../../src/client/connectionClient.js";
import type { ConnectionListener } from "../../../src/core/adapter.js";
import { ConnectionError } from "../../../src/core/errors.js";
import type { ConnectionEvent } from "../../../src/core/events.js";
import { browserChannels } from "../../../src/client/live/browserChannels.js";
import type { Channel, Runtime } from "../../../src/client/runtime.js";
import { connected, connecting } from "../../support/connections.js";
import { controlledAdapter } from "../../support/controlledAdapter.js";
import { page } from "../../support/page.js";

beforeEach(() => {
  vi.useFakeTimers();
});
const ends: Array<() => void> = [];
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  page.show();
  page.goOnline();
  await vi.advanceTimersByTimeAsync(0);
  if (vi.getTimerCount() > 0) throw new Error("a timer was left behind");
  vi.useRealTimers();
});
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Locks and channels of one browser, shared by its tabs. */
function browser() {
  const waiting = new Map<string, Array<() => void>>();
  const held = new Set<string>();
  const channels = new Map<string, Set<(message: unknown) => void>>();
  const posted: unknown[] = [];

  async function lock(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    if (held.has(name)) {
      await new Promise<void>((resolve, reject) => {
        waiting.set(name, [...(waiting.get(name) ?? []), resolve]);
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    }
    signal.throwIfAborted();
    held.add(name);
    try {
      await work();
    } finally {
      held.delete(name);
      waiting.get(name)?.shift()?.();
    }
  }
  function openChannel(name: string, onMessage: (message: unknown) => void): Channel {
    const line = channels.get(name) ?? new Set();
    channels.set(name, line);
    line.add(onMessage);
    return {
      post(message) {
        posted.push(message);
        for (const listener of line) if (listener !== onMessage) listener(message);
      },
      close: () => void line.delete(onMessage),
    };
  }
  return { lock, openChannel, posted, held, channels };
}

async function tab(shared: Partial<Runtime>, first = connected()) {
  const back = controlledAdapter("controlled", { push: true });
  const events: ConnectionEvent[] = [];
  const onAuthError = vi.fn();
  const client = createConnectionClient({
    adapter: back.adapter,
    onEvent: (event) => events.push(event),
    onAuthError,
    runtime: { random: () => 0.5, lock: null, openChannel: () => null, ...shared },
  });
  ends.push(() => client.destroy());
  const unwatch = client.subscribe(() => {});
  await pass();
  await back.last("getConnection").answer(first);
  await pass();
  return { ...back, client, events, onAuthError, unwatch };
}

describe("changes that are pushed", () => {
  test("arrive without a request", async () => {
    const { streams, client, of } = await tab(browser());
    expect(streams).toHaveLength(1);
    streams[0]?.listener.onOpen?.();
    streams[0]?.listener.onConnection(connected({ revision: 8, payouts: "paused" }), "8");
    await pass();
    expect(client.getState().connection).toMatchObject({ revision: 8, payouts: "paused" });
    expect(of("getConnection")).toHaveLength(1);
  });

  test("A3 an older one is left", async () => {
    const { streams, client } = await tab(browser());
    streams[0]?.listener.onConnection(connected({ revision: 3 }), "3");
    await pass();
    expect(client.getState().connection?.revision).toBe(7);
  });

  test("A15 one that is no connection is told and does no harm", async () => {
    const { streams, client, events } = await tab(browser());
    streams[0]?.listener.onConnection({ revision: 99 } as never, "99");
    await pass();
    expect(client.getState().connection?.revision).toBe(7);
    expect(events).toEqual([{ type: "failed", operation: "push", code: "invalid_response" }]);
  });

  test("an adapter that opens its stream in the same task gets one stream", async () => {
    const { adapter, last } = controlledAdapter();
    const subscribe = vi.fn((listener: ConnectionListener) => {
      listener.onOpen?.();
      return new Promise<void>(() => {});
    });
    const client = createConnectionClient({
      adapter: { ...adapter, subscribe },
      runtime: { ...browser(), lock: (_name, _signal, work) => work() },
    });
    ends.push(() => client.destroy());
    client.subscribe(() => {});
    await pass();
    await last("getConnection").answer(connected());
    await pass();
    expect(subscribe).toHaveBeenCalledTimes(1);
  });

  test("a stream that ended in good order is opened again with the last id", async () => {
    const { streams } = await tab(browser());
    streams[0]?.listener.onOpen?.();
    streams[0]?.listener.onConnection(connected({ revision: 8 }), "8");
    await pass(300_000);
    await streams[0]?.end();
    await pass(5000);
    expect(streams).toHaveLength(2);
    expect(streams[1]?.lastEventId).toBe("8");
  });

  test("AT-M13 pages whose streams end together come back over five seconds, and see what changed meanwhile", async () => {
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, page) => tab({ ...browser(), random: () => (page + 0.5) / 20 })),
    );
    for (const { streams } of pages) {
      streams[0]?.listener.onOpen?.();
      streams[0]?.listener.onConnection(connected({ revision: 8 }), "8");
    }
    await pass(300_000);
    for (const { streams } of pages) await streams[0]?.end();
    const back = () => pages.filter(({ streams }) => streams.length === 2).length;
    for (let second = 1; second <= 5; second += 1) {
      await pass(1000);
      expect(back()).toBe(4 * second);
    }
    // A server begins with the connection as it is where the last id is older.
    for (const { streams } of pages) {
      expect(streams[1]?.lastEventId).toBe("8");
      streams[1]?.listener.onConnection(connected({ revision: 9 }), "9");
    }
    await pass();
    expect(pages.map(({ client }) => client.getState().connection?.revision)).toEqual(pages.map(() => 9));
  });

  test("AT-M13 a page that waits for something asks for itself while its stream is away", async () => {
    const { streams, of } = await tab({ ...browser(), random: () => 0.99 }, connecting());
    streams[0]?.listener.onOpen?.();
    await pass(9000);
    await streams[0]?.end();
    expect(of("getConnection")).toHaveLength(1);
    await pass(3000);
    expect(of("getConnection")).toHaveLength(2);
  });

  test("SV-F9 a stream that was silent makes one read, also in a settled page and a hidden tab", async () => {
    for (const isFocused of [true, false]) {
      const { streams, of, last, client } = await tab(browser());
      (isFocused ? page.show : page.hide)();
      streams[0]?.listener.onOpen?.();
      await pass(45_000);
      await streams[0]?.break(new ConnectionError("timeout"));
      await pass();
      expect(of("getConnection")).toHaveLength(2);
      await last("getConnection").answer(connected({ revision: 8, payouts: "paused" }));
      await pass(900);
      expect(client.getState().connection).toMatchObject({ revision: 8, payouts: "paused" });
      expect(of("getConnection")).toHaveLength(2);
    }
  });

  test("SV-F9 a stream that broke in any other way makes no read: the next one begins with what there is", async () => {
    const { streams, of } = await tab(browser());
    await streams[0]?.break(new ConnectionError("network"));
    await pass(900);
    expect(of("getConnection")).toHaveLength(1);
  });

  test("a server that hangs up at once is called with growing pauses", async () => {
    const { streams } = await tab(browser());
    const openedAt: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      openedAt.push(Date.now());
      streams[n]?.listener.onOpen?.();
      await streams[n]?.end();
      while (streams.length === n + 1) await pass(500);
    }
    const pauses = openedAt.slice(1).map((at, n) => at - (openedAt[n] ?? 0));
    expect(pauses).toEqual([1000, 2000, 4000]);
  });

  test("one that broke waits as long as the server says", async () => {
    const { streams } = await tab(browser());
    await streams[0]?.break(new ConnectionError("rate_limited", { retryAfter: 30 }));
    await pass(29_999);
    expect(streams).toHaveLength(1);
    await pass(1);
    expect(streams).toHaveLength(2);
  });

  test("a server that can't push is not asked again", async () => {
    const { streams, client } = await tab(browser());
    await streams[0]?.break(new ConnectionError("invalid_request"));
    await pass(3_600_000);
    expect(streams).toHaveLength(1);
    expect(client.getState()).toMatchObject({ state: "ready", error: null });
  });

  test("A10 a stream that meets a lost session stops everything", async () => {
    const { streams, client, onAuthError } = await tab(browser());
    await streams[0]?.break(new ConnectionError("session_expired"));
    await pass(3_600_000);
    expect(streams).toHaveLength(1);
    expect(onAuthError).toHaveBeenCalledTimes(1);
    expect(client.getState()).toMatchObject({ error: { code: "session_expired" } });
  });

  test("while they come, polling rests but does not end", async () => {
    const { streams, of } = await tab(browser(), connecting());
    streams[0]?.listener.onOpen?.();
    await pass(9999);
    expect(of("getConnection")).toHaveLength(1);
    await pass(1);
    expect(of("getConnection")).toHaveLength(2);
  });

  test("A12 offline closes the stream, online opens it", async () => {
    const { streams } = await tab(browser());
    streams[0]?.listener.onOpen?.();
    page.goOffline();
    expect(streams[0]?.signal.aborted).toBe(true);
    await streams[0]?.end();
    await pass(60_000);
    expect(streams).toHaveLength(1);
    page.goOnline();
    await pass();
    expect(streams).toHaveLength(2);
  });

  test("A7 another viewer's connection moves the stream to a name of its own", async () => {
    const shared = browser();
    const { streams, client, last } = await tab(shared);
    expect([...shared.held].join()).toContain("scope-a");
    void client.refresh();
    await pass();
    await last("refresh").answer(connected({ scope: "scope-b", serverTime: "2026-11-22T14:09:00.000Z" }));
    await pass();
    expect(streams[0]?.signal.aborted).toBe(true);
    await streams[0]?.end();
    await pass();
    expect([...shared.held].join()).toContain("scope-b");
    expect(streams).toHaveLength(2);
  });

  test("nobody looking: no stream, no line, no lock", async () => {
    const shared = browser();
    const { streams, unwatch } = await tab(shared);
    unwatch();
    expect(streams[0]?.signal.aborted).toBe(true);
    await streams[0]?.end();
    await pass();
    expect(shared.held.size).toBe(0);
    expect([...shared.channels.values()].every((line) => line.size === 0)).toBe(true);
  });
});

describe("tabs of one browser", () => {
  test("one of them holds the stream; the next takes over when it goes", async () => {
    const shared = browser();
    const one = await tab(shared);
    const two = await tab(shared);
    expect([one.streams.length, two.streams.length]).toEqual([1, 0]);
    one.client.destroy();
    await one.streams[0]?.end();
    await pass();
    expect(two.streams).toHaveLength(1);
  });

  test("an adapter that does not let go of its stream holds nobody up", async () => {
    const shared = browser();
    const one = await tab(shared);
    const two = await tab(shared);
    one.client.destroy();
    await pass();
    expect(two.streams).toHaveLength(1);
    // What it says after that is nobody's.
    one.streams[0]?.listener.onOpen?.();
    one.streams[0]?.listener.onConnection(connected({ revision: 99 }), null);
    await one.streams[0]?.break(new Error("at last"));
    await pass();
    expect(one.client.getState().connection?.revision).not.toBe(99);
    expect(one.events).toEqual([]);
  });

  test("are told of a new revision, and read it for themselves, once", async () => {
    const shared = browser();
    const one = await tab(shared);
    const two = await tab(shared);
    await pass(20_000);
    one.streams[0]?.listener.onConnection(connected({ revision: 8 }), "8");
    await pass();
    expect(shared.posted.at(-1)).toEqual({ scope: "scope-a", revision: 8 });
    expect(two.of("getConnection")).toHaveLength(2);
    await two.last("getConnection").answer(connected({ revision: 8 }));
    await pass();
    expect(two.client.getState().connection?.revision).toBe(8);
    expect([one.of("getConnection").length, two.of("getConnection").length]).toEqual([1, 2]);
    expect(shared.posted.filter((message) => JSON.stringify(message).includes("8"))).toHaveLength(1);
  });

  test("hear of an operation too", async () => {
    const shared = browser();
    const one = await tab(shared);
    const two = await tab(shared);
    const gone = two.client.disconnect({ generation: 1 });
    await pass();
    await two.last("disconnect").answer(connected({ revision: 9, status: "not_connected", account: null }));
    await gone;
    await pass();
    expect(one.of("getConnection")).toHaveLength(2);
  });

  test("A11 in a hidden tab the news waits until somebody looks", async () => {
    const shared = browser();
    const two = await tab(shared);
    page.hide();
    for (const listener of [...shared.channels.values()].flatMap((line) => [...line])) {
      listener({ scope: "scope-a", revision: 8 });
    }
    await pass(1000);
    expect(two.of("getConnection")).toHaveLength(1);
    page.show();
    await pass();
    expect(two.of("getConnection")).toHaveLength(2);
  });

  test("A9 news during a pause that the server asked for are read after it", async () => {
    const shared = browser();
    const two = await tab(shared);
    const asked = two.client.refresh();
    await pass();
    await two.last("refresh").fail(new ConnectionError("rate_limited", { retryAfter: 30 }));
    await expect(asked).rejects.toMatchObject({ code: "rate_limited" });
    for (const listener of [...shared.channels.values()].flatMap((line) => [...line])) {
      listener({ scope: "scope-a", revision: 8 });
    }
    await pass(29_999);
    expect(two.of("getConnection")).toHaveLength(1);
    await pass(1);
    expect(two.of("getConnection")).toHaveLength(2);
  });

  test("one that comes late is told what it missed", async () => {
    const shared = browser();
    const one = await tab(shared);
    one.streams[0]?.listener.onConnection(connected({ revision: 8 }), "8");
    await pass();
    const two = await tab(shared, connected({ revision: 7 }));
    expect(two.of("getConnection")).toHaveLength(2);
    await two.last("getConnection").answer(connected({ revision: 8 }));
    await pass();
    expect([one.of("getConnection").length, two.of("getConnection").length]).toEqual([1, 2]);
  });

  test.each([
    null,
    "8",
    8,
    {},
    { scope: "scope-b", revision: 8 },
    { scope: "scope-a", revision: "8" },
    { scope: "scope-a", revision: 7 },
  ])("what is no news (%#) makes no request", async (message) => {
    const shared = browser();
    const two = await tab(shared);
    for (const listener of [...shared.channels.values()].flatMap((line) => [...line])) listener(message);
    await pass(1000);
    expect(two.of("getConnection")).toHaveLength(1);
  });

  describe("a script of the page's origin that claims revisions", () => {
    const NEVER = Number.MAX_SAFE_INTEGER;
    const claim = (shared: ReturnType<typeof browser>, ...revisions: number[]) => {
      for (const revision of revisions)
        for (const listener of [...shared.channels.values()].flatMap((line) => [...line]))
          listener({ scope: "scope-a", revision });
    };

    test("AT-P13 makes a read a second at most, and none once it rests", async () => {
      const shared = browser();
      const two = await tab(shared);
      for (let n = 0; n < 500; n += 1) claim(shared, 1000 + n);
      await pass();
      expect(two.of("getConnection")).toHaveLength(2);
      await two.last("getConnection").answer(connected());
      await pass(1000);
      expect(two.of("getConnection")).toHaveLength(3);
      await two.last("getConnection").answer(connected());
      await pass(60_000);
      expect(two.of("getConnection")).toHaveLength(3);
    });

    test("AT-P13 is not believed: a new tab is told what the server said", async () => {
      const shared = browser();
      await tab(shared, connected({ revision: 8 }));
      claim(shared, NEVER);
      shared.posted.length = 0;
      await tab(shared, connected({ revision: 7 }));
      expect(shared.posted).toEqual([
        { scope: "scope-a", revision: 7 },
        { scope: "scope-a", revision: 8 },
      ]);
    });

    test("AT-P13 silences no tab: what the server says next is told and read", async () => {
      const shared = browser();
      const one = await tab(shared);
      const two = await tab(shared);
      claim(shared, NEVER);
      await pass();
      for (const { last } of [one, two]) await last("getConnection").answer(connected());
      await pass(1000);
      one.streams[0]?.listener.onConnection(connected({ revision: 8 }), "8");
      await pass();
      expect(shared.posted.at(-1)).toEqual({ scope: "scope-a", revision: 8 });
      expect(two.of("getConnection")).toHaveLength(3);
    });

    test("two changes in a second are both read", async () => {
      const shared = browser();
      const two = await tab(shared);
      claim(shared, 8);
      await pass();
      await two.last("getConnection").answer(connected({ revision: 8 }));
      claim(shared, 9);
      await pass(1000);
      expect(two.of("getConnection")).toHaveLength(3);
    });
  });

  test("without locks there is no stream, and polling goes on", async () => {
    const { streams, of } = await tab({ ...browser(), lock: null }, connecting());
    expect(streams).toHaveLength(0);
    await pass(2000);
    expect(of("getConnection")).toHaveLength(2);
  });

  test("a page whose lines to other tabs are forbidden goes on without them", async () => {
    class Forbidden {
      constructor() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      }
    }
    vi.stubGlobal("BroadcastChannel", Forbidden);
    ends.push(() => vi.unstubAllGlobals());
    const { openChannel } = browserChannels();
    const { client, of, last, streams } = await tab({ ...browser(), openChannel }, connecting());
    expect(streams).toHaveLength(1);
    await pass(10_000);
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connected({ revision: 8 }));
    await pass();
    expect(client.getState().connection?.revision).toBe(8);
  });

  test("a page whose locks are forbidden polls", async () => {
    const { streams, events, of } = await tab(
      { lock: () => Promise.reject(new DOMException("denied", "SecurityError")) },
      connecting(),
    );
    expect(streams).toHaveLength(0);
    expect(events).toEqual([{ type: "failed", operation: "push", code: "internal" }]);
    await pass(2000);
    expect(of("getConnection")).toHaveLength(2);
  });
});
