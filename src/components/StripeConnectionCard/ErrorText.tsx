"use client";
import type { ConnectionError } from "../../core/errors.js";
import { Button } from "../primitives/Button.js";
import { useConnectionSettings } from "../../react/context.js";
import { useCopy } from "../primitives/useCopy.js";

/** What went wrong, what to do, and the number that support can look up. */
export function ErrorText({ error }: { error: ConnectionError }) {
  const { messages } = useConnectionSettings();
  return (
    <>
      <span>{messages.errors[error.code] ?? messages.errors.internal}</span>{" "}
      {error.requestId ? <Reference id={error.requestId} /> : null}
    </>
  );
}

/** An id to read out, or to copy. */
export function Reference({ id }: { id: string }) {
  const words = useConnectionSettings().messages.card;
  const { isCopied, refused, copy } = useCopy();
  return (
    <span data-part="reference">
      <bdi translate="no">{words.reference(id)}</bdi>{" "}
      <Button variant="link" aria-label={words.copyReference} onClick={() => copy(id)}>
        {words.copy}
      </Button>
      <span role="status">{refused ? ` ${words.copyRefused}` : isCopied ? ` ${words.copied}` : null}</span>
    </span>
  );
}
