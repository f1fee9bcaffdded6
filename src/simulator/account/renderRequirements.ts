import type { Item } from "./accountRecord.js";

/** A JSON object as Stripe's API writes it. */
export type Rendered = Record<string, unknown>;

/** The arrays of `requirements`: past_due ⊆ currently_due ⊆ eventually_due. */
export function requirements(items: Item[]): {
  alternatives: never[];
  current_deadline: number | null;
  currently_due: string[];
  disabled_reason: string | null;
  errors: { code: string; reason: string; requirement: string }[];
  eventually_due: string[];
  past_due: string[];
  pending_verification: string[];
} {
  const asked = items.filter((item) => item.state === "due" || item.state === "past_due");
  const due = keys(asked);
  const deadlines = asked.flatMap((item) => (item.deadline === null ? [] : [item.deadline]));
  return {
    alternatives: [],
    current_deadline: deadlines.length > 0 ? Math.min(...deadlines) : null,
    currently_due: due,
    disabled_reason: null,
    errors: asked.flatMap((item) => (item.error ? [{ ...item.error, requirement: item.key }] : [])),
    eventually_due: due,
    past_due: keys(asked.filter((item) => item.state === "past_due")),
    pending_verification: keys(items.filter((item) => item.state === "pending")),
  };
}

/** What will be asked for: the deadline is the day on which it moves to `requirements`. */
export function futureRequirements(items: Item[]): ReturnType<typeof requirements> {
  const future = items.filter((item) => item.state === "future");
  return requirements(future.map((item) => ({ ...item, state: "due" })));
}

const keys = (items: Item[]) => items.map((item) => item.key).sort();
