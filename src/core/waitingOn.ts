import type { ConnectionAction, WaitingOn } from "./connection.js";

/** Who has the ball follows from what there is to do. */
export function waitingOnFor(action: ConnectionAction): WaitingOn {
  switch (action) {
    case "open_onboarding":
    case "connect":
      return "you";
    case "wait":
      return "stripe";
    case "contact_platform":
      return "platform";
    case "contact_stripe":
    case "none":
      return "nobody";
    default:
      return action satisfies never;
  }
}
