import type { ConnectionError } from "../../core/errors.js";
import type { OnboardingFailure } from "../../core/events.js";

/** Why Stripe's form can't be opened. Stays inside this folder: people see a sentence, hosts an event. */
export class OnboardingError extends Error {
  override readonly name = "OnboardingError";
  readonly failure: OnboardingFailure;
  /** What the back end answered, where it was asked. */
  readonly connectionError: ConnectionError | null;

  constructor(failure: OnboardingFailure, message: string, connectionError: ConnectionError | null = null) {
    super(`react-stripe-connection: ${message}`, connectionError ? { cause: connectionError } : undefined);
    this.failure = failure;
    this.connectionError = connectionError;
  }
}
