import type { Connection } from "../core/connection.js";
import type { ConnectionError } from "../core/errors.js";
import { createPolling } from "./polling.js";
import type { Clock } from "./runtime.js";
import type { ServerClock } from "./serverClock.js";

/** How long the page asks by itself. Then a person does. ms */
const PATIENCE = 5 * 60_000;
/** While changes are pushed, asking only catches what never came. ms */
const PUSHED_FLOOR = 10_000;

export interface Waiting {
  /** After each answer, failure, or change of the page. */
  arrange(known: {
    connection: Connection | undefined;
    error: ConnectionError | null;
    /** The stream of changes stands. */
    pushed: boolean;
    /** How long the server wants to be left alone, ms. */
    pause: number;
  }): void;
  /** Something was done at Stripe: what comes of it is worth waiting for, from now on. */
  begin(): void;
  /** It took too long; nobody asks any more. */
  isOverdue(): boolean;
  /** Nobody looks. */
  rest(): void;
}

/** Knows whether there is something to wait for, and asks for it again and again, with growing pauses and an end. */
export function createWaiting(runtime: Clock, clock: ServerClock, look: () => void): Waiting {
  const polling = createPolling(runtime, look);
  let begun: { at: number; revision: number | undefined } | null = null;
  let failingSince: number | null = null;
  let seen: { revision: number; status: Connection["status"]; at: number } | null = null;
  let overdue = false;

  /** How long the present status has been waited for; counts on over a reload of the page. */
  function waited(connection: Connection, seenAt: number): number {
    const since = connection.statusSince;
    const all = since === null ? runtime.now() - seenAt : clock.now() - Date.parse(since);
    return begun ? Math.min(all, runtime.now() - begun.at) : all;
  }

  function isWorthAsking(connection: Connection | undefined, error: ConnectionError | null): boolean {
    if (error && !error.retryable) return false;
    if (failingSince !== null && runtime.now() - failingSince < PATIENCE) return true;
    // Nothing is known, and nothing failed: somebody has cancelled the first load.
    if (!connection || !seen) return error === null;
    if (connection.status === "connecting") return !overdue;
    return begun !== null && runtime.now() - begun.at < PATIENCE;
  }

  /** What may have been sent for something that was asked for shows when anything moves. */
  function isSettled({ status, requirements, revision }: Connection): boolean {
    if (status === "connecting" || status === "in_progress") return false;
    return revision !== begun?.revision || !requirements.some(({ state }) => state.endsWith("due"));
  }

  return {
    arrange({ connection, error, pushed, pause }) {
      if (connection && (seen?.revision !== connection.revision || seen.status !== connection.status)) {
        const at = seen?.status === connection.status ? seen.at : runtime.now();
        seen = { revision: connection.revision, status: connection.status, at };
        polling.stop();
      }
      if (connection && isSettled(connection)) begun = null;
      failingSince = error ? (failingSince ?? runtime.now()) : null;
      overdue = connection?.status === "connecting" && seen !== null && waited(connection, seen.at) >= PATIENCE;
      if (!isWorthAsking(connection, error)) return polling.stop();
      polling.plan(Math.max(pushed ? PUSHED_FLOOR : 0, pause));
    },
    begin() {
      begun = { at: runtime.now(), revision: seen?.revision };
      polling.stop();
    },
    isOverdue: () => overdue,
    rest() {
      polling.stop();
      failingSince = null;
    },
  };
}
