import type { AccountParams, AccountSnapshot, Ending, StoredConnection } from "../storedConnection.js";
import type { GenerationKey } from "../connectionStore.js";
import { tenantKey } from "../connectionStore.js";

/** A row of a result. Statements select every column as a text, so that a driver's type parsers have nothing to parse. */
export type Row = Record<string, string | null>;

/**
 * Runs one statement. Its parameters are sent as texts, and the statement casts them: `$1::text::bigint`. `locks` names
 * what the statement locks: of those that lock the same, this process runs one at a time, and again while another
 * session has the lock.
 */
export type Run = (statement: string, params: readonly (string | number | null)[], locks?: string) => Promise<Row[]>;

/**
 * Results have names in camel case. Plugins that turn snake case into camel case (Kysely's `CamelCasePlugin`,
 * `postgres.camel`) leave these as they are.
 */
const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A column as a text, named in camel case. */
export const column = (alias: string, name: string) => `${alias}.${name}::text as "${camelCase(name)}"`;

const isoText = (time: string) => `to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A time column as ISO 8601 UTC, named in camel case. */
export const time = (alias: string, name: string) => `${isoText(`${alias}.${name}`)} as "${camelCase(name)}"`;

/** A parameter in milliseconds, as an interval. */
export const milliseconds = (param: string) => `${param}::text::double precision * interval '1 millisecond'`;

/** What a connection is read from. */
export const columns = (alias: string): string => `${columnsBesideSnapshot(alias)}, ${column(alias, "snapshot")}`;

/** The same but for its snapshot. */
export const columnsBesideSnapshot = (alias: string): string =>
  [
    ...["tenant", "mode", "state", "claim_id", "claim_params", "account_id", "platform_id", "ending"].map((name) =>
      column(alias, name),
    ),
    ...["started_by", "disconnected_why", "last_event_id", "generation", "revision"].map((name) => column(alias, name)),
    `${isoText("now()")} as "readAt"`,
    ...["lease_until", "status_since", "checked_at", "connected_at", "disconnected_at"].map((name) =>
      time(alias, name),
    ),
  ].join(", ");

/**
 * The tenant's row, locked. `$1` is its key, `$2` the mode. While another session has it the statement fails at once and
 * is run again: one that waits would keep a connection of the pool, and a few such rows would keep all of them.
 */
export const HELD =
  "held as (select * from rsc_connections where tenant_key = $1::text and mode = $2::text for update nowait)";

/** The row as this statement leaves it. */
export const AFTER = "(select * from changed union all select * from held where not exists (select 1 from changed))";

/** `$1`, `$2`, `$3` of the verbs that name a generation. */
export async function generationParams({ tenant, mode, generation }: GenerationKey): Promise<[string, string, number]> {
  return [await tenantKey(tenant), mode, generation];
}

export const toJson = (value: unknown): string => JSON.stringify(value);

/** Only this package writes the columns that hold JSON, so their type is known. */
export const parseJson = <T>(json: string): T => JSON.parse(json) as T;

export const fromJson = <T>(json: string | null): T | null => (json === null ? null : parseJson<T>(json));

/** The value of a column; throws where the statement did not select it. */
export function textOrNull(row: Row, name: string): string | null {
  const value = row[name];
  if (value === undefined) throw new Error(`react-stripe-connection: the database returned no column "${name}"`);
  return value;
}

/** The value of a column that is never null. */
export function text(row: Row, name: string): string {
  const value = textOrNull(row, name);
  if (value === null) throw new Error(`react-stripe-connection: the database returned null in column "${name}"`);
  return value;
}

const readSnapshot = (row: Row) => fromJson<AccountSnapshot>(textOrNull(row, "snapshot"));

/**
 * Null where there is no row, and for the row of a connection that does not exist. `snapshotOf`: where its snapshot is
 * read from. Default: the column.
 */
export function toStored(
  row: Row | undefined,
  snapshotOf: (row: Row) => AccountSnapshot | null = readSnapshot,
): StoredConnection | null {
  const tenant = row ? fromJson<string>(textOrNull(row, "tenant")) : null;
  if (!row || tenant === null) return null;
  const params = fromJson<AccountParams>(textOrNull(row, "claimParams"));
  const ending = fromJson<Pick<Ending, "who" | "policy">>(textOrNull(row, "ending"));
  return {
    tenant,
    readAt: text(row, "readAt"),
    // The table has a check on both columns.
    mode: text(row, "mode") as StoredConnection["mode"],
    state: text(row, "state") as StoredConnection["state"],
    generation: Number(text(row, "generation")),
    revision: Number(text(row, "revision")),
    claim: params ? { id: text(row, "claimId"), params, leaseUntil: textOrNull(row, "leaseUntil") } : null,
    accountId: textOrNull(row, "accountId"),
    platformId: textOrNull(row, "platformId"),
    ending: ending && { who: ending.who, policy: ending.policy, leaseUntil: text(row, "leaseUntil") },
    snapshot: snapshotOf(row),
    startedBy: fromJson<string>(textOrNull(row, "startedBy")),
    statusSince: textOrNull(row, "statusSince"),
    checkedAt: textOrNull(row, "checkedAt"),
    connectedAt: textOrNull(row, "connectedAt"),
    disconnectedAt: textOrNull(row, "disconnectedAt"),
    disconnectedWhy: textOrNull(row, "disconnectedWhy") as StoredConnection["disconnectedWhy"],
    lastEventId: textOrNull(row, "lastEventId"),
  };
}

/** The sequence that a statement answered with; `gone` where there is no row. */
export function toSequence(row: Row | undefined): number | "duplicate" | "gone" {
  const answer = row ? text(row, "answer") : "gone";
  return answer === "duplicate" || answer === "gone" ? answer : Number(answer);
}
