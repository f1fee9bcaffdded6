"use client";
import { useCallback, useEffect, useMemo, useState, type RefObject } from "react";
import type { Connection, FormPurpose } from "../core/connection.js";
import { useConnectionSettings } from "../react/context.js";
import { useStripeConnection } from "../react/useStripeConnection.js";
import { type CollectionOptions, collectionOptions } from "./collectionOptions.js";
import { connectRequest } from "./session/connectRequest.js";
import type { FailedState } from "./session/connectSession.js";
import { type LoadListeners, withEarlyListeners } from "./session/earlyListeners.js";
import { type Ended, endedBy, endedByError } from "./ended.js";
import { loadErrorType } from "./session/loadErrorType.js";
import type { StripeFormProps } from "./StripeForm.js";
import { createStripeLook } from "./session/stripeLook.js";
import { eventStep, SIGN_IN_STEP } from "./steps.js";
import { useConnectInstance } from "./session/useConnectInstance.js";
import { useOnboardingEvents } from "./useOnboardingEvents.js";

/** What is asked for, as it was when the form was opened: it must not change under a person's hands. */
export interface Asked {
  purpose: FormPurpose;
  requirements: string[] | undefined;
}

export type OnboardingView =
  | { phase: "opening"; isSlow: boolean }
  | { phase: "ended"; why: Ended }
  | FailedState
  | { phase: "open"; key: string; hasStarted: boolean; isSlow: boolean; isSignedIn: boolean; form: StripeFormProps };

export interface Onboarding {
  view: OnboardingView;
  connection: Connection | undefined;
  retry: () => void;
}

/** Opens Stripe's form for `asked`, and says what there is to show. `onLeave` must be the same in every render. */
export function useOnboarding(root: RefObject<HTMLElement | null>, asked: Asked, onLeave: () => void): Onboarding {
  const settings = useConnectionSettings();
  const { client, locale, theme, fonts, onEvent, nonce, publishableKey, connectJsUrl } = settings;
  const state = useStripeConnection();
  const { connection } = state;
  const ended = endedBy(state);
  const [attempt, setAttempt] = useState(0);
  const look = useMemo(() => createStripeLook(() => root.current, locale), [root, locale]);

  const { mode, simulated = false, scope, generation, account } = connection ?? {};
  const accountId = account?.id;
  const request = useMemo(() => {
    if (!mode || !accountId || ended) return null;
    const key = JSON.stringify([scope, mode, accountId, generation, asked, attempt]);
    const { purpose, requirements } = asked;
    const session = { purpose, ...(requirements ? { requirements } : {}) };
    return connectRequest({ key, client, session, mode, simulated, look, fonts, publishableKey, connectJsUrl, nonce });
  }, [
    ended,
    scope,
    mode,
    accountId,
    generation,
    asked,
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

  // Fixed for the time of one opening, as `asked` is.
  const [options, setOptions] = useState<{ key: string; value: CollectionOptions } | null>(null);
  if (request && connection && options?.key !== request.key) {
    setOptions({ key: request.key, value: collectionOptions(connection, asked.requirements) });
  }

  const instance = connect.phase === "open" ? connect.instance : null;
  useEffect(() => (instance ? look.follow(instance) : undefined), [instance, look, theme]);

  useOnboardingEvents({ purpose: asked.purpose, isOpened: request !== null, connect, onEvent });
  const failed = connect.phase === "failed" ? connect : null;
  const why = ended ?? endedByError(failed?.error ?? null);

  // Which opening has gone past Stripe's sign-in.
  const [signedIn, setSignedIn] = useState<string | null>(null);
  const key = connect.key;
  const form = useMemo((): StripeFormProps | null => {
    if (!instance || !key || !options) return null;
    const listeners: LoadListeners = {
      onLoaderStart: () => session.started(key),
      onLoadError: ({ error }) => session.fail(key, loadErrorType(error.type)),
    };
    return {
      ...listeners,
      instance: withEarlyListeners(instance, listeners),
      purpose: asked.purpose,
      collectionOptions: options.value,
      onExit: onLeave,
      onStepChange: ({ step }) => {
        if (step !== SIGN_IN_STEP) setSignedIn(key);
        onEvent({ type: "onboarding_step", step: eventStep(step) });
      },
      onSectionOpen: () => setSignedIn(key),
    };
  }, [instance, key, options, asked, onLeave, session, onEvent]);

  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return { view: view(), connection, retry };

  function view(): OnboardingView {
    if (why) return { phase: "ended", why };
    if (failed) return failed;
    if (connect.phase === "open" && form) {
      const { hasStarted, isSlow } = connect;
      return { phase: "open", key: connect.key, hasStarted, isSlow, isSignedIn: signedIn === connect.key, form };
    }
    return { phase: "opening", isSlow: connect.phase === "opening" && connect.isSlow };
  }
}
