import type { QueryClient } from "@tanstack/query-core";
import type { StripeConnectionAdapter } from "../core/adapter.js";
import type { Connection } from "../core/connection.js";
import type { ConnectionClient } from "./connectionState.js";
import type { ConnectionError } from "../core/errors.js";
import type { ConnectionEvent } from "../core/events.js";
import type { Runtime } from "./runtime.js";

/** What `createConnectionClient` takes. */
export interface ConnectionClientOptions {
  /** The way to the back end. */
  adapter: StripeConnectionAdapter;
  /** Whose connection it is, e.g. the organisation's id, where one adapter serves several in turn. */
  scope?: string | undefined;
  /** Default: one of the client's own. */
  queryClient?: QueryClient | undefined;
  /** What the server rendered: shown at once, and confirmed by a request. */
  initialConnection?: Connection | null | undefined;
  /** What happens, to be counted: no personal data, no addresses, no raw messages. */
  onEvent?: (event: ConnectionEvent) => void;
  /** The session is over; called once until an answer comes again. */
  onAuthError?: (error: ConnectionError) => void;
  /** Other clock, timers, locks or channels than the page's, e.g. in a test. */
  runtime?: Partial<Runtime>;
}

/** A client whose owner may change what it is made of. */
export interface OwnedConnectionClient extends ConnectionClient {
  /** Goes on with an adapter of the same key, e.g. one with a new token. */
  replaceAdapter(adapter: StripeConnectionAdapter): void;
  /** What the server rendered later on; counts if it is newer. */
  offer(connection: Connection): void;
}
