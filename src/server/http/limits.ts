// What one stranger, one person or one customer can use up at the HTTP edge. `docs/limits.md` lists the same values.

/** Log lines of one kind in a minute, of refusals and of failures that requests cause. */
export const LINES_PER_MINUTE = 10;
/** Kinds of log lines that are counted apart. */
export const MAX_LINE_KINDS = 200;
