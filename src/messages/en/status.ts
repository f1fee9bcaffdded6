import type { ConnectionStatus } from "../../core/connection.js";

/** The badge's words, on their own so that a badge alone carries no more than these. */
export const status = {
  not_connected: "Not connected",
  connecting: "Connecting",
  in_progress: "In progress",
  connected: "Connected",
  error: "Action needed",
} satisfies Record<ConnectionStatus, string>;
