import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ConnectionClientOptions, createConnectionClient } from "../../src/client/connectionClient.js";
import type { Connection } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";
import type { ConnectionEvent } from "../../src/core/events.js";
import { connected, connecting } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";
import { page } from "../support/page.js";

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
const network = () => new ConnectionError("network");

function setUp(own: Partial<ConnectionClientOptions> = {}, push = false) {
  const back = controlledAdapter("controlled", { push });
  const events: ConnectionEvent[] = [];
  const client = createConnectionClient({
    adapter: back.adapter,
    onEvent: (event) => events.push(event),
    ...own,
    runtime: { random: () => 0.5, lock: null, openChannel: () => null, ...own.runtime },
  });
  ends.push(() => client.destroy());
  const watch = () => {
    const seen = vi.fn();
    return Object.assign(client.subscribe(seen), { seen });
  };
  return { ...back, client, events, watch };
}

async function ready(connection: Connection, own: Partial<ConnectionClientOptions> = {}, push = false) {
  const all = setUp(own, push);
  const unwatch = all.watch();
  await pass();
  await all.last("getConnection").answer(connection);
  await pass();
  return { ...all, unwatch };
}

describe("loading", () => {
  test("asks with the first subscriber and shows the answer", async () => {
    const { client, of, watch, last } = setUp();
    await pass();
    expect(of("getConnection")).toHaveLength(0);
    expect(client.getState()).toMatchObject({ state: "loading", isSlow: false });
    const { seen } = watch();
    await pass();
    await last("getConnection").answer(connected());
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready", error: null, isStale: false, isOverdue: false });
    expect(client.getState().connection).toEqual(connected());
    expect(seen).toHaveBeenCalled();
  });
  test("says that it takes long after 3 s", async () => {
    const { client, watch } = setUp();
    watch();
    await pass(2999);
    expect(client.getState()).toMatchObject({ isSlow: false });
    await pass(1);
    expect(client.getState()).toMatchObject({ state: "loading", isSlow: true });
  });

  test("A2 a first load that fails is said, and can be tried again", async () => {
    const { client, watch, last, of } = setUp();
    watch();
    await pass();
    await last("getConnection").fail(new ConnectionError("internal", { requestId: "req_1" }));
    await pass();
    expect(client.getState()).toMatchObject({ state: "failed", error: { code: "internal", requestId: "req_1" } });
    const again = client.refresh();
    await pass();
    expect(client.getState()).toMatchObject({ state: "failed", pending: "refresh" });
    await last("refresh").answer(connected());
    await again;
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready", error: null, pending: null });
    expect(of("getConnection")).toHaveLength(1);
  });

  test("A2 a first load that failed stays a failed one while the page asks again by itself", async () => {
    const { client, watch, last, of } = setUp();
    watch();
    await pass();
    await last("getConnection").fail(new ConnectionError("internal"));
    await pass(2000);
    expect(of("getConnection")).toHaveLength(2);
    expect(client.getState()).toMatchObject({ state: "failed", error: { code: "internal" } });
    await last("getConnection").answer(connected());
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready" });
  });

  test("a blip of the line is tried twice more before anybody is told", async () => {
    const { client, watch, of, last } = setUp();
    watch();
    await pass();
    await last("getConnection").fail(network());
    await pass(1000);
    await last("getConnection").fail(network());
    await pass(1999);
    expect(client.getState().state).toBe("loading");
    await pass(1);
    expect(of("getConnection")).toHaveLength(3);
    await last("getConnection").fail(network());
    await pass();
    expect(client.getState()).toMatchObject({ state: "failed", error: { code: "network" } });
  });

  test("a retry waits until the page is visible and online, and the request is then made at once", async () => {
    const { watch, of, last } = setUp();
    watch();
    await pass();
    await last("getConnection").fail(network());
    page.hide();
    page.goOffline();
    await pass(60_000);
    expect(of("getConnection")).toHaveLength(1);
    page.show();
    await pass();
    expect(of("getConnection")).toHaveLength(1);
    page.goOnline();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
  });

  test("A4 the last one to leave ends a retry that waits, and none of its timers stays", async () => {
    const { watch, of, last } = setUp();
    const unwatch = watch();
    await pass();
    await last("getConnection").fail(network());
    await pass(500);
    unwatch();
    await pass();
    expect(vi.getTimerCount()).toBe(0);
    await pass(60_000);
    expect(of("getConnection")).toHaveLength(1);
  });

  test("A12 where the page is known to be offline, a first request waits for the network", async () => {
    let isOnline = false;
    let tell = () => {};
    const { client, watch, of, last } = setUp({
      runtime: {
        isOnline: () => isOnline,
        onPageChange(listener) {
          tell = listener;
          return () => {};
        },
      },
    });
    watch();
    await pass(60_000);
    expect(client.getState()).toMatchObject({ state: "loading", isOffline: true });
    expect(of("getConnection")).toHaveLength(0);
    isOnline = true;
    tell();
    await pass();
    expect(of("getConnection")).toHaveLength(1);
    await last("getConnection").answer(connected());
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready", isOffline: false });
  });

  test("A1 a failed refresh keeps what is known and says so", async () => {
    const { client, last, events } = await ready(connected());
    await pass(60_000);
    page.hide();
    page.show();
    await pass();
    await last("getConnection").fail(new ConnectionError("timeout"));
    await pass();
    expect(client.getState()).toMatchObject({
      state: "ready",
      connection: connected(),
      error: { code: "timeout", retryable: true },
      isStale: true,
      receivedAt: connected().serverTime,
    });
    expect(events).toContainEqual({ type: "failed", operation: "load", code: "timeout" });
  });

  test("A4 the last one to leave ends the request, and hears nothing more", async () => {
    const { watch, last, client } = setUp();
    const unwatch = watch();
    await pass();
    const { signal } = last("getConnection");
    expect(signal?.aborted).toBe(false);
    unwatch();
    expect(signal?.aborted).toBe(true);
    await last("getConnection").fail(signal?.reason);
    await pass();
    expect(unwatch.seen).not.toHaveBeenCalled();
    expect(client.getState().state).toBe("loading");
  });

  test("A5 who leaves and comes back at once has made one request", async () => {
    const { watch, of } = setUp();
    watch()();
    watch();
    await pass();
    expect(of("getConnection")).toHaveLength(1);
    expect(of("getConnection")[0]?.signal?.aborted).toBe(false);
  });

  test("A11 five who look make one request", async () => {
    const { watch, of } = setUp();
    for (let n = 0; n < 5; n += 1) watch();
    await pass();
    expect(of("getConnection")).toHaveLength(1);
  });

  test.each([
    undefined,
    null,
    "<!doctype html><p>Sign in",
    [],
    7,
    { a: { b: { c: {} } } },
    { ...connected(), can: null },
  ])("A15 an answer that is no connection (%#) is an invalid response", async (answer) => {
    const { client, watch, last } = setUp();
    watch();
    await pass();
    await last("getConnection").answer(answer);
    await pass();
    expect(client.getState()).toMatchObject({ state: "failed", error: { code: "invalid_response" } });
  });

  test("A16 an adapter that throws at once, or whatever it throws, is a ConnectionError", async () => {
    const { adapter } = controlledAdapter();
    const { client, watch } = setUp({
      adapter: {
        ...adapter,
        getConnection: () => {
          throw new RangeError("out of order");
        },
        refresh: () => Promise.reject("a string"),
      },
    });
    watch();
    await pass();
    expect(client.getState().error).toBeInstanceOf(ConnectionError);
    expect(client.getState()).toMatchObject({ state: "failed", error: { code: "internal" } });
    await expect(client.refresh()).rejects.toBeInstanceOf(ConnectionError);
  });

  test("A16 an adapter that answers without a promise is as good as another", async () => {
    const { adapter } = controlledAdapter();
    const { client, watch } = setUp({ adapter: { ...adapter, getConnection: () => connected() as never } });
    watch();
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready" });
  });

  test("A14 words of a newer server read as unknown", async () => {
    const { client } = await ready({ ...connected(), status: "levitating", reason: "magic" } as never);
    expect(client.getState().connection).toMatchObject({
      status: "error",
      reason: "unknown",
      action: "contact_stripe",
    });
  });

  test("what the server rendered is there at once, and is confirmed by one request", async () => {
    const { client, watch, of, last } = setUp({ initialConnection: connected() });
    expect(client.getState()).toMatchObject({ state: "ready", connection: connected() });
    watch();
    await pass();
    expect(of("getConnection")).toHaveLength(1);
    await last("getConnection").answer(connected({ revision: 8, payouts: "paused" }));
    await pass();
    expect(client.getState().connection).toMatchObject({ revision: 8, payouts: "paused" });
  });
});

