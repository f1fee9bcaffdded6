/** Reads what Stripe sent as unknown JSON: a part that is missing or of another type reads as absent. */

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Stripe types its arrays as nullable. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function texts(value: unknown): string[] {
  return list(value).filter((item): item is string => text(item) !== null);
}

/** An epoch in seconds (v1) or an RFC 3339 time (v2) as ISO 8601 UTC; null for anything that is no date. */
export function isoTime(value: unknown): string | null {
  // No account has a date in seconds beyond the year 5000: such a number was given in milliseconds.
  const milliseconds =
    typeof value === "number" ? (Math.abs(value) > 1e11 ? value : value * 1000) : Date.parse(text(value) ?? "");
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
