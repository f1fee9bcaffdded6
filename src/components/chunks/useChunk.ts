"use client";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { Chunk } from "./createChunk.js";

export interface ChunkState<T> {
  /** Null while it is not wanted or not here. */
  part: T | null;
  /** Attempts that failed; 0 once it is here. */
  failures: number;
  /** Under way again after a failure. */
  isRetrying: boolean;
  retry: () => void;
}

const none = () => null;

/** The chunk, fetched once `isWanted`; a failure stays until `retry`. `onFailure` must be the same in every render. */
export function useChunk<T>(chunk: Chunk<T>, isWanted: boolean, onFailure?: () => void): ChunkState<T> {
  // A server has no chunks, so that hydration begins without them too.
  const part = useSyncExternalStore(chunk.subscribe, chunk.peek, none);
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    if (!isWanted || chunk.peek() !== null) return undefined;
    let isCurrent = true;
    chunk.load().catch(() => {
      if (!isCurrent) return;
      setFailed(attempt + 1);
      onFailure?.();
    });
    return () => {
      isCurrent = false;
    };
  }, [chunk, isWanted, attempt, onFailure]);

  const retry = useCallback(() => setAttempt(failed), [failed]);
  const failures = part === null ? failed : 0;
  return { part: isWanted ? part : null, failures, isRetrying: failures > 0 && attempt === failures, retry };
}
