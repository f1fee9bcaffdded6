"use client";
import { useSyncExternalStore } from "react";
import type { ConnectionSettings } from "../../react/context.js";
import { minuteTick } from "./minuteTick.js";

export interface ReaderClock {
  timeZone: string;
  /** "in 3 days" is said only once the page knows the reader's clock and zone. */
  relative: boolean;
  /** The server's clock, ms since 1970; undefined in the first render, which must be the server's. */
  now: number | undefined;
}

/** A count that no page has: what is shown must be what the server said. */
const ON_SERVER = -1;
const onServer = () => ON_SERVER;

let readersZone: string | undefined;
/** Dear to ask for, and the same for every card. */
function zoneOfReader(): string {
  readersZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return readersZone;
}

/** While it hydrates it says what the server said; then the reader's zone holds and the hints move with time. */
export function useReaderClock(settings: ConnectionSettings): ReaderClock {
  const tick = useSyncExternalStore(minuteTick.subscribe, minuteTick.count, onServer);
  const asked = settings.timeZone;
  if (tick === ON_SERVER) return { timeZone: asked ?? "UTC", relative: false, now: undefined };
  return {
    timeZone: asked ?? zoneOfReader(),
    relative: true,
    now: settings.client.serverNow(),
  };
}
