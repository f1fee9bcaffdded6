import * as v from "valibot";
import { ConnectionError, ERROR_CODES } from "./errors.js";
import {
  ACTIONS,
  type AccountSession,
  type Connection,
  DENIALS,
  type DisconnectPreview,
  FLOWS,
  MODES,
  PERSON_ROLES,
  REASONS,
  REQUIREMENT_GROUPS,
  REQUIREMENT_STATES,
  SESSION_PURPOSES,
  STATUSES,
  WAITING_ON,
} from "./connection.js";
import type { OnboardingLink } from "./adapter.js";

/**
 * The HTTP protocol. This file alone knows it: the server writes and the client reads with it, and the OpenAPI
 * document is made from it. Within a version changes are additive: a client ignores fields that it does not know,
 * a server refuses them.
 */
export const PROTOCOL = 1;

/** Paths below the handler's `basePath`. */
export const PATHS = {
  connection: "/connection",
  refresh: "/connection/refresh",
  accountSession: "/connection/account-session",
  onboardingLink: "/connection/onboarding-link",
  disconnectPreview: "/connection/disconnect-preview",
  disconnect: "/connection/disconnect",
  events: "/connection/events",
  webhooks: "/webhooks",
} as const;

/** A body larger than this is refused, in both directions. Bytes. */
export const MAX_REQUEST_BYTES = 64 * 1024;
export const MAX_ANSWER_BYTES = 1024 * 1024;

// ---- what a client sends: exactly this, and nothing else ----

const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

export const connectBody = v.strictObject({
  country: v.optional(country),
  businessType: v.optional(v.picklist(["individual", "company", "non_profit", "government_entity"])),
});
export const emptyBody = v.strictObject({});
export const accountSessionBody = v.strictObject({
  purpose: v.picklist(SESSION_PURPOSES),
  requirements: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.minLength(1), v.maxLength(100)),
  ),
});
export const disconnectBody = v.strictObject({ generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });

// ---- what a server answers: known fields are read, others are left ----

/** An enum of a newer server: what this version does not know becomes `otherwise`. */
const openEnum = <const T extends readonly string[]>(values: T, otherwise: T[number]) =>
  v.pipe(
    v.string(),
    v.transform((value): T[number] => (values.includes(value) ? value : otherwise)),
  );

const nullableString = v.nullish(v.string(), null);
const time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), "not a time"),
);
const nullableTime = v.nullish(time, null);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const permission = v.union([v.literal(true), openEnum(DENIALS, "role")]);

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
    capabilities: v.optional(
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
    mode: v.picklist(MODES),
    ready: v.boolean(),
    can: v.object({ connect: permission, update: permission, disconnect: permission, hosted: permission }),
    revision: count,
    generation: count,
    scope: v.string(),
    countries: v.optional(v.array(country), []),
    statusSince: nullableTime,
    checkedAt: nullableTime,
    serverTime: time,
    connectedAt: nullableTime,
    disconnectedAt: nullableTime,
    disconnectedWhy: v.nullish(
      v.pipe(
        v.string(),
        v.transform((why): "user" | "removed_at_stripe" => (why === "user" ? why : "removed_at_stripe")),
      ),
      null,
    ),
    startedBy: nullableString,
    lastEventId: nullableString,
    simulated: v.optional(v.boolean(), false),
  }),
  // A status that this version does not know says nothing that could be acted on.
  v.transform((wire): Connection => {
    const status = STATUSES.find((known) => known === wire.status);
    if (status && wire.reason !== "unknown") return { ...wire, status };
    return { ...wire, status: status ?? "error", ...UNKNOWN };
  }),
);

const notice = v.variant("kind", [
  v.object({
    kind: v.literal("balance"),
    balance: v.picklist(["available", "pending", "reserved"]),
    amount: v.pipe(v.number(), v.safeInteger()),
    currency: v.string(),
  }),
  v.object({ kind: v.literal("host"), text: v.string() }),
]);

const disconnectPreview = v.object({
  generation: count,
  policy: v.picklist(["delete", "detach"]),
  account,
  startOver: v.boolean(),
  blockers: v.array(notice),
  warnings: v.array(notice),
});

const accountSession = v.object({
  clientSecret: v.pipe(v.string(), v.minLength(1)),
  publishableKey: v.pipe(v.string(), v.minLength(1)),
  expiresAt: time,
});

const onboardingLink = v.object({ url: v.pipe(v.string(), v.url()), expiresAt: time });

const problem = v.object({
  code: openEnum(ERROR_CODES, "internal"),
  title: v.optional(v.string(), ""),
  requestId: nullableString,
  retryable: v.optional(v.boolean()),
  retryAfter: v.nullish(v.number(), null),
});
export type Problem = v.InferOutput<typeof problem>;

function reader<T>(what: string, schema: v.GenericSchema<unknown, T>): (wire: unknown) => T {
  return (wire) => {
    const result = v.safeParse(schema, wire, { abortEarly: true });
    if (result.success) return result.output;
    const issue = result.issues[0];
    const path = v.getDotPath(issue);
    throw new ConnectionError("invalid_response", {
      message: `the back end's ${what} is not of protocol ${PROTOCOL}${path ? ` at "${path}"` : ""}: ${issue.type}`,
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
export const readProblem: (wire: unknown) => Problem = reader("problem", problem);

/** The schemas by name, for the OpenAPI document. */
export const SCHEMAS = {
  connectBody,
  emptyBody,
  accountSessionBody,
  disconnectBody,
  connection,
  disconnectPreview,
  accountSession,
  onboardingLink,
  problem,
} as const;
