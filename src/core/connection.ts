/** The one shape that goes from the server to the pixel, and the closed lists of words in it. */

import type { Permissions, SectionPermissions } from "./permissions.js";

export const STATUSES = ["not_connected", "connecting", "in_progress", "connected", "error"] as const;
/** How the connection stands: what the badge says. */
export type ConnectionStatus = (typeof STATUSES)[number];

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
/** Why the status is what it is. A client that meets another reason reads it as `unknown`. */
export type ConnectionReason = (typeof REASONS)[number];

export const WAITING_ON = ["you", "stripe", "platform", "nobody"] as const;
/** Who has the ball. Follows from the action. */
export type WaitingOn = (typeof WAITING_ON)[number];

export const ACTIONS = ["connect", "open_onboarding", "wait", "contact_platform", "contact_stripe", "none"] as const;
/** What there is to do. */
export type ConnectionAction = (typeof ACTIONS)[number];

export const MODES = ["test", "live"] as const;
/** Which of Stripe's two worlds: in `test` no money moves. */
export type Mode = (typeof MODES)[number];

export const FLOWS = ["active", "pending", "paused", "inactive", "not_requested"] as const;
/**
 * Whether money can move: `paused` worked before and was stopped, `inactive` never worked yet, `not_requested` is neither
 * requested by the account nor required by the platform, such as the payments of an account that is only paid out.
 */
export type Flow = (typeof FLOWS)[number];

export const REQUIREMENT_STATES = ["past_due", "due", "pending", "upcoming"] as const;
/** How urgent a requirement is: `upcoming` stands in `future_requirements` only, `pending` is being checked by Stripe. */
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
/** What a requirement is about; `other` where no rule knows its key. */
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
/** What a person is to the business; `person` where Stripe says nothing. */
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Whom a requirement is about. `name` is null for viewers who may not see names, and where Stripe has none. */
export interface RequirementPerson {
  /** Stripe's `person_…` id; null before Stripe has made the person. */
  id: string | null;
  /** What is said where there is no name. */
  role: PersonRole;
  /** First and last name, or null. */
  name: string | null;
}

/** One thing Stripe asks for. */
export interface Requirement {
  /** Stripe's requirement key, an API parameter path such as `business_profile.url`. */
  key: string;
  /** What it is about. */
  group: RequirementGroup;
  /** `upcoming` stands in `future_requirements` only; `pending` is being checked by Stripe. */
  state: RequirementState;
  /** ISO 8601 UTC, or null where Stripe names no date. */
  deadline: string | null;
  /** Whom it is about. Left out where it is about the business. */
  person?: RequirementPerson;
  /** What was wrong with what was sent. `reason` is Stripe's own English text, or null: show it as text only. */
  error?: { code: string; reason: string | null };
}

/**
 * Something that the account may be allowed to do.
 * @see https://docs.stripe.com/api/capabilities/object
 */
export interface Capability {
  /** Stripe's name, such as `card_payments`. */
  name: string;
  /** `unknown` for a word that Stripe may add. */
  status: "active" | "inactive" | "pending" | "unknown";
  /** Stripe's `disabled_reason` of the capability, or null. */
  reason: string | null;
}

/** As much of Stripe's account as is shown. */
export interface ConnectedAccount {
  /** Stripe's `acct_…` id. */
  id: string;
  /** The business as Stripe names it, or null before it is known. */
  displayName: string | null;
  /** ISO 3166-1 alpha-2, or null. */
  country: string | null;
  /** ISO 4217 in lower case, or null. */
  defaultCurrency: string | null;
  /** When Stripe made it, ISO 8601 UTC, or null. */
  createdAt: string | null;
}

/** What is known of Stripe's account. A pure function of the account and of whether it worked before. */
export interface DerivedConnection {
  /** How it stands. */
  status: ConnectionStatus;
  /** Why it stands so. */
  reason: ConnectionReason;
  /** Who has the ball. */
  waitingOn: WaitingOn;
  /** What there is to do. */
  action: ConnectionAction;
  /** Whether the account can take payments. */
  payments: Flow;
  /** Whether Stripe pays out to it. A fact of its own. */
  payouts: Flow;
  /** What Stripe asks for or checks, past due first; empty where there is nothing. */
  requirements: Requirement[];
  /** The earliest deadline of all requirements, ISO 8601 UTC, or null. */
  deadline: string | null;
  /** Stripe's own `disabled_reason`, or null. Viewers get a harmless one where it must be withheld from them. */
  disabledReason: string | null;
  /** All that Stripe tells of. */
  capabilities: Capability[];
}

/** A tenant's connection to Stripe, as one viewer may see it. All times are ISO 8601 UTC. */
export interface Connection extends DerivedConnection {
  /** Stripe's account, or null where there is none. */
  account: ConnectedAccount | null;
  /** That of the handler which answered. */
  mode: Mode;
  /** The host's gate, "may publish plans". Default: `status === 'connected'`. */
  ready: boolean;
  /** What this viewer may do now. */
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
  /** The server's clock when it answered: deadlines are counted from it. */
  serverTime: string;
  /** When the account worked for the first time, or null. */
  connectedAt: string | null;
  /** When the last account was disconnected, or null. */
  disconnectedAt: string | null;
  /** By a person here, or at Stripe; null where nothing was disconnected. */
  disconnectedWhy: "user" | "removed_at_stripe" | null;
  /** Who else pressed Connect, as the host's `authorize` named them; null for whoever did, and where unknown. */
  startedBy: string | null;
  /** Id of the last webhook event that was applied, for support. */
  lastEventId: string | null;
  /** True where a simulator, not Stripe, holds the account. */
  simulated: boolean;
  /** Which of Stripe's embedded sections this viewer may open. Without the ones that the host does not offer. */
  sections: SectionPermissions;
}

/** What a disconnect would do, asked before it is done. */
export interface DisconnectPreview {
  /** Send it back with the disconnect; another generation is a `conflict`. */
  generation: number;
  /** `delete` ends the Stripe account, `detach` forgets it and keeps it at Stripe. */
  policy: "delete" | "detach";
  /** The account that would be disconnected. */
  account: ConnectedAccount;
  /** True before the account ever worked: the same action reads "Start over". */
  startOver: boolean;
  /** While there is one, disconnecting is refused. */
  blockers: DisconnectNotice[];
  /** What to know before; it stands in nobody's way. */
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
  /** For connect.js and nobody else. */
  clientSecret: string;
  /** The platform's `pk_…` key. */
  publishableKey: string;
  /** ISO 8601 UTC. */
  expiresAt: string;
}

export const FORM_PURPOSES = ["onboarding", "management"] as const;
/** Which of Stripe's forms: onboarding, or account management. */
export type FormPurpose = (typeof FORM_PURPOSES)[number];

export const SESSION_PURPOSES = [...FORM_PURPOSES, "sections"] as const;
/** What an account session is for: one of Stripe's forms, or the sections beside the card. */
export type SessionPurpose = (typeof SESSION_PURPOSES)[number];
