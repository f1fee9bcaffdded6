import type { Connection } from "../core/connection.js";
import type { Permissions } from "../core/permissions.js";
import type { ConnectionState } from "./connectionState.js";
import type { ConnectionError } from "../core/errors.js";
import type { Operation } from "../core/events.js";

/** All that a state is made of. */
export interface Facts {
  connection: Connection | null | undefined;
  error: ConnectionError | null;
  pending: Operation | null;
  isOffline: boolean;
  retryAt: string | null;
  isSlow: boolean;
  isOverdue: boolean;
}

const NOTHING: Omit<Facts, "connection"> = {
  error: null,
  pending: null,
  isOffline: false,
  retryAt: null,
  isSlow: false,
  isOverdue: false,
};

/** Of whom nothing is known but that they may not look. */
const NO_RIGHTS: Permissions = {
  connect: "role",
  update: "role",
  disconnect: "role",
  hosted: "role",
  dashboard: "role",
};

function withoutRights(connection: Connection): Connection {
  const sections = Object.fromEntries(Object.keys(connection.sections).map((name) => [name, "role" as const]));
  return { ...connection, can: NO_RIGHTS, sections };
}

/** What a host renders is not validated, and a server of before 0.2 knows neither sections nor dashboards. */
function complete(connection: Connection): Connection {
  const { sections, can }: { sections?: Connection["sections"]; can: Permissions } = connection;
  if (sections) return connection;
  return { ...connection, sections: {}, can: { ...can, dashboard: "unsupported" } };
}

function stateOf({ connection: given, error, isSlow, isOverdue, ...base }: Facts): ConnectionState {
  if (given) {
    const last = complete(given);
    const isStale = error !== null || base.isOffline;
    const connection = error?.code === "forbidden" ? withoutRights(last) : last;
    return { state: "ready", ...base, connection, error, isStale, receivedAt: last.serverTime, isOverdue };
  }
  if (error) return { state: "failed", ...base, connection: undefined, error, isStale: false };
  return { state: "loading", ...base, connection: undefined, error, isStale: false, isSlow };
}

/** What a page begins with: what its server rendered, or nothing. */
export const firstState = (connection: Connection | null | undefined): ConnectionState =>
  stateOf({ connection, ...NOTHING });

/** The same object for as long as the facts are the same: React compares by identity. */
export function createSnapshot(): (facts: Facts) => ConnectionState {
  let last: { facts: Facts; state: ConnectionState } | null = null;
  return (facts) => {
    const before = last?.facts;
    if (!last || (Object.keys(facts) as (keyof Facts)[]).some((name) => facts[name] !== before?.[name])) {
      last = { facts, state: stateOf(facts) };
    }
    return last.state;
  };
}
