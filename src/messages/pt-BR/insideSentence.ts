/** A title inside of a sentence: "Número fiscal" reads "número fiscal", "CPF" stays. */
export function insideSentence(title: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
