import { normalizeAccountV1 } from "./accountV1.js";
import { normalizeAccountV2 } from "./accountV2.js";
import type { NormalizedAccount } from "./normalizedAccount.js";
import { record } from "./untyped.js";

/** Whether Stripe's JSON is an account of the v2 API. */
export function isAccountV2(account: unknown): boolean {
  return record(account)["object"] === "v2.core.account";
}

/** Either API's account as the same facts. `needed`: see {@link normalizeAccountV2}. */
export function normalizeAccount(account: unknown, needed?: readonly string[]): NormalizedAccount {
  return isAccountV2(account) ? normalizeAccountV2(account, needed) : normalizeAccountV1(account, needed);
}
