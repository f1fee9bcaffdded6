/** Codes where the same request may succeed later, without anybody changing anything. */
const RETRYABLE_CODES = [
  "network",
  "timeout",
  "invalid_response",
  "rate_limited",
  "in_progress",
  "store_unavailable",
  "stripe_unavailable",
  "chunk_failed",
  "internal",
] as const;

export const ERROR_CODES = [
  ...RETRYABLE_CODES,
  "session_expired",
  "forbidden",
  "csrf",
  "invalid_request",
  "conflict",
  "disconnect_blocked",
  "country_unsupported",
  "platform_not_ready",
  "hosted_unavailable",
  "dashboard_unavailable",
] as const;
/** Every way in which something can fail, closed. */
export type ConnectionErrorCode = (typeof ERROR_CODES)[number];

/** What a `ConnectionError` is made with. */
export interface ConnectionErrorDetails {
  /** What happened, why, what to do: for the developer. Nothing secret. */
  message?: string;
  /** Names the request in the server's log. */
  requestId?: string | null;
  /** Seconds to wait before trying again, 1 to 300. */
  retryAfter?: number | null;
  /** Default: follows from the code. */
  retryable?: boolean | undefined;
  /** What was thrown beneath. It stays on the side that threw it. */
  cause?: unknown;
}

/** The only error that this library throws at its users. */
export class ConnectionError extends Error {
  /** Tells this error apart where `instanceof` can't: another copy of the library has another class. */
  override readonly name = "ConnectionError";
  /** What went wrong, to be told apart by programs. */
  readonly code: ConnectionErrorCode;
  /** The same request may succeed later, without anybody changing anything. */
  readonly retryable: boolean;
  /** Names the request in the server's log; null where it never got there. */
  readonly requestId: string | null;
  /** Seconds to wait before trying again, 1 to 300, or null. */
  readonly retryAfter: number | null;

  constructor(code: ConnectionErrorCode, details: ConnectionErrorDetails = {}) {
    super(
      `react-stripe-connection: ${details.message ?? code}`,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.code = code;
    this.retryable = details.retryable ?? RETRYABLE_CODES.some((one) => one === code);
    this.requestId = details.requestId ?? null;
    this.retryAfter = clampRetryAfter(details.retryAfter);
  }
}

/** Seconds between 1 and 300, or null for anything that is no positive number. */
export function clampRetryAfter(seconds: unknown): number | null {
  if (typeof seconds !== "number" || !Number.isFinite(seconds) || seconds <= 0) return null;
  return Math.min(300, Math.max(1, Math.ceil(seconds)));
}

/** Another copy of the library on the page has a class of its own: its errors say the same. */
function isConnectionError(thrown: unknown): thrown is ConnectionError {
  if (!(thrown instanceof Error) || thrown.name !== "ConnectionError") return false;
  return ERROR_CODES.some((code) => "code" in thrown && code === thrown.code);
}

/** Whatever was thrown, as a ConnectionError; `fallback` says what an unknown one counts as. */
export function toConnectionError(thrown: unknown, fallback: ConnectionErrorCode = "internal"): ConnectionError {
  if (isConnectionError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : "something that is not an Error was thrown";
  return new ConnectionError(fallback, { message, cause: thrown });
}
