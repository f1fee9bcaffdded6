import { warnOnce } from "./warnOnce.js";
import { canonicalLocale } from "./canonicalLocale.js";

const DAY = 86_400_000;

/** Formatters are dear to make and pure, and a page has few of them. */
const made = new Map<string, unknown>();
function once<T>(key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known as T;
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

/** A locale that Intl takes: `en_US` reads `en-US`, and what is not a locale reads `en`. */
export function usableLocale(locale: string): string {
  return once(`locale ${locale}`, () => {
    const canonical = canonicalLocale(locale);
    if (canonical !== null) return canonical;
    warnOnce(`"${locale}" is not a locale, so dates are written as in English. Use a BCP 47 tag such as "pt-BR".`);
    return "en";
  });
}

function usableTimeZone(timeZone: string): string {
  return once(`zone ${timeZone}`, () => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
    } catch {
      warnOnce(`"${timeZone}" is no time zone, so dates are in UTC. Use an IANA name such as "Europe/Berlin".`);
      return "UTC";
    }
  });
}

/** How dates are written for one reader. */
export interface DateStyle {
  /** BCP 47 */
  locale: string;
  /** IANA name */
  timeZone: string;
}

const DATE_OPTIONS = {
  /** March 14, 2027 */
  long: { year: "numeric", month: "long", day: "numeric" },
  /** Mar 14, 2027 */
  medium: { year: "numeric", month: "short", day: "numeric" },
  /** Mar 14 */
  short: { month: "short", day: "numeric" },
  /** 14:02 or 2:02 PM */
  time: { hour: "numeric", minute: "2-digit" },
  /** Mar 14, 2:02 PM */
  dayAndTime: { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" },
  year: { year: "numeric" },
  /** 3/14/2027 */
  numbers: { year: "numeric", month: "numeric", day: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** `at`: ms since 1970, a finite number. */
export function formatDate(at: number, style: DateStyle, length: keyof typeof DATE_OPTIONS): string {
  const timeZone = usableTimeZone(style.timeZone);
  const locale = usableLocale(style.locale);
  return once(
    `date ${locale} ${timeZone} ${length}`,
    () => new Intl.DateTimeFormat(locale, { timeZone, ...DATE_OPTIONS[length] }),
  ).format(at);
}

/** A date for a narrow place: the year is left out while it is the current one. */
export function formatShortDate(at: number, now: number, style: DateStyle): string {
  const isThisYear = formatDate(at, style, "year") === formatDate(now, style, "year");
  return formatDate(at, style, isThisYear ? "short" : "medium");
}

/** "in 3 days", "tomorrow", "in 13 months": by the calendar of the reader's time zone. */
export function formatRelativeDay(at: number, now: number, style: DateStyle): string {
  const days = calendarDay(at, style.timeZone) - calendarDay(now, style.timeZone);
  const locale = usableLocale(style.locale);
  const relative = once(`relative ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));
  return Math.abs(days) < 60 ? relative.format(days, "day") : relative.format(Math.round(days / 30.44), "month");
}

/** "2 min. ago", "in 20 sec." */
export function shortRelative(locale: string): Intl.RelativeTimeFormat {
  const usable = usableLocale(locale);
  return once(`short ${usable}`, () => new Intl.RelativeTimeFormat(usable, { numeric: "always", style: "short" }));
}

/** "name, address and email" */
export function formatList(items: readonly string[], locale: string): string {
  const usable = usableLocale(locale);
  return once(`list ${usable}`, () => new Intl.ListFormat(usable, { type: "conjunction" })).format(items);
}

/** The form of a language for a count. */
export function plural<T>(
  locale: string,
  count: number,
  forms: { other: T } & Partial<Record<Intl.LDMLPluralRule, T>>,
): T {
  const rules = once(`plural ${locale}`, () => new Intl.PluralRules(locale));
  return forms[rules.select(count)] ?? forms.other;
}

/** In no time zone of today does a day begin between two quarters of an hour. */
const QUARTER = 15 * 60_000;
const days = new Map<string, number>();

/** Days since 1970 on the calendar of a time zone. Intl takes long for it, and most asks are about now. */
function calendarDay(at: number, timeZone: string): number {
  const key = `${timeZone} ${Math.floor(at / QUARTER)}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const numbers = formatDate(at, { locale: "en-US", timeZone }, "numbers").split("/");
  const [month, day, year] = numbers.map(Number.parseFloat) as [number, number, number];
  const found = Date.UTC(year, month - 1, day) / DAY;
  // A page that stays open for weeks.
  if (days.size >= 200) days.clear();
  days.set(key, found);
  return found;
}
