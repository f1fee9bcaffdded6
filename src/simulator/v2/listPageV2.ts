import { textAt } from "../api/form.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Call } from "../api/route.js";
import { invalidRequest } from "../api/stripeFailure.js";

/** How many v2 gives at once, and the default. */
const MAX_LIMIT = 20;

/**
 * One page of a v2 list. What comes after it has an address, with everything that was asked for and a token that means
 * something to Stripe alone. `all` is newest first.
 */
export function listPageV2(all: readonly Rendered[], { form, path, query }: Call): Rendered {
  const limit = Number(textAt(form, "limit") ?? MAX_LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) throw refused("limit");
  const start = startOf(all, textAt(form, "page"), limit);
  const end = Math.min(all.length, start + limit);
  const pageAt = (side: "after" | "before", item: Rendered | undefined) => {
    const asked = new URLSearchParams(query);
    asked.set("page", `page_${side}_${String(item?.["id"])}`);
    return `${path}?${asked.toString()}`;
  };
  return {
    data: all.slice(start, end),
    next_page_url: end < all.length ? pageAt("after", all[end - 1]) : null,
    previous_page_url: start > 0 ? pageAt("before", all[start]) : null,
  };
}

function startOf(all: readonly Rendered[], token: string | undefined, limit: number): number {
  if (token === undefined) return 0;
  const [, side, id] = /^page_(after|before)_(.+)$/.exec(token) ?? [];
  const at = all.findIndex((item) => item["id"] === id);
  if (at < 0) throw refused("page");
  return side === "after" ? at + 1 : Math.max(0, at - limit);
}

const refused = (param: string) =>
  invalidRequest(`The parameter \`${param}\` is invalid.`, { code: "invalid_fields", param });