describe("what counts as newer", () => {
  test("A3 an older answer never overwrites a newer one", async () => {
    const { client, last } = await ready(connected({ revision: 5 }));
    void client.refresh();
    const update = client.connect();
    await pass();
    await last("connect").answer(connected({ revision: 9 }));
    await update;
    await last("refresh").answer(connected({ revision: 8 }));
    await pass();
    expect(client.getState().connection?.revision).toBe(9);
  });

  test("answers of one revision: the later one counts, because it was checked later", async () => {
    const { client, last } = await ready(connected({ serverTime: "2026-11-22T14:00:10.000Z" }));
    void client.refresh();
    await pass();
    await last("refresh").answer(connected({ serverTime: "2026-11-22T14:00:09.000Z" }));
    await pass();
    expect(client.getState()).toMatchObject({ receivedAt: "2026-11-22T14:00:10.000Z" });
    void client.refresh();
    await pass();
    await last("refresh").answer(connected({ serverTime: "2026-11-22T14:00:11.000Z" }));
    await pass();
    expect(client.getState()).toMatchObject({ receivedAt: "2026-11-22T14:00:11.000Z" });
  });

  test("A7 another viewer's answer replaces the last one's, however low its revision", async () => {
    const { client, last, events } = await ready(connected({ revision: 900 }));
    void client.refresh();
    await pass();
    const other = connecting({ scope: "scope-b", revision: 2, serverTime: "2026-11-22T14:03:00.000Z" });
    await last("refresh").answer(other);
    await pass();
    expect(client.getState().connection).toEqual(other);
    expect(events.filter(({ type }) => type === "status_changed")).toEqual([]);
  });

  test("A7 what another viewer was refused neither signs this one out nor makes them wait", async () => {
    const onAuthError = vi.fn();
    const { client, last } = await ready(connected({ revision: 900 }), { onAuthError });
    const before = [client.refresh(), client.openHosted()].map((asked) => asked.catch(() => "refused"));
    await pass();
    const other = connecting({ scope: "scope-b", revision: 2, serverTime: "2026-11-22T14:03:00.000Z" });
    client.offer(other);
    await last("createOnboardingLink").fail(new ConnectionError("session_expired"));
    await last("refresh").fail(new ConnectionError("rate_limited", { retryAfter: 60 }));
    await pass();
    expect(await Promise.all(before)).toEqual(["refused", "refused"]);
    expect(client.getState()).toMatchObject({ connection: other, error: null, retryAt: null });
    expect(onAuthError).not.toHaveBeenCalled();
  });
});

