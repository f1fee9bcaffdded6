"use client";
import type { Connection } from "../core/connection.js";
import { Button } from "../components/primitives/Button.js";
import { Notice } from "../components/primitives/Notice.js";
import { useConnectionSettings } from "../react/context.js";
import type { FailedState } from "./session/connectSession.js";
import { CopySupportDetails } from "./CopySupportDetails.js";
import { useHostedPage } from "./useHostedPage.js";

export interface OnboardingFailedProps {
  /** Null while nothing has failed: Stripe is only slow, and takes the place of this when it comes. */
  failed: FailedState | null;
  connection: Connection | undefined;
  /** Stripe's own page can't do what was asked for. */
  withoutHosted?: boolean;
  onRetry: () => void;
}

/** What went wrong, and every way on: again, Stripe's own page where it grants one, else support. */
export function OnboardingFailed({ failed, connection, withoutHosted, onRetry }: OnboardingFailedProps) {
  const { client, messages, platformName } = useConnectionSettings();
  const hosted = useHostedPage(client);
  const words = messages.onboarding;
  const { title, text } = failed ? words.failures[failed.failure] : words.slow;
  // What the back end says is nearer to the matter than "couldn't open".
  const why = failed?.error ? messages.errors[failed.error.code] : text;
  const requestId = failed?.error?.requestId ?? null;
  const hasHosted = !withoutHosted && connection?.can.hosted === true;
  return (
    <>
      <Notice tone={failed ? "danger" : "warning"} title={title} urgent>
        {why}
      </Notice>
      <div data-part="actions">
        <Button variant={failed ? "primary" : "secondary"} onClick={onRetry}>
          {words.tryAgain}
        </Button>
        {hasHosted ? (
          <Button busy={hosted.isOpening} onClick={hosted.open}>
            {hosted.isOpening ? words.openingHosted : words.openHosted}
          </Button>
        ) : (
          <CopySupportDetails connection={connection} requestId={requestId} loadFailure={failed?.failure ?? null} />
        )}
      </div>
      {hosted.failure ? (
        <Notice tone="warning" urgent>
          {messages.errors[hosted.failure]}
        </Notice>
      ) : null}
      {hasHosted ? null : <p data-part="hint">{words.anotherBrowser(platformName)}</p>}
      {failed ? (
        <p data-part="reference" translate="no">
          {words.reference(requestId ? `${failed.failure}, ${requestId}` : failed.failure)}
        </p>
      ) : null}
    </>
  );
}
