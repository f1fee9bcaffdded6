import { QueryClient } from "@tanstack/query-core";
import type { StripeConnectionAdapter } from "../core/adapter.js";
import type { Connection } from "../core/connection.js";
import { createConnectionClient } from "../core/connectionClient.js";
import type { ConnectionError } from "../core/errors.js";
import type { ConnectionEvent } from "../core/events.js";
import type { OwnedConnectionClient } from "../core/ownedConnectionClient.js";

/** Who wants to hear of what happens. */
export interface Handlers {
  onEvent(event: ConnectionEvent): void;
  onAuthError(error: ConnectionError): void;
}

export interface SharedClient {
  client: OwnedConnectionClient;
  /** From an effect; the result leaves. */
  join(handlers: Handlers): () => void;
}

interface Wanted {
  adapter: StripeConnectionAdapter;
  scope: string | undefined;
  queryClient: QueryClient | undefined;
  initialConnection: Connection | undefined;
}

/** Filled in a page only. On a server requests of different tenants share this module. */
const clients = new WeakMap<QueryClient, Map<string, SharedClient>>();
let pageQueryClient: QueryClient | undefined;

/** One client for all providers of the same adapter key, scope and QueryClient, so that five cards make one request. */
export function sharedClient(wanted: Wanted): SharedClient {
  if (typeof window === "undefined") return createShared(wanted, null);
  const queryClient = wanted.queryClient ?? (pageQueryClient ??= new QueryClient());
  const shelf = clients.get(queryClient) ?? new Map<string, SharedClient>();
  clients.set(queryClient, shelf);
  const key = JSON.stringify([wanted.adapter.key, wanted.scope ?? null]);
  const known = shelf.get(key);
  if (known) return known;
  const made = createShared(
    { ...wanted, queryClient },
    {
      keep: (shared) => shelf.set(key, shared),
      drop: (shared) => shelf.get(key) === shared && shelf.delete(key),
    },
  );
  shelf.set(key, made);
  return made;
}

/** A client without subscribers does nothing, so one that a render made and never used needs no end. */
function createShared(
  { adapter, scope, queryClient, initialConnection }: Wanted,
  shelf: { keep(shared: SharedClient): void; drop(shared: SharedClient): void } | null,
): SharedClient {
  const present = new Set<Handlers>();
  const client = createConnectionClient({
    adapter,
    ...(scope === undefined ? {} : { scope }),
    ...(queryClient ? { queryClient } : {}),
    ...(initialConnection ? { initialConnection } : {}),
    onEvent: (event) => present.forEach((handlers) => handlers.onEvent(event)),
    onAuthError: (error) => present.forEach((handlers) => handlers.onAuthError(error)),
  });
  const shared: SharedClient = {
    client,
    join(handlers) {
      present.add(handlers);
      // StrictMode leaves and joins again.
      shelf?.keep(shared);
      return () => {
        present.delete(handlers);
        if (present.size === 0) shelf?.drop(shared);
      };
    },
  };
  return shared;
}
