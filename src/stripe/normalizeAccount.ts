import { normalizeAccountV1 } from "./accountV1.js";
import { normalizeAccountV2 } from "./accountV2.js";
import type { NormalizedAccount } from "./normalizedAccount.js";
import { record } from "./untyped.js";

/** Whether Stripe's JSON is an account of the v2 API. */
export function isAccountV2(account: unknown): boolean {
  return record(account)["object"] === "v2.core.account";
}

/** Either API's account as the same facts. `required`: see {@link normalizeAccountV1}. */
export function normalizeAccount(account: unknown, required: readonly string[] | null): NormalizedAccount {
  return isAccountV2(account) ? normalizeAccountV2(account, required) : normalizeAccountV1(account, required);
}
