// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en } from "../../src/messages/en.js";
import { collectionOptions } from "../../src/onboarding/collectionOptions.js";
import { connectLocale } from "../../src/onboarding/session/connectLocale.js";
import { loadErrorType } from "../../src/onboarding/session/loadErrorType.js";
import { type BrowserFacts, preflight } from "../../src/onboarding/preflight.js";
import { inProgress } from "../support/onboardingPage.js";

describe("locale", () => {
  test.each([
    ["en_US", "en-US"],
    ["de", "de"],
    ["pt-br", "pt-BR"],
    ["ZH_hant_tw", "zh-Hant-TW"],
    ["", "en-US"],
    ["english please", "en-US"],
    ["x", "en-US"],
  ])("%j goes to Stripe as %s", (given, sent) => expect(connectLocale(given)).toBe(sent));

  test("whatever is given, Stripe gets a language tag", () => {
    fc.assert(fc.property(fc.string(), (given) => void Intl.getCanonicalLocales(connectLocale(given))));
  });
});

describe("what Stripe's form asks for", () => {
  test("what is due, and nothing ahead of it", () => {
    expect(collectionOptions(inProgress, undefined)).toEqual({ fields: "currently_due", futureRequirements: "omit" });
    expect(collectionOptions(inProgress, [])).toEqual({ fields: "currently_due", futureRequirements: "omit" });
  });
  test("what is due later, where the card is about that", () => {
    const ahead = { ...inProgress, reason: "future_requirements" as const };
    expect(collectionOptions(ahead, undefined).futureRequirements).toBe("include");
  });
  test("just the named ones", () => {
    expect(collectionOptions(inProgress, ["business_profile.url"])).toEqual({
      fields: "currently_due",
      futureRequirements: "omit",
      requirements: { only: ["business_profile.url"] },
    });
  });
});

describe("what may keep the form from working", () => {
  const fine: BrowserFacts = {
    onLine: true,
    protocol: "https:",
    crossOriginIsolated: false,
    userAgent: "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
    isForeignFrame: false,
  };
  test("nothing, in a browser on its own", () => expect(preflight("live", fine)).toEqual([]));
  test.each([
    ["offline", { onLine: false }],
    ["insecure", { protocol: "http:" }],
    ["isolated", { crossOriginIsolated: true }],
    ["framed", { isForeignFrame: true }],
    ["in_app_browser", { userAgent: "Mozilla/5.0 (Linux; Android 15; wv) AppleWebKit/537.36 Chrome/150 Mobile" }],
    ["in_app_browser", { userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit/605.1.15 Mobile/15E148" }],
    ["in_app_browser", { userAgent: "Mozilla/5.0 (iPhone) AppleWebKit/605 Safari/604 [FBAN/FBIOS;FBAV/500]" }],
  ] as const)("C11 %s", (finding, facts) => {
    expect(preflight("live", { ...fine, ...facts })).toEqual([finding]);
    expect(en.onboarding.findings[finding]).toMatch(/\.$/);
  });
  test("http is fine in test mode", () => expect(preflight("test", { ...fine, protocol: "http:" })).toEqual([]));
  test("Android's WebView names itself", () => {
    const userAgent =
      "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Version/4.0 Chrome/150 Safari/537";
    expect(preflight("test", { ...fine, userAgent })).toEqual(["in_app_browser"]);
  });
});

describe("the words", () => {
  test("every failure says what happened and what to do, in sentences", () => {
    for (const { title, text } of Object.values(en.onboarding.failures)) {
      expect(title).toMatch(/^[A-Z].*\.$/);
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(`${title} ${text}`.length).toBeLessThanOrEqual(180);
      expect(`${title} ${text}`).not.toMatch(/_|session|iframe|script\b/i);
    }
  });
  test("an error type that this version does not know counts as one of Stripe's", () => {
    expect(loadErrorType("render_error")).toBe("render_error");
    expect(loadErrorType("quantum_error")).toBe("api_error");
  });
});
