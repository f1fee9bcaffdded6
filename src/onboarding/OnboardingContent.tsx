"use client";
import { type ReactNode, type RefObject, useLayoutEffect } from "react";
import { FocusKeeper } from "../components/primitives/FocusKeeper.js";
import { Notice } from "../components/primitives/Notice.js";
import { useConnectionSettings } from "../react/context.js";
import { OnboardingFailed } from "./OnboardingFailed.js";
import { StripeForm } from "./StripeForm.js";
import { useFindings } from "./useFindings.js";
import { type Asked, type OnboardingView, useOnboarding } from "./useOnboarding.js";

interface OnboardingContentProps {
  asked: Asked;
  /** The region around this, which the form takes its colours from. */
  root: RefObject<HTMLElement | null>;
  /** Takes the focus from a button that goes away with its press. */
  title: RefObject<HTMLElement | null>;
  /** Stands in the form's place until Stripe draws it. */
  waiting: ReactNode;
  /** Stripe's form was left. */
  onLeave: () => void;
  onPhase: (phase: OnboardingView["phase"]) => void;
}

/** What stands in the onboarding region: Stripe's form, or why there is none and what to do. */
export function OnboardingContent({ asked, root, title, waiting, onLeave, onPhase }: OnboardingContentProps) {
  const words = useConnectionSettings().messages.onboarding;
  const { view, connection, retry } = useOnboarding(root, asked, onLeave);
  const findings = useFindings(connection ? (connection.simulated ? "test" : connection.mode) : null);
  useLayoutEffect(() => onPhase(view.phase), [view.phase, onPhase]);

  // What changes here does not render what is around it: its FocusKeeper can't see the button that had the focus.
  return <FocusKeeper headingRef={title}>{inside()}</FocusKeeper>;

  function inside() {
    switch (view.phase) {
      case "ended":
        return (
          <Notice tone="warning" title={words.ended[view.why].title} urgent>
            {words.ended[view.why].text}
          </Notice>
        );
      case "failed":
        return <OnboardingFailed failed={view} connection={connection} onRetry={retry} />;
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
            {view.phase === "open" && view.hasStarted ? null : waiting}
            {view.isSlow ? <OnboardingFailed failed={null} connection={connection} onRetry={retry} /> : null}
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
