// @vitest-environment node
import { describe, expect, test } from "vitest";
import { STATUSES, REASONS } from "../../src/core/connection.js";
import { waitingOnFor } from "../../src/core/waitingOn.js";
import { ConnectionError } from "../../src/core/errors.js";
import { readConnection } from "../../src/core/protocol.js";
import { requirementGroup } from "../../src/core/requirementGroups.js";
import { fixtureAdapter, fixtures } from "../../src/testing/index.js";

const all = Object.entries(fixtures);

describe("fixtures", () => {
  test.each(all)("%s is what the protocol carries", (_, connection) => {
    expect(readConnection(JSON.parse(JSON.stringify(connection)))).toEqual(connection);
  });

  test.each(all)("%s does not contradict itself", (_, connection) => {
    const { action, waitingOn, requirements, deadline, account, status, serverTime, statusSince } = connection;
    expect(waitingOn).toBe(waitingOnFor(action));
    expect(requirements.map(({ group }) => group)).toEqual(requirements.map(({ key }) => requirementGroup(key)));
    expect(deadline).toBe(requirements.flatMap((one) => one.deadline ?? []).sort()[0] ?? null);
    expect(account === null).toBe(status === "not_connected" || connection.reason === "creating");
    expect(serverTime).toBe("2026-11-22T14:02:00.000Z");
    expect(Date.parse(statusSince ?? serverTime)).toBeLessThanOrEqual(Date.parse(serverTime));
    // Nothing new is sold on an account that is being taken away.
    expect(connection.ready).toBe(status === "connected" && connection.can.connect !== "busy");
  });

  test("no dashboard is refused for a reason that the server has none of", () => {
    const told = new Set(all.map(([, { can }]) => can.dashboard));
    expect([...told].filter((one) => one === "terminal" || one === "already_connected")).toEqual([]);
  });

  test("every status has one, and every reason that viewers see", () => {
    expect(new Set(all.map(([, { status }]) => status))).toEqual(new Set(STATUSES));
    const reasons = new Set<string>(all.map(([, { reason }]) => reason));
    // Withheld from viewers, who see `under_review`; and `closed`, which reads as `deleted`.
    expect(REASONS.filter((reason) => !reasons.has(reason))).toEqual(["closed", "listed"]);
  });
});

describe("fixtureAdapter", () => {
  test("stands still in the state", async () => {
    const adapter = fixtureAdapter(fixtures.connected);
    expect(await adapter.getConnection()).toEqual(fixtures.connected);
    expect(await adapter.refresh()).toEqual(fixtures.connected);
    expect(await adapter.previewDisconnect()).toMatchObject({ generation: 1, startOver: false, blockers: [] });
    expect((await adapter.createAccountSession({ purpose: "management" })).publishableKey).toMatch(/^pk_/);
  });

  test("fails, or hangs, where it is told to", async () => {
    const error = new ConnectionError("store_unavailable", { requestId: "req_1" });
    await expect(fixtureAdapter(error).getConnection()).rejects.toBe(error);
    const adapter = fixtureAdapter(fixtures.connected, { fail: { disconnect: error, refresh: "never" } });
    await expect(adapter.disconnect({ generation: 1 })).rejects.toBe(error);
    const controller = new AbortController();
    const hanging = adapter.refresh({ signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(hanging).rejects.toThrow("enough");
    const reason = new Error("nobody waits");
    const given = fixtureAdapter(fixtures.connected, { delay: 1 }).connect({}, { signal: AbortSignal.abort(reason) });
    await expect(given).rejects.toBe(reason);
    const loading = fixtureAdapter("loading").getConnection({ signal: AbortSignal.timeout(1) });
    await expect(loading).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("grants hosted pages and previews only where the fixture does", async () => {
    await expect(fixtureAdapter(fixtures.connected).createOnboardingLink()).rejects.toMatchObject({
      code: "hosted_unavailable",
    });
    await expect(fixtureAdapter(fixtures.hostedOnboarding).createOnboardingLink()).resolves.toMatchObject({
      url: expect.stringMatching(/^https:/),
    });
    await expect(fixtureAdapter(fixtures.notConnected).previewDisconnect()).rejects.toMatchObject({ code: "conflict" });
  });

  test("two of one fixture have states of their own", () => {
    expect(fixtureAdapter(fixtures.connected).key).not.toBe(fixtureAdapter(fixtures.connected).key);
  });
});
