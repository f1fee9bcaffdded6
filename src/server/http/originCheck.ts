import { ConnectionError } from "../../core/errors.js";

/**
 * Proof that a change was asked for by our own page, and not by another site that a signed-in person happens to visit.
 * Browsers write these headers themselves. Hono's CSRF middleware looks at form types only, hence our own.
 */
export function originCheck(allowedOrigins: readonly string[]): (request: Request) => void {
  const allowed = new Set(allowedOrigins.map((origin) => new URL(origin).origin));
  return ({ headers }) => {
    if (headers.get("sec-fetch-site") === "same-origin") return;
    const origin = headers.get("origin");
    if (origin !== null && origin !== "null" && allowed.has(origin)) return;
    throw new ConnectionError("csrf", {
      message: "the request does not come from an allowed origin: add the page's origin to `allowedOrigins`",
    });
  };
}
