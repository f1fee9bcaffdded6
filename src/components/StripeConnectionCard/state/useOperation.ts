"use client";
import { useCallback, useInsertionEffect, useRef, useState } from "react";
import type { Connection } from "../../../core/connection.js";
import { type ConnectionError, toConnectionError } from "../../../core/errors.js";
import type { Operation } from "../../../core/events.js";

export interface FailedOperation {
  operation: Operation;
  error: ConnectionError;
}

/** Codes that say the server itself was not reached; any later answer of it ends them. */
const NO_ANSWER = new Set(["network", "timeout", "invalid_response", "session_expired"]);

export type Attempt = (operation: Operation, run: () => Promise<unknown>, onDone?: () => void) => void;

/** Runs what a person asked for, and keeps what it failed with until the next try or a newer answer. */
export function useOperation(connection: Connection | undefined) {
  const [last, setLast] = useState<{ failed: FailedOperation; shown: Connection | undefined } | null>(null);
  const shown = useRef(connection);
  // Not a layout effect: React 18 warns about each of them on a server.
  useInsertionEffect(() => {
    shown.current = connection;
  }, [connection]);

  const attempt = useCallback<Attempt>((operation, run, onDone) => {
    setLast(null);
    run().then(
      () => onDone?.(),
      (thrown: unknown) => setLast({ failed: { operation, error: toConnectionError(thrown) }, shown: shown.current }),
    );
  }, []);
  return { failed: last && !isOver(last.failed, last.shown, connection) ? last.failed : null, attempt };
}

function isOver({ operation, error }: FailedOperation, before: Connection | undefined, now: Connection | undefined) {
  // Reading the account again says nothing about Stripe's hosted page: that failure stays until the next try.
  if (operation === "open_hosted") return false;
  if (NO_ANSWER.has(error.code) && before?.serverTime !== now?.serverTime) return true;
  // Stripe refuses the dashboard of an account for as long as it is what it is.
  if (error.code === "dashboard_unavailable") return before?.reason !== now?.reason;
  return before?.checkedAt !== now?.checkedAt;
}
