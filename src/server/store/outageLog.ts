import { errorFields, type Logger } from "../logger.js";

/** Without a failure for so long, the outage is over. Milliseconds. */
const CALM_MS = 5_000;
/** A database that changes its error texts must not fill the log. */
const MOST_CAUSES = 5;

export interface OutageLog {
  failed(what: string, cause: unknown): void;
  succeeded(): void;
}

/** Logs an outage once for each of its causes, however many calls fail, and its end once. `now`: milliseconds that only grow. */
export function createOutageLog(logger: Pick<Logger, "warn">, now: () => number): OutageLog {
  let outage: { failures: number; lastAt: number; causes: Set<unknown> } | null = null;
  return {
    failed(what, cause) {
      outage ??= { failures: 0, lastAt: 0, causes: new Set() };
      outage.failures += 1;
      outage.lastAt = now();
      const key = cause instanceof Error ? cause.message : cause;
      if (outage.causes.has(key) || outage.causes.size >= MOST_CAUSES) return;
      outage.causes.add(key);
      logger.warn("the store failed; requests that need it get 503 until it answers", {
        call: what,
        ...errorFields(cause),
      });
    },
    succeeded() {
      if (!outage || now() - outage.lastAt < CALM_MS) return;
      logger.warn("the store answers again", { failures: outage.failures });
      outage = null;
    },
  };
}
