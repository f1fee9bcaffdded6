import type { AskAdapter } from "./askAdapter.js";
import type { Connection } from "../core/connection.js";
import { type ConnectionError, toConnectionError } from "../core/errors.js";
import { readConnection } from "../core/protocol.js";
import { createRequestGate, type RequestGate } from "./requestGate.js";
import type { Clock } from "./runtime.js";
import { createServerClock, type ServerClock } from "./serverClock.js";

/** An answer younger than this is not asked for again by focus or another card. ms */
const FRESH = 10_000;

export interface ConnectionLoader {
  clock: ServerClock;
  gate: RequestGate;
  /** Asks the back end, unless it may not be asked now. Rejects with a ConnectionError, or with the signal's reason. */
  load(signal: AbortSignal): Promise<Connection>;
  /** Any answer of the back end's. Throws for what is no connection. */
  read(wire: unknown): Connection;
  /** Any failure. */
  failed(error: ConnectionError): void;
  /** Whether what is known needs no confirmation yet. */
  isFresh(): boolean;
  /** There is something newer. */
  outdate(): void;
}

/** Knows when the back end answered last, what time it is there, and whether it may be asked. */
export function createConnectionLoader(
  runtime: Clock,
  ask: AskAdapter,
  onSignedOut: (error: ConnectionError) => void,
): ConnectionLoader {
  const clock = createServerClock(runtime);
  const gate = createRequestGate(runtime, clock);
  let lastAnswer = -Infinity;
  let lastAnswerAt = 0;

  function read(wire: unknown): Connection {
    const connection = readConnection(wire);
    clock.heard(connection.serverTime);
    lastAnswer = runtime.now();
    lastAnswerAt = runtime.wallClock();
    return connection;
  }

  function failed(error: ConnectionError) {
    if (gate.failed(error)) onSignedOut(error);
  }

  return {
    clock,
    gate,
    read,
    failed,
    async load(signal) {
      // StrictMode lets the first subscriber go in the same task: that request is never sent.
      await Promise.resolve();
      signal.throwIfAborted();
      const closed = gate.closed();
      if (closed) throw closed;
      try {
        return read(await ask(signal, (adapter, call) => adapter.getConnection(call)));
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        const error = toConnectionError(thrown);
        failed(error);
        throw error;
      }
    },
    // Monotonic time stands still in some browsers while a laptop sleeps: then the device's clock has gone on.
    isFresh: () => runtime.now() - lastAnswer <= FRESH && runtime.wallClock() - lastAnswerAt <= FRESH,
    outdate() {
      lastAnswer = -Infinity;
    },
  };
}
