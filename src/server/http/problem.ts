import { ConnectionError, type ConnectionErrorCode } from "../../core/errors.js";
import { PROTOCOL } from "../../core/protocol.js";
import { textAnswer } from "./textAnswer.js";

/** A refusal that has an HTTP status of its own, such as 405 or 415. */
export class HttpProblem extends ConnectionError {
  constructor(
    readonly status: number,
    code: ConnectionErrorCode,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(code, { message });
  }
}

/** The HTTP status of each code. */
export const STATUS: Record<ConnectionErrorCode, number> = {
  network: 502,
  timeout: 504,
  invalid_response: 502,
  session_expired: 401,
  forbidden: 403,
  csrf: 403,
  rate_limited: 429,
  invalid_request: 400,
  in_progress: 409,
  conflict: 409,
  disconnect_blocked: 409,
  country_unsupported: 422,
  platform_not_ready: 503,
  hosted_unavailable: 409,
  dashboard_unavailable: 409,
  store_unavailable: 503,
  stripe_unavailable: 503,
  chunk_failed: 500,
  internal: 500,
};

/** Headers of every answer. */
export function answerHeaders(requestId: string): Record<string, string> {
  return {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-request-id": requestId,
  };
}

/** An answer of the protocol: flat, with its version. */
export function answer(body: object, requestId: string, status = 200): Response {
  return textAnswer(JSON.stringify({ protocol: PROTOCOL, ...body }), status, {
    "content-type": "application/json; charset=utf-8",
    ...answerHeaders(requestId),
  });
}

/**
 * What was thrown, as problem+json. Our own errors say their message, which never holds a text of Stripe's or of the
 * host's; of anything else only the request id is told.
 */
export function problem(thrown: unknown, requestId: string): Response {
  const error =
    thrown instanceof ConnectionError
      ? thrown
      : new ConnectionError("internal", { message: "something went wrong on the server; its log has the request id" });
  const http = error instanceof HttpProblem ? error : null;
  const status = http?.status ?? STATUS[error.code];
  const body = {
    protocol: PROTOCOL,
    code: error.code,
    title: error.message.replace(/^react-stripe-connection: /, ""),
    status,
    requestId,
    retryable: error.retryable,
    retryAfter: error.retryAfter,
  };
  return textAnswer(JSON.stringify(body), status, {
    "content-type": "application/problem+json; charset=utf-8",
    ...answerHeaders(requestId),
    ...http?.headers,
    ...(error.retryAfter === null ? {} : { "retry-after": String(error.retryAfter) }),
  });
}
