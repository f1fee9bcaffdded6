"use client";
import type { QueryClient } from "@tanstack/query-core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { httpAdapter } from "../client/http/httpAdapter.js";
import type { StripeConnectionAdapter } from "../core/adapter.js";
import type { Connection } from "../core/connection.js";
import { firstState } from "../client/connectionSnapshot.js";
import type { ConnectionError } from "../core/errors.js";
import type { ConnectionEvent } from "../core/events.js";
import type { OwnedConnectionClient } from "../client/ownedConnectionClient.js";
import { sharedClient } from "./sharedClient.js";

/** The base path of the handler, such as "/api/stripe/test", or an adapter of your own. */
export type ConnectionSource =
  | {
      /** The base path of the handler, such as "/api/stripe/test". */
      endpoint: string;
      adapter?: never;
    }
  | {
      /** A way of your own to your back end. */
      adapter: StripeConnectionAdapter;
      endpoint?: never;
    };

/** Whose connection a page holds, and whom it tells. */
export interface ClientSettings {
  /**
   * Whose connection it is, e.g. the organisation's id: another scope clears the state in the same render. Without one,
   * an `initialConnection` of another viewer does; with neither, a page that changes hands shows the last one's state
   * until the next answer.
   */
  scope?: string;
  /** Default: one that all cards of the page share. */
  queryClient?: QueryClient;
  /** What the server rendered, from `handler.connectionFor(request)`. Without it the card asks first. */
  initialConnection?: Connection | null | undefined;
  /** What happens, to be counted: no personal data, no addresses, no raw messages. */
  onEvent?: (event: ConnectionEvent) => void;
  /** The session at your back end is over. Called once until an answer comes again. */
  onAuthError?: (error: ConnectionError) => void;
}

export type ClientProps = ClientSettings & ConnectionSource;

/** The client of these props. Another adapter key or scope is another client, in the same render. */
export function useConnectionClient(props: ClientProps): {
  client: OwnedConnectionClient;
  /** Never changes; calls the `onEvent` of the last render. */
  onEvent: (event: ConnectionEvent) => void;
} {
  const { queryClient, initialConnection, onEvent, onAuthError } = props;
  const adapter = useAdapter(props.endpoint, props.adapter);
  const scope = useScope(props.scope, initialConnection?.scope);
  const shared = useMemo(
    () => sharedClient({ adapter, scope, queryClient, initialConnection }),
    // Adapters of one key are the same, and what the server rendered starts a client but does not make it another.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [adapter.key, scope, queryClient],
  );

  // Providers share a client, and each is hydrated as the server rendered it.
  const client = useMemo(() => {
    const first = firstState(initialConnection);
    return { ...shared.client, getInitialState: () => first };
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shared]);

  const latest = useRef({ onEvent, onAuthError });
  useEffect(() => {
    latest.current = { onEvent, onAuthError };
  });
  const tell = useCallback((event: ConnectionEvent) => latest.current.onEvent?.(event), []);
  useEffect(
    () => shared.join({ onEvent: tell, onAuthError: (error) => latest.current.onAuthError?.(error) }),
    [shared, tell],
  );
  useEffect(() => shared.client.replaceAdapter(adapter), [shared, adapter]);
  useEffect(() => {
    if (initialConnection) shared.client.offer(initialConnection);
  }, [shared, initialConnection]);

  return { client, onEvent: tell };
}

/** Where the host names no scope, and a server renders for somebody else, that tells of the change in the same render. */
function useScope(given: string | undefined, rendered: string | undefined): string | undefined {
  const [seen, see] = useState<{ last: string | undefined; scope?: string | undefined }>({ last: rendered });
  if (rendered && rendered !== seen.last) see({ last: rendered, scope: seen.last && rendered });
  return given ?? seen.scope;
}

function useAdapter(endpoint: string | undefined, given: StripeConnectionAdapter | undefined): StripeConnectionAdapter {
  const made = useMemo(() => (endpoint === undefined ? undefined : httpAdapter({ url: endpoint })), [endpoint]);
  const adapter = given ?? made;
  if (!adapter) {
    throw new Error(
      'react-stripe-connection: neither `endpoint` nor `adapter` is given. Write endpoint="/api/stripe".',
    );
  }
  useIdentityWarning(given);
  return adapter;
}

/** Once in development: a new adapter in every render works, but makes an effect run each time. Pages don't pay for it. */
const useIdentityWarning =
  process.env.NODE_ENV === "production"
    ? () => {}
    : (adapter: StripeConnectionAdapter | undefined) => {
        const seen = useRef({ adapter, changes: 0 });
        useEffect(() => {
          const before = seen.current;
          const changes = before.adapter === adapter ? 0 : before.changes + 1;
          seen.current = { adapter, changes };
          if (changes === 3) {
            console.warn(
              "react-stripe-connection: `adapter` is another object in every render. Make it outside of the component, or with useMemo.",
            );
          }
        });
      };
