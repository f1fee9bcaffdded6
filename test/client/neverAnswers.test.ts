import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import { createConnectionClient } from "../../src/client/connectionClient.js";
import type { ConnectionError } from "../../src/core/errors.js";
import { connected, connecting } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";
import { page } from "../support/page.js";

beforeEach(() => {
  vi.useFakeTimers();
});
const ends: Array<() => void> = [];
afterEach(async () => {
  for (const end of ends.splice(0)) end();
  page.goOnline();
  await vi.advanceTimersByTimeAsync(0);
  if (vi.getTimerCount() > 0) throw new Error("a timer was left behind");
  vi.useRealTimers();
});

const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** A client of an adapter of the host's, which has no deadline and looks at no signal. */
function setUp(own: Partial<StripeConnectionAdapter> = {}) {
  const back = controlledAdapter();
  const client = createConnectionClient({
    adapter: { ...back.adapter, ...own },
    runtime: { random: () => 0.5, lock: null, openChannel: () => null },
  });
  ends.push(() => client.destroy());
  ends.push(client.subscribe(() => {}));
  return { ...back, client };
}

async function ready(own: Partial<StripeConnectionAdapter> = {}) {
  const all = setUp(own);
  await pass();
  await all.last("getConnection").answer(connected());
  await pass();
  return all;
}

describe("an adapter that never answers", () => {
  test("a first load is given up after 30 s, says so, and is tried again", async () => {
    const { client, of, last } = setUp();
    await pass(29_999);
    expect(client.getState()).toMatchObject({ state: "loading", isSlow: true });
    const hung = last("getConnection");
    expect(hung.signal?.aborted).toBe(false);
    await pass(1);
    expect(client.getState()).toMatchObject({ state: "failed", error: { code: "timeout", retryable: true } });
    expect(hung.signal?.aborted).toBe(true);
    await pass(2000);
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connected());
    await pass();
    expect(client.getState()).toMatchObject({ state: "ready", error: null });
    await hung.answer(connected({ revision: 99 }));
    await pass();
    expect(client.getState().connection?.revision).toBe(connected().revision);
  });

  test.each([
    ["connect", (client) => client.connect()],
    ["refresh", (client) => client.refresh()],
    ["createAccountSession", (client) => client.update({ purpose: "onboarding" })],
    ["createOnboardingLink", (client) => client.openHosted()],
    ["createDashboardLink", async (client) => client.openDashboard?.()],
    ["previewDisconnect", (client) => client.previewDisconnect()],
    ["disconnect", (client) => client.disconnect({ generation: 1 })],
  ] satisfies Array<[string, (client: ReturnType<typeof setUp>["client"]) => Promise<unknown>]>)(
    "%s is given up after 30 s, is pending no more, and can be asked for again",
    async (method, ask) => {
      const { client, of, last } = await ready();
      const failed: ConnectionError[] = [];
      void ask(client).catch((error: ConnectionError) => failed.push(error));
      await pass(29_999);
      expect([failed.length, client.getState().pending]).not.toContain(null);
      const hung = last(method);
      await pass(1);
      expect(failed).toMatchObject([{ code: "timeout", retryable: true }]);
      expect(hung.signal?.aborted).toBe(true);
      expect(client.getState()).toMatchObject({ state: "ready", pending: null, connection: connected() });
      void ask(client).catch(() => undefined);
      await pass();
      expect(of(method)).toHaveLength(2);
    },
  );

  test("what it may have done all the same is looked for", async () => {
    const { client, of, last } = await ready();
    void client.connect().catch(() => undefined);
    await pass(30_000);
    expect(of("getConnection")).toHaveLength(2);
    await last("getConnection").answer(connecting({ revision: 8 }));
    await pass();
    expect(client.getState()).toMatchObject({ connection: { status: "connecting" }, error: null });
  });

  test("it says itself how long an answer may take", async () => {
    const { client } = await ready({ timeout: 120_000 });
    const failed = vi.fn();
    client.connect().catch(failed);
    await pass(119_999);
    expect(failed).not.toHaveBeenCalled();
    await pass(1);
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: "timeout" }));
  });

  test("without an end to its patience it is waited for as long as the page lives", async () => {
    const { client, last } = await ready({ timeout: Number.POSITIVE_INFINITY });
    const answer = client.refresh();
    await pass(3_600_000);
    await last("refresh").answer(connected({ revision: 8 }));
    await expect(answer).resolves.toMatchObject({ revision: 8 });
  });

  test("destroy lets go of it at once", async () => {
    const { client } = await ready();
    const failed = vi.fn();
    client.refresh().catch(failed);
    await pass();
    client.destroy();
    await pass();
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: "network" }));
  });
});
