import type { OnboardingFailure } from "../../core/events.js";

const TYPES = [
  "api_connection_error",
  "authentication_error",
  "account_session_create_error",
  "invalid_request_error",
  "rate_limit_error",
  "render_error",
  "api_error",
] as const satisfies readonly OnboardingFailure[];

/** connect.js is always the newest: a type that came after this version counts as an error of Stripe's. */
export const loadErrorType = (type: string): OnboardingFailure => TYPES.find((known) => known === type) ?? "api_error";
