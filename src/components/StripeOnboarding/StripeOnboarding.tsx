"use client";
import { useCallback, useEffect, useId, useRef } from "react";
import type { SessionPurpose } from "../../core/connection.js";
import { Button } from "../../primitives/Button.js";
import { Notice } from "../../primitives/Notice.js";
import { Skeleton } from "../../primitives/Skeleton.js";
import { useConnectionSettings } from "../../react/context.js";
import { ConnectionRoot, scopeAttributes } from "../../theme/ConnectionRoot.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { OnboardingShell } from "./StripeOnboarding.styles.js";

/** Stripe's packages come with it, and not before. */
const onboardingChunk = createChunk(() => import("../../onboarding/StripeOnboarding.js"));

export interface StripeOnboardingProps {
  /** Stripe's onboarding, or its account management. Read once: give another `key` to open something else. */
  purpose: SessionPurpose;
  /** Requirement keys to ask for, and no others. Read once. Default: everything that is due. */
  requirements?: string[];
  /** The person is done, or goes back. Not: everything is filled in. */
  onExit: () => void;
}

/** Stripe's form in the page. Its code is fetched when this mounts; what can't be fetched says so and can be tried again. */
export function StripeOnboarding(props: StripeOnboardingProps) {
  const { messages, platformName, theme, nonce, dir, locale, onEvent } = useConnectionSettings();
  const { part, hasFailed, retry } = useChunk(
    onboardingChunk,
    true,
    useCallback(() => onEvent({ type: "onboarding_load_failed", cause: "chunk_failed" }), [onEvent]),
  );
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  if (part) return <part.StripeOnboarding {...props} />;

  const words = messages.onboarding;
  const failure = words.failures.chunk_failed;
  return (
    <ConnectionRoot theme={theme} nonce={nonce}>
      <OnboardingShell
        {...scopeAttributes(theme, dir, locale)}
        data-rsc="onboarding"
        data-state={hasFailed ? "failed" : "opening"}
        aria-labelledby={titleId}
      >
        <div data-part="header">
          <h3 ref={title} id={titleId} tabIndex={-1} data-part="title">
            {words.title}
          </h3>
          <Button variant="link" onClick={props.onExit}>
            {words.returnTo(platformName)}
          </Button>
        </div>
        {hasFailed ? (
          <>
            <Notice tone="danger" title={failure.title} urgent>
              {failure.text}
            </Notice>
            <div data-part="actions">
              <Button variant="primary" onClick={retry}>
                {words.tryAgain}
              </Button>
            </div>
          </>
        ) : (
          <div data-part="waiting" role="status" aria-label={words.loading}>
            <Skeleton shape="line" />
            <Skeleton shape="field" />
            <Skeleton shape="field" />
          </div>
        )}
      </OnboardingShell>
    </ConnectionRoot>
  );
}
