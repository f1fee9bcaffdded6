import { ConnectionError, type ConnectionErrorCode } from "../../core/errors.js";
import { type Problem, readProblem } from "../../core/protocol.js";
import { readJson } from "./readJson.js";

/** What an answer that is no 2xx means, where no problem document says it. */
const CODES: Readonly<Record<number, ConnectionErrorCode>> = {
  401: "session_expired",
  403: "forbidden",
  408: "timeout",
  409: "conflict",
  429: "rate_limited",
  501: "invalid_request",
  503: "stripe_unavailable",
  504: "timeout",
};

const codeOf = (status: number): ConnectionErrorCode =>
  CODES[status] ?? (status >= 500 ? "internal" : "invalid_request");

/** A login page stands where the answer should: a redirect is not followed, so that it is not taken for one. */
export function isRedirect(response: Response): boolean {
  return response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400);
}

/** Reads what is known of a refusal. Bodies of gateways and stack traces are left out of it. */
export async function readRefusal(response: Response, hint: string): Promise<ConnectionError> {
  if (isRedirect(response)) {
    return new ConnectionError("session_expired", { message: `redirected, probably to a login page${hint}` });
  }
  const problem = await readProblemOf(response);
  // A code of a newer server reads as `internal`: then the status says more.
  const code = problem && problem.code !== "internal" ? problem.code : codeOf(response.status);
  const said = problem?.title ? `: ${problem.title}` : "";
  return new ConnectionError(code, {
    message: `the back end answered ${response.status}${said}${code === "session_expired" ? hint : ""}`,
    requestId: problem?.requestId ?? response.headers.get("x-request-id"),
    retryAfter: problem?.retryAfter ?? readRetryAfter(response.headers),
    retryable: problem?.retryable,
  });
}

async function readProblemOf(response: Response): Promise<Problem | null> {
  try {
    return readProblem(await readJson(response));
  } catch (thrown) {
    // Another one's JSON, or none: the status has to do. A broken line is not such a case.
    if (thrown instanceof ConnectionError && thrown.code === "invalid_response") return null;
    throw thrown;
  }
}

/** Seconds, or a date: counted from the server's own `Date`, because the device's clock may be wrong. */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(headers.get("date") ?? "")) / 1000;
  return Number.isNaN(seconds) ? null : seconds;
}
