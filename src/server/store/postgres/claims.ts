import type { ConnectionStore } from "../connectionStore.js";
import { tenantKey } from "../connectionStore.js";
import { AFTER, column, columns, generationParams, HELD, milliseconds, type Run, toJson, toStored } from "./rows.js";
import { isUniqueViolation } from "./statements/sqlState.js";

type Verbs = Pick<ConnectionStore, "claim" | "renewClaim" | "commitAccount">;

/** Free: without an account, disconnected, or given up. */
const FREE = "(c.state = 'disconnected' or (c.state = 'claimed' and c.lease_until is null))";
/** Claimed by a process that did not renew its lease. */
const LAPSED = "(c.state = 'claimed' and c.lease_until <= now())";

const whenFree = (column: string, value = `excluded.${column}`) =>
  `${column} = case when ${FREE} then ${value} else c.${column} end`;

// The row is written even where nothing changes, because only a write sees the row as the last one left it.
const CLAIM = `
with ${HELD},
claimed as (
insert into rsc_connections as c (
  tenant_key, mode, tenant, state, generation, revision, claim_id, claim_params, lease_owner, lease_until,
  started_by, status, status_since
)
select
  $1::text, $2::text, $3::text, 'claimed', nextval('rsc_generation'), nextval('rsc_revision'), $4::text, $5::text, $4::text,
  now() + ${milliseconds("$7")}, $6::text, 'connecting', now()
from (select count(*) from held) locked
on conflict (tenant_key, mode) do update set
  ${["state", "generation", "revision", "claim_id", "claim_params", "started_by", "status", "status_since"].map((name) => whenFree(name)).join(",\n  ")},
  ${["account_id", "platform_id", "snapshot", "checked_at", "tried_at", "connected_at", "last_event_id"].map((name) => whenFree(name, "null")).join(",\n  ")},
  ${whenFree("settled", "false")},
  ${whenFree("applied_sequence", "0")},
  lease_owner = case when ${FREE} or ${LAPSED} then excluded.lease_owner else c.lease_owner end,
  lease_until = case when ${FREE} or ${LAPSED} then excluded.lease_until else c.lease_until end
returning c.*
)
select ${columns("c")}, ${column("c", "lease_owner")} from claimed c`;

/** Without a lease the claim is given up. */
const RELEASED = "$5::text is null";

const RENEW = `
with ${HELD},
renewed as (
  update rsc_connections c set
    lease_until = now() + ${milliseconds("$5")},
    status = case when ${RELEASED} then 'not_connected' else c.status end,
    status_since = case when ${RELEASED} then now() else c.status_since end,
    revision = case when ${RELEASED} then nextval('rsc_revision') else c.revision end
  from held
  where c.tenant_key = held.tenant_key and c.mode = held.mode and held.generation = $3::text::bigint
    and held.state = 'claimed' and held.claim_id = $4::text and held.lease_until is not null
  returning 1
)
select 'renewed' as outcome from renewed`;

const COMMIT = `
with ${HELD},
other as (
  select 1 from rsc_connections
  where mode = $2::text and account_id = $4::text and state <> 'disconnected' and tenant_key <> $1::text
),
changed as (
  update rsc_connections c set
    state = 'linked', account_id = $4::text, platform_id = $7::text, claim_id = null, claim_params = null, lease_owner = null, lease_until = null,
    disconnected_at = null, disconnected_why = null, revision = nextval('rsc_revision')
  from held
  where c.tenant_key = held.tenant_key and c.mode = held.mode
    and held.generation = $3::text::bigint and held.state = 'claimed' and not exists (select 1 from other)
  returning c.*
),
logged as (
  insert into rsc_audit (at, tenant_key, mode, generation, what, who, account_id)
  select now(), tenant_key, mode, generation, $5::text, $6::text, account_id from changed
)
select
  case
    when c.generation = $3::text::bigint and c.state = 'linked' and c.account_id = $4::text then 'committed'
    when c.generation = $3::text::bigint and c.state = 'claimed' then 'taken'
    else 'lost'
  end as outcome,
  ${columns("c")}
from ${AFTER} c`;

/** From a free row to the row of an account. */
export function claimVerbs(run: Run, read: ConnectionStore["read"]): Verbs {
  return {
    async claim({ tenant, mode, claimId, params, startedBy, leaseMs }) {
      const who = startedBy === null ? null : toJson(startedBy);
      const key = await tenantKey(tenant);
      const values = [key, mode, toJson(tenant), claimId, toJson(params), who, leaseMs];
      const [row] = await run(CLAIM, values, key);
      const connection = toStored(row);
      if (!row || !connection) throw new Error("react-stripe-connection: the claim wrote no row");
      if (connection.state !== "claimed") return { outcome: "exists", connection };
      return { outcome: row["leaseOwner"] === claimId ? "claimed" : "held", connection };
    },

    async renewClaim({ claimId, leaseMs, ...key }) {
      const lease = leaseMs === "release" ? null : leaseMs;
      const params = await generationParams(key);
      const [row] = await run(RENEW, [...params, claimId, lease], params[0]);
      return row !== undefined;
    },

    async commitAccount({ accountId, platformId, audit, ...key }) {
      const who = audit.who === null ? null : toJson(audit.who);
      const params = await generationParams(key);
      try {
        const [row] = await run(COMMIT, [...params, accountId, audit.what, who, platformId], params[0]);
        const outcome = row?.["outcome"];
        const connection = toStored(row);
        return { outcome: outcome === "committed" || outcome === "taken" ? outcome : "lost", connection };
      } catch (thrown) {
        // Two rows asked for the account in the same moment, and the other one has it.
        if (!isUniqueViolation(thrown)) throw thrown;
        return { outcome: "taken", connection: await read(key.mode, key) };
      }
    },
  };
}
