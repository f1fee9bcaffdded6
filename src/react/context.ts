"use client";
import { createContext, useContext } from "react";
import type { ConnectionClient } from "../client/connectionState.js";
import type { ConnectionEvent } from "../core/events.js";
import type { Messages } from "../messages/messages.js";
import { noProvider } from "./noProvider.js";
import type { PlainSettings } from "./settings.js";

/** The provider's settings, with defaults filled in, and what it made of them. */
export interface ConnectionSettings extends PlainSettings {
  client: ConnectionClient;
  onEvent: (event: ConnectionEvent) => void;
  /** The reader's words, with the host's overrides. */
  messages: Messages;
  /** BCP 47, for Intl. */
  locale: string;
  dir: "ltr" | "rtl";
}

export const ConnectionContext = createContext<ConnectionSettings | null>(null);

/** Throws outside of a `StripeConnectionProvider`. */
export function useConnectionSettings(): ConnectionSettings {
  const settings = useContext(ConnectionContext);
  if (!settings) throw noProvider();
  return settings;
}
