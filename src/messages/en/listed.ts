/** Titles inside of a sentence: "tax ID, proof of identity and VAT number". */
export function listed(titles: readonly string[]): string {
  const words = titles.map((title) =>
    /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title,
  );
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}
