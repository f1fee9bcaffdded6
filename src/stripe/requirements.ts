import {
  REQUIREMENT_GROUPS,
  REQUIREMENT_STATES,
  type Requirement,
  type RequirementPerson,
} from "../core/connection.js";
import { requirementGroup } from "../core/requirementGroups.js";
import type { Alternative, AskedRequirement, NormalizedAccount, RequirementError } from "./normalizedAccount.js";
import { personsById, requirementPerson } from "./requirementPerson.js";

/** Whom it is about is found first: v2 tells two persons' equal keys apart by nothing else. */
type About<T> = T & { person: RequirementPerson | null };

/**
 * What Stripe asks for, each thing once and in its most urgent state, past due first. The order of Stripe's arrays
 * makes no difference, so that a reordered answer is no change.
 */
export function requirementsOf(account: NormalizedAccount, persons: readonly unknown[]): Requirement[] {
  const known = personsById(persons, account.individual);
  const withPerson = <T extends { key: string; personId: string | null }>(one: T): About<T> => ({
    person: requirementPerson(one.key, one.personId, known, account.individual),
    ...one,
  });
  const errors = account.errors.map(withPerson);
  return withoutAlternatives(mostUrgentOfEach(account.asked.map(withPerson)), account.alternatives)
    .map((one): Requirement => {
      const error = errorOf(one, errors, account.alternatives);
      return {
        key: one.key,
        group: requirementGroup(one.key),
        state: one.state,
        deadline: one.deadline,
        ...(one.person && { person: one.person }),
        ...(error && { error: { code: error.code, reason: error.reason } }),
      };
    })
    .sort(
      (a, b) =>
        urgency(a) - urgency(b) ||
        REQUIREMENT_GROUPS.indexOf(a.group) - REQUIREMENT_GROUPS.indexOf(b.group) ||
        compare(a.key, b.key) ||
        compare(a.person?.id ?? "", b.person?.id ?? ""),
    );
}

function urgency(one: { state: Requirement["state"] }): number {
  return REQUIREMENT_STATES.indexOf(one.state);
}

/** Not by locale: every server sorts alike. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Stripe lists what is past due among what is currently due, too. */
function mostUrgentOfEach(asked: readonly About<AskedRequirement>[]): About<AskedRequirement>[] {
  const found = new Map<string, About<AskedRequirement>>();
  for (const one of asked) {
    const id = `${one.person?.id ?? ""}|${one.key}`;
    const before = found.get(id);
    if (!before || isBefore(one, before)) found.set(id, one);
  }
  return [...found.values()];
}

function isBefore(one: AskedRequirement, other: AskedRequirement): boolean {
  return (urgency(one) - urgency(other) || compare(one.deadline ?? "~", other.deadline ?? "~")) < 0;
}

/**
 * Where a field and what may be given instead of it are both listed, one thing is asked for, not two. Only what is the
 * original of nothing else is left out, and only where every original is asked for at least as urgently.
 */
function withoutAlternatives<T extends AskedRequirement>(asked: readonly T[], alternatives: readonly Alternative[]) {
  const originals = new Set(alternatives.flatMap((one) => one.originals));
  const mostUrgent = new Map<string, number>();
  for (const one of asked) mostUrgent.set(one.key, Math.min(urgency(one), mostUrgent.get(one.key) ?? Infinity));
  return asked.filter(
    (one) =>
      one.state === "pending" ||
      originals.has(one.key) ||
      !alternatives.some(
        (pair) =>
          pair.alternatives.includes(one.key) &&
          pair.originals.length > 0 &&
          pair.originals.every((key) => (mostUrgent.get(key) ?? Infinity) <= urgency(one)),
      ),
  );
}

/** The error of the key itself, else that of something that may be given instead of it. */
function errorOf(
  one: About<AskedRequirement>,
  errors: readonly About<RequirementError>[],
  alternatives: readonly Alternative[],
): RequirementError | undefined {
  const instead = alternatives.filter((pair) => pair.originals.includes(one.key)).flatMap((pair) => pair.alternatives);
  return (
    firstByCode(errors.filter((error) => error.key === one.key && error.person?.id === one.person?.id)) ??
    firstByCode(errors.filter((error) => instead.includes(error.key)))
  );
}

function firstByCode(errors: readonly RequirementError[]): RequirementError | undefined {
  return errors.toSorted((a, b) => compare(a.code, b.code) || compare(a.reason ?? "", b.reason ?? ""))[0];
}
