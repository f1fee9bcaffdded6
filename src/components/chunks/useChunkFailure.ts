"use client";
import { useCallback } from "react";
import type { ConnectionSettings } from "../../react/context.js";

/** Tells the host that a part of the page could not be fetched. */
export function useChunkFailure({ onEvent }: Pick<ConnectionSettings, "onEvent">): () => void {
  return useCallback(() => onEvent({ type: "failed", operation: "load", code: "chunk_failed" }), [onEvent]);
}
