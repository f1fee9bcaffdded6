"use client";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { Connection } from "../../core/connection.js";
import type { ConnectionSettings } from "../../react/context.js";
import { useConnectionSettings } from "../../react/context.js";
import { createDescriptionStore, type DescriptionStore, type Told } from "./descriptionStore.js";

/** One for all cards of a provider, and gone with its settings. */
const stores = new WeakMap<ConnectionSettings, DescriptionStore>();

function storeFor(settings: ConnectionSettings): DescriptionStore {
  const known = stores.get(settings) ?? createDescriptionStore(settings);
  stores.set(settings, known);
  return known;
}

/** The description of the connection as it is now. `isConnecting`: an account is asked for. */
export function useDescription(connection: Connection, isConnecting = false): Told {
  const store = storeFor(useConnectionSettings());
  // Somebody whose account is just being made will be asked for something: then the rows come with their words.
  const needsWords = connection.requirements.length > 0 || isConnecting || connection.status === "connecting";
  useEffect(() => {
    if (needsWords) store.want();
    // With each answer of the back end: words that could not be loaded are asked for again.
  }, [store, needsWords, connection]);
  return useSyncExternalStore(
    store.subscribe,
    useCallback(() => store.read(connection), [store, connection]),
    () => store.readFirst(connection),
  );
}
