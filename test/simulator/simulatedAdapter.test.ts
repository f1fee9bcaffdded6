// @vitest-environment node
import { afterEach, describe, expect, test } from "vitest";
import type { Connection, ConnectionReason, ConnectionStatus } from "../../src/core/connection.js";
import type { Viewer } from "../../src/core/viewer.js";
import {
  createMemoryStore,
  type ScenarioName,
  type SimulatedAdapter,
  type SimulatedAdapterOptions,
  scenarios,
  simulatedAdapter,
} from "../../src/simulator/index.js";

const open: SimulatedAdapter[] = [];
const start = (options?: SimulatedAdapterOptions) => {
  const adapter = simulatedAdapter(options);
  open.push(adapter);
  return adapter;
};
afterEach(async () => {
  for (const adapter of open.splice(0)) await adapter.close();
});

const shown = (status: ConnectionStatus, reason: ConnectionReason) => ({ status, reason });

/** What a page shows of each. An account that never worked before is in progress, not in error. */
const SHOWN: Record<ScenarioName, ReturnType<typeof shown>> = {
  fresh: shown("in_progress", "details_not_submitted"),
  detailsNeeded: shown("in_progress", "details_not_submitted"),
  inReview: shown("in_progress", "pending_verification"),
  connected: shown("connected", "ok"),
  dueSoon: shown("connected", "due_soon"),
  futureRequirements: shown("connected", "future_requirements"),
  identityDocumentNeeded: shown("connected", "due_soon"),
  identityDocumentBlurry: shown("error", "identity_document"),
  payoutsPaused: shown("error", "payouts_disabled"),
  paymentsPaused: shown("error", "charges_disabled"),
  bankAccountFailed: shown("error", "payouts_disabled"),
  pastDue: shown("error", "past_due"),
  taxIdMismatch: shown("in_progress", "past_due"),
  // A possible match on a list is withheld.
  listed: shown("in_progress", "under_review"),
  underReview: shown("in_progress", "under_review"),
  rejected: shown("error", "rejected"),
  rejectedWithAppeal: shown("error", "rejected"),
  rejectedByPlatform: shown("error", "rejected"),
  platformPaused: shown("error", "platform_paused"),
  removedAtStripe: shown("not_connected", "deleted"),
};

const member: Viewer = { tenant: "tenant_1", can: { view: true, connect: false, update: false, disconnect: false } };

describe("the whole chain without a network", () => {
  test("from nothing to connected and back, and a new account after that", async () => {
    const adapter = start();
    const { simulator } = adapter;
    expect(await adapter.getConnection()).toMatchObject({ status: "not_connected", reason: "none", simulated: false });

    const { account } = await adapter.connect();
    const id = account?.id ?? "";
    await simulator.idle();
    expect(await adapter.getConnection()).toMatchObject({
      status: "in_progress",
      reason: "details_not_submitted",
      account: { id },
      simulated: true,
    });
    const session = await adapter.createAccountSession({ purpose: "onboarding" });
    expect(session).toMatchObject({ publishableKey: simulator.publishableKey });

    await simulator.run("connected", id);
    await simulator.idle();
    expect(await adapter.getConnection()).toMatchObject({ status: "connected", reason: "ok" });

    const preview = await adapter.previewDisconnect();
    expect(preview).toMatchObject({ policy: "delete", blockers: [] });
    expect(await adapter.disconnect({ generation: preview.generation })).toMatchObject({ status: "not_connected" });
    expect(simulator.accounts()).toEqual([]);
    expect((await adapter.connect()).account?.id).not.toBe(id);
  });

  test("a change at Stripe is pushed to the page", async () => {
    const adapter = start({ scenario: "connected" });
    const seen: Connection[] = [];
    const leave = new AbortController();
    const streaming = adapter.subscribe?.(
      { onConnection: (connection) => void seen.push(connection) },
      { signal: leave.signal },
    );
    const { account } = await adapter.getConnection();
    await adapter.simulator.startReview(account?.id ?? "");
    await expect.poll(() => seen.at(-1)?.reason).toBe("under_review");
    leave.abort();
    await streaming?.catch(() => {});
  });

  test("a member sees the same, and can change nothing", async () => {
    const store = createMemoryStore();
    const admin = start({ store, scenario: "connected" });
    await admin.getConnection();
    const other = start({ store, simulator: admin.simulator, viewer: member });
    expect(await other.getConnection()).toMatchObject({ status: "connected", can: { disconnect: "role" } });
    await expect(other.previewDisconnect()).rejects.toMatchObject({ code: "forbidden" });
  });

  test("nobody is signed in: the session has expired", async () => {
    await expect(start({ viewer: () => null }).getConnection()).rejects.toMatchObject({ code: "session_expired" });
  });

  test("Stripe down is a typed failure, and a retry is possible", async () => {
    const adapter = start();
    adapter.simulator.down(true);
    await expect(adapter.connect()).rejects.toMatchObject({ code: "stripe_unavailable", retryable: true });
    adapter.simulator.down(false);
    expect(await adapter.connect()).toMatchObject({ status: "connecting" });
    expect(adapter.simulator.accounts()).toHaveLength(1);
  });

  test("time that was moved far does not break deliveries", async () => {
    const adapter = start({ scenario: "dueSoon" });
    expect(await adapter.getConnection()).toMatchObject({ status: "connected", reason: "due_soon" });
    await adapter.simulator.clock.advance("15d");
    expect(await adapter.getConnection()).toMatchObject({ status: "error", reason: "past_due" });
  });

  test("a late answer can be given up", async () => {
    const adapter = start({ latency: 60_000 });
    const patience = new AbortController();
    const asked = adapter.getConnection({ signal: patience.signal });
    patience.abort();
    await expect(asked).rejects.toBeDefined();
  });

  test("two adapters are two worlds", async () => {
    const one = start({ scenario: "connected" });
    const other = start();
    expect(one.key).not.toBe(other.key);
    expect(await one.getConnection()).toMatchObject({ status: "connected" });
    expect(await other.getConnection()).toMatchObject({ status: "not_connected" });
  });
});

test.each(Object.keys(scenarios) as ScenarioName[])("a page can begin in %s", async (scenario) => {
  const adapter = start({ scenario });
  const { status, reason } = await adapter.getConnection();
  expect({ status, reason }).toEqual(SHOWN[scenario]);
  // The events of the way there change nothing.
  await adapter.simulator.idle();
  expect(await adapter.getConnection()).toMatchObject(SHOWN[scenario]);
});
