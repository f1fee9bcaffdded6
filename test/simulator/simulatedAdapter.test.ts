// @vitest-environment node
import { afterEach, describe, expect, test } from "vitest";
import type { Connection } from "../../src/core/connection.js";
import type { Viewer } from "../../src/server/viewer.js";
import {
  createMemoryStore,
  createStripeSimulator,
  type IgnoredParams,
  type ScenarioName,
  type SimulatedAdapter,
  type SimulatedAdapterOptions,
  scenarios,
  simulatedAdapter,
} from "../../src/simulator/index.js";
import { SHOWN } from "./scenarioTable.js";
import { takeToldRequests } from "../support/setup.js";

// What the developer is told of these has tests of its own.
afterEach(() => void takeToldRequests());

const open: SimulatedAdapter[] = [];
const start = (options?: SimulatedAdapterOptions) => {
  const adapter = simulatedAdapter(options);
  open.push(adapter);
  return adapter;
};
afterEach(async () => {
  for (const adapter of open.splice(0)) await adapter.close();
});

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

  test.each(["v1", "v2"] as const)("ST-3 what our own server sends by %s is played whole", async (accounts) => {
    const ignored: IgnoredParams[] = [];
    const simulator = createStripeSimulator({ clock: "real", onIgnored: (each) => ignored.push(each) });
    const accountParams = () => (accounts === "v2" ? { contact_email: "jenny.rosen@example.com" } : {});
    const adapter = start({ simulator, handler: { accounts, accountParams, countries: ["DE"] } });
    await adapter.connect({ country: "DE" });
    await adapter.createAccountSession({ purpose: "onboarding" });
    await adapter.refresh();
    const { generation } = await adapter.previewDisconnect();
    await adapter.disconnect({ generation });
    expect(ignored).toEqual([]);
    await simulator.close();
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

/** One scenario for each status and reason: what the others say is held by the table itself. */
const ONE_OF_EACH = (Object.keys(scenarios) as ScenarioName[]).filter(
  (name, at, all) =>
    all.findIndex(
      (other) => SHOWN[other].status === SHOWN[name].status && SHOWN[other].reason === SHOWN[name].reason,
    ) === at,
);

test.each(ONE_OF_EACH)("a page can begin in %s", async (scenario) => {
  const adapter = start({ scenario });
  const { status, reason } = await adapter.getConnection();
  const { told: _, ...expected } = SHOWN[scenario];
  expect({ status, reason }).toEqual(expected);
  // The events of the way there change nothing.
  await adapter.simulator.idle();
  expect(await adapter.getConnection()).toMatchObject(expected);
});
