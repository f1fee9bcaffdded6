import type { ConnectionListener, StripeConnectionAdapter } from "../../core/adapter.js";
import { type Backoff, backoff } from "../backoff.js";
import type { Connection } from "../../core/connection.js";
import { type ConnectionError, toConnectionError } from "../../core/errors.js";
import { rejectOnAbort, sleep } from "../async.js";
import type { Runtime } from "../runtime.js";

/** A server that restarts ends every page's stream at once: they come back over this time. ms */
const SPREAD = 5000;
const RECONNECT: Backoff = { first: 1000, factor: 2, cap: 60_000 };
/** A stream that ends sooner counts as a failure, or a server that hangs up at once would be called in a circle. ms */
const SHORT_LIVED = 10_000;

export interface PushOptions {
  runtime: Pick<Runtime, "now" | "after" | "random" | "lock">;
  /** Of the lock that one tab holds; contains the scope. */
  name: string;
  subscribe: NonNullable<StripeConnectionAdapter["subscribe"]>;
  onConnection(connection: Connection): void;
  onOpenChange(open: boolean): void;
  /** After each failed stream. One that is not retryable was the last. */
  onError(error: ConnectionError): void;
}

/** Holds the stream of changes in one tab of all, and opens it again for as long as it is wanted. The result ends it. */
export function startPush(options: PushOptions): () => void {
  const { runtime } = options;
  if (!runtime.lock) return () => {};
  const controller = new AbortController();
  const { signal } = controller;
  runtime
    .lock(options.name, signal, () => keepOpen(options, signal))
    .catch((thrown: unknown) => {
      if (!signal.aborted) options.onError(toConnectionError(thrown));
    });
  return () => controller.abort();
}

async function keepOpen(options: PushOptions, signal: AbortSignal): Promise<void> {
  const { runtime } = options;
  let lastEventId: string | null = null;
  let failures = 0;
  while (!signal.aborted) {
    let openedAt = Infinity;
    const listener: ConnectionListener = {
      onOpen() {
        if (signal.aborted) return;
        openedAt = runtime.now();
        options.onOpenChange(true);
      },
      onConnection(connection, id) {
        if (signal.aborted) return;
        lastEventId = id ?? lastEventId;
        options.onConnection(connection);
      },
    };
    let floor = 0;
    try {
      // The lock is every tab's: an adapter that does not listen to the signal must not keep it.
      await rejectOnAbort(signal, options.subscribe(listener, { signal, lastEventId }));
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toConnectionError(thrown, "network");
      options.onError(error);
      if (!error.retryable) return;
      floor = (error.retryAfter ?? 0) * 1000;
    } finally {
      if (!signal.aborted) options.onOpenChange(false);
    }
    failures = runtime.now() - openedAt >= SHORT_LIVED ? 0 : failures + 1;
    const pause = failures > 0 ? backoff(RECONNECT, failures - 1, runtime.random) : SPREAD * runtime.random();
    await sleep(runtime.after, Math.max(floor, pause), signal);
  }
}
