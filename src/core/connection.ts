/** The one shape that goes from the server to the pixel, and the closed lists of words in it. */

export const STATUSES = ["not_connected", "connecting", "in_progress", "connected", "error"] as const;
export type ConnectionStatus = (typeof STATUSES)[number];

/** Why the status is what it is. A client that meets another reason reads it as `unknown`. */
export const REASONS = [
  "none",
  "disconnected",
  "deleted",
  "closed",
  "creating",
  "awaiting_snapshot",
  "rejected",
  "platform_paused",
  "requested_capabilities",
  "listed",
  "under_review",
  "other",
  "details_not_submitted",
  "ok",
  "due_soon",
  "future_requirements",
  "identity_document",
  "payouts_disabled",
  "charges_disabled",
  "past_due",
  "pending_verification",
  "syncing",
  "unknown",
] as const;
export type ConnectionReason = (typeof REASONS)[number];

/** Who has the ball. Follows from the action, see {@link waitingOnFor}. */
export const WAITING_ON = ["you", "stripe", "platform", "nobody"] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

export const ACTIONS = ["connect", "open_onboarding", "wait", "contact_platform", "contact_stripe", "none"] as const;
export type ConnectionAction = (typeof ACTIONS)[number];

export const MODES = ["test", "live"] as const;
export type Mode = (typeof MODES)[number];

/** Whether money can move: `paused` worked before and was stopped, `inactive` never worked yet. */
export const FLOWS = ["active", "pending", "paused", "inactive"] as const;
export type Flow = (typeof FLOWS)[number];

export const REQUIREMENT_STATES = ["past_due", "due", "pending", "upcoming"] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export const REQUIREMENT_GROUPS = [
  "contact",
  "business",
  "tax",
  "representative",
  "owners",
  "identity_document",
  "bank_account",
  "terms",
  "other",
] as const;
export type RequirementGroup = (typeof REQUIREMENT_GROUPS)[number];

export const PERSON_ROLES = [
  "representative",
  "owner",
  "director",
  "executive",
  "authorizer",
  "legal_guardian",
  "person",
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Whom a requirement is about. `name` is null for viewers who may not see names, and where Stripe has none. */
export interface RequirementPerson {
  /** Stripe's `person_…` id; null before Stripe has made the person. */
  id: string | null;
  role: PersonRole;
  name: string | null;
}

/** One thing Stripe asks for. */
export interface Requirement {
  /** Stripe's requirement key, an API parameter path such as `business_profile.url`. */
  key: string;
  group: RequirementGroup;
  /** `upcoming` stands in `future_requirements` only; `pending` is being checked by Stripe. */
  state: RequirementState;
  /** ISO 8601 UTC, or null where Stripe names no date. */
  deadline: string | null;
  person?: RequirementPerson;
  /** What was wrong with what was sent. `reason` is Stripe's own English text: show it as text only. */
  error?: { code: string; reason: string | null };
}

/** Why something is not possible for this viewer now. */
export const DENIALS = ["role", "not_connected", "already_connected", "busy", "terminal", "unsupported"] as const;
export type Denial = (typeof DENIALS)[number];
/** `true`, or the reason why not. */
export type Permission = true | Denial;

export interface Permissions {
  connect: Permission;
  update: Permission;
  disconnect: Permission;
  /** Whether Stripe grants this account hosted onboarding links. */
  hosted: Permission;
}

/** @see https://docs.stripe.com/api/capabilities/object */
export interface Capability {
  name: string;
  status: "active" | "inactive" | "pending" | "unknown";
  /** Stripe's `disabled_reason` of the capability, or null. */
  reason: string | null;
}

export interface ConnectedAccount {
  /** Stripe's `acct_…` id. */
  id: string;
  displayName: string | null;
  /** ISO 3166-1 alpha-2, or null. */
  country: string | null;
  /** ISO 4217 in lower case, or null. */
  defaultCurrency: string | null;
  createdAt: string | null;
}

/** What is known of Stripe's account. A pure function of the account and of whether it worked before. */
export interface DerivedConnection {
  status: ConnectionStatus;
  reason: ConnectionReason;
  waitingOn: WaitingOn;
  action: ConnectionAction;
  payments: Flow;
  payouts: Flow;
  requirements: Requirement[];
  /** The earliest deadline of all requirements, ISO 8601 UTC, or null. */
  deadline: string | null;
  /** Stripe's own `disabled_reason`, or null. Withheld from viewers where the redaction policy says so. */
  disabledReason: string | null;
  capabilities: Capability[];
}

/** A tenant's connection to Stripe, as one viewer may see it. All times are ISO 8601 UTC. */
export interface Connection extends DerivedConnection {
  account: ConnectedAccount | null;
  mode: Mode;
  /** The host's gate, "may publish plans". Default: `status === 'connected'`. */
  ready: boolean;
  can: Permissions;
  /** Grows with each change, for good: disconnecting does not reset it. */
  revision: number;
  /** Grows with each new account. A disconnect names it, so that it ends the account that was shown. */
  generation: number;
  /** Opaque hash of tenant, mode and viewer: tells caches of different people apart. */
  scope: string;
  /** Countries that the host offers for a new account (ISO 3166-1 alpha-2); empty: Stripe's default. */
  countries: string[];
  /** When `status` became what it is. */
  statusSince: string | null;
  /** When the account was last read from Stripe. */
  checkedAt: string | null;
  serverTime: string;
  connectedAt: string | null;
  disconnectedAt: string | null;
  disconnectedWhy: "user" | "removed_at_stripe" | null;
  /** Who pressed Connect, as the host's `authorize` named them; null where unknown. */
  startedBy: string | null;
  /** Id of the last webhook event that was applied, for support. */
  lastEventId: string | null;
  /** True where a simulator, not Stripe, holds the account. */
  simulated: boolean;
}

/** Who has the ball follows from what there is to do (product.md §10). */
export function waitingOnFor(action: ConnectionAction): WaitingOn {
  switch (action) {
    case "open_onboarding":
    case "connect":
      return "you";
    case "wait":
      return "stripe";
    case "contact_platform":
      return "platform";
    case "contact_stripe":
    case "none":
      return "nobody";
    default:
      return action satisfies never;
  }
}

/** What a disconnect would do, asked before it is done. */
export interface DisconnectPreview {
  /** Send it back with the disconnect; another generation is a `conflict`. */
  generation: number;
  /** `delete` ends the Stripe account, `detach` forgets it and keeps it at Stripe. */
  policy: "delete" | "detach";
  account: ConnectedAccount;
  /** True before the account ever worked: the same action reads "Start over". */
  startOver: boolean;
  /** While there is one, disconnecting is refused. */
  blockers: DisconnectNotice[];
  warnings: DisconnectNotice[];
}

/** A balance that is not zero, or the host's own reason. */
export type DisconnectNotice =
  /** `amount` is in the currency's smallest unit, as Stripe gives it. */
  | { kind: "balance"; balance: "available" | "pending" | "reserved"; amount: number; currency: string }
  /** A finished sentence from the host's `disconnectChecks`. */
  | { kind: "host"; text: string };

/** A key to Stripe's embedded components. Single use: never store, log or reuse it. */
export interface AccountSession {
  clientSecret: string;
  /** The platform's `pk_…` key. */
  publishableKey: string;
  expiresAt: string;
}

/** What an account session is for. */
export const SESSION_PURPOSES = ["onboarding", "management"] as const;
export type SessionPurpose = (typeof SESSION_PURPOSES)[number];
