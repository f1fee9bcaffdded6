/** A locale that Connect.js takes: `en_US` becomes `en-US`, and what is no locale becomes `en-US` too. */
export function connectLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.trim().replaceAll("_", "-"))[0] ?? "en-US";
  } catch {
    // RangeError: not a language tag. Stripe would refuse the whole form for it.
    return "en-US";
  }
}
