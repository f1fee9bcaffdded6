import type { Rendered } from "../account/renderRequirements.js";

/** Stripe keeps events for 30 days; the simulator keeps the newest, and not over a restart. */
const KEPT_EVENTS = 1000;

/** What happened, for whoever asks later. */
export interface EventLog {
  add(event: Rendered): void;
  /** Newest first. `object`: `event` of v1, `v2.core.event` of v2. */
  list(object: "event" | "v2.core.event"): Rendered[];
}

export function createEventLog(): EventLog {
  const events: Rendered[] = [];
  return {
    add(event) {
      events.push(event);
      if (events.length > KEPT_EVENTS) events.shift();
    },
    list: (object) => events.filter((event) => event["object"] === object).reverse(),
  };
}
