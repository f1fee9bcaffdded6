import type { AccountSession, Connection, DisconnectPreview } from "../core/connection.js";
import type { AccountSessionInput, ConnectInput, DashboardLink, OnboardingLink } from "../core/adapter.js";
import type { ConnectionError } from "../core/errors.js";
import type { Operation } from "../core/events.js";

interface StateBase {
  /** The operation under way, or null. Loading and background refreshes are none. */
  pending: Operation | null;
  /** The browser says that there is no network. */
  isOffline: boolean;
  /** Server time, ISO 8601, before which `refresh` is refused because the back end asked for a pause; null: ask at will. */
  retryAt: string | null;
}

/** What a page knows. `connection` stays the last known truth, however much fails after it. */
export type ConnectionState =
  | (StateBase & {
      /** Nothing is known yet. */
      state: "loading";
      connection: undefined;
      error: null;
      isStale: false;
      /** The first load takes over 3 s: say so. */
      isSlow: boolean;
    })
  | (StateBase & {
      /** There is a connection, however old: see `isStale`. */
      state: "ready";
      /** The last known truth. */
      connection: Connection;
      /**
       * What the last background refresh failed with, or null. Failures of operations reject their promise instead.
       * With `forbidden` the connection is read-only: nothing in `can` is `true` any more.
       */
      error: ConnectionError | null;
      /** The last refresh failed or the page is offline: show `receivedAt` beside the connection. */
      isStale: boolean;
      /** Server time of the last good answer, ISO 8601. */
      receivedAt: string;
      /** The status is not settled yet after 5 minutes of waiting; polling has ended. */
      isOverdue: boolean;
    })
  | (StateBase & {
      /** The first load failed; `refresh` tries again. */
      state: "failed";
      connection: undefined;
      /** What it failed with. */
      error: ConnectionError;
      isStale: false;
    });

/**
 * Ask the back end. Each rejects with a `ConnectionError`; a second call while one is under way gets the same promise,
 * save for `update`, whose answer serves one form only. All of them may be passed on without the object.
 */
export interface ConnectionOperations {
  /** Makes a new Stripe account, once; with one there already it resolves to that connection. */
  connect: (input?: ConnectInput) => Promise<Connection>;
  /** Reads the account from Stripe again. */
  refresh: () => Promise<Connection>;
  /** A fresh account session for Stripe's embedded components; each call makes a new one. */
  update: (input: AccountSessionInput) => Promise<AccountSession>;
  /** A link to Stripe's hosted onboarding, where `can.hosted`. */
  openHosted: () => Promise<OnboardingLink>;
  /**
   * A link to the account's own Stripe dashboard, where `can.dashboard`. Lead there at once, and keep it nowhere: it may
   * sign its owner in. Absent where the adapter has no `createDashboardLink`.
   */
  openDashboard?: (() => Promise<DashboardLink>) | undefined;
  /** What a disconnect would do and what stands in its way. Changes nothing. */
  previewDisconnect: () => Promise<DisconnectPreview>;
  /**
   * Disconnects the account that the preview of this `generation` showed; resolves when it is done. Rejects with
   * `conflict` for another generation, with `disconnect_blocked` for a blocker.
   */
  disconnect: (input: { generation: number }) => Promise<Connection>;
}

/** The state that a page holds about one connection, without React. */
export interface ConnectionClient extends ConnectionOperations {
  /** The same object until something changes. */
  getState: () => ConnectionState;
  /** What a page begins with that a server rendered, for hydration; providers bring it. Default: what `getState` gives. */
  getInitialState?: () => ConnectionState;
  /** Starts to load with the first subscriber, and rests after the last. */
  subscribe: (listener: () => void) => () => void;
  /** After onboarding: reads the account now, then polls with backoff until it settles. */
  settle: () => Promise<void>;
  /** The server's clock, ms since 1970: a wrong clock on the device does not matter. */
  serverNow: () => number;
  /** Ends everything it started. */
  destroy: () => void;
}
