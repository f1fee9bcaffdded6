"use client";
import { Button } from "../primitives/Button.js";
import { Notice } from "../primitives/Notice.js";
import { useConnectionSettings } from "../../react/context.js";
import type { ChunkState } from "../chunks/useChunk.js";

/** A part of the card that could not be fetched, and the way to try again. */
export function ChunkNotice({
  failures,
  isRetrying,
  retry,
}: Pick<ChunkState<never>, "failures" | "isRetrying" | "retry">) {
  const words = useConnectionSettings().messages.card;
  return (
    <Notice
      tone="danger"
      urgent
      actions={
        <Button variant="link" busy={isRetrying} onClick={retry}>
          {words.tryAgain}
        </Button>
      }
    >
      {words.dialog.failed} {failures > 1 ? words.reload : null}
    </Notice>
  );
}
