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

  const open = view.phase === "open" ? view : null;
  return (
    // What changes here does not render what is around it: its FocusKeeper can't see the button that had the focus.
    <FocusKeeper headingRef={title}>
      {view.phase === "ended" ? (
        <Notice tone="warning" title={words.ended[view.why].title} urgent>
          {words.ended[view.why].text}
        </Notice>
      ) : view.phase === "failed" ? (
        <OnboardingFailed failed={view} connection={connection} onRetry={retry} />
      ) : (
        <>
          {open?.isSignedIn ? null : <p data-part="hint">{words.signIn}</p>}
          {findings.map((finding) => (
            <Notice key={finding} tone="warning">
              {words.findings[finding]}
            </Notice>
          ))}
          {open?.hasStarted ? null : waiting}
          {view.isSlow ? <OnboardingFailed failed={null} connection={connection} onRetry={retry} /> : null}
          {open ? (
            <div data-part="form">
              <StripeForm key={open.key} {...open.form} />
            </div>
          ) : null}
        </>
      )}
    </FocusKeeper>
  );
}
