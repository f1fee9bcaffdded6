import type { After } from "../core/async.js";
import { ConnectionError } from "../core/errors.js";

/** Settles as `work` does, or rejects with the signal's reason once that is aborted. The work itself goes on. */
export function rejectOnAbort<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal?.reason);
    if (signal?.aborted) onAbort();
    signal?.addEventListener("abort", onAbort, { once: true });
    work.finally(() => signal?.removeEventListener("abort", onAbort)).then(resolve, reject);
  });
}

/** Resolves after `ms`, or at once when the signal is aborted. */
export function sleep(after: After, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      cancel();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const cancel = after(ms, end);
    signal.addEventListener("abort", end);
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
  const onAbort = () => controller.abort(caller?.reason);
  caller?.addEventListener("abort", onAbort, { once: true });
  const cancel = after(ms, () =>
    controller.abort(new ConnectionError("timeout", { message: `no answer in ${ms / 1000} s` })),
  );
  try {
    return await rejectOnAbort(controller.signal, work(controller.signal));
  } finally {
    cancel();
    caller?.removeEventListener("abort", onAbort);
  }
}
