"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { ConnectionClient } from "../client/connectionState.js";
import { type ClientProps, useConnectionClient } from "./useConnectionClient.js";
import { noProvider } from "./noProvider.js";
import { useTestSettings } from "./testSettings.js";

/** The connection alone: words, theme and the rest are {@link ConnectionContext}'s. */
export const ClientContext = createContext<ConnectionClient | null>(null);

/** An `endpoint`, an `adapter` or a `client`, and whose connection it is. */
export type ConnectionProviderProps = ClientProps & {
  /** Your page: whatever uses the connection. */
  children?: ReactNode;
};

/** Gives what is below one connection, for an interface of your own. Renders no element. */
export function ConnectionProvider(props: ConnectionProviderProps) {
  const { client } = useConnectionClient(useTestSettings(props));
  return <ClientContext.Provider value={client}>{props.children}</ClientContext.Provider>;
}

/** Throws outside of a provider. */
export function useNearestClient(): ConnectionClient {
  const client = useContext(ClientContext);
  if (!client) throw noProvider();
  return client;
}
