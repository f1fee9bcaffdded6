/** The BCP 47 tag as Intl writes it (`en_us` becomes `en-US`), or null for what is not a language tag. */
export function canonicalLocale(locale: string): string | null {
  try {
    return Intl.getCanonicalLocales(locale.trim().replaceAll("_", "-"))[0] ?? null;
  } catch (thrown) {
    if (thrown instanceof RangeError) return null;
    throw thrown;
  }
}
