import { expect, test } from "vitest";
import { minorUnits } from "../../src/core/minorUnits.js";

// https://docs.stripe.com/currencies#minor-units
const ZERO = ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];
const THREE = ["BHD", "JOD", "KWD", "OMR", "TND"];

test("each currency has the decimals of Stripe's table, whatever the browser's are", () => {
  const currencies = Intl.supportedValuesOf("currency");
  expect(currencies).toEqual(expect.arrayContaining(["EUR", "ISK", "UGX", "HUF", "IDR", ...ZERO, ...THREE]));
  const expected = (code: string) => (ZERO.includes(code) ? 0 : THREE.includes(code) ? 3 : 2);
  for (const code of currencies) {
    expect([code, minorUnits(code), minorUnits(code.toLowerCase())]).toEqual([code, expected(code), expected(code)]);
  }
});

test.each(["", " ", "f", "jp", "p d", "jpy kmf"])("%j is no currency's code, and has two", (text) => {
  expect(minorUnits(text)).toBe(2);
});
