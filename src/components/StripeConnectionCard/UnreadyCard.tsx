"use client";
import type { ConnectionOperations, ConnectionState } from "../../client/connectionState.js";
import { useConnectionSettings } from "../../react/context.js";
import { Notice } from "../primitives/Notice.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { CardHead } from "./CardHead.js";
import { ErrorText } from "./ErrorText.js";
import type { CardHeading } from "./ReadyCard.js";
import { RetryButton } from "./RetryButton.js";

interface UnreadyCardProps {
  state: Exclude<ConnectionState, { state: "ready" }> & ConnectionOperations;
  heading: CardHeading;
}

/** Before the first answer, and where there was none. */
export function UnreadyCard({ state, heading }: UnreadyCardProps) {
  const { messages } = useConnectionSettings();
  const words = messages.card;
  const isLoading = state.state === "loading";
  const retry = () => {
    state.refresh().catch(() => {
      // The next state says what it failed with.
    });
  };

  return (
    <>
      <CardHead connection={isLoading ? undefined : null} label="" words={words} {...heading} menu={null} />
      <div data-part="body">
        <div data-part="stack">
          {isLoading ? (
            <>
              <Skeleton shape="sentence" />
              <Skeleton shape="button" />
              <p data-part="slow" role="status">
                {state.isOffline ? (
                  words.loadsOnline
                ) : state.isSlow ? (
                  words.stillLoading
                ) : (
                  <span data-part="hidden">{words.loading}</span>
                )}
              </p>
            </>
          ) : (
            <>
              <Notice tone="danger" title={words.loadFailedTitle} urgent>
                <ErrorText error={state.error} />
              </Notice>
              {state.error.code === "forbidden" ? null : (
                <div data-part="actions">
                  <RetryButton variant="primary" state={state} label={words.tryAgain} onPress={retry} />
                </div>
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}
