import * as v from "valibot";
import { ConnectionError, ERROR_CODES } from "./errors.js";
import {
  ACTIONS,
  type AccountSession,
  type Connection,
  type DisconnectNotice,
  type DisconnectPreview,
  FLOWS,
  MODES,
  PERSON_ROLES,
  REASONS,
  REQUIREMENT_GROUPS,
  REQUIREMENT_STATES,
  STATUSES,
  WAITING_ON,
} from "./connection.js";
import { DENIALS, type Permission, SECTIONS, type SectionPermissions } from "./permissions.js";
import type { DashboardLink, OnboardingLink } from "./adapter.js";
import { count, country, filled, integer, nullableString, nullableTime, oneOf, openEnum, time } from "./schemas.js";

/**
 * The HTTP protocol: this file and requestBodies.ts alone know it. Within a version changes are additive: a client
 * ignores fields that it does not know, a server refuses them.
 */
export const PROTOCOL = 1;

/** Paths below the handler's `basePath`. */
export const PATHS = {
  connection: "/connection",
  refresh: "/connection/refresh",
  accountSession: "/connection/account-session",
  onboardingLink: "/connection/onboarding-link",
  dashboardLink: "/connection/dashboard-link",
  disconnectPreview: "/connection/disconnect-preview",
  disconnect: "/connection/disconnect",
  events: "/connection/events",
  webhooks: "/webhooks",
} as const;

/** A body larger than this is refused, in both directions. Bytes. */
export const MAX_REQUEST_BYTES = 64 * 1024;
export const MAX_ANSWER_BYTES = 1024 * 1024;

// What a server answers: known fields are read, others are left. Every page loads this, and so it gets along with few
// of valibot's functions. What a client may send is in requestBodies.ts, which pages never load.

/** What is neither `true` nor a denial that this version knows allows nothing. */
const permission = v.pipe(
  v.unknown(),
  v.transform((value): Permission => value === true || (DENIALS.find((denial) => denial === value) ?? "role")),
);

/** Sections of a newer server are left out. */
const sections = v.object(
  Object.fromEntries(SECTIONS.map((name) => [name, v.exactOptional(permission)])),
) as v.GenericSchema<unknown, SectionPermissions>;

const account = v.object({
  id: v.string(),
  displayName: nullableString,
  country: nullableString,
  defaultCurrency: nullableString,
  createdAt: nullableTime,
});

const requirement = v.object({
  key: v.string(),
  group: openEnum(REQUIREMENT_GROUPS, "other"),
  state: openEnum(REQUIREMENT_STATES, "due"),
  deadline: nullableTime,
  person: v.exactOptional(
    v.object({ id: nullableString, role: openEnum(PERSON_ROLES, "person"), name: nullableString }),
  ),
  error: v.exactOptional(v.object({ code: v.string(), reason: nullableString })),
});

const UNKNOWN = { reason: "unknown", waitingOn: "nobody", action: "contact_stripe" } as const;

const connection = v.pipe(
  v.object({
    status: v.string(),
    reason: openEnum(REASONS, "unknown"),
    waitingOn: openEnum(WAITING_ON, "nobody"),
    action: openEnum(ACTIONS, "contact_stripe"),
    payments: openEnum(FLOWS, "inactive"),
    payouts: openEnum(FLOWS, "inactive"),
    requirements: v.array(requirement),
    deadline: nullableTime,
    disabledReason: nullableString,
    capabilities: v.nullish(
      v.array(
        v.object({
          name: v.string(),
          status: openEnum(["active", "inactive", "pending", "unknown"] as const, "unknown"),
          reason: nullableString,
        }),
      ),
      [],
    ),
    account: v.nullish(account, null),
    mode: oneOf(MODES),
    ready: v.boolean(),
    can: v.object({
      connect: permission,
      update: permission,
      disconnect: permission,
      hosted: permission,
      // A server of before 0.2 opens no dashboard.
      dashboard: v.nullish(permission, "unsupported"),
    }),
    revision: count,
    generation: count,
    scope: v.string(),
    countries: v.nullish(v.array(country), []),
    statusSince: nullableTime,
    checkedAt: nullableTime,
    serverTime: time,
    connectedAt: nullableTime,
    disconnectedAt: nullableTime,
    disconnectedWhy: v.nullish(openEnum(["user", "removed_at_stripe"] as const, "removed_at_stripe"), null),
    startedBy: nullableString,
    lastEventId: nullableString,
    simulated: v.nullish(v.boolean(), false),
    sections: v.nullish(sections, {}),
  }),
  // A status that this version does not know says nothing that could be acted on.
  v.transform(({ status: given, ...wire }): Connection => {
    const status = STATUSES.find((known) => known === given);
    if (status && wire.reason !== "unknown") return { status, ...wire };
    return { status: status ?? "error", ...wire, ...UNKNOWN };
  }),
);

