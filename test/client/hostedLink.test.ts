// @vitest-environment node
import { describe, expect, test } from "vitest";
import { createConnectionClient } from "../../src/client/connectionClient.js";
import { toConnectionError } from "../../src/core/errors.js";
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
