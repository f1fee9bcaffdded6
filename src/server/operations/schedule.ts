import type { Runtime } from "../runtime.js";

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

export interface Schedule {
  /**
   * Runs `work` again and again, spread by a tenth so that instances do not march in step. Throws for less than a second
   * or more than a day.
   */
  every(ms: number, work: () => void): void;
  end(): void;
}

export function createSchedule(runtime: Runtime): Schedule {
  let cancel: (() => void) | null = null;
  return {
    every(ms, work) {
      // Timers take what is no number, and what is more than 24 days, for "at once": Stripe would be asked without a pause.
      if (typeof ms !== "number" || !(ms >= SECOND_MS && ms <= DAY_MS)) {
        throw new Error(
          `react-stripe-connection: start: reconcileEvery is ${String(ms)}: pass milliseconds, from ${SECOND_MS} (a second) to ${DAY_MS} (a day).`,
        );
      }
      cancel?.();
      const wait = () => {
        cancel = runtime.after(ms * (0.9 + 0.2 * runtime.random()), () => {
          wait();
          work();
        });
      };
      wait();
    },
    end() {
      cancel?.();
      cancel = null;
    },
  };
}
