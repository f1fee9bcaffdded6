// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { directionOf } from "../../src/messages/directionOf.js";
import {
  formatDate,
  formatList,
  formatRelativeDay,
  formatShortDate,
  plural,
  usableLocale,
} from "../../src/messages/format.js";
import { inDays, NOW } from "./aConnection.js";

const utc = { locale: "en", timeZone: "UTC" };
const at = (days: number) => Date.parse(inDays(days));

describe("dates", () => {
  it("are written for the reader's locale and time zone", () => {
    const evening = Date.parse("2027-03-14T23:30:00Z");
    expect(formatDate(evening, utc, "long")).toBe("March 14, 2027");
    expect(formatDate(evening, { locale: "en-GB", timeZone: "Europe/Berlin" }, "long")).toBe("15 March 2027");
    expect(formatDate(evening, { locale: "de", timeZone: "UTC" }, "long")).toBe("14. März 2027");
    expect(formatDate(NOW, { locale: "en-GB", timeZone: "UTC" }, "time")).toBe("14:02");
  });

  it("leave the year out while it is the current one, also around New Year", () => {
    expect(formatShortDate(at(12), NOW, utc)).toBe("Dec 4");
    expect(formatShortDate(at(400), NOW, utc)).toBe("Dec 27, 2027");
    const newYear = Date.parse("2026-12-31T23:30:00Z");
    expect(formatShortDate(newYear, NOW, { locale: "en", timeZone: "Asia/Tokyo" })).toBe("Jan 1, 2027");
    expect(formatShortDate(newYear, NOW, utc)).toBe("Dec 31");
  });

  it.each([
    [0, "today"],
    [1, "tomorrow"],
    [-1, "yesterday"],
    [11, "in 11 days"],
    [-3, "3 days ago"],
    [400, "in 13 months"],
  ])("B12 %d days away has the hint %s", (days, hint) => {
    expect(formatRelativeDay(at(days), NOW, utc)).toBe(hint);
  });

  it("count days by the calendar of the time zone, not in 24 hours", () => {
    const late = Date.parse("2026-11-22T23:30:00Z");
    const soonAfter = Date.parse("2026-11-23T00:30:00Z");
    expect(formatRelativeDay(soonAfter, late, utc)).toBe("tomorrow");
    expect(formatRelativeDay(soonAfter, late, { locale: "en", timeZone: "America/New_York" })).toBe("today");
  });

  it("B16 fall back to English and UTC, with one warning for each mistake", () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const wrong = { locale: "not a locale!", timeZone: "Mars/Olympus" };
    expect(formatDate(NOW, wrong, "long")).toBe("November 22, 2026");
    expect(formatRelativeDay(at(1), NOW, wrong)).toBe("tomorrow");
    expect(formatList(["a", "b"], wrong.locale)).toBe("a and b");
    expect(warn).toHaveBeenCalledTimes(2);
    expect(usableLocale("pt_BR")).toBe("pt-BR");
  });

  it("B12 never read Invalid Date, whatever the instant", () => {
    const instant = fc.integer({ min: -8.64e15, max: 8.64e15 });
    fc.assert(
      fc.property(instant, instant, (one, now) => {
        expect(formatShortDate(one, now, utc)).toMatch(/\d/);
        expect(formatRelativeDay(one, now, utc)).not.toMatch(/NaN|Invalid/);
      }),
    );
  });
});

describe("lists and plurals", () => {
  it("follow the language", () => {
    expect(formatList(["Name", "Adresse"], "de")).toBe("Name und Adresse");
    expect(plural("en", 1, { one: "detail", other: "details" })).toBe("detail");
    expect(plural("en", 0, { one: "detail", other: "details" })).toBe("details");
    expect(plural("ar", 2, { two: "two", other: "other" })).toBe("two");
    expect(plural("ja", 1, { other: "other" })).toBe("other");
  });
});

describe("directionOf", () => {
  it.each([
    ["ar", "rtl"],
    ["ar-EG", "rtl"],
    ["he", "rtl"],
    ["fa_IR", "rtl"],
    ["AR", "rtl"],
    ["az-Arab-IR", "rtl"],
    ["ar-Latn", "ltr"],
    ["en", "ltr"],
    ["pt-BR", "ltr"],
    ["arn", "ltr"],
    ["", "ltr"],
  ])("%s is written %s", (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});
