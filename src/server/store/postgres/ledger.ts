import { type AuditRecord, type ConnectionStore, type Fact, type PendingFact, tenantKey } from "../connectionStore.js";
import { column, fromJson, generationParams, parseJson, type Run, text, textOrNull, time } from "./rows.js";

type Verbs = Pick<ConnectionStore, "takeToken" | "readAudit" | "claimCallbacks" | "ackCallback">;

/** What a bucket holds now. A clock that went back fills nothing. */
const FILLED =
  "least($2::text::double precision, t.tokens + greatest(0, extract(epoch from now() - t.at)) * $2::text::double precision / 60)";

const TAKE_TOKEN = `
with held as (select 1 from rsc_tokens where bucket = $1::text for update nowait),
taken as (
  insert into rsc_tokens as t (bucket, tokens, granted, at)
  select $1::text, $2::text::double precision - 1, true, now() from (select count(*) from held) locked
  on conflict (bucket) do update set
    tokens = ${FILLED} - case when ${FILLED} >= 1 then 1 else 0 end,
    granted = ${FILLED} >= 1,
    at = greatest(t.at, now())
  returning granted, tokens
)
select granted::text as granted, tokens::text as tokens from taken`;

// One range of the index, with a cursor and without.
const READ_AUDIT = `
select ${time("a", "at")}, ${["id", "generation", "what", "who", "account_id"].map((name) => column("a", name)).join(", ")}
from rsc_audit a
where a.tenant_key = $1::text and a.mode = $2::text and a.id < coalesce($4::text::bigint, ${Number.MAX_SAFE_INTEGER})
order by a.id desc limit $3::text::bigint`;

const CLAIM_CALLBACKS = `
with due as (
  select * from rsc_facts
  where mode = $1::text and name = $2::text and done_at is null and (leased_until is null or leased_until <= now())
  order by attempts, at, id limit $3::text::bigint for update skip locked
),
leased as (
  update rsc_facts f set
    attempts = f.attempts + 1,
    leased_until = now() + interval '1 millisecond'
      * least($4::text::double precision * power(2, least(f.attempts, 30)), $5::text::double precision)
  from due, rsc_connections c
  where f.tenant_key = due.tenant_key and f.mode = due.mode and f.generation = due.generation and f.id = due.id
    and c.tenant_key = f.tenant_key and c.mode = f.mode
  returning c.tenant, f.generation, f.id, f.name, f.payload, f.attempts, f.at
)
select ${["tenant", "generation", "id", "name", "payload"].map((name) => column("leased", name)).join(", ")} from leased
order by leased.attempts, leased.at, leased.id`;

const ACK_CALLBACK = `
with held as (
  select * from rsc_facts
  where tenant_key = $1::text and mode = $2::text and generation = $3::text::bigint and id = $4::text
  for update nowait
),
acknowledged as (
  update rsc_facts f set done_at = now() from held
  where f.tenant_key = held.tenant_key and f.mode = held.mode and f.generation = held.generation and f.id = held.id
  returning 1
)
select 'acknowledged' as outcome from acknowledged`;

/** What is counted and written down beside the connections. */
export function ledgerVerbs(run: Run): Verbs {
  return {
    async takeToken({ bucket, perMinute }) {
      const [row] = await run(TAKE_TOKEN, [bucket, perMinute], bucket);
      if (!row) throw new Error("react-stripe-connection: the token bucket returned no row");
      if (text(row, "granted") === "true") return { granted: true };
      return { granted: false, retryAfterMs: Math.ceil(((1 - Number(text(row, "tokens"))) * 60_000) / perMinute) };
    },

    async readAudit({ tenant, mode, limit, before }) {
      const rows = await run(READ_AUDIT, [await tenantKey(tenant), mode, limit, before ?? null]);
      return rows.map(
        (row): AuditRecord => ({
          id: Number(text(row, "id")),
          at: text(row, "at"),
          mode,
          generation: Number(text(row, "generation")),
          // Only this package writes it.
          what: text(row, "what") as AuditRecord["what"],
          who: fromJson<string>(textOrNull(row, "who")),
          accountId: textOrNull(row, "accountId"),
        }),
      );
    },

    async claimCallbacks({ mode, name, limit, leaseMs, maxLeaseMs }) {
      const rows = await run(CLAIM_CALLBACKS, [mode, name, limit, leaseMs, maxLeaseMs]);
      return rows.map(
        (row): PendingFact => ({
          tenant: parseJson<string>(text(row, "tenant")),
          mode,
          generation: Number(text(row, "generation")),
          id: text(row, "id"),
          name: text(row, "name") as Fact["name"],
          payload: parseJson<Record<string, unknown>>(text(row, "payload")),
        }),
      );
    },

    async ackCallback({ id, ...key }) {
      const params = await generationParams(key);
      // Its own row: it must not wait behind those that wait for the connection's.
      await run(ACK_CALLBACK, [...params, id], `fact ${params.join(" ")} ${id}`);
    },
  };
}
