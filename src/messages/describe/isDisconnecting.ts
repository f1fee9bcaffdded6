import type { Connection } from "../../core/connection.js";

/**
 * Somebody has confirmed a disconnect, here or in another tab, and it is not over yet. It keeps the status it had; what
 * tells is that nobody may connect although there is an account. Those who may neither connect nor disconnect can't know.
 */
export function isDisconnecting({ account, can }: Connection): boolean {
  return account !== null && (can.connect === "busy" || can.disconnect === "busy");
}
