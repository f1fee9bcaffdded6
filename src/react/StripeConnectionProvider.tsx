"use client";
import { useMemo } from "react";
import { canonicalLocale } from "../messages/canonicalLocale.js";
import { directionOf } from "../messages/directionOf.js";
import { messagesFor } from "../messages/messagesFor.js";
import type { Messages } from "../messages/messages.js";
import { ClientContext } from "./ConnectionProvider.js";
import { ConnectionContext, type ConnectionSettings } from "./context.js";
import { refuseSecretKey } from "./refuseSecretKey.js";
import { plainSettings, type StripeConnectionProviderProps } from "./settings.js";
import { useConnectionClient } from "./useConnectionClient.js";
import { useTestSettings } from "./testSettings.js";
import { useSameValue } from "./useSameValue.js";

/** Gives what is below one connection, its words and its theme. Renders no element. */
export function StripeConnectionProvider(given: StripeConnectionProviderProps) {
  const props = useTestSettings(given);
  refuseSecretKey(props.publishableKey);
  const { client, onEvent } = useConnectionClient(props);
  const { locale = "en", dir } = props;
  const plain = useSameValue(plainSettings(props));
  const locales = useSameValue(props.locales);
  const overrides = useSameValue(props.messages);
  const messages = useMemo(() => messagesFor({ locale, locales, overrides }), [locale, locales, overrides]);

  const settings = useMemo<ConnectionSettings>(
    () => ({
      client,
      onEvent,
      messages,
      locale: localeOf(locale, messages),
      dir: dir ?? directionOf(messages.code),
      ...plain,
    }),
    [client, onEvent, messages, locale, dir, plain],
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