describe("waiting for Stripe", () => {
  test("A8 asks with growing pauses while connecting, and stops once it is settled", async () => {
    const { of, last } = await ready(connecting());
    await pass(1999);
    expect(of("getConnection")).toHaveLength(1);
    await pass(1);
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connecting());
    await pass(2999);
    expect(of("getConnection")).toHaveLength(2);
    await pass(1);
    expect(of("getConnection")).toHaveLength(3);
    await last("getConnection").answer(connected({ revision: 8 }));
    await pass(3_600_000);
    expect(of("getConnection")).toHaveLength(3);
  });

  test("A8 pauses are spread, so that a thousand pages do not ask together", async () => {
    const early = await ready(connecting(), { runtime: { random: () => 0 } });
    const late = await ready(connecting(), { runtime: { random: () => 0.999 } });
    await pass(1600);
    expect(early.of("getConnection")).toHaveLength(2);
    await pass(790);
    expect(late.of("getConnection")).toHaveLength(1);
    await pass(10);
    expect(late.of("getConnection")).toHaveLength(2);
  });

  test("A8 what has taken over five minutes before the page was loaded is not polled, but a person can ask", async () => {
    const old = connecting({ statusSince: "2026-11-22T13:56:59.000Z" });
    const { client, of, last } = await ready(old);
    expect(client.getState()).toMatchObject({ isOverdue: true });
    await pass(3_600_000);
    expect(of("getConnection")).toHaveLength(1);
    void client.refresh();
    await pass();
    await last("refresh").answer(old);
    await pass(600_000);
    expect(of("getConnection")).toHaveLength(1);
  });

  test("A8 polling ends after five minutes and fewer than twenty requests, and says so", async () => {
    const all = await ready(connecting());
    const start = Date.parse(connecting().serverTime);
    for (let passed = 0, answered = 1; passed < 330_000; passed += 500) {
      expect(passed < 300_000 && all.client.getState()).not.toMatchObject({ isOverdue: true });
      await pass(500);
      for (const call of all.of("getConnection").slice(answered)) {
        answered += 1;
        await call.answer(connecting({ serverTime: new Date(start + passed + 500).toISOString() }));
      }
    }
    const asked = all.of("getConnection").length;
    expect(asked).toBeLessThan(20);
    expect(all.client.getState()).toMatchObject({ isOverdue: true });
    await pass(3_600_000);
    expect(all.of("getConnection")).toHaveLength(asked);
  });

  test("A11 a hidden tab asks nothing; back in sight it asks once", async () => {
    const { of, last } = await ready(connecting());
    page.hide();
    await pass(120_000);
    expect(of("getConnection")).toHaveLength(1);
    page.show();
    page.hide();
    page.show();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connecting());
    await pass(2000);
    expect(of("getConnection")).toHaveLength(3);
  });

  test("A11 focus soon after an answer asks nothing", async () => {
    const { of } = await ready(connected());
    await pass(9000);
    page.hide();
    page.show();
    await pass();
    expect(of("getConnection")).toHaveLength(1);
  });

  test("A12 offline pauses with a label, online goes on once", async () => {
    const { of, client, last } = await ready(connecting());
    page.goOffline();
    await pass(60_000);
    expect(client.getState()).toMatchObject({ isOffline: true, isStale: true });
    expect(of("getConnection")).toHaveLength(1);
    page.goOnline();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connected({ revision: 8 }));
    await pass(60_000);
    expect(of("getConnection")).toHaveLength(2);
    expect(client.getState()).toMatchObject({ isOffline: false, isStale: false });
  });

  test("A12 a page that was opened offline asks when the line comes, once, however long that took", async () => {
    const { client, watch, of, last } = setUp();
    watch();
    for (let waited = 0; waited < 400_000; waited += 1000) {
      await pass(1000);
      // No browser says that it has gone offline: it was so from the start.
      await last("getConnection").fail(network());
    }
    const asked = of("getConnection").length;
    await pass(600_000);
    expect(of("getConnection")).toHaveLength(asked);
    page.goOnline();
    await pass();
    expect(of("getConnection")).toHaveLength(asked + 1);
    await last("getConnection").answer(connected());
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready", error: null });
    page.goOnline();
    await pass();
    expect(of("getConnection")).toHaveLength(asked + 1);
  });

  test("A13 with a device clock two years off the server's time goes on", async () => {
    vi.setSystemTime(new Date("2028-11-22T00:00:00.000Z"));
    const { client } = await ready(connected({ serverTime: "2026-11-22T14:02:00.000Z" }));
    await pass(90_000);
    expect(client.serverNow()).toBe(Date.parse("2026-11-22T14:03:30.000Z"));
    vi.setSystemTime(new Date("2020-01-01T00:00:00.000Z"));
    expect(client.serverNow()).toBe(Date.parse("2026-11-22T14:03:30.000Z"));
  });

  test("A13 a device clock that is set back two years does not end the refresh on focus", async () => {
    const { of } = await ready(connected());
    vi.setSystemTime(new Date("2024-01-01T00:00:00.000Z"));
    await pass(60_000);
    page.hide();
    page.show();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
  });

  test("A17 a laptop that slept for eight hours asks once", async () => {
    let late: (() => void) | null = null;
    let now = 0;
    const { of } = await ready(connecting(), {
      runtime: {
        now: () => now,
        after: (ms, run) => {
          if (ms === 2000) late = run;
          return () => {};
        },
      },
    });
    expect(late).not.toBeNull();
    now = 8 * 3_600_000;
    late!();
    page.hide();
    page.show();
    page.goOffline();
    page.goOnline();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
  });

  test("A17 in a browser whose monotonic time stands still meanwhile, waking up asks once too", async () => {
    let device = Date.parse("2026-11-22T14:02:00.000Z");
    const { of } = await ready(connected(), { runtime: { now: () => 0, wallClock: () => device } });
    device += 8 * 3_600_000;
    page.hide();
    page.show();
    page.goOffline();
    page.goOnline();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
  });

  test("after onboarding the account is read now, then until it settles", async () => {
    const started = connected({ status: "in_progress", reason: "details_not_submitted", action: "open_onboarding" });
    const { client, of, last } = await ready(started);
    await pass(60_000);
    expect(of("getConnection")).toHaveLength(1);
    const settled = client.settle();
    await pass();
    await last("refresh").answer(started);
    await settled;
    await pass(2000);
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connected({ revision: 8 }));
    await pass(600_000);
    expect(of("getConnection")).toHaveLength(2);
  });

  test("C9 what was asked for and sent is waited for, also where the status was settled before", async () => {
    const asks = [
      { key: "individual.id_number", group: "identity_document", state: "past_due", deadline: null } as const,
    ];
    const before = connected({ status: "error", reason: "past_due", action: "open_onboarding", requirements: asks });
    const { client, of, last } = await ready(before);
    const settled = client.settle();
    await pass();
    await last("refresh").answer(before);
    await settled;
    await pass(2000);
    expect(of("getConnection"), "Stripe has not looked at it yet").toHaveLength(2);
    await last("getConnection").answer(connected({ revision: 8 }));
    await pass(600_000);
    expect(of("getConnection")).toHaveLength(2);
  });

  test("C9 leaving with nothing to wait for asks once", async () => {
    const { client, of, last } = await ready(connected());
    const settled = client.settle();
    await pass();
    await last("refresh").answer(connected());
    await settled;
    await pass(600_000);
    expect([of("refresh").length, of("getConnection").length]).toEqual([1, 1]);
  });

  test("a read that fails after onboarding is no failure of leaving it", async () => {
    const { client, last, of } = await ready(connecting());
    const settled = client.settle();
    await pass();
    await last("refresh").fail(network());
    await expect(settled).resolves.toBeUndefined();
    await pass(2000);
    expect(of("getConnection")).toHaveLength(2);
  });
});

