import {
  type ConnectionClientOptions,
  createConnectionClient,
  type OwnedConnectionClient,
} from "../client/connectionClient.js";
import type { Connection } from "../core/connection.js";
import type { ConnectionError } from "../core/errors.js";
import type { ConnectionEvent } from "../core/events.js";

/** Who wants to hear of what happens. */
export interface Handlers {
  onEvent(event: ConnectionEvent): void;
  onAuthError(error: ConnectionError): void;
}

export interface SharedClient {
  client: OwnedConnectionClient;
  /** Whether what it knows is of whom the page is for. In use, it has found out by itself. */
  serves(rendered: Connection | null | undefined): boolean;
  /** From an effect; the result leaves. */
  join(handlers: Handlers): () => void;
  /** It was left, and has forgotten what it knew. */
  isOver(): boolean;
}

type Wanted = Pick<ConnectionClientOptions, "adapter" | "scope" | "initialConnection">;

/** Filled in a page only. On a server requests of different tenants share this module. */
const clients = new Map<string, SharedClient>();

/** One client for all providers of the same adapter key and scope, so that five cards make one request. */
export function sharedClient(wanted: Wanted): SharedClient {
  if (typeof window === "undefined") return createShared(wanted, "");
  const key = JSON.stringify([wanted.adapter.key, wanted.scope]);
  const found = clients.get(key);
  if (found?.serves(wanted.initialConnection)) return found;
  for (const [other, shared] of clients) if (shared.isOver()) clients.delete(other);
  const shared = createShared(wanted, key);
  clients.set(key, shared);
  return shared;
}

/** A client without subscribers does nothing, so one that a render made and never used needs no end. */
function createShared(wanted: Wanted, key: string): SharedClient {
  const present = new Set<Handlers>();
  let wasLeft = false;
  // Each by itself: what one host throws is reported, and keeps nothing from the others.
  const tell = (run: (handlers: Handlers) => void) => present.forEach((each) => void Promise.resolve(each).then(run));
  const shared: SharedClient = {
    client: createConnectionClient(
      Object.assign(
        {
          onEvent: (event: ConnectionEvent) => tell((handlers) => handlers.onEvent(event)),
          onAuthError: (error: ConnectionError) => tell((handlers) => handlers.onAuthError(error)),
        },
        wanted,
      ),
    ),
    // A render that was given up has left it here, perhaps for another tenant.
    serves: (rendered) =>
      present.size > 0 || !rendered || (shared.client.getState().connection ?? rendered).scope === rendered.scope,
    isOver: () => wasLeft && present.size === 0 && !shared.client.getState().connection,
    join(handlers) {
      present.add(handlers);
      // StrictMode leaves and joins again.
      clients.set(key, shared);
      return () => {
        present.delete(handlers);
        if (present.size > 0) return;
        wasLeft = true;
        // With a scope, a card that comes back shows what the client still knows.
        if (wanted.scope === undefined && clients.get(key) === shared) clients.delete(key);
      };
    },
  };
  return shared;
}
