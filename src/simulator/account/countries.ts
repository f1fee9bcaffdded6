/** Countries in which Stripe makes accounts, with their currency. @see https://stripe.com/global */
const EURO = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");

export const CURRENCIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(EURO.map((country) => [country, "eur"])),
  AE: "aed",
  AU: "aud",
  BR: "brl",
  CA: "cad",
  CH: "chf",
  CZ: "czk",
  DK: "dkk",
  GB: "gbp",
  GI: "gip",
  HK: "hkd",
  HU: "huf",
  JP: "jpy",
  LI: "chf",
  MX: "mxn",
  MY: "myr",
  NO: "nok",
  NZ: "nzd",
  PL: "pln",
  RO: "ron",
  SE: "sek",
  SG: "sgd",
  TH: "thb",
  US: "usd",
};
