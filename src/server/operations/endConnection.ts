import type { StoredConnection } from "../store/storedConnection.js";
import type { Callbacks } from "./callbacks.js";
import { generationOf } from "../store/connectionStore.js";
import { disconnectedFact } from "./facts.js";
import type { HandlerContext } from "../context.js";

/** The last step: a person asked for it, or Stripe has no such account any more. */
export async function endConnection(
  { store, later }: HandlerContext,
  callbacks: Callbacks,
  stored: StoredConnection,
  outcome: "disconnected" | "removed" | "closed",
  eventId?: string,
): Promise<{ finished: boolean; connection: StoredConnection | null }> {
  const key = generationOf(stored);
  const isRemoved = outcome !== "disconnected";
  const facts = callbacks.wanted([disconnectedFact(stored, isRemoved ? "removed_at_stripe" : "user")]);
  const asked = stored.connectedAt === null ? "start_over" : "disconnect";
  const result = await store.finishDisconnect({
    ...key,
    ...(eventId === undefined ? {} : { eventId }),
    outcome,
    facts,
    audit: {
      ...key,
      what: isRemoved ? "removed_at_stripe" : asked,
      who: stored.ending?.who ?? null,
      accountId: stored.accountId,
    },
  });
  if (facts.length > 0) later("running the callbacks", () => callbacks.run(["disconnected"]));
  return result;
}
