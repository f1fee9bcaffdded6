import { ConnectionError } from "./errors.js";
import type { Clock } from "./runtime.js";

export interface RequestGate {
  /** Null: go on. Else what an automatic request would fail with, without being sent. */
  closed(): ConnectionError | null;
  /** Looks at every failure. True: the session is over, and this is the first to say so. */
  failed(error: ConnectionError): boolean;
  /** What a person asked for was answered, or somebody begins to look: the session stands, or is tried anew. */
  answered(): void;
  /** The session is over, as far as is known. */
  signedOut(): ConnectionError | null;
}

/** What must not be asked now: after Retry-After until that is over, after a lost session until somebody acts. */
export function createRequestGate(runtime: Clock): RequestGate {
  let signedOut: ConnectionError | null = null;
  let until = 0;
  return {
    closed() {
      if (signedOut) return signedOut;
      const left = until - runtime.now();
      return left > 0
        ? new ConnectionError("rate_limited", {
            message: "asked too often: the server wants a pause",
            retryAfter: left / 1000,
          })
        : null;
    },
    failed(error) {
      if (error.retryAfter !== null) until = Math.max(until, runtime.now() + error.retryAfter * 1000);
      if (error.code !== "session_expired") return false;
      const first = signedOut === null;
      signedOut = error;
      return first;
    },
    answered() {
      signedOut = null;
    },
    signedOut: () => signedOut,
  };
}
