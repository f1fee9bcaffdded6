import type { Connection } from "../core/connection.js";
import type { ConnectionEvent } from "../core/events.js";
import { type ClientEvent, isWrite } from "./reduce.js";

/** What a host is told of an event that made one connection another, as `onEvent` has it. */
export function hostEventsOf(
  event: ClientEvent,
  was: Connection | undefined,
  is: Connection | undefined,
): ConnectionEvent[] {
  const events = happened(event);
  // Another viewer's status is no change of this one's, and neither is what is forgotten.
  if (!was || !is || was.scope !== is.scope || was.status === is.status || event.type === "forgotten") return events;
  return [{ type: "status_changed", from: was.status, to: is.status, reason: is.reason }, ...events];
}

function happened(event: ClientEvent): ConnectionEvent[] {
  switch (event.type) {
    case "fetchFailed":
      return [{ type: "failed", operation: "load", code: event.error.code }];
    case "pushFailed":
      return [{ type: "failed", operation: "push", code: event.error.code }];
    case "operationStarted":
      return isWrite(event.operation) ? [{ type: `${event.operation}_started` }] : [];
    case "operationEnded": {
      const { operation, error } = event;
      if (error) return [{ type: "failed", operation, code: error.code }];
      if (isWrite(operation)) return [{ type: `${operation}_succeeded` }];
      if (operation === "open_dashboard") return [{ type: "dashboard_opened" }];
      return operation === "refresh" ? [{ type: "checked" }] : [];
    }
    default:
      return [];
  }
}
