const NONE = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const THOUSANDTHS = new Set("bhd jod kwd omr tnd".split(" "));

/**
 * Decimals of an amount that Stripe sends in a currency's smallest unit: 0, 2 or 3. `currency` is a code of ISO 4217, in
 * either case. By Stripe's own table: a browser's differs (króna, forint), and from browser to browser.
 * @see https://docs.stripe.com/currencies#minor-units
 */
export function minorUnits(currency: string): number {
  const code = currency.toLowerCase();
  return NONE.has(code) ? 0 : THOUSANDTHS.has(code) ? 3 : 2;
}
