import { type Backoff, backoff } from "./backoff.js";
import type { Clock } from "./runtime.js";

const PAUSES: Backoff = { first: 2000, factor: 1.5, cap: 30_000 };

export interface Polling {
  /** Looks again after the next pause, `floor` ms at least. Keeps a look that is planned already. */
  plan(floor: number): void;
  /** Plans nothing any more. Pauses start short again. */
  stop(): void;
}

/** One timer at most: a laptop that slept through a hundred pauses looks once. */
export function createPolling(runtime: Clock, look: () => void): Polling {
  let attempt = 0;
  let planned: { cancel: () => void; floor: number } | null = null;
  const clear = () => {
    planned?.cancel();
    planned = null;
  };
  return {
    plan(floor) {
      if (planned && planned.floor >= floor) return;
      clear();
      const pause = Math.max(floor, backoff(PAUSES, attempt, runtime.random));
      const cancel = runtime.after(pause, () => {
        planned = null;
        attempt += 1;
        look();
      });
      planned = { cancel, floor };
    },
    stop() {
      clear();
      attempt = 0;
    },
  };
}
