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

function stateOf({ connection, error, isSlow, isOverdue, ...base }: Facts): ConnectionState {
  if (connection) {
    const isStale = error !== null || base.isOffline;
    return { ...base, state: "ready", connection, error, isStale, receivedAt: connection.serverTime, isOverdue };
  }
  if (error) return { ...base, state: "failed", connection, error, isStale: false };
  return { ...base, state: "loading", connection, error, isStale: false, isSlow };
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
