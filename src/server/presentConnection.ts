import type { Connection, ConnectionReason, DerivedConnection, Mode, Requirement } from "../core/connection.js";
import type { SectionName } from "../core/permissions.js";
import { askHostNow } from "./hostCode.js";
import { asRead } from "./listedAccount.js";
import { isCreating, permissionsFor, sectionsFor } from "./permissionsFor.js";
import type { StoredConnection } from "./store/storedConnection.js";
import type { Viewer } from "./viewer.js";
import { withoutAccount } from "../stripe/withoutAccount.js";

export interface PresentationContext {
  mode: Mode;
  /** The server's clock, milliseconds since 1970. */
  now: number;
  /** Opaque hash of tenant, mode and viewer. */
  scope: string;
  /** Countries offered for a new account. */
  countries: readonly string[];
  /** Sections that the host offers. Default: none. */
  sections?: readonly SectionName[];
  /** The host's gate; it sees everything. Default: `status === 'connected'`. */
  ready?: (derived: DerivedConnection) => boolean;
  /** What a tenant without a row is shown with: a page that saw a row before it was purged takes no lower one. Default: 0. */
  revision?: number;
  /** What is withheld from viewers. Default: nothing. */
  redact?: (derived: DerivedConnection) => DerivedConnection;
}

/** What is stored → what this viewer sees. Pure; what is stored is left as it is. */
export function presentConnection(
  stored: StoredConnection | null,
  viewer: Viewer,
  context: PresentationContext,
): Connection {
  const truth = derivedOf(stored);
  const { ready: gate, redact } = context;
  const ready = gate
    ? askHostNow("ready", () => gate(structuredClone(truth)), isBoolean, "true or false, without a promise")
    : truth.status === "connected";
  const shown = redact
    ? askHostNow("redact", () => redact(structuredClone(truth)), isDerived, "what it was given, without a promise")
    : truth;
  const hasAccount = stored?.state === "linked" || stored?.state === "disconnecting";
  const ended = shown.status === "not_connected";
  return {
    status: shown.status,
    reason: shown.reason,
    action: shown.action,
    waitingOn: shown.waitingOn,
    payments: shown.payments,
    payouts: shown.payouts,
    requirements: viewer.can.update ? shown.requirements : shown.requirements.map(withoutName),
    deadline: shown.deadline,
    disabledReason: shown.disabledReason,
    capabilities: shown.capabilities,
    account: hasAccount ? accountOf(stored) : null,
    mode: context.mode,
    // Nothing new is sold on an account that is being taken away.
    ready: ready && stored?.state !== "disconnecting",
    can: permissionsFor(stored, viewer, context.now),
    revision: stored?.revision ?? context.revision ?? 0,
    generation: stored?.generation ?? 0,
    scope: context.scope,
    countries: [...context.countries],
    statusSince: stored?.statusSince ?? null,
    checkedAt: stored?.checkedAt ?? null,
    serverTime: new Date(context.now).toISOString(),
    connectedAt: stored?.connectedAt ?? null,
    disconnectedAt: ended ? (stored?.disconnectedAt ?? null) : null,
    disconnectedWhy: ended ? endedBy(stored) : null,
    // A viewer does not need their own name.
    startedBy: ended || stored?.startedBy === viewer.user ? null : (stored?.startedBy ?? null),
    lastEventId: stored?.lastEventId ?? null,
    simulated: stored?.snapshot?.simulated ?? false,
    sections: sectionsFor(context.sections ?? [], stored, viewer),
  };
}

const isBoolean = (said: unknown) => typeof said === "boolean";

function isDerived(said: unknown): boolean {
  if (typeof said !== "object" || said === null || !("status" in said)) return false;
  return "requirements" in said && Array.isArray(said.requirements);
}

/** Who a person is, only those may read who may update. */
function withoutName(requirement: Requirement): Requirement {
  if (!requirement.person) return requirement;
  const shown = { ...requirement };
  shown.person = { id: requirement.person.id, role: requirement.person.role, name: null };
  return shown;
}

/** Until the account was read, its id is all that is known of it. */
function accountOf(stored: StoredConnection): Connection["account"] {
  if (stored.snapshot) return { ...stored.snapshot.account };
  if (stored.accountId === null) return null;
  return { id: stored.accountId, displayName: null, country: null, defaultCurrency: null, createdAt: null };
}

/** What is known of the account, or what the lack of one means. */
function derivedOf(stored: StoredConnection | null): DerivedConnection {
  if (isCreating(stored)) return withoutAccount("connecting", "creating", "wait");
  if (stored?.state === "linked" || stored?.state === "disconnecting") {
    return stored.snapshot
      ? asRead(stored.snapshot.derived)
      : withoutAccount("connecting", "awaiting_snapshot", "wait");
  }
  return withoutAccount("not_connected", ENDED[stored?.disconnectedWhy ?? "never"], "connect");
}

const ENDED = {
  never: "none",
  user: "disconnected",
  removed_at_stripe: "deleted",
  closed_at_stripe: "closed",
} as const satisfies Record<string, ConnectionReason>;

/** Who ended it; how Stripe did is the reason's to say. */
function endedBy(stored: StoredConnection | null): Connection["disconnectedWhy"] {
  return stored?.disconnectedWhy === "closed_at_stripe" ? "removed_at_stripe" : (stored?.disconnectedWhy ?? null);
}
