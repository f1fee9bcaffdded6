// @vitest-environment node
import { describe, expect, test } from "vitest";
import { createConnectionClient } from "../../src/client/connectionClient.js";
import { ConnectionError, toConnectionError } from "../../src/core/errors.js";
import { connected } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

describe("a link to Stripe's hosted page", () => {
  for (const [url, simulated, followed] of [
    ["https://connect.stripe.com/setup/e/acct_1/abc", false, true],
    ["http://127.0.0.1:4242/hosted", true, true],
    ["http://127.0.0.1:4242/hosted", false, false],
    ["javascript:alert(1)", true, false],
    ["JaVa\nScript:alert(1)", true, false],
    ["\u0001javascript:alert(1)", true, false],
    ["data:text/html,hi", true, false],
    ["//evil.example", true, false],
    ["", true, false],
  ] as const) {
    test(`B9 ${JSON.stringify(url)} with a simulated account ${simulated}: ${followed}`, async () => {
      const { adapter, last } = controlledAdapter();
      const client = createConnectionClient({ adapter, initialConnection: connected({ simulated }) });
      const opened = client.openHosted().then(
        (link) => link.url,
        (error: unknown) => toConnectionError(error).code,
      );
      await Promise.resolve();
      await last("createOnboardingLink").answer({ url, expiresAt: connected().serverTime });
      expect(await opened).toBe(followed ? url : "invalid_response");
    });
  }
});

describe("a link to the account's dashboard", () => {
  const open = async (url: string, simulated: boolean) => {
    const { adapter, last } = controlledAdapter();
    const client = createConnectionClient({ adapter, initialConnection: connected({ simulated }) });
    const opened = client.openDashboard?.().then(
      (link) => link.url,
      (error: unknown) => toConnectionError(error).code,
    );
    await Promise.resolve();
    await last("createDashboardLink").answer({ url });
    return opened;
  };

  for (const [url, simulated, followed] of [
    ["https://connect.stripe.com/express/acct_1/abc", false, true],
    ["https://dashboard.stripe.com/", false, true],
    ["https://stripe.com/express/abc", false, true],
    ["https://dashboard.stripe.com/", true, true],
    ["http://127.0.0.1:4242/_express/acct_1/abc", true, true],
    ["http://127.0.0.1:4242/_express/acct_1/abc", false, false],
    ["http://dashboard.stripe.com/", false, false],
    ["https://stripe.com.evil.example/", false, false],
    ["https://evilstripe.com/", false, false],
    ["https://dashboard.stripe.com@evil.example/", false, false],
    ["https://evil.example/#dashboard.stripe.com", false, false],
    ["javascript:alert(1)//stripe.com", true, false],
    ["blob:https://dashboard.stripe.com/abc", true, false],
    ["data:text/html,stripe.com", true, false],
    ["", true, false],
  ] as const) {
    test(`B9 ${JSON.stringify(url)} with a simulated account ${simulated}: ${followed}`, async () => {
      expect(await open(url, simulated)).toBe(followed ? url : "invalid_response");
    });
  }

  test("two presses make one, and the next press another", async () => {
    const { adapter, of, last } = controlledAdapter();
    const events: unknown[] = [];
    const onEvent = (event: unknown) => void events.push(event);
    const client = createConnectionClient({ adapter, initialConnection: connected(), onEvent });
    const [first, second] = [client.openDashboard?.(), client.openDashboard?.()];
    expect(client.getState().pending).toBe("open_dashboard");
    await Promise.resolve();
    expect(of("createDashboardLink")).toHaveLength(1);
    const link = { url: "https://connect.stripe.com/express/acct_1/abc" };
    await last("createDashboardLink").answer(link);
    expect([await first, await second]).toEqual([link, link]);
    expect(client.getState().pending).toBeNull();
    expect(events).toEqual([{ type: "dashboard_opened" }]);
    const again = client.openDashboard?.();
    await Promise.resolve();
    expect(of("createDashboardLink")).toHaveLength(2);
    await last("createDashboardLink").fail(new ConnectionError("dashboard_unavailable"));
    await expect(again).rejects.toMatchObject({ code: "dashboard_unavailable" });
    expect(events.at(-1)).toEqual({ type: "failed", operation: "open_dashboard", code: "dashboard_unavailable" });
    // No address of Stripe's is told to the host.
    expect(JSON.stringify(events)).not.toContain("stripe.com");
  });

  test("an adapter of the host's that can't open one goes on working", () => {
    const { createDashboardLink: _, ...adapter } = controlledAdapter().adapter;
    const client = createConnectionClient({ adapter, initialConnection: connected() });
    expect(client.openDashboard).toBeUndefined();
  });
});
