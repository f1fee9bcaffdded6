/** Names that are the same in all languages. */
const NAMES = /Stripe|https(:\/\/example\.com)?|Importer Exporter Code|MB|\{\w+\}/g;

/** A text without what is the same in all languages. */
export function withoutNames(text: string): string {
  return text
    .replaceAll(NAMES, " ")
    .replaceAll(/[\s:.,]+/g, " ")
    .trim();
}

/** Words that English alone has. */
export const ENGLISH_WORDS =
  /(?<![\p{L}-])(the|your|you|and|is|of|to|with|not|this|that|it|are|be|again|please)(?![\p{L}-])/iu;

/** Whole texts that read the same, and are right. */
export const SAME_IN_MANY_LANGUAGES: ReadonlySet<string> = new Set(["Documents", "Name", "Visa", "Website"]);

/** The longest run of letters that two texts have in common. */
export function longestCommon(one: string, other: string): string {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let longest = "";
  for (let start = 0; start < a.length; start++) {
    while (start + longest.length < a.length && b.includes(a.slice(start, start + longest.length + 1))) {
      longest = a.slice(start, start + longest.length + 1);
    }
  }
  return longest;
}
