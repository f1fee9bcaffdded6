import type { DerivedConnection } from "../core/connection.js";
import { waitingOnFor } from "../core/waitingOn.js";

/** Words that a customer must not read: they tell somebody who is being looked into. */
const WITHHELD_REASON = /fraud|listed/;
const WITHHELD_TEXT = /fraud|sanction|prohibited/i;

/**
 * What viewers may see, by default: that Stripe's lists are looked through reads as an ordinary review, a rejection
 * for fraud as a rejection. Support sees the same; the host reads the rest by `handler.getConnection`.
 */
export function withholdReasons(derived: DerivedConnection): DerivedConnection {
  const review =
    derived.reason === "listed"
      ? ({ status: "in_progress", reason: "under_review", action: "wait", waitingOn: waitingOnFor("wait") } as const)
      : {};
  return {
    ...derived,
    ...review,
    disabledReason: withhold(derived.disabledReason),
    capabilities: derived.capabilities.map((each) => ({ ...each, reason: withhold(each.reason) })),
    requirements: derived.requirements.map((requirement) => {
      const { error, ...rest } = requirement;
      if (!error || WITHHELD_TEXT.test(error.code)) return rest;
      const reason = error.reason !== null && WITHHELD_TEXT.test(error.reason) ? null : error.reason;
      return { ...rest, error: { code: error.code, reason } };
    }),
  };
}

function withhold(reason: string | null): string | null {
  return reason !== null && WITHHELD_REASON.test(reason) ? null : reason;
}
