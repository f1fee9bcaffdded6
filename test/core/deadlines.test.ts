// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earliest, readDeadline } from "../../src/core/deadlines.js";

const now = Date.parse("2026-11-22T14:02:00Z");
const inDays = (days: number) => new Date(now + days * 86_400_000).toISOString();

describe("readDeadline", () => {
  it.each([
    [400, "info", false],
    [14.01, "info", false],
    [14, "warning", false],
    [3.01, "warning", false],
    [3, "danger", false],
    [0, "danger", false],
    [-0.01, "danger", true],
    [-400, "danger", true],
  ])("%d days away is %s", (days, urgency, isPast) => {
    expect(readDeadline(inDays(days), now)).toMatchObject({ urgency, isPast, at: now + days * 86_400_000 });
  });

  it.each([null, undefined, "", "soon", "2026-13-45T00:00:00Z"])("B12 %j is no deadline", (value) => {
    expect(readDeadline(value, now)).toBeNull();
  });

  it("never gets calmer as time goes by", () => {
    const loudness = { info: 0, warning: 1, danger: 2 };
    const moment = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(moment, moment, moment, (at, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const iso = new Date(at).toISOString();
        const before = readDeadline(iso, earlier);
        const after = readDeadline(iso, later);
        expect(before && after && loudness[after.urgency] >= loudness[before.urgency]).toBe(true);
      }),
    );
  });
});

describe("earliest", () => {
  it("finds the earliest of mixed dates", () => {
    expect(earliest([inDays(3), null, "nonsense", inDays(1), inDays(2)])).toBe(inDays(1));
  });
  it("is null where there is none", () => {
    expect(earliest([null, "nonsense"])).toBeNull();
    expect(earliest([])).toBeNull();
  });
});
