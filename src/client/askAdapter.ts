import type { CallOptions, StripeConnectionAdapter } from "../core/adapter.js";
import type { Clock } from "./runtime.js";
import { withDeadline } from "./async.js";

/** For an adapter that has no deadlines. ms */
const PATIENCE = 30_000;

/** One piece of work with the adapter of the moment; `signal` ends it. */
export type AskAdapter = <T>(
  signal: AbortSignal,
  work: (adapter: StripeConnectionAdapter, call: CallOptions) => T | Promise<T>,
) => Promise<T>;

/** Nobody waits for ever, whoever wrote the adapter: it may have no deadline, and may not listen to the signal. */
export const createAskAdapter =
  (runtime: Clock, current: () => StripeConnectionAdapter): AskAdapter =>
  (signal, work) => {
    const adapter = current();
    const ask = async (own: AbortSignal) => work(adapter, { signal: own });
    return withDeadline(runtime.after, adapter.timeout ?? PATIENCE, signal, ask);
  };
