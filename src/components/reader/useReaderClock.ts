"use client";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { ConnectionSettings } from "../../react/context.js";
import { minuteTick } from "./minuteTick.js";

export interface ReaderClock {
  timeZone: string;
  /** "in 3 days" is said only once the page knows the reader's clock and zone. */
  relative: boolean;
  /** The server's clock, ms since 1970; undefined in the first render, which must be the server's. */
  now: number | undefined;
}

const still = () => () => undefined;
const zero = () => 0;

/** The first render says what a server would; after mount the reader's zone holds and the hints move with time. */
export function useReaderClock(settings: ConnectionSettings, isMoving: boolean): ReaderClock {
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  useSyncExternalStore(isMoving ? minuteTick.subscribe : still, minuteTick.count, zero);

  const asked = settings.timeZone;
  if (!isMounted) return { timeZone: asked ?? "UTC", relative: false, now: undefined };
  return {
    timeZone: asked ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    relative: true,
    now: settings.client.serverNow(),
  };
}
