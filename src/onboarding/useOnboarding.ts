"use client";
import { type RefObject, useCallback, useMemo, useState } from "react";
import type { AccountSessionInput } from "../core/adapter.js";
import type { Connection, FormPurpose } from "../core/connection.js";
import { useConnectionSettings } from "../react/context.js";
import { type CollectionOptions, collectionOptions } from "./collectionOptions.js";
import { rememberFailure } from "./lastFailure.js";
import type { FailedState } from "./session/connectSession.js";
import { type Ended, endedBy } from "./ended.js";
import type { StripeFormProps } from "./StripeForm.js";
import { eventStep, SIGN_IN_STEP } from "./steps.js";
import { type Opened, useOpening } from "./useOpening.js";
import type { TellOpening } from "./useOpeningEvents.js";

/** What is asked for, as it was when the form was opened: it must not change under a person's hands. */
export interface Asked extends AccountSessionInput {
  purpose: FormPurpose;
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
  const { onEvent } = useConnectionSettings();
  const { purpose, requirements } = asked;
  const tell = useCallback<TellOpening>(
    (step) => {
      if (step !== "opened") rememberFailure(step === "loaded" ? null : step.cause);
      onEvent(
        typeof step === "string"
          ? { type: `onboarding_${step}`, purpose }
          : { type: "onboarding_load_failed", ...step },
      );
    },
    [purpose, onEvent],
  );
  const { connection, connect, opened, ended, retry } = useOpening(root, asked, endedBy, tell);

  // Fixed for the time of one opening, as `asked` is.
  const [options, setOptions] = useState<{ of: Opened; value: CollectionOptions } | null>(null);
  if (opened && connection && options?.of !== opened) {
    setOptions({ of: opened, value: collectionOptions(connection, requirements) });
  }

  // Which opening has gone past Stripe's sign-in.
  const [signedIn, setSignedIn] = useState<string | null>(null);
  const form = useMemo((): StripeFormProps | null => {
    if (!options || options.of !== opened) return null;
    const { key, ...rest } = opened;
    return {
      ...rest,
      purpose,
      collectionOptions: options.value,
      onExit: onLeave,
      onStepChange: ({ step }) => {
        if (step !== SIGN_IN_STEP) setSignedIn(key);
        onEvent({ type: "onboarding_step", step: eventStep(step) });
      },
      onSectionOpen: () => setSignedIn(key),
    };
  }, [opened, options, purpose, onLeave, onEvent]);

  return { view: view(), connection, retry };

  function view(): OnboardingView {
    if (ended) return { phase: "ended", why: ended };
    if (connect.phase !== "open") return connect;
    if (!form) return { phase: "opening", isSlow: connect.isSlow };
    return { ...connect, isSignedIn: signedIn === connect.key, form };
  }
}
