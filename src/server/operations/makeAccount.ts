import type { Claim, StoredConnection } from "../store/storedConnection.js";
import { METADATA } from "../stripe/accountMetadata.js";
import { tenantKey } from "../store/connectionStore.js";
import { findLostAccount } from "../stripe/lostAccount.js";
import type { HandlerContext } from "../context.js";
import { StripeFault } from "../stripe/stripeFault.js";

/** Stripe keeps idempotency keys for a day at least. So old, with time to spare, a claim's key is not relied on. */
const KEY_LIFE_MS = 20 * 60 * 60 * 1000;

/** The account of a claim: the one that is made now, or was made before by an owner who could not keep it. */
export async function makeAccount(context: HandlerContext, stored: StoredConnection, claim: Claim): Promise<string> {
  const { gateway } = context;
  const tenant = await tenantKey(stored.tenant);
  const metadata = {
    ...(typeof claim.params["metadata"] === "object" ? claim.params["metadata"] : {}),
    [METADATA.tenant]: tenant,
    [METADATA.generation]: String(stored.generation),
    [METADATA.claim]: claim.id,
  };
  const claimedAt = Date.parse(stored.statusSince ?? "");
  // Both times are the database's. A claim without a time counts as too old.
  const keyIsKnown = Date.parse(stored.readAt) - claimedAt < KEY_LIFE_MS;
  const lost = keyIsKnown ? null : await findLostAccount(context, claimedAt, metadata);
  if (lost !== null) return lost;
  try {
    const idempotencyKey = `rsc-connect:${stored.mode}:${tenant}:${stored.generation}:${claim.id}`;
    return (await gateway.createAccount({ ...claim.params, metadata }, idempotencyKey)).id;
  } catch (thrown) {
    // The key has reached Stripe before, with what another version of the host sent or with no luck: was anything made?
    const reused = thrown instanceof StripeFault && thrown.kind === "key_reused";
    const made = reused ? await findLostAccount(context, claimedAt, metadata) : null;
    if (made !== null) return made;
    throw thrown;
  }
}
