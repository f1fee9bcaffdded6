import { ConnectionError } from "../core/errors.js";

/** What Chromium and Firefox say of a module that they could not get. WebKit names no address. */
const NAMED = /^(?:Failed to fetch|error loading) dynamically imported module: (https?:\S+)$/;

let count = 0;

/**
 * A file of the library that is fetched when it is wanted. Each call is an attempt; one that fails rejects with
 * `chunk_failed`.
 *
 * Chromium keeps a failed import for as long as the page lives, and asks no server for the same address again. With
 * another fragment it is another address to the browser, and the same file to the server. A bundler that loads files by
 * itself fails with an error of its own, and asks again when it is asked again.
 *
 * `sign` is an export that the file itself has: a file that a bundler wrote anew may have it under another name, and
 * then it is not the part.
 */
export function retryableImport<T extends object>(
  importIt: () => Promise<T>,
  sign: keyof T & string,
): () => Promise<T> {
  let hasFailed = false;

  async function attempt(): Promise<T> {
    try {
      return await importIt();
    } catch (error) {
      const address = hasFailed && error instanceof TypeError && NAMED.exec(error.message)?.[1];
      if (!address) throw error;
      count += 1;
      const found = (await import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}#${count}`)) as object;
      if (!(sign in found)) throw error;
      return found as T;
    }
  }
  return () =>
    attempt().catch((cause: unknown) => {
      hasFailed = true;
      throw new ConnectionError("chunk_failed", { message: `${sign} did not load`, cause });
    });
}
