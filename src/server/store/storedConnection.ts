import type { ConnectedAccount, DerivedConnection, Mode } from "../../core/connection.js";
import type { AccountDashboard } from "../../stripe/accountFacts.js";

/** What was read from Stripe at one moment, in our words. The raw account is not kept. */
export interface AccountSnapshot {
  /** What follows from the account, nothing withheld. The status of a `listed` account is `in_progress`, as viewers see it. */
  derived: DerivedConnection;
  /** As much of the account as is shown. */
  account: ConnectedAccount;
  /** Whether Stripe grants this account hosted onboarding links (it has a Stripe-hosted dashboard). */
  hosted: boolean;
  /** Whether the platform, not Stripe, collects its requirements. Left out in rows of before 0.2: as false. */
  platformCollects?: boolean;
  /** Which dashboard its owner can sign in to; null where that is unknown. A snapshot of before 0.2 lacks it. */
  dashboard?: AccountDashboard | null;
  /** Whether the account's details were submitted. A snapshot of before 0.2 lacks it: there `derived.reason` tells. */
  detailsSubmitted?: boolean;
  /** Read from a simulator. */
  simulated: boolean;
}

/** The parameters of an account's creation, kept with the claim so that a retry sends the very same. */
export type AccountParams = Record<string, unknown>;

/** A right to make the tenant's account, held by one process at a time. */
export interface Claim {
  /** Names this attempt; part of Stripe's idempotency key. */
  id: string;
  /** What Stripe is asked with, the same at each attempt. */
  params: AccountParams;
  /** Null: given up (creation was refused). Past: the owner died, and the next caller goes on with the same params. */
  leaseUntil: string | null;
}

/** A disconnect under way, kept until it is done so that the next caller does what was agreed. */
export interface Ending {
  /** Who asked for it; null where Stripe removed the account. */
  who: string | null;
  /** What becomes of the account at Stripe. */
  policy: "delete" | "detach";
  /** Until then one process does it. Past: it died or gave up, and the next caller goes on. */
  leaseUntil: string;
}

/**
 * What the store keeps for a tenant and mode.
 * `claimed` → `linked` → `disconnecting` → `disconnected` → `claimed` (next generation) …
 */
export interface StoredConnection {
  /** As `authorize` named it. */
  tenant: string;
  /** Of the handler. */
  mode: Mode;
  /** When this was read, by the same clock as the times below: ages are measured against it. */
  readAt: string;
  /** Where it stands in its life. */
  state: "claimed" | "linked" | "disconnecting" | "disconnected";
  /** New with each claim of a new account; never comes again, not even after a purge. */
  generation: number;
  /** New with each visible change; never comes again, not even after a purge. */
  revision: number;
  /** Set in `claimed`. */
  claim: Claim | null;
  /** Set in `linked` and `disconnecting`; in `disconnected` the account that was. */
  accountId: string | null;
  /** Stripe's id of the platform that has the account: a key of another platform can't see it, and proves nothing. */
  platformId: string | null;
  /** Set in `disconnecting`. */
  ending: Ending | null;
  /** Null until the account was read for the first time. */
  snapshot: AccountSnapshot | null;
  /** Who pressed Connect, or null where `authorize` names no user. */
  startedBy: string | null;
  /** When the status became what it is. This and the times below are ISO 8601 UTC of the database's clock. */
  statusSince: string | null;
  /** When the account was last read from Stripe. */
  checkedAt: string | null;
  /** When this account worked for the first time. */
  connectedAt: string | null;
  /** When the last account was disconnected. */
  disconnectedAt: string | null;
  /** What ended it: a person here, or Stripe. */
  disconnectedWhy: "user" | "removed_at_stripe" | "closed_at_stripe" | null;
  /** Id of the last webhook event that was applied. */
  lastEventId: string | null;
}
