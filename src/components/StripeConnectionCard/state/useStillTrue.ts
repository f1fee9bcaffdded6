"use client";
import { useState } from "react";
import type { Connection } from "../../../core/connection.js";
import type { FailedOperation } from "./useOperation.js";

/** Codes that say the server itself was not reached; a later answer of it, whatever it says, ends them. */
const NO_ANSWER = new Set(["network", "timeout", "invalid_response", "session_expired"]);

/** What an operation failed with, for as long as nothing newer shows that it is over. */
export function useStillTrue(failed: FailedOperation | null, connection: Connection): FailedOperation | null {
  const [since, setSince] = useState({ failed, connection });
  if (since.failed !== failed) setSince({ failed, connection });
  if (!failed || since.failed !== failed) return failed;
  const { checkedAt, serverTime } = since.connection;
  const isOver =
    connection.checkedAt !== checkedAt || (NO_ANSWER.has(failed.error.code) && connection.serverTime !== serverTime);
  // A page at Stripe is opened by nobody else: that failure stays until the next try.
  return isOver && failed.operation !== "open_hosted" ? null : failed;
}
