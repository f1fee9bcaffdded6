import type { After } from "../core/async.js";
import { ConnectionError } from "../core/errors.js";

/** Runs once the signal is aborted; the result takes it back. */
export function onAbort(signal: AbortSignal | undefined, run: () => void): () => void {
  signal?.addEventListener("abort", run);
  return () => signal?.removeEventListener("abort", run);
}

/** Settles as `work` does, or rejects with the signal's reason once that is aborted. The work itself goes on. */
export function rejectOnAbort<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal?.reason);
    if (signal?.aborted) end();
    work.finally(onAbort(signal, end)).then(resolve, reject);
  });
}

/** Resolves after `ms`, or at once when the signal is aborted. */
export function sleep(after: After, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      cancel();
      forget();
      resolve();
    };
    const cancel = after(ms, end);
    const forget = onAbort(signal, end);
  });
}

/**
 * Runs `work` with a signal that is aborted after `ms`, or with the caller's own. A deadline rejects with `timeout`, the
 * caller's abort with its reason. Either ends the wait, also where the work does not listen to the signal.
 */
export async function withDeadline<T>(
  after: After,
  ms: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  caller?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const forget = onAbort(caller, () => controller.abort(caller?.reason));
  const cancel = after(ms, () =>
    controller.abort(new ConnectionError("timeout", { message: `no answer in ${ms / 1000} s` })),
  );
  try {
    return await rejectOnAbort(signal, work(signal));
  } finally {
    cancel();
    forget();
  }
}

/** Calls a host's callback later, so that what it throws is reported by the page and stops nothing here. */
export async function callHost<T>(callback: ((value: T) => void) | undefined, value: T): Promise<void> {
  await Promise.resolve();
  callback?.(value);
}
