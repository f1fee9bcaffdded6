/// <reference types="node" />
import type { ConnectionHandler } from "../server/handlerOptions.js";

/** Next.js waits for open requests before it ends, and each open page has one: its stream of updates. */
export function closeOnSignal(handler: Pick<ConnectionHandler, "close">): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      const closed = handler.close();
      // A listener keeps the signal from ending the process: where it is the only one, this does.
      if (process.listenerCount(signal) === 0) void closed.finally(() => process.kill(process.pid, signal));
    });
  }
}
