import type { Records } from "./records.js";

/** Milliseconds, or a number with a unit: `90s`, `30m`, `12h`, `14d`. */
export type Duration = number | `${number}${"s" | "m" | "h" | "d"}`;

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export function milliseconds(duration: Duration): number {
  if (typeof duration === "number") return duration;
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(duration);
  const unit = UNITS[match?.[2] ?? ""];
  if (!match || unit === undefined) {
    throw new Error(
      `react-stripe-connection: "${duration}" is no duration. Write milliseconds, or 90s, 30m, 12h, 14d.`,
    );
  }
  return Number(match[1]) * unit;
}

/** Simulated time, apart from the time of day: it can be moved, and a journal carries it over a restart. */
export interface TimeKeeper {
  /** Milliseconds since 1970. */
  now(): number;
  /** Never moves back. */
  moveTo(time: number): void;
  /** True where time passes by itself. */
  readonly runs: boolean;
}

export function createTimeKeeper(records: Records, mode: "real" | "manual", wall: () => number): TimeKeeper {
  const table = records.table<number>("clock");
  const began = wall();
  const runs = mode === "real";
  const base = () => (runs ? wall() : began);
  const now = () => (runs ? base() + (table.get("offset") ?? 0) : (table.get("now") ?? began));
  return {
    runs,
    now,
    moveTo(time) {
      if (time <= now()) return;
      if (runs) table.put("offset", time - base());
      else table.put("now", time);
    },
  };
}

/** Seconds since 1970, as Stripe writes times. */
export const seconds = (time: number): number => Math.floor(time / 1000);
