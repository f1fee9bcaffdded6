"use client";
import { forwardRef, type HTMLAttributes, useCallback, useRef } from "react";
import type { SessionPurpose } from "../../core/connection.js";
import type { FocusPlace } from "../../react/focusPlace.js";
import { useConnectionSettings } from "../../react/context.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { OnboardingWaiting } from "./OnboardingWaiting.js";

/** Stripe's packages come with it, and not before. */
const onboardingChunk = createChunk(() => import("../../onboarding/StripeOnboarding.js"), "StripeOnboarding");

/** Besides these, every attribute of its region. */
export interface StripeOnboardingProps extends Omit<HTMLAttributes<HTMLElement>, "children"> {
  /** Stripe's onboarding, or its account management. Read once: give another `key` to open something else. */
  purpose: SessionPurpose;
  /** Requirement keys to ask for, and no others. Read once. Default: everything that is due. */
  requirements?: string[];
  /** The person is done, or goes back. Not: everything is filled in. */
  onExit: () => void;
}

/** Stripe's form in the page. Its code is fetched when this mounts; what can't be fetched says so and can be tried again. */
export const StripeOnboarding = forwardRef<HTMLElement, StripeOnboardingProps>(function StripeOnboarding(props, ref) {
  const { onEvent } = useConnectionSettings();
  const { part, failures, isRetrying, retry } = useChunk(
    onboardingChunk,
    true,
    useCallback(() => onEvent({ type: "onboarding_load_failed", cause: "chunk_failed" }), [onEvent]),
  );
  const focus = useRef<FocusPlace>("title");
  if (part) return <part.StripeOnboarding {...props} focus={focus} rootRef={ref} />;
  const { purpose: _purpose, requirements: _requirements, onExit, ...rest } = props;
  return (
    <OnboardingWaiting
      {...rest}
      rootRef={ref}
      failures={failures}
      isRetrying={isRetrying}
      onRetry={retry}
      onExit={onExit}
      left={focus}
    />
  );
});
