import { ConnectionError } from "../../core/errors.js";
import type { ConnectionHandlerOptions } from "../handlerOptions.js";

export interface OriginCheck {
  /** Throws unless the browser says that a page of an allowed origin asks: for changes. */
  mustBeProven(request: Request): void;
  /** Throws where the browser says that another page asks. Other clients send neither header. */
  mustNotBeForeign(request: Request): void;
  /** Whether the browser says that another page asks. */
  isForeign(request: Request): boolean;
}

/** Origins of the host's own pages. */
export function ownOrigins({
  publicUrl,
  allowedOrigins = [],
}: Pick<ConnectionHandlerOptions, "publicUrl" | "allowedOrigins">): Set<string> {
  return new Set([publicUrl, ...allowedOrigins].map((url) => new URL(url).origin));
}

/**
 * Tells the host's own pages from other sites that a signed-in person happens to visit. Browsers write `Origin` and
 * `Sec-Fetch-Site` themselves. `same-origin` alone says only that the page is at the address that it asks: after a DNS
 * rebinding that is true of a foreign page as well, so an `Origin` that is sent must be allowed.
 */
export function originCheck(allowed: ReadonlySet<string>): OriginCheck {
  const refusal = () =>
    new ConnectionError("csrf", {
      message:
        "the request does not come from an allowed origin: set `publicUrl` to the page's, or add it to `allowedOrigins`",
    });

  const isForeign: OriginCheck["isForeign"] = ({ headers }) => {
    const origin = headers.get("origin");
    if (origin !== null) return !allowed.has(origin);
    const site = headers.get("sec-fetch-site");
    // `none`: the person typed the address.
    return site !== null && site !== "same-origin" && site !== "none";
  };

  return {
    isForeign,
    mustNotBeForeign(request) {
      if (isForeign(request)) throw refusal();
    },
    mustBeProven({ headers }) {
      const origin = headers.get("origin");
      const isProven = origin === null ? headers.get("sec-fetch-site") === "same-origin" : allowed.has(origin);
      if (!isProven) throw refusal();
    },
  };
}
