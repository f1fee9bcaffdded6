import { createSubscribable } from "../../client/subscribable.js";
import { retryableImport } from "../../messages/retryableImport.js";

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
 * With `sign` it is an import of `retryableImport`, which gets round what browsers remember.
 */
export function createChunk<T extends object>(importIt: () => Promise<T>, sign?: keyof T & string): Chunk<T> {
  const { subscribe, notify } = createSubscribable();
  let part: T | null = null;
  let underWay: Promise<T> | null = null;
  const attempt = sign ? retryableImport(importIt, sign) : importIt;

  return {
    peek: () => part,
    subscribe,
    load() {
      underWay ??= attempt().then(
        (loaded) => {
          part = loaded;
          notify();
          return loaded;
        },
        (error: unknown) => {
          underWay = null;
          throw error;
        },
      );
      return underWay;
    },
  };
}
