import { type AuditRecord, type ConnectionStore, type Fact, type PendingFact, tenantKey } from "../connectionStore.js";
import { fromJson, generationParams, type Run, textOrNull, time } from "./rows.js";

type Verbs = Pick<ConnectionStore, "takeToken" | "readAudit" | "claimCallbacks" | "ackCallback">;

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

// One range of the index, with a cursor and without.
const READ_AUDIT = `
select a.id::text as id, ${time("a", "at")}, a.generation::text as generation, a.what, a.who, a.account_id
from rsc_audit a
where a.tenant_key = $1 and a.mode = $2 and a.id < coalesce($4::bigint, ${Number.MAX_SAFE_INTEGER})
order by a.id desc limit $3`;

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

    async readAudit({ tenant, mode, limit, before }) {
      const rows = await run(READ_AUDIT, [await tenantKey(tenant), mode, limit, before ?? null]);
      return rows.map(
        (row): AuditRecord => ({
          id: Number(row["id"]),
          at: String(row["at"]),
          mode,
          generation: Number(row["generation"]),
          // Written by us only.
          what: row["what"] as AuditRecord["what"],
          who: fromJson<string>(row["who"]),
          accountId: textOrNull(row["account_id"]),
        }),
      );
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
