import type { ConnectInput } from "../../core/adapter.js";
import { ConnectionError } from "../../core/errors.js";
import type { AccountParams, StoredConnection } from "../store/storedConnection.js";
import type { Viewer } from "../viewer.js";
import { createAccountParams } from "../stripe/accountParams.js";
import { type AuditEntry, generationOf } from "../store/connectionStore.js";
import { errorFields } from "../logger.js";
import { makeAccount } from "./makeAccount.js";
import type { HandlerContext } from "../context.js";
import { StripeFault } from "../stripe/stripeFault.js";
import type { AccountSync } from "./syncAccount.js";

/** Longer than a creation with all its retries takes: 3 × 15 s and the pauses between. */
const LEASE_MS = 60_000;

/** In the claim of an import instead of parameters: the account that is there already. */
const IMPORT = "rsc_import";

export interface AccountConnector {
  /** Claims the tenant's row, makes the account, keeps its id. One account, whoever else tries at the same time. */
  connect(viewer: Viewer, input: ConnectInput): Promise<StoredConnection>;
  /** Goes on where the owner of a claim died. */
  resume(stored: StoredConnection): Promise<StoredConnection>;
  importAccount(tenant: string, accountId: string): Promise<StoredConnection>;
  /** Keeps an account that Stripe told of before its creator could. */
  adopt(stored: StoredConnection, accountId: string): Promise<StoredConnection | null>;
}

export function createAccountConnector(context: HandlerContext, sync: AccountSync["sync"]): AccountConnector {
  const { store, gateway, platform, logger, count } = context;
  const accountParams = createAccountParams(context);

  const claimAnd = async (
    tenant: string,
    startedBy: string | null,
    params: AccountParams,
  ): Promise<StoredConnection> => {
    const claimId = context.runtime.randomUUID();
    const claimed = await store.claim({ ...context.key(tenant), claimId, params, startedBy, leaseMs: LEASE_MS });
    if (claimed.outcome !== "claimed") return claimed.connection;
    const { connection } = claimed;
    // A claim that was taken over keeps its params. An import must not finish a connect: that would make an account.
    if (params[IMPORT] !== undefined && connection.claim?.params[IMPORT] !== params[IMPORT]) {
      await leave(connection);
      return connection;
    }
    return create(connection, connection.claim?.id === claimId);
  };

  /** Leaves the claim to the next caller. */
  const leave = async (stored: StoredConnection) => {
    if (stored.claim) await store.renewClaim({ ...generationOf(stored), claimId: stored.claim.id, leaseMs: 0 });
  };

  /** With the claim in hand: the account, then its id into the row. `isFirst`: the first attempt with this claim. */
  const create = async (stored: StoredConnection, isFirst: boolean): Promise<StoredConnection> => {
    const { claim } = stored;
    if (!claim) throw new ConnectionError("internal", { message: "a claimed connection without its claim" });
    const key = generationOf(stored);
    const imported = claim.params[IMPORT];
    try {
      if (typeof imported === "string") return await commit(stored, imported, "import");
      return await commit(stored, await makeAccount(context, stored, claim), "connect");
    } catch (thrown) {
      // Without a certain answer the next caller asks again with the same key; a refusal starts over.
      const nothingWasMade = thrown instanceof StripeFault ? provesNothingMade(thrown, isFirst) : isConflict(thrown);
      count("connect_failed", { kind: thrown instanceof StripeFault ? thrown.kind : "store" });
      if (thrown instanceof StripeFault) logger.warn("an account could not be created", errorFields(thrown));
      await store
        .renewClaim({ ...key, claimId: claim.id, leaseMs: nothingWasMade ? "release" : 0 })
        .catch((also: unknown) => logger.warn("a claim is left to run out", errorFields(also)));
      throw thrown;
    }
  };

  const commit = async (stored: StoredConnection, accountId: string, what: AuditEntry["what"]) => {
    const key = generationOf(stored);
    const audit = { ...key, what, who: stored.startedBy, accountId };
    const platformId = await platform.id();
    const { outcome, connection } = await store.commitAccount({ ...key, accountId, platformId, audit });
    if (outcome === "committed" && connection) {
      // The answer of a creation may be a replay, and is never taken for a snapshot (decisions.md 7).
      context.later("the first read of a new account", () => sync(connection));
      return connection;
    }
    count("commit_refused", { outcome });
    logger.error("an account could not be kept for its tenant", { outcome, account: accountId });
    throw new ConnectionError("conflict", {
      message: "the account belongs to another connection, or this one has ended",
    });
  };

  return {
    async connect(viewer, input) {
      const existing = await context.read(viewer.tenant);
      if (existing?.state === "disconnecting") {
        throw new ConnectionError("in_progress", {
          message: "the last account is still being disconnected",
          retryAfter: 2,
        });
      }
      if (existing?.state === "linked") return existing;
      const params = await accountParams(viewer.tenant, input);
      await platform.id();
      const user = viewer.user ?? null;
      try {
        return await claimAnd(viewer.tenant, user, params);
      } catch (thrown) {
        if (!(thrown instanceof StripeFault) || thrown.kind !== "key_reused") throw thrown;
        // The same key went out once, by another version of the host perhaps or while Stripe had trouble: no dead end.
        logger.warn("Stripe takes the idempotency key no more; trying a new one", errorFields(thrown));
        return claimAnd(viewer.tenant, user, params);
      }
    },

    async resume(stored) {
      if (stored.state !== "claimed" || !stored.claim?.leaseUntil) return stored;
      await platform.id();
      return claimAnd(stored.tenant, stored.startedBy, stored.claim.params);
    },

    async importAccount(tenant, accountId) {
      // Without an id Stripe answers with the platform itself, and nothing would name what to link.
      if (typeof accountId !== "string" || !/^acct_\w+$/.test(accountId)) {
        throw new ConnectionError("invalid_request", {
          message: "importConnection: pass the id of a Stripe account as a string, `acct_…`",
        });
      }
      if (accountId === (await platform.id())) {
        throw new ConnectionError("invalid_request", { message: "that is the platform's own account" });
      }
      await gateway.retrieveAccount(accountId);
      const stored = await claimAnd(tenant, null, { [IMPORT]: accountId });
      if (stored.accountId !== accountId) {
        throw new ConnectionError("conflict", {
          message:
            "the tenant has another account, or its own connect is not finished: `reconcile` finishes that, `purgeTenant` forgets it",
        });
      }
      return stored;
    },

    async adopt(stored, accountId) {
      count("account_adopted");
      return commit(stored, accountId, "connect");
    },
  };
}

/**
 * "Too fast" may be the answer to a retry, after one that was lost on the way and did make the account. And who may not
 * ask is told so before Stripe looks for what this key made: that proves nothing of an earlier attempt.
 */
function provesNothingMade({ kind, status }: StripeFault, isFirst: boolean): boolean {
  if (kind === "unknown" || kind === "limited") return false;
  return isFirst || (status !== 401 && status !== 403);
}

function isConflict(thrown: unknown): boolean {
  return thrown instanceof ConnectionError && thrown.code === "conflict";
}
