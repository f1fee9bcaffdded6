import type { Connection } from "./connection.js";
import type { ConnectionState } from "./connectionState.js";
import type { ConnectionError } from "./errors.js";
import type { Operation } from "./events.js";

/** All that a state is made of. */
export interface Facts {
  connection: Connection | undefined;
  error: ConnectionError | null;
  pending: Operation | null;
  isOffline: boolean;
  isSlow: boolean;
  isOverdue: boolean;
}

export const NOTHING: Facts = {
  connection: undefined,
  error: null,
  pending: null,
  isOffline: false,
  isSlow: false,
  isOverdue: false,
};

function stateOf(facts: Facts): ConnectionState {
  const { connection, error, pending, isOffline } = facts;
  if (connection) {
    return {
      state: "ready",
      connection,
      error,
      isStale: error !== null || isOffline,
      receivedAt: connection.serverTime,
      isOverdue: facts.isOverdue,
      pending,
      isOffline,
    };
  }
  if (error) return { state: "failed", connection, error, isStale: false, pending, isOffline };
  return { state: "loading", connection, error, isStale: false, isSlow: facts.isSlow, pending, isOffline };
}

/** The same object for as long as the facts are the same: React compares by identity. */
export function createSnapshot(): (facts: Facts) => ConnectionState {
  let last: { facts: Facts; state: ConnectionState } | null = null;
  return (facts) => {
    const before = last?.facts;
    if (!last || (Object.keys(facts) as (keyof Facts)[]).some((name) => facts[name] !== before?.[name])) {
      last = { facts, state: stateOf(facts) };
    }
    return last.state;
  };
}
