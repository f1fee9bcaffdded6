"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { ConnectionClient, ConnectionOperations, ConnectionState } from "../client/connectionState.js";
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
  const [read, readInitial] = useMemo(
    () => (select ? createReaders<T>(client, select, isEqual) : readersOf(client)),
    [client, select, isEqual],
  );
  return useSyncExternalStore<T | StripeConnection>(client.subscribe, read, readInitial);
}

/** For all components that show the whole of a client: a page may have a thousand. A client's methods stay the same. */
const shared = new WeakMap<ConnectionClient, ReturnType<typeof createReaders<StripeConnection>>>();

function readersOf(client: ConnectionClient) {
  const readers = shared.get(client) ?? createReaders<StripeConnection>(client);
  shared.set(client, readers);
  return readers;
}

/** What is known now, and what the server rendered: the same object for as long as it says the same. */
function createReaders<T>(
  client: ConnectionClient,
  select?: (connection: StripeConnection) => T,
  isEqual: (before: T, after: T) => boolean = Object.is,
) {
  const { connect, refresh, update, openHosted, openDashboard, previewDisconnect, disconnect } = client;
  const operations: ConnectionOperations = {
    connect,
    refresh,
    update,
    openHosted,
    openDashboard,
    previewDisconnect,
    disconnect,
  };
  const made = new WeakMap<ConnectionState, StripeConnection>();
  let last: { of: StripeConnection; slice: T } | null = null;

  const reader = (stateOf: () => ConnectionState) => (): T | StripeConnection => {
    const state = stateOf();
    const connection = made.get(state) ?? Object.assign({}, state, operations);
    made.set(state, connection);
    if (!select) return connection;
    // React asks several times for one state, and takes a new object for a change each time.
    if (last?.of === connection) return last.slice;
    const slice = select(connection);
    last = { of: connection, slice: last && isEqual(last.slice, slice) ? last.slice : slice };
    return last.slice;
  };
  return [reader(client.getState), reader(client.getInitialState ?? client.getState)] as const;
}
