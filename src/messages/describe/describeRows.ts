import type { Flow, Requirement } from "../../core/connection.js";
import { earliest, readDeadline } from "../../core/deadlines.js";
import type { DescribedRequirement } from "./description.js";
import { type DateStyle, formatRelativeDay, formatShortDate } from "../format.js";
import type { Messages, RequirementMessages } from "../messages.js";
import { personName, plainText } from "../personName.js";

/** How a certain reader is told about rows. */
interface RowStyle {
  words: Messages["connection"];
  /** Null until they are loaded. */
  explainer: RequirementMessages | null;
  dates: DateStyle;
  /** Milliseconds of the server's clock. */
  now: number;
  /** Whether dates have a hint such as "in 3 days". */
  relative: boolean;
  payouts: Flow;
}

/** A row, and how it is told inside of something else. */
export interface Row {
  described: DescribedRequirement;
  /** "your tax ID"; null for several things, and until the words are loaded. */
  noun: string | null;
  /** Its text where that is a sentence, no list. */
  sentence: string | null;
  /** ISO 8601 */
  deadline: string | null;
}

type Some = [Requirement, ...Requirement[]];

/** What Stripe asks for, in few rows. They are the same ones before and after the explainer's words are loaded. */
export function describeRows(requirements: readonly Requirement[], style: RowStyle): Row[] {
  const rows = new Map<string, Some>();
  for (const one of requirements) {
    const { state, group, person, deadline, error } = one;
    // What was wrong is told on a row of its own. What is being checked has no date to keep.
    const apart = error ? [error.code] : state === "pending" || deadline;
    const id = JSON.stringify([state, group, person?.id ?? person?.role, apart]);
    const row = rows.get(id);
    if (row) row.push(one);
    else rows.set(id, [one]);
  }
  return [...rows.values()].map((row) => described(row, style));
}

function described(row: Some, style: RowStyle): Row {
  const { words, explainer } = style;
  const [{ group, state, person, error }] = row;
  const keys = row.map(({ key }) => key) as [string, ...string[]];
  const name = personName(person?.name);
  const told = explainer?.explainTogether(keys, name);
  // Payouts went there before: they have failed, which Stripe has no code for.
  const isAgain = style.payouts === "paused" && keys.join() === "external_account";
  const problem = (error && explainer?.problem(error.code)) ?? (isAgain ? explainer?.again(keys[0]) : null);
  const isOfPerson = group === "representative" || group === "owners";
  const deadline = earliest(row.map((one) => one.deadline));
  const role = person && isOfPerson && !told?.title ? words.people[person.role] : null;
  return {
    described: {
      id: [...keys, person?.id].join(" "),
      keys,
      group,
      state,
      title: told?.title ?? role ?? words.groups[group],
      text: problem ?? told?.text ?? "",
      // "Account representative for the account representative" names nobody.
      person: person ? (name ?? (role ? null : words.roles[person.role])) : null,
      due: state === "pending" ? null : dueDate(deadline, state === "past_due", style),
      detail: plainText(error?.reason ?? "") || null,
    },
    noun: told?.noun ?? null,
    sentence: problem ?? (told?.title ? told.text : null),
    deadline,
  };
}

function dueDate(iso: string | null, isPastDue: boolean, { words, dates, now, relative }: RowStyle) {
  const deadline = readDeadline(iso, now);
  if (!deadline) return null;
  const date = formatShortDate(deadline.at, now, dates);
  return {
    iso: deadline.iso,
    text: deadline.isPast ? words.wasDue({ date }) : words.due({ date }),
    hint: relative ? formatRelativeDay(deadline.at, now, dates) : null,
    tone: isPastDue ? "danger" : deadline.urgency,
  } as const;
}
