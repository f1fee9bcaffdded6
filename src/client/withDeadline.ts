import { ConnectionError } from "../core/errors.js";
import { pageClock } from "./runtime.js";

/**
 * Runs `work` with a signal that is aborted after `ms`, or with the caller's own. A deadline rejects with `timeout`,
 * the caller's abort with its reason: nobody waits for that answer.
 */
export async function withDeadline<T>(
  ms: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
  after = pageClock().after,
): Promise<T> {
  caller?.throwIfAborted();
  const controller = new AbortController();
  let giveUp: (reason: unknown) => void = () => {};
  // Raced, because what the host wrote may not listen to the signal.
  const ended = new Promise<never>((_, reject) => {
    giveUp = (reason) => {
      controller.abort(reason);
      reject(reason);
    };
  });
  const end = after(ms, () => giveUp(new ConnectionError("timeout", { message: `no answer in ${ms / 1000} s` })));
  const onAbort = () => giveUp(caller?.reason);
  caller?.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    end();
    caller?.removeEventListener("abort", onAbort);
  }
}
