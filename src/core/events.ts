import type { ConnectionReason, ConnectionStatus, FormPurpose } from "./connection.js";
import type { SectionName } from "./permissions.js";
import type { ConnectionErrorCode } from "./errors.js";

/** What a host may want to count. No personal data, no URLs, no raw messages. */
export type ConnectionEvent =
  /** The status, or the reason for it, is another one than before. */
  | { type: "status_changed"; from: ConnectionStatus; to: ConnectionStatus; reason: ConnectionReason }
  /** What a person asked for. `checked`: the account was read from Stripe again. */
  | { type: "connect_started" | "connect_succeeded" | "disconnect_started" | "disconnect_succeeded" | "checked" }
  /** The link to the account's own dashboard came. Not: the page behind it was seen. */
  | { type: "dashboard_opened" }
  /** An operation, the first load or the stream failed. */
  | { type: "failed"; operation: Operation | "load" | "push"; code: ConnectionErrorCode }
  /** Stripe's form: asked for, there, left. Left does not mean filled in. */
  | { type: "onboarding_opened" | "onboarding_loaded" | "onboarding_exited"; purpose: FormPurpose }
  /** `step` is Stripe's own name of it. */
  | { type: "onboarding_step"; step: string }
  /** Stripe's form could not be shown. */
  | { type: "onboarding_load_failed"; cause: OnboardingFailure }
  /** One of Stripe's sections: asked for, there. */
  | { type: "section_opened" | "section_loaded"; section: SectionName }
  /** One of Stripe's sections could not be shown. */
  | { type: "section_load_failed"; section: SectionName; cause: OnboardingFailure };

/** What a page can ask the back end to do. */
export type Operation =
  | "connect"
  | "refresh"
  | "update"
  | "open_hosted"
  | "open_dashboard"
  | "preview_disconnect"
  | "disconnect";

/** Why Stripe's form, or one of its sections, is not there. The first six are ours, the rest are connect.js's own error types. */
export type OnboardingFailure =
  | "script_blocked"
  | "script_timeout"
  | "script_broken"
  | "session_failed"
  | "bad_publishable_key"
  | "chunk_failed"
  | "api_connection_error"
  | "authentication_error"
  | "account_session_create_error"
  | "invalid_request_error"
  | "rate_limit_error"
  | "render_error"
  | "api_error";
