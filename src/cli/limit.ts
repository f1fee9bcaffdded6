import { rejectOnAbort } from "../client/async.js";
import { pageClock } from "../client/runtime.js";
import { rejectAfter } from "../core/async.js";
import { Wrong } from "./report.js";

const FIX = "Look at the server's log: a proxy, the database or `authorize` may keep it from answering.";

/** Settles as `work` does, or rejects after `ms` with what to do. The work itself goes on. */
export const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  rejectAfter(pageClock().after, ms, work, () => new Wrong(`there was no answer in ${ms / 1000} s`, FIX));

/** The bound of one check. */
export interface Limit {
  /** Aborted when the check is over: it ends what the check has left open. */
  readonly signal: AbortSignal;
  /** Time that the other side asked for is not counted, and the count begins again after it. */
  pause(wait: () => Promise<void>): Promise<void>;
}

/** Runs a check, and rejects where it is not over after `ms`. */
export async function limited<T>(ms: number, run: (limit: Limit) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const count = () =>
    pageClock().after(ms, () => controller.abort(new Wrong(`it was not over after ${ms / 1000} s`, FIX)));
  let stop = count();
  const limit: Limit = {
    signal,
    async pause(wait) {
      stop();
      await rejectOnAbort(signal, wait());
      stop();
      stop = count();
    },
  };
  try {
    return await rejectOnAbort(signal, run(limit));
  } finally {
    stop();
    controller.abort(new Error("the check is over"));
  }
}
