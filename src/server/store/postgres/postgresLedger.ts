import type { AuditEntry, ConnectionStore, Fact, PendingFact } from "../connectionStore.js";
import { fromJson, generationParams, type Run, toJson } from "./postgresRows.js";

type Verbs = Pick<ConnectionStore, "takeToken" | "appendAudit" | "claimCallbacks" | "ackCallback">;

/** What a bucket holds now. A clock that went back fills nothing. */
const FILLED =
  "least($2::double precision, t.tokens + greatest(0, extract(epoch from now() - t.at)) * $2::double precision / 60)";

const TAKE_TOKEN = `
insert into rsc_tokens as t (bucket, tokens, granted, at) values ($1, $2::double precision - 1, true, now())
on conflict (bucket) do update set
  tokens = ${FILLED} - case when ${FILLED} >= 1 then 1 else 0 end,
  granted = ${FILLED} >= 1,
  at = greatest(t.at, now())
returning granted, tokens::text as tokens`;

const APPEND_AUDIT = `
insert into rsc_audit (at, tenant_key, mode, generation, what, who, account_id)
values (now(), $1, $2, $3, $4, $5, $6)`;

const CLAIM_CALLBACKS = `
with due as (
  select * from rsc_facts
  where mode = $1 and done_at is null and (leased_until is null or leased_until <= now())
  order by at limit $2 for update skip locked
)
update rsc_facts f set leased_until = now() + $3::double precision * interval '1 millisecond'
from due, rsc_connections c
where f.tenant_key = due.tenant_key and f.mode = due.mode and f.generation = due.generation and f.id = due.id
  and c.tenant_key = f.tenant_key and c.mode = f.mode
returning c.tenant, f.mode, f.generation::text as generation, f.id, f.name, f.payload`;

const ACK_CALLBACK = `
update rsc_facts set done_at = now() where tenant_key = $1 and mode = $2 and generation = $3 and id = $4`;

/** What is counted and written down beside the connections. */
export function ledgerVerbs(run: Run): Verbs {
  return {
    async takeToken({ bucket, perMinute }) {
      const [row] = await run(TAKE_TOKEN, [bucket, perMinute]);
      if (row?.["granted"] === true) return { granted: true };
      return { granted: false, retryAfterMs: Math.ceil(((1 - Number(row?.["tokens"])) * 60_000) / perMinute) };
    },

    async appendAudit({ what, who, accountId, ...key }: AuditEntry) {
      await run(APPEND_AUDIT, [...(await generationParams(key)), what, who === null ? null : toJson(who), accountId]);
    },

    async claimCallbacks({ mode, limit, leaseMs }) {
      const rows = await run(CLAIM_CALLBACKS, [mode, limit, leaseMs]);
      return rows.map(
        (row): PendingFact => ({
          tenant: fromJson<string>(row["tenant"]) ?? "",
          mode,
          generation: Number(row["generation"]),
          id: String(row["id"]),
          name: row["name"] as Fact["name"],
          payload: fromJson<Record<string, unknown>>(row["payload"]) ?? {},
        }),
      );
    },

    async ackCallback({ id, ...key }) {
      await run(ACK_CALLBACK, [...(await generationParams(key)), id]);
    },
  };
}
