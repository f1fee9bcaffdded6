import { PATHS } from "../../core/protocol.js";
import type { HandlerContext } from "../context.js";
import { isDevelopment } from "../runtime.js";
import { ownOrigins } from "./originCheck.js";

/** More wrong origins than this are not one mistake, and each is kept for as long as the process lives. */
const MAX_ORIGINS = 5;

export interface MountHints {
  /** Warns in development where the page that asks is not at `publicUrl`, once for each origin. Refuses nothing. */
  lookAtOrigin(request: Request): void;
  /** Why nothing is at this address, for the developer. Warns once where the mount has cut `basePath` off. */
  whyNotFound(url: string): string;
}

/** Tells the developer where `basePath` and `publicUrl` differ from what requests show. */
export function createMountHints({ options, logger }: HandlerContext): MountHints {
  const { basePath, publicUrl } = options;
  const known = ownOrigins(options);
  const limit = known.size + MAX_ORIGINS;
  const isWatching = isDevelopment();
  let hasToldPath = false;

  return {
    lookAtOrigin({ headers }) {
      if (!isWatching || known.size >= limit) return;
      // What another site sends says nothing about this page's address.
      if (!["same-origin", "same-site", null].includes(headers.get("sec-fetch-site"))) return;
      // Both name the address that the browser shows. `Host` is a proxy's choice.
      const origin = originOf(headers.get("origin")) ?? originOf(headers.get("referer"));
      if (origin === null || known.has(origin)) return;
      known.add(origin);
      logger.warn(
        `the page that asks is at ${origin}, but publicUrl is ${publicUrl}: Stripe's hosted page returns people to publicUrl. Set it to the address that browsers show, or add the page's origin to allowedOrigins`,
      );
    },
    whyNotFound(url) {
      // Percent-encoded, so that nothing in it breaks the log's line. The answer does not repeat it at all.
      const path = new URL(url).pathname.replace(/\/$/, "");
      if (`${path}/`.startsWith(`${basePath}/`)) return "there is nothing at this path";
      // Not for a favicon: only a path of the protocol shows that the handler was meant.
      if (!hasToldPath && Object.values(PATHS).some((known) => path.endsWith(known))) {
        hasToldPath = true;
        logger.warn(
          "a request's path does not begin with basePath: mount the handler where basePath says, and with the whole path",
          { path, basePath },
        );
      }
      return `the path does not begin with basePath "${basePath}": is the handler mounted under another path, or by a mount that strips the prefix?`;
    },
  };
}

function originOf(url: string | null): string | null {
  return url !== null && /^https?:/.test(url) && URL.canParse(url) ? new URL(url).origin : null;
}
