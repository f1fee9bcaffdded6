import { ConnectionError } from "../../core/errors.js";
import type { Ending, StoredConnection } from "../store/storedConnection.js";
import type { Callbacks } from "./callbacks.js";
import { previewDisconnect } from "./disconnectPolicy.js";
import { endConnection } from "./endConnection.js";
import { errorFields } from "../logger.js";
import type { HandlerContext } from "../context.js";
import { StripeFault } from "../stripe/stripeFault.js";
import { generationOf } from "../store/connectionStore.js";

export interface AccountDisconnector {
  /** Ends the account of this generation. Done already is done. */
  disconnect(stored: StoredConnection | null, generation: number, who: string | null): Promise<StoredConnection>;
  /** Goes on with a disconnect whose owner died or gave up; one that somebody is at is left to them. */
  finish(stored: StoredConnection): Promise<StoredConnection | null>;
}

export function createAccountDisconnector(context: HandlerContext, callbacks: Callbacks): AccountDisconnector {
  const { store, gateway, platform, logger, count } = context;

  const deleteAtStripe = async (stored: StoredConnection, accountId: string): Promise<void> => {
    try {
      await gateway.deleteAccount(accountId);
    } catch (thrown) {
      if (!(thrown instanceof StripeFault)) throw thrown;
      if (thrown.kind === "gone") return platform.mustHave(stored);
      if (thrown.kind !== "unknown") throw thrown;
      // Nobody knows whether it was deleted; Stripe does. If it can't be asked either, whoever comes next goes on.
      if (await isGone(stored, accountId)) return;
      const { cause, retryAfter, status } = thrown;
      const details = { kind: "refused", status, cause, retryAfter } as const;
      throw new StripeFault("stripe_unavailable", "Stripe did not delete the account; try again", details);
    }
  };

  const isGone = async (stored: StoredConnection, accountId: string): Promise<boolean> => {
    try {
      const { account } = await gateway.retrieveAccount(accountId);
      return "deleted" in account || ("closed" in account && account.closed === true);
    } catch (thrown) {
      if (!(thrown instanceof StripeFault) || thrown.kind !== "gone") throw thrown;
      await platform.mustHave(stored);
      return true;
    }
  };

  /** With the tombstone in hand: the account, then the row. */
  const carryOut = async (stored: StoredConnection): Promise<StoredConnection> => {
    try {
      if (stored.ending?.policy === "delete" && stored.accountId) await deleteAtStripe(stored, stored.accountId);
      const { connection } = await endConnection(context, callbacks, stored, "disconnected");
      if (connection?.generation === stored.generation && connection.state === "disconnected") return connection;
      // Somebody who went on for us has restored it, or the tenant was purged.
      throw new ConnectionError("conflict", { message: "the connection changed meanwhile: look again" });
    } catch (thrown) {
      const isRefused = thrown instanceof StripeFault && thrown.kind !== "unknown";
      await store
        .finishDisconnect({ ...generationOf(stored), outcome: isRefused ? "restored" : "left" })
        .catch((also: unknown) => logger.warn("a disconnect is left to run out", errorFields(also)));
      throw isRefused ? told(thrown) : thrown;
    }
  };

  /** Stripe keeps the account, and so do we: nothing is half removed. */
  const told = (refusal: StripeFault): ConnectionError => {
    count("disconnect_refused", { kind: refusal.kind });
    logger.warn("Stripe refused to delete an account", errorFields(refusal));
    if (refusal.status !== 400) return refusal;
    return new ConnectionError("disconnect_blocked", {
      message:
        "Stripe refused to delete the account: it may have a balance, or a dashboard of its own in live mode. It stays connected.",
      cause: refusal,
    });
  };

  const tombstone = (stored: StoredConnection, agreed: Pick<Ending, "who" | "policy">) =>
    store.tombstone({ ...generationOf(stored), ...agreed, leaseMs: context.runtime.disconnectLease });

  return {
    async disconnect(stored, generation, who) {
      if (stored?.generation !== generation || stored.state === "claimed") {
        throw new ConnectionError("conflict", { message: "the connection has changed since it was shown: look again" });
      }
      if (stored.state === "disconnected") return stored;
      const { blockers, policy } = await previewDisconnect(context, stored);
      if (blockers.length > 0) {
        throw new ConnectionError("disconnect_blocked", {
          message: "something stands against the disconnect: ask for the preview",
        });
      }
      const { outcome, connection } = await tombstone(stored, { who, policy });
      if (outcome === "tombstoned" && connection) return carryOut(connection);
      if (outcome === "held") {
        throw new ConnectionError("in_progress", { message: "it is being disconnected", retryAfter: 2 });
      }
      if (connection?.generation === generation && connection.state === "disconnected") return connection;
      throw new ConnectionError("conflict", { message: "the connection changed meanwhile: look again" });
    },

    async finish(stored) {
      if (stored.state !== "disconnecting" || !stored.ending) return stored;
      const { outcome, connection } = await tombstone(stored, stored.ending);
      return outcome === "tombstoned" && connection ? carryOut(connection) : connection;
    },
  };
}
