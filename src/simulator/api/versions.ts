import type { StripeApi } from "../params/judgeParams.js";
import { invalidRequest } from "./stripeFailure.js";

/** The version of the `stripe` package that the simulator is made for. */
export const API_VERSION = "2026-10-28.endive";

/** The first day of each release that has a name. What was before has a date alone. */
const RELEASES: readonly (readonly [string, string])[] = [
  ["2024-09-30", "acacia"],
  ["2025-03-31", "basil"],
  ["2025-09-30", "clover"],
  ["2026-03-25", "dahlia"],
  ["2026-09-30", "endive"],
];
/** The first version that Stripe's API has had. */
const FIRST = "2011-01-01";

/** The day of a version: `2026-10-28` of `2026-10-28.endive`. */
export const dayOf = (version: string): string => version.slice(0, 10);

/** Throws where a `Stripe-Version` header names no version of Stripe's, or a call of v2 has none. `now` in ms. */
export function checkVersion(version: string | null, api: StripeApi, about: { own: string; now: number }): void {
  if (version === null) {
    if (api === "v1") return;
    throw invalidRequest(`Missing required header: Stripe-Version. Send one, such as ${API_VERSION}.`, {
      code: "missing_required_header",
    });
  }
  if (version !== about.own && !isVersion(version, about.now)) {
    throw invalidRequest(`Invalid Stripe API version: ${version}`, api === "v2" ? { code: "invalid_api_version" } : {});
  }
}

/** Of days up to its own version the simulator knows the name; later ones are a newer SDK's, up to today. */
function isVersion(version: string, now: number): boolean {
  // Betas are named after it: `2020-08-27; orders_beta=v4`.
  const [released = ""] = version.split(";", 1);
  const [, day = "", name] = /^(\d{4}-\d{2}-\d{2})(?:\.([a-z]+))?$/.exec(released) ?? [];
  if (!isDay(day) || day < FIRST) return false;
  if (day > dayOf(API_VERSION)) return name !== undefined && day <= new Date(now).toISOString().slice(0, 10);
  const release = RELEASES.findLast(([first]) => first <= day)?.[1];
  return name === release || (release !== undefined && name === "preview");
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
