/** What Chromium and Firefox say of a module that they could not get. WebKit names no address. */
const NAMED = /^(?:Failed to fetch|error loading) dynamically imported module: (https?:\S+)$/;

let count = 0;

/**
 * Chromium keeps a failed import for as long as the page lives, and asks no server for the same address again. With
 * another fragment it is another address to the browser, and the same file to the server. A bundler that loads files by
 * itself fails with an error of its own, and asks again when it is asked again.
 */
export async function importAgain(error: unknown): Promise<object> {
  const address = error instanceof TypeError ? NAMED.exec(error.message)?.[1] : undefined;
  if (!address) throw error;
  count += 1;
  return import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}#${count}`) as Promise<object>;
}
