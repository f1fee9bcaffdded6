import { ConnectionError, type ConnectionErrorCode } from "../core/errors.js";
import { type Problem, readProblem } from "../core/protocol.js";
import { boundedText } from "./boundedText.js";

/** What an answer that is no 2xx means, where no problem document says it. */
function codeByStatus(status: number): ConnectionErrorCode {
  switch (status) {
    case 401:
      return "session_expired";
    case 403:
      return "forbidden";
    case 408:
    case 504:
      return "timeout";
    case 409:
      return "conflict";
    case 429:
      return "rate_limited";
    case 503:
      return "stripe_unavailable";
    default:
      return status >= 500 && status !== 501 ? "internal" : "invalid_request";
  }
}

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
  const byStatus = codeByStatus(response.status);
  // A code of a newer server reads as `internal`: then the status says more.
  const code = problem && problem.code !== "internal" ? problem.code : byStatus;
  const said = problem?.title ? `: ${problem.title}` : "";
  return new ConnectionError(code, {
    message: `the back end answered ${response.status}${said}${code === "session_expired" ? hint : ""}`,
    requestId: problem?.requestId ?? response.headers.get("x-request-id"),
    retryAfter: problem?.retryAfter ?? readRetryAfter(response.headers),
    ...(problem?.retryable === undefined ? {} : { retryable: problem.retryable }),
  });
}

async function readProblemOf(response: Response): Promise<Problem | null> {
  if (!/\bjson\b/i.test(response.headers.get("content-type") ?? "")) {
    await response.body?.cancel();
    return null;
  }
  try {
    return readProblem(JSON.parse(await boundedText(response)));
  } catch (thrown) {
    // Cut off, too large, or another one's JSON: the status has to do. A broken line is not such a case.
    if (thrown instanceof SyntaxError || thrown instanceof ConnectionError) return null;
    throw thrown;
  }
}

/** Seconds, or a date: counted from the server's own `Date`, because the device's clock may be wrong. */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(headers.get("date") ?? "")) / 1000;
  return Number.isNaN(seconds) ? null : seconds;
}
