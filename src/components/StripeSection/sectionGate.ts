import type { ConnectionState } from "../../client/connectionState.js";
import type { SectionName } from "../../core/permissions.js";
import type { SectionMessages } from "../../messages/messages.js";

/** Whether a section can be opened. `unknown`: the first load failed. `not_offered`: the host's server does not list it. */
export type SectionGate =
  | "granted"
  | "loading"
  | "unknown"
  | "not_offered"
  | "signed_out"
  | keyof SectionMessages["notShown"];

export function sectionGate(state: ConnectionState, name: SectionName): SectionGate {
  if (state.state === "loading") return "loading";
  if (state.state === "failed") return "unknown";
  const { connection, error } = state;
  const permission = connection.sections[name];
  if (permission === undefined) return "not_offered";
  if (error?.code === "session_expired") return "signed_out";
  if (permission === true) return connection.account ? "granted" : "not_connected";
  // It is not a reason for a section.
  return permission === "already_connected" ? "unsupported" : permission;
}
