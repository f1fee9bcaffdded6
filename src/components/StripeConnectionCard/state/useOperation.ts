"use client";
import { useCallback, useState } from "react";
import { type ConnectionError, toConnectionError } from "../../../core/errors.js";
import type { Operation } from "../../../core/events.js";

export interface FailedOperation {
  operation: Operation;
  error: ConnectionError;
}

/** Runs what a person asked for, and keeps what it failed with until the next try. */
export function useOperation() {
  const [failed, setFailed] = useState<FailedOperation | null>(null);
  const attempt = useCallback((operation: Operation, run: () => Promise<unknown>, onDone?: () => void) => {
    setFailed(null);
    run().then(
      () => onDone?.(),
      (thrown: unknown) => setFailed({ operation, error: toConnectionError(thrown) }),
    );
  }, []);
  return { failed, attempt };
}
