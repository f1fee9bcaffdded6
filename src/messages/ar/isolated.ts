/** A name or an id in another script, with its own direction: the full stop after "Acme Inc." stays where it belongs. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
