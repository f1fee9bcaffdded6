"use client";
import { useConnectionSettings } from "../../react/context.js";
import { Notice } from "../primitives/Notice.js";
import { Reference } from "./ErrorText.js";
import { RetryButton } from "./RetryButton.js";
import type { ReadyState } from "./state/CardController.js";

interface StaleNoticeProps {
  state: ReadyState;
  /** When the shown status was true, for the reader. */
  time: string;
  /** When the account was last read at Stripe, for the reader; "" where it never was. */
  checked: string;
  onRetry: () => void;
}

/** Codes that say the host's server was not reached. The others are its answer, and say themselves what is wrong. */
const UNREACHED: ReadonlySet<string> = new Set(["network", "timeout", "invalid_response"]);

/** What is shown may be old: since when, and a way to ask again. */
export function StaleNotice({ state, time, checked, onRetry }: StaleNoticeProps) {
  const { messages, platformName } = useConnectionSettings();
  const words = messages.card;
  if (state.isOffline) {
    return (
      <Notice tone="neutral" icon="offline">
        {words.stale.offline(time)}
      </Notice>
    );
  }
  const { error } = state;
  // Signing in again is not something that trying again can do, and neither is being allowed to look.
  const isSignedOut = error?.code === "session_expired";
  const isFinal = isSignedOut || error?.code === "forbidden";
  return (
    <Notice
      tone="warning"
      actions={
        <>
          {isFinal ? null : <RetryButton variant="link" state={state} label={words.tryAgain} onPress={onRetry} />}
          {error?.requestId ? <Reference id={error.requestId} /> : null}
        </>
      }
    >
      {error && !UNREACHED.has(error.code)
        ? `${messages.errors[error.code] ?? messages.errors.internal}${checked && !isSignedOut ? ` ${words.checkedAt(checked)}` : ""}`
        : words.stale.unreachable(platformName, time)}
    </Notice>
  );
}
