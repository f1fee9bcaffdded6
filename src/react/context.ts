"use client";
import { createContext, useContext } from "react";
import type { ConnectionEvent } from "../core/events.js";
import type { ConnectionClient } from "../client/connectionState.js";
import type { Messages, Purpose } from "../messages/messages.js";
import type { StripeFont } from "../theme/stripeFont.js";
import type { ConnectionTheme } from "../theme/tokens.js";
import { noProvider } from "./noProvider.js";

/** What the provider was told, with the defaults filled in. */
export interface ConnectionSettings {
  client: ConnectionClient;
  platformName: string;
  purpose: Purpose;
  /** The reader's words, the host's overrides already in. */
  messages: Messages;
  /** BCP 47, for Intl. */
  locale: string;
  dir: "ltr" | "rtl";
  theme: ConnectionTheme;
  /** For Stripe's form. */
  fonts: readonly StripeFont[] | undefined;
  /** IANA name; undefined: UTC in the first render, then the reader's own. */
  timeZone: string | undefined;
  nonce: string | undefined;
  onboarding: "embedded" | "hosted";
  allowFraming: boolean;
  /** Overrides the key that comes with each account session. */
  publishableKey: string | undefined;
  /** Where connect.js is, in the demo and in tests. */
  connectJsUrl: string | undefined;
  onEvent: (event: ConnectionEvent) => void;
}

export const ConnectionContext = createContext<ConnectionSettings | null>(null);

/** Throws outside of a `StripeConnectionProvider`. */
export function useConnectionSettings(): ConnectionSettings {
  const settings = useContext(ConnectionContext);
  if (!settings) throw noProvider();
  return settings;
}
