import type { AccountParams, AccountSnapshot, Ending, StoredConnection } from "../storedConnection.js";
import type { GenerationKey } from "../connectionStore.js";
import { tenantKey } from "../connectionStore.js";

/** A row as our columns give it: texts, whatever the driver makes of numbers and times. */
export type Row = Record<string, unknown>;

/** Runs one statement. */
export type Run = (text: string, params: unknown[]) => Promise<Row[]>;

/** A time column as ISO 8601 UTC, under its own name. */
export const time = (alias: string, column: string) =>
  `to_char(${alias}.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`;

/** What a connection is read from. */
export const columns = (alias: string): string =>
  [
    ...["tenant", "mode", "state", "claim_id", "claim_params", "account_id", "snapshot"].map(
      (name) => `${alias}.${name}`,
    ),
    ...["platform_id", "ending", "started_by", "disconnected_why", "last_event_id"].map((name) => `${alias}.${name}`),
    ...["generation", "revision"].map((name) => `${alias}.${name}::text as ${name}`),
    ...["lease_until", "status_since", "checked_at", "connected_at", "disconnected_at"].map((name) =>
      time(alias, name),
    ),
  ].join(", ");

/** The tenant's row, locked, as it is after whoever had it. `$1` is its key, `$2` the mode. */
export const HELD = "held as (select * from rsc_connections where tenant_key = $1 and mode = $2 for update)";

/** The row as this statement leaves it. */
export const AFTER = "(select * from changed union all select * from held where not exists (select 1 from changed))";

/** `$1`, `$2`, `$3` of the verbs that name a generation. */
export async function generationParams({ tenant, mode, generation }: GenerationKey): Promise<[string, string, number]> {
  return [await tenantKey(tenant), mode, generation];
}

export const toJson = (value: unknown): string => JSON.stringify(value);

export function fromJson<T>(text: unknown): T | null {
  // Nobody but us writes these columns.
  return typeof text === "string" ? (JSON.parse(text) as T) : null;
}

export const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Null for the row that is not there. */
export function toStored(row: Row | undefined): StoredConnection | null {
  const tenant = fromJson<string>(row?.["tenant"]);
  if (!row || tenant === null) return null;
  const params = fromJson<AccountParams>(row["claim_params"]);
  const ending = fromJson<Pick<Ending, "who" | "policy">>(row["ending"]);
  return {
    tenant,
    // Both are held to their words by the table.
    mode: row["mode"] as StoredConnection["mode"],
    state: row["state"] as StoredConnection["state"],
    generation: Number(row["generation"]),
    revision: Number(row["revision"]),
    claim: params ? { id: String(row["claim_id"]), params, leaseUntil: textOrNull(row["lease_until"]) } : null,
    accountId: textOrNull(row["account_id"]),
    platformId: textOrNull(row["platform_id"]),
    ending: ending && { ...ending, leaseUntil: String(row["lease_until"]) },
    snapshot: fromJson<AccountSnapshot>(row["snapshot"]),
    startedBy: fromJson<string>(row["started_by"]),
    statusSince: textOrNull(row["status_since"]),
    checkedAt: textOrNull(row["checked_at"]),
    connectedAt: textOrNull(row["connected_at"]),
    disconnectedAt: textOrNull(row["disconnected_at"]),
    disconnectedWhy: textOrNull(row["disconnected_why"]) as StoredConnection["disconnectedWhy"],
    lastEventId: textOrNull(row["last_event_id"]),
  };
}

/** What was answered for a sequence; `gone` for the row that is not there. */
export function toSequence(row: Row | undefined): number | "duplicate" | "gone" {
  const answer = row?.["answer"] ?? "gone";
  return answer === "duplicate" || answer === "gone" ? answer : Number(answer);
}

/** The error that PostgreSQL gives when two rows want the same account. */
export function isUniqueViolation(thrown: unknown): boolean {
  return typeof thrown === "object" && thrown !== null && Reflect.get(thrown, "code") === "23505";
}
