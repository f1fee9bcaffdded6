import {
  REQUIREMENT_GROUPS,
  REQUIREMENT_STATES,
  type Requirement,
  type RequirementGroup,
  type RequirementPerson,
  type RequirementState,
} from "../core/connection.js";
import { earliest } from "../core/deadlines.js";
import { inSpokenOrder, type PersonPart, type RequirementThing, requirementThing } from "../core/requirementThing.js";

/** One thing that is asked for, of one person or of the business: one row. */
export interface FoldedRequirement {
  keys: string[];
  group: RequirementGroup;
  thing: RequirementThing;
  /** Of `person_details`, in spoken order. */
  parts: PersonPart[];
  /** The most urgent one. */
  state: RequirementState;
  deadline: string | null;
  person: RequirementPerson | null;
  /** Of the most urgent key that has one. */
  error: { code: string; reason: string | null } | null;
}

/** Folded by what Stripe's keys mean, not by words: the rows are the same ones before and after the words are loaded. */
export function foldRequirements(requirements: readonly Requirement[]): FoldedRequirement[] {
  const rows = new Map<string, Requirement[]>();
  for (const one of [...requirements].sort(byUrgency)) {
    const about = one.person ? (one.person.id ?? one.person.role) : "";
    const id = [phase(one.state), one.group, about, requirementThing(one.key).thing].join("|");
    const row = rows.get(id);
    if (row) row.push(one);
    else rows.set(id, [one]);
  }
  return [...rows.values()].map(folded);
}

/** What is due is one list, however late. What is upcoming or being checked is another thing to say. */
function phase(state: RequirementState): string {
  return state === "past_due" ? "due" : state;
}

function byUrgency(a: Requirement, b: Requirement): number {
  return (
    REQUIREMENT_STATES.indexOf(a.state) - REQUIREMENT_STATES.indexOf(b.state) ||
    REQUIREMENT_GROUPS.indexOf(a.group) - REQUIREMENT_GROUPS.indexOf(b.group)
  );
}

function folded(row: Requirement[]): FoldedRequirement {
  const [first] = row as [Requirement, ...Requirement[]];
  const things = row.map((one) => requirementThing(one.key));
  return {
    keys: row.map((one) => one.key),
    group: first.group,
    thing: things[0]?.thing ?? "other",
    parts: inSpokenOrder(things.flatMap(({ part }) => part ?? [])),
    state: first.state,
    deadline: earliest(row.map((one) => one.deadline)),
    person: first.person ?? null,
    error: row.find((one) => one.error)?.error ?? null,
  };
}
