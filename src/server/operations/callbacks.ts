import { asConnectionFact, callbackFor } from "./facts.js";
import { errorFields } from "../logger.js";
import type { Fact, PendingFact } from "../store/connectionStore.js";
import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import type { HandlerContext } from "../context.js";

/** So many at a time, each for so long, are done within the lease. */
const AT_ONCE = 5;
const PATIENCE_MS = 10_000;
const LEASE_MS = 60_000;

export interface Callbacks {
  /** Leaves out what no callback waits for. */
  wanted: (facts: Fact[]) => Fact[];
  /** Runs what is due: at least once each, over crashes, after the change was committed. */
  run: () => Promise<void>;
  /** Begins no more of them; what is due is run by whoever comes next. */
  close: () => void;
}

const nameOf = ({ tenant, generation, id }: PendingFact) => JSON.stringify([tenant, generation, id]);

export function createCallbacks({ options, store, runtime, logger, count }: HandlerContext): Callbacks {
  let running: Promise<void> | null = null;
  /** Asked for while it runs: what was committed since may have been missed. */
  let again = false;
  let isClosed = false;

  const callAndAck = async (fact: PendingFact) => {
    await callbackFor(options, fact.name)?.(asConnectionFact(fact));
    await store.ackCallback(fact);
  };

  const runAll = async () => {
    // A fact that is given out again was neither acknowledged nor leased. Running it again would never end.
    const ran = new Set<string>();
    while (!isClosed) {
      const due = await store.claimCallbacks({ mode: options.mode, limit: AT_ONCE, leaseMs: LEASE_MS });
      const fresh = due.filter((fact) => !ran.has(nameOf(fact)));
      for (const fact of fresh) {
        ran.add(nameOf(fact));
        try {
          // One that never ends must not keep the others, or the next sweep, waiting. One that ends late has run.
          await rejectAfter(
            runtime.after,
            PATIENCE_MS,
            callAndAck(fact),
            () => new ConnectionError("timeout", { message: "it takes too long" }),
          );
        } catch (thrown) {
          // Its lease runs out, and then it is tried again.
          count("callback_failed", { name: fact.name });
          logger.error(`the callback for "${fact.name}" failed; it will be called again`, errorFields(thrown));
        }
      }
      if (fresh.length > 0) continue;
      if (due.length > 0) logger.warn("callbacks that ran are still due in the store; the next sweep runs them again");
      return;
    }
  };

  const untilAllRan = async () => {
    try {
      while (again) {
        again = false;
        await runAll();
      }
    } finally {
      running = null;
    }
  };

  return {
    wanted: (facts) => facts.filter(({ name }) => callbackFor(options, name) !== undefined),
    run() {
      again = true;
      running ??= untilAllRan();
      return running;
    },
    close: () => void (isClosed = true),
  };
}
