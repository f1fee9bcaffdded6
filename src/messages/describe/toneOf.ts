import type { ConnectionReason, ConnectionStatus } from "../../core/connection.js";
import type { Tone } from "./description.js";

const TONES: Record<ConnectionStatus, Tone> = {
  not_connected: "neutral",
  connecting: "info",
  in_progress: "warning",
  connected: "success",
  error: "danger",
};

/** The tone of a status; a reason or status that this version does not know alarms nobody. */
export function toneOf(status: ConnectionStatus, reason: ConnectionReason): Tone {
  return reason === "unknown" || !Object.hasOwn(TONES, status) ? "neutral" : TONES[status];
}
