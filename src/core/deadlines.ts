const DAY = 86_400_000;

/** How pressing a deadline is: `info` over 14 days, `warning` over 3, then `danger`. */
export type Urgency = "info" | "warning" | "danger";

export interface Deadline {
  /** ISO 8601 UTC, as given. */
  iso: string;
  /** Milliseconds since 1970. */
  at: number;
  urgency: Urgency;
  isPast: boolean;
}

/** Reads a deadline against the server's clock (ms); null where there is no date that can be read. */
export function readDeadline(iso: string | null | undefined, now: number): Deadline | null {
  const at = typeof iso === "string" ? Date.parse(iso) : Number.NaN;
  if (!Number.isFinite(at) || typeof iso !== "string") return null;
  const left = at - now;
  return { iso, at, isPast: left < 0, urgency: left > 14 * DAY ? "info" : left > 3 * DAY ? "warning" : "danger" };
}

/** The earliest of some ISO dates, or null. Dates that can't be read don't count. */
export function earliest(dates: Iterable<string | null>): string | null {
  let found: string | null = null;
  for (const date of dates) {
    if (date === null || Number.isNaN(Date.parse(date))) continue;
    if (found === null || Date.parse(date) < Date.parse(found)) found = date;
  }
  return found;
}
