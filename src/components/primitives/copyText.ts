/** Puts a text on the clipboard. Rejects where the browser refuses: it has none without https, and in some frames. */
export const copyText = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
