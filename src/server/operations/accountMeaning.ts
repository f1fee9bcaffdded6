import { accountFacts } from "../../stripe/accountFacts.js";
import type { CapabilityReasons } from "../../stripe/capabilityReasons.js";
import { deriveConnection } from "../../stripe/deriveConnection.js";
import { asStored } from "../listedAccount.js";
import type { AccountSnapshot } from "../store/storedConnection.js";
import { frozen } from "../store/frozen.js";
import { createFingerprint } from "./fingerprint.js";

/** So many snapshots are kept, typically 3 kB each. */
const KEPT = 2_000;

/** What Stripe says of an account, and all else that its snapshot depends on. */
export interface AccountAnswer {
  account: unknown;
  persons: readonly unknown[];
  capabilityReasons: CapabilityReasons;
  connectedAt: string | null;
  simulated: boolean;
}

/** `removed`, `closed`: it ended at Stripe. */
export type AccountMeaning = { outcome: "read"; snapshot: AccountSnapshot } | { outcome: "removed" | "closed" };

/**
 * What answers about accounts mean. Stripe sends several events for one change, and most reads find what the last one
 * found: the same answer gives the same snapshot object. Only its fingerprint is kept, never the raw account.
 */
export function createAccountMeaning(
  requiredCapabilities: readonly string[] | undefined,
): (accountId: string, answer: AccountAnswer) => AccountMeaning {
  const kept = new Map<string, AccountSnapshot>();
  const fingerprint = createFingerprint();

  const derive = ({ account, simulated, ...known }: AccountAnswer): AccountMeaning => {
    const derived = deriveConnection(account, requiredCapabilities ? { requiredCapabilities, ...known } : known);
    const facts = accountFacts(account);
    if (derived.reason === "closed") return { outcome: "closed" };
    if (!facts || derived.status === "not_connected") return { outcome: "removed" };
    const snapshot = { derived: asStored(derived), ...facts, simulated };
    return { outcome: "read", snapshot };
  };

  return (accountId, answer) => {
    const key = `${accountId} ${fingerprint(JSON.stringify(answer))}`;
    const known = kept.get(key);
    if (known) return { outcome: "read", snapshot: known };
    const meaning = derive(answer);
    if (meaning.outcome !== "read") return meaning;
    if (kept.size >= KEPT) kept.clear();
    kept.set(key, frozen(meaning.snapshot));
    return meaning;
  };
}
