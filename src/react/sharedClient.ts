import { QueryClient } from "@tanstack/query-core";
import type { Connection } from "../core/connection.js";
import { createConnectionClient } from "../client/connectionClient.js";
import type { ConnectionError } from "../core/errors.js";
import type { ConnectionEvent } from "../core/events.js";
import type { ConnectionClientOptions, OwnedConnectionClient } from "../client/ownedConnectionClient.js";

/** Who wants to hear of what happens. */
export interface Handlers {
  onEvent(event: ConnectionEvent): void;
  onAuthError(error: ConnectionError): void;
}

export interface SharedClient {
  client: OwnedConnectionClient;
  /** Whether what it begins with is of whom the page is for. In use, it has found out by itself. */
  serves(rendered: Connection | null | undefined): boolean;
  /** From an effect; the result leaves. */
  join(handlers: Handlers): () => void;
}

type Wanted = Pick<ConnectionClientOptions, "adapter" | "scope" | "queryClient" | "initialConnection">;

/** Filled in a page only. On a server requests of different tenants share this module. */
const clients = new WeakMap<QueryClient, Map<string, SharedClient>>();
let pageQueryClient: QueryClient | undefined;

/** One client for all providers of the same adapter key, scope and QueryClient, so that five cards make one request. */
export function sharedClient(wanted: Wanted): SharedClient {
  if (typeof window === "undefined") return createShared(wanted, "", new Map());
  const queryClient = wanted.queryClient ?? (pageQueryClient ??= new QueryClient());
  const shelf = clients.get(queryClient) ?? new Map<string, SharedClient>();
  clients.set(queryClient, shelf);
  const key = JSON.stringify([wanted.adapter.key, wanted.scope]);
  const found = shelf.get(key);
  return found?.serves(wanted.initialConnection) ? found : createShared({ ...wanted, queryClient }, key, shelf);
}

/** A client without subscribers does nothing, so one that a render made and never used needs no end. */
function createShared(wanted: Wanted, key: string, shelf: Map<string, SharedClient>): SharedClient {
  const present = new Set<Handlers>();
  // Each by itself: what one host throws is reported, and keeps nothing from the others.
  const tell = (run: (handlers: Handlers) => void) => present.forEach((each) => void Promise.resolve(each).then(run));
  const shared: SharedClient = {
    client: createConnectionClient({
      ...wanted,
      onEvent: (event) => tell((handlers) => handlers.onEvent(event)),
      onAuthError: (error) => tell((handlers) => handlers.onAuthError(error)),
    }),
    // A render that was given up has left it here, perhaps for another tenant.
    serves: (rendered) =>
      present.size > 0 || !rendered || (wanted.initialConnection ?? rendered).scope === rendered.scope,
    join(handlers) {
      present.add(handlers);
      // StrictMode leaves and joins again.
      shelf.set(key, shared);
      return () => {
        present.delete(handlers);
        if (present.size === 0 && shelf.get(key) === shared) shelf.delete(key);
      };
    },
  };
  shelf.set(key, shared);
  return shared;
}
