"use client";
import { type ReactNode, type RefObject, useLayoutEffect } from "react";
import type { SectionName } from "../core/permissions.js";
import { FocusKeeper } from "../components/primitives/FocusKeeper.js";
import { Notice } from "../components/primitives/Notice.js";
import { useConnectionSettings } from "../react/context.js";
import { OnboardingFailed } from "./OnboardingFailed.js";
import { StripeSectionElement } from "./StripeSectionElement.js";
import { useFindings } from "./useFindings.js";
import { type SectionPhase, useSection } from "./useSection.js";

interface SectionContentProps {
  name: SectionName;
  /** The region around this, which Stripe's element takes its colours from. Takes the focus from a button that goes away. */
  root: RefObject<HTMLElement | null>;
  /** Stands in the element's place until Stripe draws it. Null for what comes without a word, or not at all. */
  waiting: ReactNode;
  onPhase: (phase: SectionPhase) => void;
}

/** Stripe's element for a section, or why it can't be shown and what to do. */
export function SectionContent({ name, root, waiting, onPhase }: SectionContentProps) {
  const { findings: findingWords } = useConnectionSettings().messages.onboarding;
  const { phase, failed, isSlow, opened, listeners, connection, retry } = useSection(root, name);
  const findings = useFindings(connection ? (connection.simulated ? "test" : connection.mode) : null);
  useLayoutEffect(() => onPhase(phase), [phase, onPhase]);

  const isLoud = waiting !== null;
  return (
    // What changes here does not render the region: its FocusKeeper can't see the button that had the focus.
    <FocusKeeper headingRef={root}>
      {isLoud && phase === "opening" ? (
        <>
          {findings.map((finding) => (
            <Notice key={finding} tone="warning">
              {findingWords[finding]}
            </Notice>
          ))}
          {waiting}
        </>
      ) : null}
      {isLoud && (failed || isSlow) ? (
        // Stripe's own page is for its form.
        <OnboardingFailed failed={failed} connection={connection} withoutHosted onRetry={retry} />
      ) : null}
      {opened && listeners ? (
        <div data-part="form">
          <StripeSectionElement key={opened.key} name={name} instance={opened.instance} listeners={listeners} />
        </div>
      ) : null}
    </FocusKeeper>
  );
}
