// Bundlers replace the whole expression; a page without one has no `process`.
declare const process: { env: { NODE_ENV?: string } } | undefined;

const told = new Set<string>();

/** Tells the developer about a mistake in words or locale, once for each text and not in production. */
export function warnOnce(text: string): void {
  if (typeof process === "undefined" || process.env.NODE_ENV === "production" || told.has(text)) return;
  told.add(text);
  console.warn(`react-stripe-connection: ${text}`);
}
