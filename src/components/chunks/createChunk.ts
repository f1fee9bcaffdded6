import { importAgain } from "./importAgain.js";

/** A part of the library that is a file of its own, fetched when somebody wants it. */
export interface Chunk<T> {
  /** The part, or null while it is not here. */
  peek: () => T | null;
  /** Calls at the same time share one import; after a failure the next call makes a new one. */
  load: () => Promise<T>;
  /** Told when the part is here. */
  subscribe: (listener: () => void) => () => void;
}

/**
 * React.lazy would keep a rejected import for good. Only what succeeded is kept here: code, and nobody's data.
 * `sign` is an export that the file itself has: a file that a bundler wrote anew may have it under another name, and
 * then it is not the part.
 */
export function createChunk<T extends object>(importIt: () => Promise<T>, sign?: keyof T & string): Chunk<T> {
  const listeners = new Set<() => void>();
  let part: T | null = null;
  let underWay: Promise<T> | null = null;
  let hasFailed = false;

  const attempt = async (): Promise<T> => {
    try {
      return await importIt();
    } catch (error) {
      if (!hasFailed || !sign) throw error;
      const found = await importAgain(error);
      if (!(sign in found)) throw error;
      return found as T;
    }
  };
  return {
    peek: () => part,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load() {
      underWay ??= attempt().then(
        (loaded) => {
          part = loaded;
          for (const listener of listeners) listener();
          return loaded;
        },
        (error: unknown) => {
          hasFailed = true;
          underWay = null;
          throw error;
        },
      );
      return underWay;
    },
  };
}
