// @vitest-environment node
import { describe, expect, it } from "vitest";
import { isWebhookSecret, parseStripeKey } from "../../src/core/stripeKeys.js";

describe("parseStripeKey", () => {
  it.each([
    ["sk_test_51Hx", "secret", "test"],
    ["sk_live_51Hx", "secret", "live"],
    ["rk_live_51Hx", "restricted", "live"],
    ["pk_test_51Hx", "publishable", "test"],
    ["pk_live_51Hx_more", "publishable", "live"],
    [" sk_live_51Hx", "secret", null],
    ["SK_LIVE_51Hx", "secret", null],
    ["sk_live_51Hx\n", "secret", null],
    ["\tRk_", "restricted", null],
    ["pk_test_", "publishable", null],
    ["pk_prod_51Hx", "publishable", null],
    ["pk_test_51 Hx", "publishable", null],
  ])("reads %j as %s of %s mode", (key, kind, mode) => {
    expect(parseStripeKey(key)).toEqual({ kind, mode });
  });

  it.each(["", " ", "sk", "sk-live-1", "whsec_test_1", "xsk_test_1", "planted", undefined, null, 7])(
    "%j has no key's prefix",
    (key) => {
      expect(parseStripeKey(key)).toBeNull();
    },
  );
});

it.each([
  ["whsec_abcDEF123+/=-_", true],
  ["whsec_", false],
  ["whsec_abc def", false],
  ["whsec_abc\n", false],
  [" whsec_abc", false],
  ["sk_test_1", false],
])("isWebhookSecret(%j) is %s", (text, is) => {
  expect(isWebhookSecret(text)).toBe(is);
});
