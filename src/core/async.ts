/** Runs once after `ms`; the result cancels it. This module has no timer of its own. */
export type After = (ms: number, run: () => void) => () => void;

/** Settles as `work` does, or rejects with `late()` after `ms`. The work itself goes on. */
export function rejectAfter<T>(after: After, ms: number, work: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = after(ms, () => reject(late()));
    work.finally(cancel).then(resolve, reject);
  });
}

/**
 * Runs `work` until it succeeds once, and keeps that result. Callers that come while it runs share the run; after a
 * failure the next caller runs it again.
 */
export function untilItSucceeds<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null;
  return () => {
    result ??= work().catch((thrown: unknown) => {
      result = null;
      throw thrown;
    });
    return result;
  };
}
