// Bundlers replace the whole expression; a page without one has no `process`, as with React itself.
declare const process: { env: { NODE_ENV?: string } };

const told = new Set<string>();

/** Warns the developer, once for each text and not in production. */
export function warnOnce(text: string): void {
  if (process.env.NODE_ENV === "production" || told.has(text)) return;
  told.add(text);
  console.warn(`react-stripe-connection: ${text}`);
}
