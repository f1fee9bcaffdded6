import type { Accounts } from "../account/accounts.js";
import type { Form } from "./form.js";
import { renderAccount } from "../account/renderAccount.js";
import type { Rendered } from "../account/renderRequirements.js";
import { invalidRequest } from "./stripeFailure.js";

/** Puts whole accounts where their ids stand, along the paths in `expand[]` (`account`, `data.account`). */
export function expand(answer: Rendered, form: Form, accounts: Accounts): Rendered {
  const paths = Array.isArray(form["expand"]) ? form["expand"] : [];
  const expanded = structuredClone(answer);
  for (const path of paths) {
    if (typeof path === "string") replace(expanded, path.split("."), path, accounts);
  }
  return expanded;
}

function replace(at: Rendered, names: string[], path: string, accounts: Accounts): void {
  const [name = "", ...rest] = names;
  const value = at[name];
  const target = Array.isArray(value) ? value : [value];
  for (const item of target) {
    if (rest.length > 0 && isRendered(item)) replace(item, rest, path, accounts);
    else if (typeof item === "string" && name === "account") at[name] = renderAccount(accounts.find(item));
    else if (!isRendered(item))
      throw invalidRequest(`This property cannot be expanded (${path}).`, { param: "expand" });
  }
}

const isRendered = (value: unknown): value is Rendered => typeof value === "object" && value !== null;
