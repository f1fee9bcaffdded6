const LONGEST = 40;
// Control characters, and those that turn the direction of what follows (U+202E and its kind).
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/** Foreign text as one line that can't disturb what stands around it. */
export function plainText(text: string): string {
  return text.replace(UNSAFE, " ").replace(/\s+/g, " ").trim();
}

/** A person's name to put into a sentence: one line, of bearable length. Null where nothing is left of it. */
export function personName(name: string | null | undefined): string | null {
  const letters = Array.from(plainText(name ?? ""));
  if (letters.length === 0) return null;
  return letters.length > LONGEST
    ? `${letters
        .slice(0, LONGEST - 1)
        .join("")
        .trimEnd()}…`
    : letters.join("");
}
