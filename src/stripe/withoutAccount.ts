import type { ConnectionAction, ConnectionReason, ConnectionStatus, DerivedConnection } from "../core/connection.js";
import { waitingOnFor } from "../core/waitingOn.js";

/** A connection with no account to read: nothing works and nothing is due. */
export function withoutAccount(
  status: ConnectionStatus,
  reason: ConnectionReason,
  action: ConnectionAction,
): DerivedConnection {
  return {
    status,
    reason,
    action,
    waitingOn: waitingOnFor(action),
    payments: "inactive",
    payouts: "inactive",
    requirements: [],
    deadline: null,
    disabledReason: null,
    capabilities: [],
  };
}
