"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { ConnectionClient, ConnectionOperations, ConnectionState } from "../core/connectionState.js";
import { useNearestClient } from "./ConnectionProvider.js";

/** What is known, what is under way, what failed, and what can be asked for. */
export type StripeConnection = ConnectionState & ConnectionOperations;

/** Wakes the component on every change. Throws outside of a `StripeConnectionProvider`. */
export function useStripeConnection(): StripeConnection;
/** Wakes the component only when what `select` returns is not equal to what it returned before. Default: `Object.is`. */
export function useStripeConnection<T>(
  select: (connection: StripeConnection) => T,
  isEqual?: (before: T, after: T) => boolean,
): T;
export function useStripeConnection<T>(
  select?: (connection: StripeConnection) => T,
  isEqual: (before: T, after: T) => boolean = Object.is,
): T | StripeConnection {
  const client = useNearestClient();
  const [read, readInitial] = useMemo(() => {
    const connectionOf = createReader(client);
    let last: { slice: T | StripeConnection } | null = null;
    const from = (stateOf: () => ConnectionState) => () => {
      const connection = connectionOf(stateOf());
      if (!select) return connection;
      const slice = select(connection);
      if (!last || !isEqual(last.slice as T, slice)) last = { slice };
      return last.slice;
    };
    return [from(client.getState), from(client.getInitialState ?? client.getState)] as const;
  }, [client, select, isEqual]);
  return useSyncExternalStore<T | StripeConnection>(client.subscribe, read, readInitial);
}

/** State and operations in one object: the same one for as long as the state is. */
function createReader(client: ConnectionClient): (state: ConnectionState) => StripeConnection {
  const { connect, refresh, update, openHosted, previewDisconnect, disconnect } = client;
  const operations: ConnectionOperations = { connect, refresh, update, openHosted, previewDisconnect, disconnect };
  const made = new WeakMap<ConnectionState, StripeConnection>();
  return (state) => {
    const connection = made.get(state) ?? { ...state, ...operations };
    made.set(state, connection);
    return connection;
  };
}