describe("what a server says about asking", () => {
  test("A9 after 429 nothing is asked before Retry-After is over", async () => {
    const { client, of, last, watch } = setUp();
    const unwatch = watch();
    await pass();
    await last("getConnection").fail(new ConnectionError("rate_limited", { retryAfter: 30 }));
    await pass();
    expect(client.getState()).toMatchObject({ state: "failed", error: { code: "rate_limited", retryAfter: 30 } });
    await pass(10_000);
    page.hide();
    page.show();
    page.goOffline();
    page.goOnline();
    await pass();
    expect(client.getState()).toMatchObject({ error: { retryAfter: 30 } });
    await expect(client.refresh()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 20 });
    watch();
    await pass(19_999);
    expect(of("getConnection")).toHaveLength(1);
    expect(of("refresh")).toHaveLength(0);
    await pass(1);
    expect(of("getConnection")).toHaveLength(2);
    unwatch();
  });

  test.each([
    [-1, null],
    [Number.NaN, null],
    [1e9, 300],
    [0.2, 1],
  ])("A9 a Retry-After of %s counts as %s s", (given, counted) => {
    expect(new ConnectionError("rate_limited", { retryAfter: given }).retryAfter).toBe(counted);
  });

  test("A10 a lost session stops everything and is told once", async () => {
    const onAuthError = vi.fn();
    const { client, of, last } = await ready(connecting(), { onAuthError });
    await pass(2000);
    await last("getConnection").fail(new ConnectionError("session_expired"));
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready", error: { code: "session_expired" }, isStale: true });
    await pass(600_000);
    page.hide();
    page.show();
    page.goOffline();
    page.goOnline();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
    expect(onAuthError).toHaveBeenCalledTimes(1);
    const asked = client.refresh();
    await pass();
    await last("refresh").fail(new ConnectionError("session_expired"));
    await expect(asked).rejects.toMatchObject({ code: "session_expired" });
    await pass();
    expect(onAuthError).toHaveBeenCalledTimes(1);
  });

  test("A10 after signing in again a person's click brings it all back", async () => {
    const onAuthError = vi.fn();
    const { client, of, last } = await ready(connecting(), { onAuthError });
    await pass(2000);
    await last("getConnection").fail(new ConnectionError("session_expired"));
    await pass();
    void client.refresh();
    await pass();
    await last("refresh").answer(connecting());
    await pass();
    expect(client.getState()).toMatchObject({ error: null });
    await pass(2000);
    expect(of("getConnection")).toHaveLength(3);
    await last("getConnection").fail(new ConnectionError("session_expired"));
    await pass();
    expect(onAuthError).toHaveBeenCalledTimes(2);
  });

  test("A10 what is forbidden is not tried again", async () => {
    const { client, of, last } = await ready(connecting());
    await pass(2000);
    await last("getConnection").fail(new ConnectionError("forbidden"));
    await pass(600_000);
    expect(of("getConnection")).toHaveLength(2);
    expect(client.getState()).toMatchObject({ state: "ready", error: { code: "forbidden" } });
  });

  test("A10 who may not look any more sees the last truth, and may do nothing with it", async () => {
    const sections = { payouts: true, documents: "busy" } as const;
    const { client, last } = await ready(connected({ sections }));
    const gone = client.disconnect({ generation: 1 });
    await pass();
    await last("disconnect").fail(new ConnectionError("forbidden"));
    await expect(gone).rejects.toMatchObject({ code: "forbidden" });
    // Asked at once, because the rights that are shown were wrong.
    await last("getConnection").fail(new ConnectionError("forbidden"));
    await pass();
    const can = { connect: "role", update: "role", disconnect: "role", hosted: "role", dashboard: "role" };
    const denied = { payouts: "role", documents: "role" };
    expect(client.getState()).toMatchObject({ isStale: true, connection: { ...connected(), can, sections: denied } });
    void client.refresh();
    await pass();
    await last("refresh").answer(connected());
    await pass();
    expect(client.getState()).toMatchObject({ error: null, connection: connected() });
  });

  test("A9 says until when it must not be asked, and tells when it may", async () => {
    const { client, last, watch } = await ready(connected());
    const { seen } = watch();
    const asked = client.refresh();
    await pass();
    await last("refresh").fail(new ConnectionError("rate_limited", { retryAfter: 30 }));
    await expect(asked).rejects.toMatchObject({ code: "rate_limited" });
    expect(client.getState()).toMatchObject({ error: null, retryAt: "2026-11-22T14:02:30.000Z" });
    await pass(29_999);
    expect(client.getState().retryAt).toBe("2026-11-22T14:02:30.000Z");
    seen.mockClear();
    await pass(1);
    expect(client.getState().retryAt).toBeNull();
    expect(seen).toHaveBeenCalledTimes(1);
  });

  test("A9 who asks during a pause does not make it longer", async () => {
    const { client, last } = await ready(connected());
    client.refresh().catch(() => {});
    await pass();
    await last("refresh").fail(new ConnectionError("rate_limited", { retryAfter: 30 }));
    await pass(10_500);
    await expect(client.refresh()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 20 });
    await pass(19_499);
    expect(client.getState().retryAt).toBe("2026-11-22T14:02:30.000Z");
    await pass(1);
    expect(client.getState().retryAt).toBeNull();
  });

  test("A9 a shorter pause does not end a longer one", async () => {
    const { client, last } = await ready(connected());
    client.refresh().catch(() => {});
    client.connect().catch(() => {});
    await pass();
    await last("refresh").fail(new ConnectionError("rate_limited", { retryAfter: 60 }));
    await last("connect").fail(new ConnectionError("rate_limited", { retryAfter: 2 }));
    await pass(59_999);
    expect(client.getState().retryAt).toBe("2026-11-22T14:03:00.000Z");
    await pass(1);
    expect(client.getState().retryAt).toBeNull();
  });
});

