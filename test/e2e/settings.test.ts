import { describe, expect, it } from "vitest";
import { readSettings } from "../../stories/demo/server/settings.js";
import { runToItsEnd } from "./startDemo.js";

const TEST = {
  STRIPE_TEST_SECRET_KEY: "sk_test_1",
  STRIPE_TEST_PUBLISHABLE_KEY: "pk_test_1",
  STRIPE_TEST_WEBHOOK_SECRET: "whsec_ofTest1",
};
const LIVE = {
  STRIPE_LIVE_SECRET_KEY: "rk_live_1",
  STRIPE_LIVE_PUBLISHABLE_KEY: "pk_live_1",
  STRIPE_LIVE_WEBHOOK_SECRET: "whsec_ofLive2",
};

describe("settings of the demo", () => {
  it("simulates both modes without a key", () => {
    const { modes, port } = readSettings({}, "/somewhere");
    expect(modes).toEqual({ test: { on: "simulator" }, live: { on: "simulator" } });
    expect(port).toBe(4242);
  });

  it("takes an empty variable for a missing one", () => {
    expect(readSettings({ STRIPE_TEST_SECRET_KEY: "", PORT: "" }, "/somewhere").modes.test).toEqual({
      on: "simulator",
    });
  });

  it("runs on Stripe once there is a key, and then simulates nothing", () => {
    const { modes } = readSettings(TEST, "/somewhere");
    expect(modes.test).toMatchObject({ on: "stripe", secretKey: "sk_test_1" });
    expect(modes.live).toEqual({ on: "nothing", why: expect.stringContaining("STRIPE_LIVE_SECRET_KEY") as string });
    expect(readSettings({ ...TEST, ...LIVE }, "/somewhere").modes.live).toMatchObject({ on: "stripe" });
  });

  it.each([
    ["one is missing", { ...TEST, STRIPE_TEST_WEBHOOK_SECRET: undefined }, /STRIPE_TEST_WEBHOOK_SECRET is missing/],
    ["they are swapped", { ...TEST, STRIPE_TEST_SECRET_KEY: "pk_test_1" }, /STRIPE_TEST_SECRET_KEY/],
    ["modes are mixed", { ...TEST, STRIPE_TEST_PUBLISHABLE_KEY: "pk_live_1" }, /STRIPE_TEST_PUBLISHABLE_KEY/],
    ["live keys are in the test mode", { ...TEST, STRIPE_TEST_SECRET_KEY: "sk_live_1" }, /STRIPE_TEST_SECRET_KEY/],
    ["the webhook secret is none", { ...TEST, STRIPE_TEST_WEBHOOK_SECRET: "sk_test_1" }, /STRIPE_TEST_WEBHOOK_SECRET/],
    ["the database is none", { DATABASE_URL: "localhost" }, /DATABASE_URL is no address/],
    ["the port is none", { PORT: "http" }, /PORT is "http"/],
    ["the API is none", { ACCOUNTS: "v3" }, /ACCOUNTS is "v3"/],
  ])("E20 refuses with what to do when %s", (_, environment, message) => {
    expect(() => readSettings(environment, "/somewhere")).toThrow(message);
  });

  it("E20 a start with swapped keys ends with the reason, not with a stack, and says no key aloud", async () => {
    const { code, text } = await runToItsEnd({ PORT: "0", ...TEST, STRIPE_TEST_SECRET_KEY: "pk_test_swapped" });
    expect(code).not.toBe(0);
    expect(text).toContain("STRIPE_TEST_SECRET_KEY");
    expect(text).not.toContain("    at ");
    expect(text).not.toContain("pk_test_swapped");
  });
});
