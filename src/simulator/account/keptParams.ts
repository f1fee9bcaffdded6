import type { Form } from "../api/form.js";
import { typedParams } from "../params/typedParams.js";
import type { AccountRecord } from "./accountRecord.js";
import type { Rendered } from "./renderRequirements.js";

/** Parameters that nothing follows from, and that the account shows again. */
const KEPT: readonly string[] = ["groups", "settings", "tos_acceptance"];
const KEPT_V2: readonly string[] = ["configuration", "contact_phone", "defaults"];

/** Takes what is to be shown again from the parameters of `POST /v1/accounts` and `POST /v1/accounts/{id}`. */
export function keepParams(account: AccountRecord, form: Form): void {
  const given = typedParams("accounts.update", form, KEPT);
  if (Object.keys(given).length > 0) account.kept = merged(account.kept ?? {}, given);
}

/** The same of v2, with what was kept before. */
export function keptV2(before: Rendered | undefined, form: Form): Rendered {
  return merged(before ?? {}, typedParams("v2.core.accounts.update", form, KEPT_V2));
}

/** What was kept of one configuration: all but what the account itself knows. */
export function keptConfiguration(kept: Rendered | undefined, name: string): Rendered {
  const configurations = kept?.["configuration"];
  const given = isParts(configurations) ? configurations[name] : undefined;
  const { applied: _applied, capabilities: _capabilities, mcc: _mcc, ...rest } = isParts(given) ? given : {};
  return rest;
}

function merged(before: Rendered, after: Rendered): Rendered {
  const entries = Object.entries(after).map(([name, value]) => {
    const old = before[name];
    return [name, isParts(old) && isParts(value) ? merged(old, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(entries) };
}

/** What is shown, with the values that were kept for its fields. A parameter that is not among the fields is not shown. */
export function withKept(shown: Rendered, kept: Rendered | undefined): Rendered {
  if (!kept) return shown;
  const entries = Object.entries(shown).map(([name, value]) => [name, keptValue(value, kept[name])] as const);
  return Object.fromEntries(entries);
}

function keptValue(shown: unknown, kept: unknown): unknown {
  if (kept === undefined) return shown;
  if (isParts(shown)) return isParts(kept) ? withKept(shown, kept) : shown;
  // `minimum` for a number of days: Stripe shows the days.
  const fits = shown === null || kept === null || typeof shown === typeof kept;
  return fits ? kept : shown;
}

const isParts = (value: unknown): value is Rendered =>
  typeof value === "object" && value !== null && !Array.isArray(value);
