import type { Mode } from "../../core/connection.js";
import type { AccountParams, AccountSnapshot, Ending, StoredConnection } from "./storedConnection.js";

/** A tenant's row. */
export interface Key {
  /** As `authorize` named it: a text of whatever length. */
  tenant: string;
  /** Each has a row of its own. */
  mode: Mode;
}

/** A tenant's row while it holds this generation; verbs refuse any other. */
export interface GenerationKey extends Key {
  /** That of the claim which began it. */
  generation: number;
}

export function generationOf({ tenant, mode, generation }: GenerationKey): GenerationKey {
  return { tenant, mode, generation };
}

/** What a row is looked for by: its tenant, its {@link tenantKey}, or Stripe's `acct_…` id. */
export type ReadBy = { tenant: string } | { tenantKey: string } | { accountId: string };

/** Something that happened once, kept with the change that made it until the host's callback has run. */
export interface Fact {
  /** Unique in a generation: writing the same fact again does nothing. */
  id: string;
  /** Which of the host's callbacks it is for. */
  name: "connected" | "action_needed" | "deadline_near" | "disconnected";
  /** Plain JSON, to be given back as it is. */
  payload: Record<string, unknown>;
}

/** A fact whose callback has not run yet. */
export interface PendingFact extends Fact, GenerationKey {}

/** Who did what to a connection. Kept until the tenant is purged. */
export interface AuditEntry extends GenerationKey {
  /**
   * `connect`: an account was created. `import`: an existing one was linked. `disconnect`: a person ended a connection
   * that had worked; `start_over`: one that had not worked yet. `removed_at_stripe`: the account ended at Stripe.
   */
  what: "connect" | "import" | "disconnect" | "start_over" | "removed_at_stripe";
  /** The `user` of `authorize`; null where it names none, for an import, and where Stripe did it. */
  who: string | null;
  /** Stripe's `acct_…` id of the account. */
  accountId: string | null;
}

/** An audit entry as it was written. */
export interface AuditRecord extends Omit<AuditEntry, "tenant"> {
  /** Grows with each entry of a tenant and mode. The cursor of {@link ConnectionStore.readAudit}. */
  id: number;
  /** When it was done, ISO 8601 UTC, by the database's clock. */
  at: string;
}

/** A change, as told to every instance: no names, no data. */
export interface Change {
  /** {@link tenantKey} of the row. */
  tenantKey: string;
  /** Of the row. */
  mode: Mode;
  /** That the row has now, or had at least. */
  revision: number;
}

/**
 * The port to a database. Every verb is one atomic step (in SQL: one statement), so that no lock is held while Stripe
 * is asked. Times are the database's own clock. A verb that can't reach the database rejects; nothing is half done. The
 * handler waits 5 seconds for each; then it takes the verb for failed, whatever becomes of it.
 * `storeContract` of `react-stripe-connection/testing` tells whether an implementation behaves.
 */
export interface ConnectionStore {
  /**
   * Opens a database that runs in this process. Called before every verb, so it must be cheap once that is done. A verb
   * may take 5 seconds, opening may take 60. Left out: the database is there already.
   */
  open?(): Promise<unknown>;

  /**
   * By tenant, by its {@link tenantKey}, or by the account that is linked to it (else the one that was disconnected last).
   */
  read(mode: Mode, by: ReadBy): Promise<StoredConnection | null>;

  /**
   * The right to make the tenant's account. `claimed`: it is yours (a first one, the next generation after a
   * disconnect, a claim that was given up, or one whose owner died: then with the params of that owner).
   * `held`: another process has it. `exists`: there is an account, or one is being disconnected.
   * A claim that is taken over keeps its generation, id and params, so that Stripe is asked the very same again.
   */
  claim(
    input: Key & {
      /** Names this attempt. */
      claimId: string;
      params: AccountParams;
      startedBy: string | null;
      leaseMs: number;
    },
  ): Promise<{ outcome: "claimed" | "held" | "exists"; connection: StoredConnection }>;

  /**
   * Holds the claim longer, leaves it to the next caller (0), or gives it up so that the next one starts over (`release`).
   * False: it is no longer held by `claimId`.
   */
  renewClaim(input: GenerationKey & { claimId: string; leaseMs: number | "release" }): Promise<boolean>;

  /**
   * The account's id, and nothing else. `committed` also for the same id again. `taken`: another row has that account.
   * `lost`: the row is of another generation or no longer claimed. Writes the audit entry in the same step.
   */
  commitAccount(
    input: GenerationKey & {
      accountId: string;
      /** Stripe's id of the platform that has it. */
      platformId: string;
      audit: AuditEntry;
    },
  ): Promise<{ outcome: "committed" | "taken" | "lost"; connection: StoredConnection | null }>;

  /**
   * What an event about an account begins with: the connection as {@link read} finds it by the account, and a sequence
   * for it as {@link nextSequence} gives one. Null with `gone`: no tenant ever had the account.
   */
  hear(input: {
    mode: Mode;
    accountId: string;
    eventId: string;
  }): Promise<{ sequence: number | "duplicate" | "gone"; connection: StoredConnection | null }>;

