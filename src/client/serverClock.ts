import type { Clock } from "./runtime.js";

export interface ServerClock {
  /** ms since 1970, as the server counts. */
  now(): number;
  /** An answer has just come in. */
  heard(serverTime: string): void;
}

/** Goes on from the last answer with monotonic time, so that a device that is two years off does not matter. */
export function createServerClock(runtime: Clock): ServerClock {
  let anchor: { server: number; local: number } | null = null;
  return {
    now: () => (anchor ? anchor.server + (runtime.now() - anchor.local) : runtime.wallClock()),
    heard(serverTime) {
      const server = Date.parse(serverTime);
      const local = runtime.now();
      // An answer that was overtaken on its way, or is told twice, must not turn the clock back.
      if (!anchor || server > anchor.server) anchor = { server, local };
    },
  };
}
