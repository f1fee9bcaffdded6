"use client";
import {
  forwardRef,
  type HTMLAttributes,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import type { FormPurpose } from "../../core/connection.js";
import { useConnectionSettings } from "../../react/context.js";
import { ConnectionRoot, scopeAttributes } from "../primitives/ConnectionRoot.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { Button } from "../primitives/Button.js";
import { FocusKeeper } from "../primitives/FocusKeeper.js";
import { Notice } from "../primitives/Notice.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { OnboardingRegion } from "./StripeOnboarding.styles.js";

/** Stripe's packages come with it, and not before. */
const contentChunk = createChunk(() => import("../../onboarding/OnboardingContent.js"), "OnboardingContent");

/** Besides these, every attribute of its region. */
export interface StripeOnboardingProps extends Omit<HTMLAttributes<HTMLElement>, "children"> {
  /** Stripe's onboarding, or its account management. Read once: give another `key` to open something else. */
  purpose: FormPurpose;
  /** Requirement keys to ask for, and no others. Read once. Default: everything that is due. */
  requirements?: string[];
  /** The person is done, or goes back. Not: everything is filled in. */
  onExit: () => void;
}

/**
 * Stripe's form in the page, as a region with a way back. Its content is fetched when it mounts; what can't be fetched
 * says so and can be tried again. Never put it into a modal dialog: Stripe opens its own.
 */
export const StripeOnboarding = forwardRef<HTMLElement, StripeOnboardingProps>(function StripeOnboarding(
  { purpose, requirements, onExit, ...rest },
  ref,
) {
  const settings = useConnectionSettings();
  const { client, messages, platformName, onEvent } = settings;
  const [asked] = useState({ purpose, ...(requirements && { requirements }) });
  const { part, failures, isRetrying, retry } = useChunk(
    contentChunk,
    true,
    useCallback(() => onEvent({ type: "onboarding_load_failed", cause: "chunk_failed" }), [onEvent]),
  );
  const [phase, setPhase] = useState<"opening" | "open" | "failed" | "ended">("opening");
  const root = useRef<HTMLDivElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(ref, () => root.current);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => title.current?.focus(), []);

  const exit = useRef(onExit);
  useEffect(() => {
    exit.current = onExit;
  }, [onExit]);
  const leave = useCallback(() => {
    onEvent({ type: "onboarding_exited", purpose: asked.purpose });
    // Leaving is not finishing: the server looks. The card shows a look that failed.
    void client.settle();
    exit.current();
  }, [client, asked, onEvent]);

  const words = messages.onboarding;
  const waiting = (
    <div data-part="waiting">
      <p data-part="hint" role="status">
        {words.loading}
      </p>
      <Skeleton shape="line" />
      <Skeleton shape="text" />
      <Skeleton shape="field" />
      <Skeleton shape="field" />
    </div>
  );
  return (
    <ConnectionRoot styles={[OnboardingRegion]}>
      <OnboardingRegion
        role="region"
        {...rest}
        ref={root}
        {...scopeAttributes(settings)}
        data-rsc="onboarding"
        data-state={part ? phase : failures > 0 ? "failed" : "opening"}
        aria-labelledby={titleId}
      >
        <FocusKeeper headingRef={title}>
          <div data-part="header">
            <h3 ref={title} id={titleId} tabIndex={-1} data-part="title">
              {words.title}
            </h3>
            <Button variant="link" onClick={part ? leave : onExit}>
              {words.returnTo(platformName)}
            </Button>
          </div>
          {part ? (
            <part.OnboardingContent
              asked={asked}
              root={root}
              title={title}
              waiting={waiting}
              onLeave={leave}
              onPhase={setPhase}
            />
          ) : failures > 0 ? (
            <>
              <Notice tone="danger" title={words.failures.chunk_failed.title} urgent>
                {words.failures.chunk_failed.text}
              </Notice>
              <div data-part="actions">
                <Button variant="primary" busy={isRetrying} onClick={retry}>
                  {words.tryAgain}
                </Button>
              </div>
            </>
          ) : (
            waiting
          )}
        </FocusKeeper>
      </OnboardingRegion>
    </ConnectionRoot>
  );
});
