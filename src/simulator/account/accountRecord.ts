/** What an unmet requirement keeps off. */
export type Blocks = "everything" | "payments" | "payouts" | "nothing";

/** One thing that Stripe wants to know, and how far it is. */
export interface Item {
  /** Stripe's requirement key. */
  key: string;
  /** `pending` was given and is being checked; `future` will be asked for from its deadline on. */
  state: "past_due" | "due" | "pending" | "future";
  /** Seconds since 1970. */
  deadline: number | null;
  blocks: Blocks;
  error: { code: string; reason: string } | null;
}

export interface PersonRecord {
  id: string;
  created: number;
  role: "representative" | "owner";
}

export interface BankAccountRecord {
  id: string;
  country: string;
  currency: string;
  routingNumber: string;
  last4: string;
  status: "new" | "errored";
}

export interface Controller {
  fees: "account" | "application";
  losses: "stripe" | "application";
  collection: "stripe" | "application";
  dashboard: "none" | "express" | "full";
}

/** Amounts by currency, in its smallest unit. */
interface Balances {
  available: Record<string, number>;
  pending: Record<string, number>;
  reserved: Record<string, number>;
}

/** An account as the simulator remembers it. What Stripe's API shows of it is made by `renderAccount`. */
export interface AccountRecord {
  id: string;
  created: number;
  country: string;
  currency: string;
  email: string | null;
  controller: Controller;
  /** When each was requested, in seconds. */
  capabilities: Record<string, number>;
  metadata: Record<string, string>;
  /** What was given, by requirement key. */
  values: Record<string, string>;
  items: Item[];
  persons: PersonRecord[];
  bankAccount: BankAccountRecord | null;
  detailsSubmitted: boolean;
  /** An account session or link was made: from then on the platform may no longer prefill details that Stripe collects. */
  opened: boolean;
  /** A `disabled_reason` that stands apart from requirements: a rejection, a review, a pause. */
  hold: string | null;
  /** Capabilities that Stripe or the platform has switched off, with the `disabled_reason`. */
  switchedOff?: Record<string, string>;
  balances: Balances;
  /** What has worked at least once: there is a past to show. */
  moved?: { payments: boolean; payouts: boolean };
  /** Parameters that nothing follows from, as they are shown again. */
  kept?: Record<string, unknown>;
  /** Set once the platform has lost it. `closed` is v2's: it can still be read there. */
  gone: "deleted" | "deauthorized" | "closed" | null;
  /** Made through v2: what only that face has. v1 shows the same account without it. */
  v2?: FaceV2;
}

export type ConfigurationV2 = "customer" | "merchant" | "recipient";

export interface FaceV2 {
  /** In the order of the alphabet, as Stripe lists them. */
  configurations: ConfigurationV2[];
  displayName: string | null;
  /** As `kept` of the account. */
  kept?: Record<string, unknown>;
}

export const businessType = (account: AccountRecord): string | null => account.values["business_type"] ?? null;