const notice = v.pipe(
  v.object({
    kind: oneOf(["balance", "host"]),
    balance: v.exactOptional(oneOf(["available", "pending", "reserved"])),
    amount: v.exactOptional(integer),
    currency: v.exactOptional(v.string()),
    text: v.exactOptional(v.string()),
  }),
  v.check(({ kind, balance, amount, currency, text }) =>
    kind === "host" ? text !== undefined : balance !== undefined && amount !== undefined && currency !== undefined,
  ),
  v.transform((checked) => checked as DisconnectNotice),
);

const disconnectPreview = v.object({
  generation: count,
  policy: oneOf(["delete", "detach"]),
  account,
  startOver: v.boolean(),
  blockers: v.array(notice),
  warnings: v.array(notice),
});

const accountSession = v.object({
  clientSecret: filled,
  publishableKey: filled,
  expiresAt: time,
});

const url = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text)),
);
const onboardingLink = v.object({ url, expiresAt: time });
const dashboardLink = v.object({ url });

const problem = v.object({
  code: openEnum(ERROR_CODES, "internal"),
  title: nullableString,
  requestId: nullableString,
  retryable: v.exactOptional(v.boolean()),
  retryAfter: v.nullish(v.number(), null),
});
export type Problem = v.InferOutput<typeof problem>;

/** What is answered, and its parts, for the OpenAPI document. Pages leave these two out. */
export const ANSWERS = {
  connection,
  requirement,
  account,
  disconnectPreview,
  notice,
  accountSession,
  onboardingLink,
  dashboardLink,
  problem,
};
/** Where a function checks what JSON Schema has words for: the document gives them. */
export const CHECKED = { country, time, integer, count, filled, url, permission, notice };

function reader<T extends object>(what: string, schema: v.GenericSchema<unknown, T>): (wire: unknown) => T {
  // `httpAdapter` validates what it reads, and the client what any adapter answers: the second look is free.
  const validated = new WeakSet<object>();
  const isValidated = (wire: unknown): wire is T => typeof wire === "object" && wire !== null && validated.has(wire);

  return (wire) => {
    if (isValidated(wire)) return wire;
    const result = v.safeParse(schema, wire, { abortEarly: true });
    if (result.success) {
      validated.add(result.output);
      return result.output;
    }
    const [{ path = [], type }] = result.issues;
    const place = path.map(({ key }) => `.${String(key)}`).join("");
    throw new ConnectionError("invalid_response", {
      message: `the back end's ${what}${place} is not of protocol ${PROTOCOL}: ${type}`,
    });
  };
}

/** Read an answer; a `ConnectionError` with `invalid_response` says what is wrong with it. */
export const readConnection: (wire: unknown) => Connection = reader("connection", connection);
export const readDisconnectPreview: (wire: unknown) => DisconnectPreview = reader(
  "disconnect preview",
  disconnectPreview,
);
export const readAccountSession: (wire: unknown) => AccountSession = reader("account session", accountSession);
export const readOnboardingLink: (wire: unknown) => OnboardingLink = reader("onboarding link", onboardingLink);
export const readDashboardLink: (wire: unknown) => DashboardLink = reader("dashboard link", dashboardLink);
export const readProblem: (wire: unknown) => Problem = reader("problem", problem);
