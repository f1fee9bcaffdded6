import { type CallbackLane, createCallbackLane } from "./callbackLane.js";
import { asConnectionFact, callbackFor, FACT_NAMES, OPTION_OF_FACT } from "./facts.js";
import { HOST_MS } from "../hostCode.js";
import { errorFields } from "../logger.js";
import type { Fact, PendingFact } from "../store/connectionStore.js";
import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import type { HandlerContext } from "../context.js";

/** Longer than a callback is waited for. Doubles with each attempt, up to an hour. */
const LEASE_MS = 60_000;
const MAX_LEASE_MS = 3_600_000;

export interface Callbacks {
  /** Leaves out what no callback waits for. */
  wanted: (facts: Fact[]) => Fact[];
  /**
   * Calls what is due of these names, default all: at least once each, over crashes, after the change was committed.
   * Resolves when they have ended; while a callback is running at once, because that callback may be the caller.
   */
  run: (names?: readonly Fact["name"][]) => Promise<void>;
  /** Begins no more of them; the next instance that looks calls what is due. */
  close: () => void;
}

/** One lane for each callback name, so that a callback that hangs delays its own name only. */
export function createCallbacks({ options, store, runtime, logger, count, later }: HandlerContext): Callbacks {
  let isClosed = false;

  const callAndAck = async (fact: PendingFact) => {
    await callbackFor(options, fact.name)?.(asConnectionFact(fact));
    await store.ackCallback(fact);
  };

  const tooLate = () =>
    new ConnectionError("timeout", {
      message: isClosed
        ? "it did not end within 10 s while the handler was closing: a callback that awaits `handler.close()` waits for itself"
        : "it did not end within 10 s",
    });

  const call = async (fact: PendingFact) => {
    try {
      // One that ends later has run: it is acknowledged then.
      await rejectAfter(runtime.after, HOST_MS, callAndAck(fact), tooLate);
    } catch (thrown) {
      // Its lease runs out, and then it is called again.
      count("callback_failed", { name: fact.name });
      logger.error(`\`${OPTION_OF_FACT[fact.name]}\` failed; it will be called again`, errorFields(thrown));
    }
  };

  const laneOf = (name: Fact["name"]): CallbackLane =>
    createCallbackLane({
      claim: (limit) =>
        store.claimCallbacks({ mode: options.mode, name, limit, leaseMs: LEASE_MS, maxLeaseMs: MAX_LEASE_MS }),
      call,
      now: runtime.monotonicNow,
      repeatMs: LEASE_MS / 2,
      onRepeat: () => logger.warn("callbacks that ran are still due in the store; the next sweep runs them again"),
    });
  const lanes = {
    connected: laneOf("connected"),
    action_needed: laneOf("action_needed"),
    deadline_near: laneOf("deadline_near"),
    disconnected: laneOf("disconnected"),
  } satisfies Record<Fact["name"], CallbackLane>;

  return {
    wanted: (facts) => facts.filter(({ name }) => callbackFor(options, name) !== undefined),
    async run(names = FACT_NAMES) {
      const isBusy = FACT_NAMES.some((name) => lanes[name].isBusy());
      const ended = Promise.all(names.map((name) => lanes[name].run()));
      if (isBusy) later("running the callbacks", () => ended);
      else await ended;
    },
    close() {
      isClosed = true;
      for (const name of FACT_NAMES) lanes[name].close();
    },
  };
}