describe("operations", () => {
  test("A6 a second click gets the first one's promise", async () => {
    const { client, of, last } = await ready(connected({ status: "not_connected", reason: "none", action: "connect" }));
    const [first, second] = [client.connect({ country: "US" }), client.connect()];
    expect(second).toBe(first);
    await pass();
    expect(of("connect")).toHaveLength(1);
    expect(of("connect")[0]?.input).toEqual({ country: "US" });
    expect(client.getState()).toMatchObject({ pending: "connect" });
    await last("connect").answer(connecting({ revision: 8 }));
    await expect(first).resolves.toMatchObject({ revision: 8 });
    await pass();
    expect(client.getState()).toMatchObject({ pending: null, connection: { revision: 8, status: "connecting" } });
    const third = client.connect();
    await pass();
    expect(of("connect")).toHaveLength(2);
    await last("connect").answer(connecting({ revision: 9 }));
    await third;
  });

  test("nothing changes ahead of the answer", async () => {
    const { client, last } = await ready(connected());
    const gone = client.disconnect({ generation: 1 });
    await pass(5000);
    expect(client.getState()).toMatchObject({ pending: "disconnect", connection: { status: "connected" } });
    const none = connected({ status: "not_connected", reason: "disconnected", revision: 9, account: null });
    await last("disconnect").answer(none);
    await gone;
    expect(client.getState().connection).toEqual(none);
  });

  test("A18 a disconnect that fails leaves all as it was", async () => {
    const { client, last, events } = await ready(connected());
    const gone = client.disconnect({ generation: 1 });
    await pass();
    await last("disconnect").fail(new ConnectionError("disconnect_blocked", { message: "a balance" }));
    await expect(gone).rejects.toMatchObject({ code: "disconnect_blocked" });
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready", error: null, pending: null, isStale: false });
    expect(client.getState().connection).toEqual(connected());
    expect(events.map(({ type }) => type)).toEqual(["disconnect_started", "failed"]);
  });

  test("D4 after an answer that was lost the page looks how things are", async () => {
    const { client, last, of } = await ready(connected({ status: "not_connected", reason: "none" }));
    const lost = client.connect();
    await pass();
    await last("connect").fail(network());
    await expect(lost).rejects.toMatchObject({ code: "network" });
    await pass();
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connecting({ revision: 8 }));
    await pass();
    expect(client.getState().connection).toMatchObject({ status: "connecting" });
  });

  test("D5 an account that somebody else is just making is waited for", async () => {
    const { client, last, of } = await ready(connected({ status: "not_connected", reason: "none" }));
    const made = client.connect();
    await pass();
    await last("connect").fail(new ConnectionError("in_progress"));
    await pass();
    await last("getConnection").answer(connecting({ revision: 8 }));
    await expect(made).resolves.toMatchObject({ status: "connecting" });
    await pass(2000);
    expect(of("getConnection")).toHaveLength(3);
  });

  test("each session is asked for anew", async () => {
    const { client, last, of } = await ready(connected());
    const session = { clientSecret: "s1", publishableKey: "pk_test_1", expiresAt: "2026-11-22T15:00:00.000Z" };
    const [one, two] = [client.update({ purpose: "onboarding" }), client.update({ purpose: "onboarding" })];
    await pass();
    expect(of("createAccountSession")).toHaveLength(2);
    await of("createAccountSession")[0]?.answer(session);
    await last("createAccountSession").answer({ ...session, clientSecret: "s2" });
    expect((await one).clientSecret).toBe("s1");
    expect((await two).clientSecret).toBe("s2");
    expect(JSON.stringify(client.getState())).not.toContain("s1");
  });

  test("tells what happens", async () => {
    const { client, last, events } = await ready(connecting());
    void client.refresh();
    await pass();
    await last("refresh").answer(connected({ revision: 8 }));
    await pass();
    expect(events).toEqual([
      { type: "status_changed", from: "connecting", to: "connected", reason: "ok" },
      { type: "checked" },
    ]);
  });

  test("destroy ends what is under way", async () => {
    const { client, last } = await ready(connected());
    const asked = client.refresh();
    await pass();
    client.destroy();
    expect(last("refresh").signal?.aborted).toBe(true);
    await last("refresh").fail(last("refresh").signal?.reason);
    await expect(asked).rejects.toBeInstanceOf(ConnectionError);
  });
});

