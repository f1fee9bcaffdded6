const RTL_LANGUAGES = new Set(["ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"]);

/** The direction in which a locale (BCP 47) is written. */
export function directionOf(locale: string): "ltr" | "rtl" {
  const [language = "", ...subtags] = locale.toLowerCase().split(/[-_]/);
  if (subtags.includes("latn")) return "ltr";
  return RTL_LANGUAGES.has(language) || subtags.includes("arab") || subtags.includes("hebr") ? "rtl" : "ltr";
}
