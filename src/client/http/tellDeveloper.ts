import type { ConnectionError } from "../../core/errors.js";

// Bundlers replace `process.env.NODE_ENV` as a whole, and take out what only development needs.
declare const process: { env: { NODE_ENV?: string } };

/** A request that failed, as the developer of the page has to look at it. */
export interface FailedRequest {
  method: string;
  /** Without a query: an endpoint has none. */
  address: string;
  /** Null where there was none. */
  response: Response | null;
  error: ConnectionError;
}

/** Tells on the console what to look at where the host's set-up is at fault, once for each address and status. Not in production. */
export function tellDeveloper(failed: FailedRequest): void {
  let say: typeof tell | undefined;
  try {
    if (process.env.NODE_ENV !== "production") say = tell;
  } catch {
    // A page without a bundler has no `process`: nothing there says that this is development.
  }
  say?.(failed);
}

const told = new Set<string>();

function tell({ method, address, response, error }: FailedRequest): void {
  const hint = whatToLookAt(response, error);
  const key = `${address} ${response?.status}`;
  if (!hint || told.has(key)) return;
  told.add(key);
  const type = response?.headers.get("content-type") ?? "";
  const answer = response ? `answered ${[response.status || "a redirect", type].join(" ").trim()}` : "got no answer";
  const request = error.requestId ? ` (request ${error.requestId})` : "";
  console.error(`react-stripe-connection: ${method} ${address} ${answer}${request}. ${hint}`);
}

function whatToLookAt(response: Response | null, { code }: ConnectionError): string | null {
  if (!response) return "Is the server running, and does it allow this page's origin (CORS, `connect-src`)?";
  const isJson = /\bjson\b/i.test(response.headers.get("content-type") ?? "");
  switch (code) {
    case "store_unavailable":
      return "The handler can't reach its store. Is the database running? The server's log has the cause.";
    case "csrf":
      return "The handler takes requests from its `publicUrl` and `allowedOrigins` only. Is this page's origin one of them?";
    case "session_expired":
      return "`authorize` found no session, or a login page answered in its place. Is the person signed in, and do the session's cookie or the adapter's `headers` reach this address?";
  }
  if (response.status === 404 || response.status === 405 || (response.ok && !isJson)) {
    return "Is createConnectionHandler mounted there, and is its `basePath` the path of this `endpoint`?";
  }
  if ([502, 503, 504].includes(response.status) && !isJson) {
    return "A proxy answered in the server's place. Is the server running?";
  }
  return code === "internal" ? "The server failed. Its log has the cause." : null;
}
