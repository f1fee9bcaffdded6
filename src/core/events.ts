import type { ConnectionReason, ConnectionStatus, SessionPurpose } from "./connection.js";
import type { ConnectionErrorCode } from "./errors.js";

/** What a host may want to count. No personal data, no URLs, no raw messages. */
export type ConnectionEvent =
  | { type: "status_changed"; from: ConnectionStatus; to: ConnectionStatus; reason: ConnectionReason }
  | { type: "connect_started" | "connect_succeeded" | "disconnect_started" | "disconnect_succeeded" | "checked" }
  | { type: "failed"; operation: Operation | "load" | "push"; code: ConnectionErrorCode }
  | { type: "onboarding_opened" | "onboarding_loaded" | "onboarding_exited"; purpose: SessionPurpose }
  | { type: "onboarding_step"; step: string }
  | { type: "onboarding_load_failed"; cause: OnboardingFailure };

/** What a page can ask the back end to do. */
export type Operation = "connect" | "refresh" | "update" | "open_hosted" | "preview_disconnect" | "disconnect";

/** Why Stripe's form is not there. The first six are ours, the rest are connect.js's own error types. */
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
