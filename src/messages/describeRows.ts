import type { Requirement } from "../core/connection.js";
import { readDeadline } from "../core/deadlines.js";
import type { DescribedRequirement } from "./description.js";
import { errorText, explainThing } from "./explainRequirementWith.js";
import { type FoldedRequirement, foldRequirements } from "./foldRequirements.js";
import { type DateStyle, formatRelativeDay, formatShortDate } from "./format.js";
import type { Messages, RequirementMessages } from "./messages.js";
import { personName, plainText } from "./personName.js";

/** How a certain reader is told about rows. */
export interface RowStyle {
  words: Messages["connection"];
  /** Null until they are loaded. */
  explainer: RequirementMessages | null;
  dates: DateStyle;
  /** Milliseconds of the server's clock. */
  now: number;
  /** Whether dates have a hint such as "in 3 days". */
  relative: boolean;
}

/** A row, and how it is called inside of a sentence. */
export interface Row {
  described: DescribedRequirement;
  /** "your tax ID"; null until the words are loaded. */
  noun: string | null;
  /** ISO 8601 */
  deadline: string | null;
}

/** What Stripe asks for, a row for each thing and person, past due first. */
export function describeRows(requirements: readonly Requirement[], style: RowStyle): Row[] {
  return foldRequirements(requirements).map((row) => {
    const name = personName(row.person?.name);
    const told = style.explainer ? explainThing(style.explainer, row.thing, row.parts, name) : null;
    const problem = style.explainer ? errorText(style.explainer, row.error?.code) : null;
    const described: DescribedRequirement = {
      keys: row.keys,
      group: row.group,
      state: row.state,
      title: told?.title ?? style.words.groups[row.group],
      text: problem ?? told?.text ?? "",
      person: row.person ? (name ?? style.words.roles[row.person.role]) : null,
      due: row.state === "pending" ? null : dueDate(row, style),
      detail: row.error?.reason ? plainText(row.error.reason) || null : null,
    };
    return { described, noun: told?.noun ?? null, deadline: row.deadline };
  });
}

function dueDate(row: FoldedRequirement, { words, dates, now, relative }: RowStyle): DescribedRequirement["due"] {
  const deadline = readDeadline(row.deadline, now);
  if (!deadline) return null;
  const date = formatShortDate(deadline.at, now, dates);
  return {
    iso: deadline.iso,
    text: deadline.isPast ? words.wasDue({ date }) : words.due({ date }),
    hint: relative ? formatRelativeDay(deadline.at, now, dates) : null,
    tone: row.state === "past_due" ? "danger" : deadline.urgency,
  };
}
