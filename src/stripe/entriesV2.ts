import type { RequirementState } from "../core/connection.js";
import type { Alternative, AskedRequirement, RequirementError } from "./normalizedAccount.js";
import { isoTime, list, record, text } from "./untyped.js";

/** One of the two lists of a v2 account. */
export interface EntriesV2 {
  asked: AskedRequirement[];
  errors: RequirementError[];
  alternatives: Alternative[];
}

/** @see https://docs.stripe.com/api/v2/core/accounts/object */
export function entriesV2(requirements: unknown): EntriesV2 {
  const raw = record(requirements);
  const summary = record(record(raw["summary"])["minimum_deadline"]);
  const found: EntriesV2 = { asked: [], errors: [], alternatives: [] };
  for (const item of list(raw["entries"])) {
    const entry = record(item);
    const key = text(entry["description"]);
    const state = stateOf(entry);
    if (key === null || state === null) continue;
    const minimum = record(entry["minimum_deadline"]);
    // Only the summary has a date: that of the entries with its status.
    const time = minimum["time"] ?? (minimum["status"] === summary["status"] ? summary["time"] : null);
    found.asked.push({
      key,
      state,
      deadline: state === "pending" ? null : isoTime(time),
      personId: personOf(entry),
    });
    found.errors.push(...errorsOf(entry));
  }
  for (const item of list(raw["alternatives"])) {
    const originals = keysOf(record(item)["original_entries"]);
    for (const option of list(record(item)["options"])) {
      const instead = list(record(option)["entries"]);
      found.alternatives.push({ originals, alternatives: keysOf(instead) });
      found.errors.push(...instead.flatMap(errorsOf));
    }
  }
  return found;
}

function keysOf(items: unknown): string[] {
  return list(items).flatMap((item) => text(record(item)["description"]) ?? []);
}

function personOf(entry: unknown): string | null {
  const reference = record(record(entry)["reference"]);
  return reference["type"] === "person" ? text(reference["resource"]) : null;
}

function errorsOf(entry: unknown): RequirementError[] {
  const key = text(record(entry)["description"]);
  if (key === null) return [];
  return list(record(entry)["errors"]).flatMap((item) => {
    const code = text(record(item)["code"]);
    return code ? [{ key, code, reason: text(record(item)["description"]), personId: personOf(entry) }] : [];
  });
}

/** Null: `eventually_due`, which never nags. */
function stateOf(entry: Readonly<Record<string, unknown>>): RequirementState | null {
  if (entry["awaiting_action_from"] === "stripe") return "pending";
  const impact = list(record(entry["impact"])["restricts_capabilities"]);
  // The minimum is the most urgent of what it restricts; without it those say when.
  const statuses = [
    text(record(entry["minimum_deadline"])["status"]) ??
      impact.map((one) => text(record(record(one)["deadline"])["status"])),
  ].flat();
  if (statuses.includes("past_due")) return "past_due";
  return statuses.length > 0 && statuses.every((status) => status === "eventually_due") ? null : "due";
}
