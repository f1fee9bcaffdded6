import type { Runtime } from "./runtime.js";

export interface Schedule {
  /** Runs `work` again and again, spread by a tenth so that instances do not march in step. */
  every(ms: number, work: () => void): void;
  end(): void;
}

export function createSchedule(runtime: Runtime): Schedule {
  let cancel: (() => void) | null = null;
  return {
    every(ms, work) {
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