describe("who looks", () => {
  test("A7 without a scope nothing is known any more once nobody looks", async () => {
    const { client, unwatch, watch } = await ready(connected());
    unwatch();
    await pass();
    expect(client.getState().state).toBe("loading");
    watch();
    expect(client.getState().state).toBe("loading");
  });

  test("A7 without a scope the answer to what the last person did is not shown to the next", async () => {
    const { client, unwatch, watch, of, last } = await ready(connected({ status: "not_connected", reason: "none" }));
    const made = client.connect();
    await pass();
    unwatch();
    await pass();
    watch();
    await pass();
    const next = connected({ scope: "scope-b", serverTime: "2026-11-22T14:03:00.000Z" });
    await last("getConnection").answer(next);
    await pass();
    const late = connecting({ revision: 99, serverTime: "2026-11-22T14:09:00.000Z" });
    await last("connect").answer(late);
    await expect(made).resolves.toMatchObject({ revision: 99 });
    await pass();
    expect(client.getState().connection).toEqual(next);
    // It may have been the same person all the same: then this tells.
    expect(of("getConnection")).toHaveLength(3);
  });

  test("A7 what was under way for the viewer before is neither pending nor shown once another one is there", async () => {
    const { client, of, last } = await ready(connected({ status: "not_connected", reason: "none" }));
    const made = client.connect();
    await pass(11_000);
    page.hide();
    page.show();
    await pass();
    const next = connected({ scope: "scope-b", revision: 2, serverTime: "2026-11-22T14:03:00.000Z" });
    await last("getConnection").answer(next);
    await pass();
    expect(client.getState()).toMatchObject({ connection: { scope: "scope-b" }, pending: null });

    const theirs = last("connect");
    const own = client.connect();
    await pass();
    expect(of("connect")).toHaveLength(2);
    await theirs.answer(connecting({ revision: 99, serverTime: "2026-11-22T14:09:00.000Z" }));
    await expect(made).resolves.toMatchObject({ revision: 99 });
    await pass();
    expect(client.getState()).toMatchObject({ connection: { scope: "scope-b", revision: 2 }, pending: "connect" });
    await last("connect").answer({ ...next, revision: 3 });
    await expect(own).resolves.toMatchObject({ revision: 3 });
    await pass();
    expect(client.getState()).toMatchObject({ connection: { scope: "scope-b", revision: 3 }, pending: null });
  });

  test("with a scope a card that comes back shows what it knew, and asks again", async () => {
    const { client, unwatch, watch, of } = await ready(connected(), { scope: "org_1" });
    unwatch();
    await pass(60_000);
    watch();
    expect(client.getState()).toMatchObject({ state: "ready" });
    await pass();
    expect(of("getConnection")).toHaveLength(2);
    client.destroy();
    await pass(300_000);
  });

  test("with a scope what was known is forgotten after five minutes without anybody looking, and nothing is told", async () => {
    const { client, unwatch, watch, events, of } = await ready(connected(), { scope: "org_1" });
    unwatch();
    await pass(299_999);
    expect(client.getState()).toMatchObject({ state: "ready" });
    await pass(1);
    expect(client.getState()).toMatchObject({ state: "loading" });
    expect(events).toEqual([]);
    watch();
    await pass();
    expect(of("getConnection")).toHaveLength(2);
  });

  test("what the server rendered is forgotten with the answer that confirmed it", async () => {
    const { client, unwatch } = await ready(connected(), { initialConnection: connecting() });
    unwatch();
    await pass();
    expect(client.getState().state).toBe("loading");
  });

  test("what is forgotten is no change of the status", async () => {
    const { client, unwatch, events } = await ready(connected());
    await pass(20_000);
    client.offer(connecting({ revision: 1 }));
    expect(client.getState()).toMatchObject({ connection: { status: "connected" } });
    unwatch();
    await pass();
    expect(client.getState()).toMatchObject({ connection: { status: "connecting" } });
    expect(events).toEqual([]);
  });

  test("A12 a page that came online without a subscriber is not offline", async () => {
    const { client, unwatch, watch, of } = await ready(connected());
    page.goOffline();
    expect(client.getState()).toMatchObject({ isOffline: true });
    unwatch();
    page.goOnline();
    await pass();
    watch();
    await pass();
    expect(client.getState()).toMatchObject({ isOffline: false });
    expect(of("getConnection")).toHaveLength(2);
  });

  test("a listener that throws is reported, keeps nothing from the others, and fails no operation", async () => {
    const { client, last, watch } = await ready(connected());
    const rejected = vi.fn();
    const onRejection = (reason: unknown) => rejected(reason);
    process.on("unhandledRejection", onRejection);
    const broken = new Error("the host's own");
    const leave = client.subscribe(() => {
      throw broken;
    });
    const { seen } = watch();
    const refreshed = client.refresh();
    await pass();
    await last("refresh").answer(connected({ revision: 8 }));
    await expect(refreshed).resolves.toMatchObject({ revision: 8 });
    expect(seen).toHaveBeenCalled();
    leave();
    // Node reports a rejection after the task that it happened in.
    vi.useRealTimers();
    await new Promise<void>((resolve) => setImmediate(resolve));
    vi.useFakeTimers();
    process.off("unhandledRejection", onRejection);
    expect(rejected).toHaveBeenCalledWith(broken);
  });
});
