"use client";
import { type RefObject, useCallback, useEffect, useMemo, useState } from "react";
import type { StripeConnectInstance } from "@stripe/connect-js";
import type { AccountSessionInput } from "../core/adapter.js";
import type { Connection } from "../core/connection.js";
import type { ConnectionState } from "../client/connectionState.js";
import { useConnectionSettings } from "../react/context.js";
import { useStripeConnection } from "../react/useStripeConnection.js";
import { type Ended, endedByError } from "./ended.js";
import { connectRequest } from "./session/connectRequest.js";
import type { ConnectState } from "./session/connectSession.js";
import { type LoadListeners, withEarlyListeners } from "./session/earlyListeners.js";
import { loadErrorType } from "./session/loadErrorType.js";
import { createStripeLook } from "./session/stripeLook.js";
import { useConnectInstance } from "./session/useConnectInstance.js";
import { type TellOpening, useOpeningEvents } from "./useOpeningEvents.js";

export interface Opened extends LoadListeners {
  /** Of this opening: give it to the element as its `key`. */
  key: string;
  instance: StripeConnectInstance;
}

export interface Opening {
  connection: Connection | undefined;
  connect: ConnectState;
  /** The same object for the time of one opening; null until connect.js runs. */
  opened: Opened | null;
  /** Why there is nothing to open. */
  ended: Ended | null;
  retry: () => void;
}

/**
 * One of Stripe's elements in the page, with an instance and an account session of its own. Unmounting closes it.
 *
 * @param root Around the element, which takes its colours from it.
 * @param input What the account session is for. The same object in every render.
 * @param endedBy Whether what the page knows closes what is open.
 * @param tell The same function in every render.
 */
export function useOpening(
  root: RefObject<HTMLElement | null>,
  input: AccountSessionInput,
  endedBy: (state: ConnectionState) => Ended | null,
  tell: TellOpening,
): Opening {
  const { client, locale, theme, fonts, nonce, publishableKey, connectJsUrl } = useConnectionSettings();
  const state = useStripeConnection();
  const { connection } = state;
  const ended = endedBy(state);
  const [attempt, setAttempt] = useState(0);
  const look = useMemo(() => createStripeLook(() => root.current, locale), [root, locale]);

  const { mode, simulated = false, scope, generation, account } = connection ?? {};
  const accountId = account?.id;
  const request = useMemo(() => {
    if (!mode || !accountId || ended) return null;
    const key = JSON.stringify([scope, mode, accountId, generation, input, attempt]);
    return connectRequest({
      key,
      client,
      session: input,
      mode,
      simulated,
      look,
      fonts,
      publishableKey,
      connectJsUrl,
      nonce,
    });
  }, [
    ended,
    scope,
    mode,
    accountId,
    generation,
    input,
    attempt,
    client,
    simulated,
    look,
    fonts,
    publishableKey,
    connectJsUrl,
    nonce,
  ]);
  const [connect, session] = useConnectInstance(request);

  const instance = connect.phase === "open" ? connect.instance : null;
  useEffect(() => (instance ? look.follow(instance) : undefined), [instance, look, theme]);

  useOpeningEvents({ isOpened: request !== null, connect, tell });

  const { key } = connect;
  const opened = useMemo((): Opened | null => {
    if (!instance || !key) return null;
    const listeners: LoadListeners = {
      onLoaderStart: () => session.started(key),
      onLoadError: ({ error }) => session.fail(key, loadErrorType(error.type)),
    };
    return { ...listeners, key, instance: withEarlyListeners(instance, listeners) };
  }, [instance, key, session]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const refused = connect.phase === "failed" ? connect.error : null;
  return { connection, connect, opened, ended: ended ?? endedByError(refused), retry };
}
