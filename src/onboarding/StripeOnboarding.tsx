"use client";
import {
  type HTMLAttributes,
  type Ref,
  type RefObject,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { SessionPurpose } from "../core/connection.js";
import { Button } from "../components/primitives/Button.js";
import { Notice } from "../components/primitives/Notice.js";
import type { FocusPlace } from "../react/focusPlace.js";
import { useConnectionSettings } from "../react/context.js";
import { ConnectionRoot, scopeAttributes } from "../theme/ConnectionRoot.js";
import { FormWaiting } from "./FormWaiting.js";
import { OnboardingFailed } from "./OnboardingFailed.js";
import { OnboardingRegion } from "./StripeOnboarding.styles.js";
import { StripeForm } from "./StripeForm.js";
import { useFindings } from "./useFindings.js";
import { useOnboarding } from "./useOnboarding.js";

export interface StripeOnboardingProps extends Omit<HTMLAttributes<HTMLElement>, "children"> {
  /** Stripe's onboarding, or its account management. Read once: give another `key` to open something else. */
  purpose: SessionPurpose;
  /** Requirement keys to ask for, and no others. Read once. Default: everything that is due. */
  requirements?: string[];
  /** The person is done, or goes back. Not: everything is filled in. */
  onExit: () => void;
}

/** Stripe's form in the page, as a region with a way back. Never put it into a modal dialog: Stripe opens its own. */
export function StripeOnboarding({
  purpose,
  requirements,
  onExit,
  focus,
  rootRef,
  ...rest
}: StripeOnboardingProps & { focus?: RefObject<FocusPlace>; rootRef?: Ref<HTMLElement | null> }) {
  const { messages, platformName, theme, nonce, dir, locale } = useConnectionSettings();
  const [asked] = useState({ purpose, requirements });
  const root = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(rootRef, () => root.current);
  const title = useRef<HTMLHeadingElement>(null);
  const way = useRef<HTMLButtonElement>(null);
  const titleId = useId();
  const { view, connection, retry, leave } = useOnboarding(root, asked, onExit);
  const findings = useFindings(connection ? (connection.simulated ? "test" : connection.mode) : null);
  const words = messages.onboarding;

  useLayoutEffect(() => {
    // A person who has moved the focus since the region opened keeps it.
    const place = focus?.current ?? "title";
    if (place !== "elsewhere") (place === "return" ? way : title).current?.focus();
  }, [focus]);
  const retryHere = () => {
    // The button that was pressed goes away.
    title.current?.focus();
    retry();
  };

  return (
    <ConnectionRoot theme={theme} nonce={nonce}>
      <OnboardingRegion
        {...rest}
        ref={root}
        {...scopeAttributes(theme, dir, locale)}
        data-rsc="onboarding"
        data-state={view.phase}
        aria-labelledby={titleId}
      >
        <div data-part="header">
          <h3 ref={title} id={titleId} tabIndex={-1} data-part="title">
            {words.title}
          </h3>
          <Button ref={way} variant="link" onClick={leave}>
            {words.returnTo(platformName)}
          </Button>
        </div>
        {content()}
      </OnboardingRegion>
    </ConnectionRoot>
  );

  function content() {
    switch (view.phase) {
      case "ended":
        return (
          <Notice tone="warning" title={words.ended[view.why].title} urgent>
            {words.ended[view.why].text}
          </Notice>
        );
      case "failed":
        return <OnboardingFailed failed={view} connection={connection} onRetry={retryHere} />;
      case "opening":
      case "open":
        return (
          <>
            {view.phase === "open" && view.isSignedIn ? null : <p data-part="hint">{words.signIn}</p>}
            {findings.map((finding) => (
              <Notice key={finding} tone="warning">
                {words.findings[finding]}
              </Notice>
            ))}
            {view.phase === "open" && view.hasStarted ? null : <FormWaiting label={words.loading} />}
            {view.phase === "open" ? (
              <div data-part="form">
                <StripeForm key={view.key} {...view.form} />
              </div>
            ) : null}
          </>
        );
      default:
        return view satisfies never;
    }
  }
}
