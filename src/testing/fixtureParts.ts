import type {
  Connection,
  ConnectionAction,
  ConnectionReason,
  ConnectionStatus,
  Requirement,
  RequirementPerson,
  RequirementState,
} from "../core/connection.js";
import type { Permissions } from "../core/permissions.js";
import { requirementGroup } from "../core/requirementGroups.js";
import { waitingOnFor } from "../core/waitingOn.js";

/** The server's clock in every fixture. */
export const SERVER_TIME = "2026-11-22T14:02:00.000Z";

export const ACME = {
  id: "acct_1SMplFixture9xQ2",
  displayName: "Acme Ltd",
  country: "US",
  defaultCurrency: "usd",
  createdAt: "2026-11-20T09:30:00.000Z",
} satisfies Connection["account"];

export const JENNY: RequirementPerson = { id: "person_1SMplPerson00001", role: "representative", name: "Jenny Rosen" };

const WITHOUT_ACCOUNT: Permissions = {
  connect: true,
  update: "not_connected",
  disconnect: "not_connected",
  hosted: "not_connected",
  dashboard: "not_connected",
};
const WITH_ACCOUNT: Permissions = {
  connect: "already_connected",
  update: true,
  disconnect: true,
  hosted: "unsupported",
  dashboard: "unsupported",
};

interface Core {
  status: ConnectionStatus;
  reason: ConnectionReason;
  action: ConnectionAction;
}

const BEFORE_ANYTHING: Connection = {
  status: "not_connected",
  reason: "none",
  action: "connect",
  waitingOn: "you",
  payments: "inactive",
  payouts: "inactive",
  requirements: [],
  deadline: null,
  disabledReason: null,
  capabilities: [],
  account: null,
  mode: "live",
  ready: false,
  can: WITHOUT_ACCOUNT,
  revision: 0,
  generation: 0,
  scope: "fixture",
  countries: [],
  statusSince: null,
  checkedAt: null,
  serverTime: SERVER_TIME,
  connectedAt: null,
  disconnectedAt: null,
  disconnectedWhy: null,
  startedBy: null,
  lastEventId: null,
  simulated: false,
  sections: {},
};

/** No account, or none any more. */
export function withoutAccount(own: Partial<Connection> = {}): Connection {
  return { ...BEFORE_ANYTHING, ...own };
}

/** An account, and what follows from its status by the rules of the product. */
export function withAccount({ status, reason, action }: Core, own: Partial<Connection> = {}): Connection {
  const isOn = status === "connected";
  const requirements = own.requirements ?? [];
  const deadlines = requirements.flatMap(({ deadline }) => deadline ?? []).sort();
  const capability = { status: isOn ? ("active" as const) : ("inactive" as const), reason: null };
  return {
    ...BEFORE_ANYTHING,
    status,
    reason,
    action,
    waitingOn: waitingOnFor(action),
    payments: isOn ? "active" : "inactive",
    payouts: isOn ? "active" : "inactive",
    deadline: deadlines[0] ?? null,
    capabilities: [
      { name: "card_payments", ...capability },
      { name: "transfers", ...capability },
    ],
    account: ACME,
    ready: isOn,
    can: WITH_ACCOUNT,
    revision: 12,
    generation: 1,
    statusSince: isOn ? "2026-11-21T10:00:00.000Z" : "2026-11-22T13:50:00.000Z",
    checkedAt: "2026-11-22T14:01:00.000Z",
    connectedAt: isOn ? "2026-11-21T10:00:00.000Z" : null,
    startedBy: "Jane Smith",
    lastEventId: "evt_1SMplFixture0001",
    ...own,
  };
}

/** Requested transfers and no payments, as a marketplace's sellers do. */
export const PAID_OUT: Partial<Connection> = {
  payments: "not_requested",
  capabilities: [{ name: "transfers", status: "active", reason: null }],
};

/** Worked before and needs somebody now. */
export const BEFORE: Partial<Connection> = { connectedAt: "2026-03-02T08:00:00.000Z" };

/** What a viewer without rights may do. */
export const ONLY_LOOK: Permissions = {
  connect: "role",
  update: "role",
  disconnect: "role",
  hosted: "role",
  dashboard: "role",
};

/** What was wrong with a photo of an ID. */
export const BLURRED = {
  code: "verification_document_not_readable",
  reason: "The document could not be read. Please upload a clear color image of the whole document.",
};

/** Something that Stripe asks for, in the group that its key has. */
export function asks(
  key: string,
  state: RequirementState,
  about: { deadline?: string; person?: RequirementPerson; error?: { code: string; reason: string | null } } = {},
): Requirement {
  const { deadline = null, ...rest } = about;
  return { key, group: requirementGroup(key), state, deadline, ...rest };
}
