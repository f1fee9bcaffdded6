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
  const connectionOf = useMemo(() => createReader(client), [client]);
  const [read, readInitial] = useMemo(() => {
    if (!select) return [() => connectionOf(client.getState()), () => connectionOf(initialStateOf(client))] as const;
    let last: { slice: T } | null = null;
    const sliceOf = (state: ConnectionState) => {
      const slice = select(connectionOf(state));
      if (!last || !isEqual(last.slice, slice)) last = { slice };
      return last.slice;
    };
    return [() => sliceOf(client.getState()), () => sliceOf(initialStateOf(client))] as const;
  }, [client, connectionOf, select, isEqual]);
  return useSyncExternalStore<T | StripeConnection>(client.subscribe, read, readInitial);
}

const initialStateOf = (client: ConnectionClient): ConnectionState =>
  client.getInitialState ? client.getInitialState() : client.getState();

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
