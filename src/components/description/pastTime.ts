import { formatDate, shortRelative } from "../../messages/format.js";

export interface ReaderClock {
  timeZone: string;
  /** "in 3 days" is said only once the page knows the reader's clock and zone. */
  relative: boolean;
  /** The server's clock, ms since 1970; undefined in the first render, which must be the server's. */
  now: number | undefined;
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** "14:02" on the day itself, "Nov 22, 14:02" on another; null for what is no time. */
export function clockTime(iso: string | null, clock: ReaderClock, locale: string): string | null {
  const at = iso === null ? Number.NaN : Date.parse(iso);
  if (!Number.isFinite(at)) return null;
  const style = { locale, timeZone: clock.timeZone };
  const isToday = clock.now !== undefined && formatDate(at, style, "short") === formatDate(clock.now, style, "short");
  return formatDate(at, style, isToday ? "time" : "dayAndTime");
}

/** "in 20 sec." */
export const inSeconds = (seconds: number, locale: string) => shortRelative(locale).format(seconds, "second");

/** "2 min. ago" for what was just now, the time of day for the rest. */
export function timeAgo(iso: string | null, clock: ReaderClock, locale: string, justNow: string): string | null {
  const age = clock.relative && clock.now !== undefined && iso !== null ? clock.now - Date.parse(iso) : Number.NaN;
  if (age < MINUTE) return justNow;
  if (age < HOUR) return shortRelative(locale).format(-Math.floor(age / MINUTE), "minute");
  if (age < 24 * HOUR) return shortRelative(locale).format(-Math.floor(age / HOUR), "hour");
  return clockTime(iso, clock, locale);
}
