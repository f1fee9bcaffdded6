import { asConnectionFact, callbackFor } from "./facts.js";
import { errorFields } from "./logger.js";
import type { Fact } from "./connectionStore.js";
import type { Room } from "./room.js";

const LEASE_MS = 60_000;

export interface Callbacks {
  /** Leaves out what no callback waits for. */
  wanted: (facts: Fact[]) => Fact[];
  /** Runs what is due: at least once each, over crashes, after the change was committed. */
  run: () => Promise<void>;
}

export function createCallbacks({ options, store, logger, count }: Room): Callbacks {
  let running: Promise<void> | null = null;

  const runAll = async () => {
    for (;;) {
      const due = await store.claimCallbacks({ mode: options.mode, limit: 20, leaseMs: LEASE_MS });
      for (const fact of due) {
        try {
          await callbackFor(options, fact.name)?.(asConnectionFact(fact));
          await store.ackCallback(fact);
        } catch (thrown) {
          // Its lease runs out, and then it is tried again.
          count("callback_failed", { name: fact.name });
          logger.error(`the callback for "${fact.name}" failed; it will be called again`, errorFields(thrown));
        }
      }
      if (due.length === 0) return;
    }
  };

  return {
    wanted: (facts) => facts.filter(({ name }) => callbackFor(options, name) !== undefined),
    run() {
      running ??= runAll().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
