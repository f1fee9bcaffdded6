import type { ConnectionStatus, DerivedConnection } from "../core/connection.js";

/**
 * Viewers see an account that may be on a list as in progress. It is stored as that, because the store counts
 * `statusSince` from changes of the status: the time would tell that it was something else.
 */
export function asStored(derived: DerivedConnection): DerivedConnection {
  return derived.reason === "listed" ? withStatus(derived, "in_progress") : derived;
}

/** What was stored, as it is: for the host. */
export function asRead(derived: DerivedConnection): DerivedConnection {
  return derived.reason === "listed" ? withStatus(derived, "error") : derived;
}

function withStatus(derived: DerivedConnection, status: ConnectionStatus): DerivedConnection {
  const other = { ...derived };
  other.status = status;
  return other;
}
