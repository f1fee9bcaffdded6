import { ConnectionError } from "../core/errors.js";
import type { Clock } from "./runtime.js";
import type { ServerClock } from "./serverClock.js";

export interface RequestGate {
  /** Null: go on. Else what an automatic request would fail with, without being sent. */
  closed(): ConnectionError | null;
  /** Looks at every failure. True: the session is over, and this is the first to say so. */
  failed(error: ConnectionError): boolean;
  /** What a person asked for was answered, or somebody begins to look: the session stands, or is tried anew. */
  answered(): void;
  /** The session is over, as far as is known. */
  signedOut(): ConnectionError | null;
  /** What is left of the pause that the server wants, ms; 0 where it wants none. */
  pause(): number;
  /** The end of that pause in the server's time; null where it wants none. */
  retryAt(): string | null;
}

/** What must not be asked now: after Retry-After until that is over, after a lost session until somebody acts. */
export function createRequestGate(runtime: Clock, clock: ServerClock): RequestGate {
  let signedOut: ConnectionError | null = null;
  let until = 0;
  let retryAt: string | null = null;
  const pause = () => Math.max(0, until - runtime.now());
  return {
    closed() {
      if (signedOut) return signedOut;
      return pause() === 0
        ? null
        : new ConnectionError("rate_limited", {
            message: "the server wants a pause",
            retryAfter: pause() / 1000,
          });
    },
    pause,
    failed(error) {
      const wanted = (error.retryAfter ?? 0) * 1000;
      if (wanted > pause()) {
        until = runtime.now() + wanted;
        retryAt = new Date(clock.now() + wanted).toISOString();
      }
      if (error.code !== "session_expired") return false;
      const first = signedOut === null;
      signedOut = error;
      return first;
    },
    answered() {
      signedOut = null;
    },
    signedOut: () => signedOut,
    retryAt: () => (pause() === 0 ? null : retryAt),
  };
}
