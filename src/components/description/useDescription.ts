"use client";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { Connection } from "../../core/connection.js";
import type { ConnectionSettings } from "../../react/context.js";
import { useConnectionSettings } from "../../react/context.js";
import { createReader, type Reader, type Told } from "./createReader.js";

/** One for all cards of a provider, and gone with its settings. */
const readers = new WeakMap<ConnectionSettings, Reader>();

function readerFor(settings: ConnectionSettings): Reader {
  const known = readers.get(settings) ?? createReader(settings);
  readers.set(settings, known);
  return known;
}

/** What this reader should read about the connection now. `isConnecting`: an account is asked for. */
export function useDescription(connection: Connection, isConnecting = false): Told {
  const reader = readerFor(useConnectionSettings());
  // Somebody whose account is just being made will be asked for something: then the rows come with their words.
  const needsWords = connection.requirements.length > 0 || isConnecting || connection.status === "connecting";
  useEffect(() => {
    if (needsWords) reader.want();
    // With each answer of the back end: words that could not be loaded are asked for again.
  }, [reader, needsWords, connection]);
  return useSyncExternalStore(
    reader.subscribe,
    useCallback(() => reader.read(connection), [reader, connection]),
    () => reader.readFirst(connection),
  );
}
