import { type Form, textAt } from "./form.js";
import type { Rendered } from "../account/renderRequirements.js";
import { invalidRequest } from "./stripeFailure.js";

/** The parameters of every list. */
export const PAGING: readonly string[] = ["ending_before", "expand", "limit", "starting_after"];
const MAX_LIMIT = 100;

/** What was made in the time that `created[gte]` and the like name. */
export function createdWithin(all: Rendered[], form: Form): Rendered[] {
  const limit = (name: string) => Number(textAt(form, `created.${name}`) ?? Number.NaN);
  const [gt, gte, lt, lte] = ["gt", "gte", "lt", "lte"].map(limit) as [number, number, number, number];
  // What was not given is no number, and compares with nothing.
  return all.filter(({ created }) => {
    const at = Number(created);
    return !(at <= gt) && !(at < gte) && !(at >= lt) && !(at > lte);
  });
}

function checkLimit(limit: number): void {
  const refused = (message: string) => invalidRequest(message, { code: "parameter_invalid_integer", param: "limit" });
  if (!Number.isInteger(limit)) throw refused(`Invalid integer: ${limit}`);
  if (limit < 1) throw refused("This value must be greater than or equal to 1.");
  if (limit > MAX_LIMIT) {
    throw refused(`This value must be less than or equal to ${MAX_LIMIT} (it currently is '${limit}').`);
  }
}

/** One page of Stripe's cursor pagination. `all` is newest first. */
export function listPage(all: Rendered[], form: Form, url: string): Rendered {
  const limit = Number(textAt(form, "limit") ?? "10");
  checkLimit(limit);
  const at = (name: string) => {
    const id = textAt(form, name);
    if (id === undefined) return undefined;
    const index = all.findIndex((item) => item["id"] === id);
    if (index < 0) throw invalidRequest(`No such object: '${id}'`, { code: "resource_missing", param: name }, 404);
    return index;
  };
  const after = at("starting_after");
  const before = at("ending_before");
  const rest = before === undefined ? all.slice((after ?? -1) + 1) : all.slice(0, before);
  // Going back, the page is the one just before the cursor.
  const data = before === undefined ? rest.slice(0, limit) : rest.slice(-limit);
  return { object: "list", data, has_more: rest.length > data.length, url };
}
