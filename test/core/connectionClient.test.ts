import { focusManager, onlineManager } from "@tanstack/query-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createConnectionClient } from "../../src/core/connectionClient.js";
import type { Connection } from "../../src/core/connection.js";
import { ConnectionError } from "../../src/core/errors.js";
import type { ConnectionEvent } from "../../src/core/events.js";
import type { ConnectionClientOptions } from "../../src/core/ownedConnectionClient.js";
import { connected } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

beforeEach(() => {
  vi.useFakeTimers();
});
const ends: Array<() => void> = [];
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
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
});
