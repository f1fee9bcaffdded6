import { createSubscribable } from "../client/subscribable.js";
import type { OnboardingFailure } from "../core/events.js";

/** Of the page, not of an account: whatever blocked Stripe's form blocks it for every account. */
let last: OnboardingFailure | null = null;
const { subscribe, notify } = createSubscribable();

/** Null: the form loaded. */
export function rememberFailure(failure: OnboardingFailure | null): void {
  last = failure;
  notify();
}

/** Why Stripe's form failed last. A blocked script or pop-up is known only after it was tried. */
export const lastFailure = { get: (): OnboardingFailure | null => last, subscribe };
