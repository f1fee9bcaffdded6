import type { ConnectionError, ConnectionErrorCode } from "../core/errors.js";
import { toConnectionError } from "../core/errors.js";
import { onAbort, sleep } from "./async.js";
import { type Backoff, backoff } from "./backoff.js";
import type { Runtime } from "./runtime.js";

const RETRIES = 2;
const PAUSES: Backoff = { first: 1000, factor: 2, cap: 4000 };
/** Failures of the network or of a server that may be over in a second. All others are shown at once. */
const BLIPS: ReadonlySet<ConnectionErrorCode> = new Set(["network", "store_unavailable", "stripe_unavailable"]);

const isBlip = ({ code, retryAfter }: ConnectionError) => BLIPS.has(code) && retryAfter === null;

/**
 * Runs `attempt`, and twice more after a blip. Before each retry it waits until the page is visible and online. Rejects
 * with a ConnectionError. `attempt` rejects once the signal is aborted.
 */
export async function withRetries<T>(runtime: Runtime, signal: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (thrown) {
      const error = toConnectionError(thrown);
      if (signal.aborted || failures === RETRIES || !isBlip(error)) throw error;
      await sleep(runtime.after, backoff(PAUSES, failures, runtime.random), signal);
      await untilActive(runtime, signal);
    }
  }
}

/** Resolves once the page is visible and online, or the signal is aborted. */
function untilActive(runtime: Runtime, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!signal.aborted && !(runtime.isVisible() && runtime.isOnline())) return;
      ends.forEach((end) => end());
      resolve();
    };
    const ends = [runtime.onPageChange(check), onAbort(signal, check)];
    check();
  });
}
