import { LINES_PER_MINUTE, MAX_LINE_KINDS } from "./limits.js";
import { eachLevel, type Logger } from "../logger.js";

const MINUTE_MS = 60_000;

/** Leaves out lines of a kind that is written too often. A kind is the level, the message and the fields `code` and `why`. */
export function limitedLogger(logger: Logger, now: () => number): Logger {
  const admit = createLineLimit(now);
  return eachLevel((level) => (message, fields) => {
    const leftOut = admit(JSON.stringify([level, message, fields?.["code"], fields?.["why"]]));
    if (leftOut !== null) logger[level](message, leftOut > 0 ? { ...fields, leftOut } : fields);
  });
}

/** Admits so many lines of a kind in a minute. The result: how many were left out before this line, or null for one more. */
function createLineLimit(now: () => number): (kind: string) => number | null {
  const kinds = new Map<string, { since: number; lines: number; leftOut: number }>();

  const periodOf = (kind: string) => {
    const known = kinds.get(kind);
    if (known) return known;
    // Kinds that a caller can make up share one period, so that they neither fill the memory nor the log.
    const own = kinds.size < MAX_LINE_KINDS ? kind : "";
    const fresh = kinds.get(own) ?? { since: now(), lines: 0, leftOut: 0 };
    kinds.set(own, fresh);
    return fresh;
  };

  return (kind) => {
    const period = periodOf(kind);
    if (now() - period.since >= MINUTE_MS) {
      period.since = now();
      period.lines = 0;
    }
    period.lines += 1;
    if (period.lines > LINES_PER_MINUTE) {
      period.leftOut += 1;
      return null;
    }
    const { leftOut } = period;
    period.leftOut = 0;
    return leftOut;
  };
}
