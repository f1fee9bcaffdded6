"use client";
import { type ReactNode, useMemo } from "react";
import { canonicalLocale } from "../messages/canonicalLocale.js";
import { directionOf } from "../messages/directionOf.js";
import { messagesFor } from "../messages/messagesFor.js";
import type { MessageOverrides, Messages, Purpose } from "../messages/messages.js";
import type { StripeFont } from "../theme/stripeFont.js";
import type { ConnectionTheme } from "../theme/tokens.js";
import { ClientContext } from "./ConnectionProvider.js";
import { ConnectionContext, type ConnectionSettings } from "./context.js";
import { refuseSecretKey } from "./refuseSecretKey.js";
import { type ClientSettings, type ConnectionSource, useConnectionClient } from "./useConnectionClient.js";
import { useSameValue } from "./useSameValue.js";

export type { ConnectionSource };

/** Who speaks to whom, in which words and colours. */
export interface StripeConnectionSettings extends ClientSettings {
  /** Your product's name, as customers know it. */
  platformName: string;
  /** What the connection is for, in the sentences. Default: `plans`. */
  purpose?: Purpose;
  /** BCP 47. Default: `en`. */
  locale?: string;
  /** Languages besides English, e.g. `[de]`. */
  locales?: readonly Messages[];
  /** Single words or sentences of your own. */
  messages?: MessageOverrides;
  /** Colours, contrast, corners and font. Default: ours, light or dark as the reader's system has it. */
  theme?: ConnectionTheme;
  /**
   * Web fonts for Stripe's form, which can't use the page's. Read when it opens. Default: none, so that it takes what the reader has.
   * @see https://docs.stripe.com/connect/embedded-appearance-options
   */
  fonts?: readonly StripeFont[];
  /** Default: that of the language. */
  dir?: "ltr" | "rtl";
  /** IANA name. Default: UTC in the first render, then the reader's own. */
  timeZone?: string;
  /** Of the page's Content-Security-Policy. Default: the page's `<meta name="csp-nonce">`. */
  nonce?: string;
  /** Stripe's form in the page, or a redirect to Stripe's own page where Stripe grants it. Default: `embedded`. */
  onboarding?: "embedded" | "hosted";
  /** Overrides the `pk_…` key that comes with each account session. */
  publishableKey?: string;
  /** Lets people disconnect inside a frame of another origin. Default: false. */
  allowFraming?: boolean;
  /** Where connect.js is, in tests. Live mode takes Stripe's own only. */
  connectJsUrl?: string;
}

/** The settings, and an `endpoint` or an `adapter`. */
export type StripeConnectionProviderProps = StripeConnectionSettings &
  ConnectionSource & {
    /** Your page: whatever uses the connection. */
    children?: ReactNode;
  };

const NO_THEME: ConnectionTheme = {};

/** Gives what is below one connection and the way to tell of it. Renders no element. */
export function StripeConnectionProvider(props: StripeConnectionProviderProps) {
  refuseSecretKey(props.publishableKey);
  const { client, onEvent } = useConnectionClient(props);
  const { platformName, purpose = "plans", locale = "en", dir } = props;
  const { timeZone, nonce, onboarding = "embedded", allowFraming = false, publishableKey, connectJsUrl } = props;
  const theme = useSameValue(props.theme ?? NO_THEME);
  const fonts = useSameValue(props.fonts);
  const locales = useSameValue(props.locales);
  const overrides = useSameValue(props.messages);
  const messages = useMemo(() => messagesFor({ locale, locales, overrides }), [locale, locales, overrides]);

  const settings = useMemo<ConnectionSettings>(
    () => ({
      client,
      platformName,
      purpose,
      messages,
      locale: localeOf(locale, messages),
      dir: dir ?? directionOf(messages.code),
      theme,
      fonts,
      timeZone,
      nonce,
      onboarding,
      allowFraming,
      publishableKey,
      connectJsUrl,
      onEvent,
    }),
    [
      client,
      platformName,
      purpose,
      messages,
      locale,
      dir,
      theme,
      fonts,
      timeZone,
      nonce,
      onboarding,
      allowFraming,
      publishableKey,
      connectJsUrl,
      onEvent,
    ],
  );
  return (
    <ClientContext.Provider value={client}>
      <ConnectionContext.Provider value={settings}>{props.children}</ConnectionContext.Provider>
    </ClientContext.Provider>
  );
}

/** For dates and numbers: the reader's locale if it is one, and of the language of the words around them. */
function localeOf(wanted: string, { code }: Messages): string {
  const locale = canonicalLocale(wanted);
  return locale !== null && locale.split("-")[0] === code.split("-")[0] ? locale : code;
}
