"use client";
import {
  type HTMLAttributes,
  type Ref,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import type { FocusPlace } from "../../react/focusPlace.js";
import { Button } from "../primitives/Button.js";
import { Notice } from "../primitives/Notice.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { useConnectionSettings } from "../../react/context.js";
import { ConnectionRoot, scopeAttributes } from "../../theme/ConnectionRoot.js";
import { OnboardingShell } from "./StripeOnboarding.styles.js";

interface OnboardingWaitingProps extends HTMLAttributes<HTMLElement> {
  rootRef: Ref<HTMLElement | null>;
  failures: number;
  isRetrying: boolean;
  onRetry: () => void;
  onExit: () => void;
  /** Where the focus was when the form's code took this one's place. */
  left: RefObject<FocusPlace>;
}

/** In place of Stripe's form until its code is here, and where it could not be had. */
export function OnboardingWaiting({
  rootRef,
  failures,
  isRetrying,
  onRetry,
  onExit,
  left,
  ...rest
}: OnboardingWaitingProps) {
  const { messages, platformName, theme, nonce, dir, locale } = useConnectionSettings();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const root = useRef<HTMLElement>(null);
  useImperativeHandle<HTMLElement | null, HTMLElement | null>(rootRef, () => root.current);
  const way = useRef<HTMLButtonElement>(null);
  useEffect(() => title.current?.focus(), []);
  useLayoutEffect(
    () => () => {
      const focused = (root.current?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement ?? null;
      // "Try again" has done its work, and is nowhere to go on from.
      const isHere = root.current?.contains(focused) === true;
      left.current = focused === way.current ? "return" : isHere ? "title" : "elsewhere";
    },
    [left],
  );

  const words = messages.onboarding;
  const failure = words.failures.chunk_failed;
  return (
    <ConnectionRoot theme={theme} nonce={nonce}>
      <OnboardingShell
        {...rest}
        ref={root}
        {...scopeAttributes(theme, dir, locale)}
        data-rsc="onboarding"
        data-state={failures > 0 ? "failed" : "opening"}
        aria-labelledby={titleId}
      >
        <div data-part="header">
          <h3 ref={title} id={titleId} tabIndex={-1} data-part="title">
            {words.title}
          </h3>
          <Button ref={way} variant="link" onClick={onExit}>
            {words.returnTo(platformName)}
          </Button>
        </div>
        {failures > 0 ? (
          <>
            <Notice tone="danger" title={failure.title} urgent>
              {failure.text}
            </Notice>
            <div data-part="actions">
              <Button variant="primary" busy={isRetrying} onClick={onRetry}>
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
