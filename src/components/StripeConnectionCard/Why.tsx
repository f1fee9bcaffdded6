"use client";
import type { Connection } from "../../core/connection.js";
import { Skeleton } from "../primitives/Skeleton.js";
import { useConnectionSettings } from "../../react/context.js";
import { createChunk } from "../chunks/createChunk.js";
import { useChunk } from "../chunks/useChunk.js";
import { useChunkFailure } from "../chunks/useChunkFailure.js";
import { ChunkNotice } from "./ChunkNotice.js";
import type { CardActions } from "./state/useCardActions.js";

const whyChunk = createChunk(() => import("./whyPart.js"), "TroubleshootPanel");

interface WhyProps {
  id: string;
  /** Before that it is only fetched. */
  isShown: boolean;
  connection: Connection;
  actions: CardActions;
}

/** The reasons, fetched when a pointer or the focus comes near the question. The last part of the card: nothing is below it. */
export function Why({ id, isShown, connection, actions }: WhyProps) {
  const settings = useConnectionSettings();
  const chunk = useChunk(whyChunk, true, useChunkFailure(settings));
  if (!isShown) return null;
  const { part } = chunk;
  return (
    <div data-part="why" id={id}>
      {part ? (
        <part.TroubleshootPanel connection={connection} onFix={actions.openForm} onCheck={actions.check} />
      ) : chunk.failures > 0 ? (
        <ChunkNotice {...chunk} />
      ) : (
        <Skeleton shape="sentence" />
      )}
    </div>
  );
}
