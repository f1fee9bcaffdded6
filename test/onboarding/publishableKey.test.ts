// @vitest-environment node
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { explainKeyProblem, publishableKeyProblem } from "../../src/onboarding/session/publishableKey.js";
import { refuseSecretKey } from "../../src/react/refuseSecretKey.js";

afterEach(() => vi.unstubAllEnvs());

describe("C12 a publishable key", () => {
  test.each([
    ["pk_test_51Acme", "test", null],
    ["pk_live_51Acme", "live", null],
    ["pk_live_51Acme", "test", "other_mode"],
    ["pk_test_51Acme", "live", "other_mode"],
    [undefined, "test", "missing"],
    [null, "test", "missing"],
    ["", "test", "missing"],
    ["  ", "test", "missing"],
    ["sk_test_51Acme", "test", "secret"],
    [" sk_live_51Acme", "live", "secret"],
    ["rk_live_51Acme", "live", "secret"],
    ["whsec_51Acme", "test", "malformed"],
    ["pk_51Acme", "test", "malformed"],
    ["pk_test_", "test", "malformed"],
    ["pk_test_a b", "test", "malformed"],
    [42, "test", "missing"],
  ] as const)("%j in %s mode: %s", (key, mode, problem) => {
    expect(publishableKeyProblem(key, mode)).toBe(problem);
  });

  test("only a key of the mode passes, whatever is given", () => {
    fc.assert(
      fc.property(fc.string(), (key) => {
        expect(publishableKeyProblem(key, "live") === null).toBe(/^pk_live_\S+$/.test(key));
      }),
    );
  });

  test("every problem is explained", () => {
    for (const problem of ["missing", "secret", "malformed", "other_mode"] as const) {
      expect(explainKeyProblem(problem, "live").length).toBeGreaterThan(40);
    }
  });

  test("a secret key in a prop throws while developing, without the key in the message, and not in production", async () => {
    expect(() => refuseSecretKey("sk_live_verysecret")).toThrow(/^(?!.*verysecret).*SECRET key/);
    refuseSecretKey("pk_live_51Acme");
    refuseSecretKey(undefined);
    vi.stubEnv("NODE_ENV", "production");
    // Another address is another module: what it is in production is settled when it is loaded.
    const another = "../../src/react/refuseSecretKey.js?production";
    const inProduction = (await import(/* @vite-ignore */ another)) as { refuseSecretKey: typeof refuseSecretKey };
    expect(inProduction.refuseSecretKey("sk_live_verysecret")).toBeUndefined();
  });
});