  /**
   * A number to take before reading the account at Stripe. `duplicate`: the event's effect has been committed before.
   * `gone`: the row is not `linked` in this generation.
   */
  nextSequence(input: GenerationKey & { eventId?: string }): Promise<number | "duplicate" | "gone">;

  /**
   * Writes what was read under `sequence`, records the event and the facts, all in one step.
   * `applied`: written (the revision grows only if something visible changed). `superseded`: a later read was written
   * already; the event is recorded all the same, because that read saw it. `changed`: the row is not of `revision` any
   * more, and nothing was written. `gone`: a tombstone, or another generation.
   */
  apply(
    input: GenerationKey & {
      sequence: number;
      /** What the facts were told against. Left out: whatever is there. */
      revision?: number;
      snapshot: AccountSnapshot;
      eventId?: string;
      facts?: Fact[];
    },
  ): Promise<{ outcome: "applied" | "superseded" | "changed" | "gone"; connection: StoredConnection | null }>;

  /**
   * First step of a disconnect: from here on nothing brings the account back but {@link finishDisconnect} with `restored`.
   * `tombstoned`: it is yours, a first one, or one whose owner died: then with the who and policy of that owner.
   * `held`: another process does it. `conflict`: another generation, or not linked.
   */
  tombstone(
    input: GenerationKey & Pick<Ending, "who" | "policy"> & { leaseMs: number },
  ): Promise<{ outcome: "tombstoned" | "held" | "conflict"; connection: StoredConnection | null }>;

  /**
   * Last step: `disconnected` for good, `restored` where Stripe refused (as one that was never read: events that came
   * meanwhile were `gone`), or `left` to the next caller.
   * `removed`, or `closed` where Stripe says so, is the only step of an account that is gone at Stripe. False: it was not
   * being disconnected, or for these two not linked.
   */
  finishDisconnect(
    input: GenerationKey & {
      outcome: "disconnected" | "restored" | "left" | "removed" | "closed";
      eventId?: string;
      facts?: Fact[];
      audit?: AuditEntry;
    },
  ): Promise<{ finished: boolean; connection: StoredConnection | null }>;

  /** A token bucket shared by all instances. `bucket` begins with the tenantKey and a colon, so that a purge finds it; `perMinute` is its size and its refill. */
  takeToken(input: {
    bucket: string;
    perMinute: number;
  }): Promise<{ granted: true } | { granted: false; retryAfterMs: number }>;

  /**
   * What {@link commitAccount} and {@link finishDisconnect} wrote about the tenant in this mode, newest first: at most
   * `limit` entries, only those with an id below `before` where it is given. Empty where nothing was written.
   */
  readAudit(input: Key & { limit: number; before?: number }): Promise<AuditRecord[]>;

  /**
   * Facts of this name whose callback has not run, for the caller alone until their lease ends. Those that were given
   * out least often come first, then the oldest, so that a callback that fails again and again keeps no other waiting.
   * The lease is `leaseMs`, doubled each time that the fact was given out before, and `maxLeaseMs` at most.
   */
  claimCallbacks(input: {
    mode: Mode;
    name: Fact["name"];
    limit: number;
    leaseMs: number;
    maxLeaseMs: number;
  }): Promise<PendingFact[]>;
  /** The callback has run: it is not given out again. */
  ackCallback(fact: PendingFact): Promise<void>;

  /**
   * Rows that need work: claims and disconnects whose lease is over, accounts not read for `unsettledMs` while not
   * settled, or for `settledMs` while settled. Those first that were read or listed longest ago, so that no row that
   * fails again and again keeps the others waiting. Of rows that were read within ten minutes any may come first.
   */
  listStale(input: { mode: Mode; unsettledMs: number; settledMs: number; limit: number }): Promise<StoredConnection[]>;

  /** Everything about the tenant, in every mode, for good, the audit entries too. Told as a change of each of its rows. */
  purge(tenant: string): Promise<void>;

  /** The highest revision that any row ever had, or higher; 0 before the first. What a tenant without a row is shown with. */
  latestRevision(): Promise<number>;

  /**
   * Every change of every instance. `onDrop`: the line to the database broke and stands again, so changes may have been missed.
   * Absent: this store can't tell, and pages poll. Resolves once it listens; the result ends it.
   */
  subscribe?(onChange: (change: Change) => void, onDrop: () => void): Promise<() => Promise<void>>;
}

/** An event asks for the same key three times, and a page for its own with every change: each costs a trip to another thread. */
const keys = new Map<string, string>();
const KEPT_KEYS = 5_000;
const KEPT_LENGTH = 300;

/** Hex SHA-256 of a tenant: what indexes, channels and idempotency keys hold instead of its name. */
export async function tenantKey(tenant: string): Promise<string> {
  const known = keys.get(tenant);
  if (known !== undefined) return known;
  // JSON escapes what UTF-8 can't carry (lone surrogates), so that no two tenants share a key.
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(tenant)));
  const key = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (keys.size >= KEPT_KEYS) keys.clear();
  if (tenant.length <= KEPT_LENGTH) keys.set(tenant, key);
  return key;
}
