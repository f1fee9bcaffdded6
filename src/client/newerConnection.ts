import type { Connection } from "../core/connection.js";

/**
 * Of two answers the one that knows more, whichever came first: the higher revision, at an equal one the later server
 * time. Revisions of different viewers or tenants say nothing about each other: there the later one counts.
 */
export function newerConnection(current: Connection, next: Connection): Connection {
  if (current.scope === next.scope && current.revision !== next.revision) {
    return next.revision > current.revision ? next : current;
  }
  return Date.parse(next.serverTime) >= Date.parse(current.serverTime) ? next : current;
}
