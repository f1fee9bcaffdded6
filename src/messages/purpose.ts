import type { Purpose } from "./messages.js";

/** Of plain JavaScript anything can come, and it is looked up in the words. */
export function knownPurpose(purpose: Purpose | undefined): Purpose {
  return purpose === "billing" || purpose === "payouts" ? purpose : "plans";
}
