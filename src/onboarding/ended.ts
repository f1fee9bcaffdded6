import type { ConnectionState } from "../client/connectionState.js";
import type { ConnectionError } from "../core/errors.js";

/** Why there is no form to open, or to go on with. */
export type Ended = "signed_out" | "not_allowed" | "no_account";

/** What the page knows of the connection. */
export function endedBy({ connection, error }: ConnectionState): Ended | null {
  if (connection && !connection.account) return "no_account";
  if (connection?.can.update === "role") return "not_allowed";
  return endedByError(error);
}

/** What the back end answered. Here trying again leads nowhere. */
export function endedByError(error: ConnectionError | null): Ended | null {
  if (error?.code === "session_expired") return "signed_out";
  if (error?.code === "forbidden") return "not_allowed";
  return null;
}
