"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { httpAdapter } from "../client/http/httpAdapter.js";
import { firstState } from "../client/connectionSnapshot.js";
import type { ConnectionClient } from "../client/connectionState.js";
import type { StripeConnectionAdapter } from "../core/adapter.js";
import type { Connection } from "../core/connection.js";
import type { ConnectionError } from "../core/errors.js";
import type { ConnectionEvent } from "../core/events.js";
import { sharedClient } from "./sharedClient.js";

/** The base path of the handler, such as "/api/stripe/test", an adapter of your own, or a client that you have made. */
export type ConnectionSource =
  | {
      /** The base path of the handler, such as "/api/stripe/test". */
      endpoint: string;
      adapter?: never;
      client?: never;
    }
  | {
      /** A way of your own to your back end. */
      adapter: StripeConnectionAdapter;
      endpoint?: never;
      client?: never;
    }
  | {
      /**
       * From `createConnectionClient`, for a page that reads the connection outside of React too. `scope`,
       * `initialConnection` and `onAuthError` are options of that function then.
       */
      client: ConnectionClient;
      endpoint?: never;
      adapter?: never;
      scope?: never;
      initialConnection?: never;
      onAuthError?: never;
    };

/** Whose connection a page holds, and whom it tells. */
export interface ClientSettings {
  /**
   * Whose connection it is, e.g. the organisation's id: another scope clears the state in the same render. Without one,
   * an `initialConnection` of another viewer does; with neither, a page that changes hands shows the last one's state
   * until the next answer.
   */
  scope?: string;
  /** What the server rendered, from `handler.connectionFor(request)`. Without it the card asks first. */
  initialConnection?: Connection | null | undefined;
  /** What happens, to be counted: no personal data, no addresses, no raw messages. */
  onEvent?: (event: ConnectionEvent) => void;
  /** The session at your back end is over. Called once until an answer comes again. */
  onAuthError?: (error: ConnectionError) => void;
}

export type ClientProps = ClientSettings & ConnectionSource;

/** The client of these props. Another client, adapter key or scope is another client, in the same render. */
export function useConnectionClient(props: ClientProps): {
  client: ConnectionClient;
  /** Never changes; calls the `onEvent` of the last render. */
  onEvent: (event: ConnectionEvent) => void;
} {
  const { client: given, initialConnection, onEvent, onAuthError } = props;
  const adapter = useAdapter(props);
  const scope = useScope(props.scope, initialConnection?.scope);
  const shared = useMemo(
    () => (adapter ? sharedClient({ adapter, scope, initialConnection }) : null),
    // Adapters of one key are the same, and what the server rendered starts a client but does not make it another.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [adapter?.key, scope],
  );

  // Providers share a client, and each is hydrated as the server rendered it.
  const own = useMemo(() => {
    const first = firstState(initialConnection);
    return shared && Object.assign({}, shared.client, { getInitialState: () => first });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shared]);

  const latest = useRef({ onEvent, onAuthError });
  useEffect(() => {
    latest.current = { onEvent, onAuthError };
  });
  const tell = useCallback((event: ConnectionEvent) => latest.current.onEvent?.(event), []);
  useEffect(
    () => shared?.join({ onEvent: tell, onAuthError: (error) => latest.current.onAuthError?.(error) }),
    [shared, tell],
  );
  useEffect(() => {
    if (adapter) shared?.client.replaceAdapter(adapter);
  }, [shared, adapter]);
  useEffect(() => {
    if (initialConnection) shared?.client.offer(initialConnection);
  }, [shared, initialConnection]);

  const client = given ?? own;
  if (!client) throw noSource();
  return { client, onEvent: tell };
}

/** Where the host names no scope, and a server renders for somebody else, that tells of the change in the same render. */
function useScope(given: string | undefined, rendered: string | undefined): string | undefined {
  const [seen, see] = useState<{ last: string | undefined; scope?: string | undefined }>({ last: rendered });
  if (rendered && rendered !== seen.last) see({ last: rendered, scope: seen.last && rendered });
  return given ?? seen.scope;
}

const noSource = () =>
  new Error('react-stripe-connection: `endpoint`, `adapter` or `client` is missing. Write endpoint="/api/stripe".');

/** Null where the host gives a client. */
function useAdapter({ endpoint, adapter: given, client }: ClientProps): StripeConnectionAdapter | null {
  // Types forbid it, but not in JavaScript. Production takes the client.
  if (process.env.NODE_ENV !== "production" && client && (endpoint ?? given) !== undefined) {
    throw new Error(
      "react-stripe-connection: `client` is given together with `endpoint` or `adapter`, and has a back end already. " +
        "Remove the others.",
    );
  }
  const made = useMemo(() => (endpoint === undefined ? null : httpAdapter({ url: endpoint })), [endpoint]);
  useIdentityWarning(given);
  return client ? null : (given ?? made);
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
