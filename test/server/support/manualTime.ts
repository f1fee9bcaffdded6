import type { Runtime } from "react-stripe-connection/server";

/** Time that a test moves. */
export interface ManualTime {
  runtime: Pick<Runtime, "now" | "after" | "random">;
  now: () => number;
  /** Runs what is due by then, in its order. */
  advance: (ms: number) => void;
}

export function manualTime(start = Date.parse("2026-11-30T12:00:00.000Z")): ManualTime {
  let now = start;
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    runtime: {
      now: () => now,
      after(ms, run) {
        const timer = { at: now + ms, run };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
      random: () => 0.5,
    },
    now: () => now,
    advance(ms) {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)) {
        if (timers.delete(timer)) timer.run();
      }
    },
  };
}
