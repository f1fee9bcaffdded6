import { ConnectionError } from "../core/errors.js";
import type { StoredConnection } from "../core/storedConnection.js";
import type { Callbacks } from "./callbacks.js";
import { type DisconnectPolicy, policyFor, previewDisconnect } from "./disconnectPolicy.js";
import { disconnectedFact } from "./facts.js";
import { errorFields } from "./logger.js";
import type { Room } from "./room.js";
import { StripeFault } from "./stripeFault.js";
import { generationOf } from "./syncAccount.js";

export interface AccountDisconnector {
  /** Ends the account of this generation. Done already is done. */
  disconnect(stored: StoredConnection | null, generation: number, who: string | null): Promise<StoredConnection>;
  /** Goes on with a disconnect that was interrupted. */
  finish(stored: StoredConnection, who: string | null): Promise<StoredConnection>;
}

export function createAccountDisconnector(room: Room, callbacks: Callbacks): AccountDisconnector {
  const { store, gateway, logger, count } = room;

  const deleteAtStripe = async (accountId: string): Promise<void> => {
    try {
      await gateway.deleteAccount(accountId);
    } catch (thrown) {
      if (!(thrown instanceof StripeFault)) throw thrown;
      if (thrown.kind === "gone") return;
      if (thrown.kind !== "unknown") throw thrown;
      // Nobody knows whether it was deleted; Stripe does. If it can't be asked either, the tombstone stays for `reconcile`.
      if (await isGone(accountId)) return;
      const { cause, retryAfter, status } = thrown;
      const details = { kind: "refused", status, cause, retryAfter } as const;
      throw new StripeFault("stripe_unavailable", "Stripe did not delete the account; try again", details);
    }
  };

  const isGone = async (accountId: string): Promise<boolean> => {
    try {
      const { account } = await gateway.retrieveAccount(accountId);
      return "deleted" in account;
    } catch (thrown) {
      if (thrown instanceof StripeFault && thrown.kind === "gone") return true;
      throw thrown;
    }
  };

  const finish = async (
    stored: StoredConnection,
    who: string | null,
    agreed?: DisconnectPolicy,
  ): Promise<StoredConnection> => {
    const key = generationOf(stored);
    const why = stored.disconnectedWhy ?? "user";
    if (why === "user" && stored.accountId !== null) {
      const policy = agreed ?? (await policyFor(room, stored));
      try {
        if (policy === "delete") await deleteAtStripe(stored.accountId);
      } catch (thrown) {
        if (thrown instanceof StripeFault && thrown.kind !== "unknown") await restore(stored, thrown);
        throw thrown;
      }
    }
    const facts = callbacks.wanted([disconnectedFact(stored, why)]);
    const what = why === "removed_at_stripe" ? why : stored.connectedAt === null ? "start_over" : "disconnect";
    const { connection } = await store.finishDisconnect({
      ...key,
      outcome: "disconnected",
      facts,
      audit: { ...key, what, who, accountId: stored.accountId },
    });
    if (facts.length > 0) room.later("running the callbacks", callbacks.run);
    if (!connection) throw new ConnectionError("conflict", { message: "the connection is gone" });
    return connection;
  };

  /** Stripe keeps the account, and so do we: nothing is half removed. */
  const restore = async (stored: StoredConnection, refusal: StripeFault): Promise<void> => {
    await store.finishDisconnect({ ...generationOf(stored), outcome: "restored" });
    count("disconnect_refused", { kind: refusal.kind });
    logger.warn("Stripe refused to delete an account", errorFields(refusal));
    if (refusal.status !== 400) return;
    throw new ConnectionError("disconnect_blocked", {
      message:
        "Stripe refused to delete the account: it may have a balance, or a dashboard of its own in live mode. It stays connected.",
      cause: refusal,
    });
  };

  return {
    async disconnect(stored, generation, who) {
      if (stored?.generation !== generation || stored.state === "claimed") {
        throw new ConnectionError("conflict", { message: "the connection has changed since it was shown: look again" });
      }
      if (stored.state === "disconnected") return stored;
      if (stored.state === "disconnecting") return finish(stored, who);
      const { blockers, policy } = await previewDisconnect(room, stored);
      if (blockers.length > 0) {
        throw new ConnectionError("disconnect_blocked", {
          message: "something stands against the disconnect: ask for the preview",
        });
      }
      const { outcome, connection } = await store.tombstone({ ...generationOf(stored), why: "user" });
      if (outcome === "conflict" || !connection) {
        throw new ConnectionError("conflict", { message: "the connection changed meanwhile: look again" });
      }
      return finish(connection, who, policy);
    },
    finish: (stored, who) => finish(stored, who),
  };
}
