import type { DerivedConnection } from "../../core/connection.js";
import type { AccountSnapshot, StoredConnection } from "../../server/store/storedConnection.js";
import type { AuditEntry, ConnectionStore, Fact, GenerationKey } from "../../server/store/connectionStore.js";
import { must } from "../contractCase.js";

/** A store and names that nothing else in it uses, so that a database may be shared by many cases. */
export interface StoreSetup {
  store: ConnectionStore;
  tenant: string;
  other: string;
  /** `acct_…`, unique. */
  account: (name?: string) => string;
  eventId: (name?: string) => string;
}

export function setupStore(store: ConnectionStore): StoreSetup {
  const unique = crypto.randomUUID().replaceAll("-", "");
  return {
    store,
    tenant: `org_${unique}`,
    other: `org_other_${unique}`,
    account: (name = "") => `acct_${name}${unique}`,
    eventId: (name = "") => `evt_${name}${unique}`,
  };
}

export const keyOf = ({ tenant, mode, generation }: StoredConnection): GenerationKey => ({ tenant, mode, generation });

export const auditOf = (key: GenerationKey, accountId: string): AuditEntry => ({
  ...key,
  what: "connect",
  who: "ada",
  accountId,
});

/** A claim as `connect` makes it; `leaseMs: 0` dies at once. */
export function claimed(
  store: ConnectionStore,
  tenant: string,
  leaseMs = 60_000,
  params: Record<string, unknown> = {},
) {
  return store.claim({ tenant, mode: "test", claimId: crypto.randomUUID(), params, startedBy: "ada", leaseMs });
}

/** The platform that all accounts belong to. */
export const PLATFORM = "acct_platform";

/** A disconnect that a person asked for, with its owner alive. */
export const ASKED = { who: "ada\u0000", policy: "delete", leaseMs: 60_000 } as const;

/** A tenant with an account that was never read. */
export async function linked(store: ConnectionStore, tenant: string, accountId: string): Promise<StoredConnection> {
  const { connection } = await claimed(store, tenant);
  const key = keyOf(connection);
  const result = await store.commitAccount({ ...key, accountId, platformId: PLATFORM, audit: auditOf(key, accountId) });
  must(result.outcome === "committed" && result.connection !== null, "a claimed row takes an account");
  return result.connection;
}

/** The next sequence of a linked row. */
export async function sequenceOf(store: ConnectionStore, key: GenerationKey, eventId?: string): Promise<number> {
  const sequence = await store.nextSequence({ ...key, ...(eventId === undefined ? {} : { eventId }) });
  must(typeof sequence === "number", `a linked row gives a sequence, not ${sequence}`);
  return sequence;
}

/** The facts of this name that are due, in the database of everybody. `leaseMs: 0` leaves them due. */
export function claimFacts(store: ConnectionStore, name: Fact["name"], leaseMs = 0, limit = 1_000) {
  return store.claimCallbacks({ mode: "test", name, limit, leaseMs, maxLeaseMs: 3_600_000 });
}

export function snapshotOf(accountId: string, changes: Partial<DerivedConnection> = {}): AccountSnapshot {
  return {
    derived: {
      status: "connected",
      reason: "ok",
      waitingOn: "nobody",
      action: "none",
      payments: "active",
      payouts: "active",
      requirements: [],
      deadline: null,
      disabledReason: null,
      capabilities: [],
      ...changes,
    },
    account: { id: accountId, displayName: "Zoë's \u{1f9c1}", country: "DE", defaultCurrency: "eur", createdAt: null },
    hosted: false,
    simulated: true,
  };
}
