import type { OnboardingFailure } from "../core/events.js";

/** Why the form could not be had when it was last asked for in this page. It is about the browser, and about nobody's account. */
let last: OnboardingFailure | null = null;
const listeners = new Set<() => void>();

/** Null: it came. */
export function rememberFailure(failure: OnboardingFailure | null): void {
  last = failure;
  for (const listener of listeners) listener();
}

/** What a blocked script or a blocked pop-up was told as: neither can be known before it is tried. */
export const lastFailure = {
  get: (): OnboardingFailure | null => last,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
