import type { ConnectionStore } from "../connectionStore.js";
import { tenantKey } from "../connectionStore.js";
import { AFTER, columns, generationParams, HELD, isUniqueViolation, type Run, toJson, toStored } from "./rows.js";

type Verbs = Pick<ConnectionStore, "claim" | "renewClaim" | "commitAccount">;

/** Nobody makes an account: never did, did and disconnected it, or gave up. */
const FREE = "(c.state = 'disconnected' or (c.state = 'claimed' and c.lease_until is null))";
/** Somebody does, and has not been heard of. */
const LAPSED = "(c.state = 'claimed' and c.lease_until <= now())";

const whenFree = (column: string, value = `excluded.${column}`) =>
  `${column} = case when ${FREE} then ${value} else c.${column} end`;

// The row is written even where nothing changes, because only a write sees the row as the last one left it.
const CLAIM = `
insert into rsc_connections as c (
  tenant_key, mode, tenant, state, generation, revision, claim_id, claim_params, lease_owner, lease_until,
  started_by, status, status_since
) values (
  $1, $2, $3, 'claimed', nextval('rsc_generation'), nextval('rsc_revision'), $4, $5, $4,
  now() + $7::double precision * interval '1 millisecond', $6, 'connecting', now()
)
on conflict (tenant_key, mode) do update set
  ${["state", "generation", "revision", "claim_id", "claim_params", "started_by", "status", "status_since"].map((name) => whenFree(name)).join(",\n  ")},
  ${["account_id", "platform_id", "snapshot", "checked_at", "tried_at", "connected_at", "last_event_id"].map((name) => whenFree(name, "null")).join(",\n  ")},
  ${whenFree("settled", "false")},
  ${whenFree("applied_sequence", "0")},
  lease_owner = case when ${FREE} or ${LAPSED} then excluded.lease_owner else c.lease_owner end,
  lease_until = case when ${FREE} or ${LAPSED} then excluded.lease_until else c.lease_until end
returning ${columns("c")}, c.lease_owner`;

const RENEW = `
update rsc_connections set
  lease_until = case when $6 then null else now() + $5::double precision * interval '1 millisecond' end,
  status = case when $6 then 'not_connected' else status end,
  status_since = case when $6 then now() else status_since end,
  revision = case when $6 then nextval('rsc_revision') else revision end
where tenant_key = $1 and mode = $2 and generation = $3
  and state = 'claimed' and claim_id = $4 and lease_until is not null
returning 1 as one`;

const COMMIT = `
with ${HELD},
other as (
  select 1 from rsc_connections where mode = $2 and account_id = $4 and state <> 'disconnected' and tenant_key <> $1
),
changed as (
  update rsc_connections c set
    state = 'linked', account_id = $4, platform_id = $7, claim_id = null, claim_params = null, lease_owner = null, lease_until = null,
    disconnected_at = null, disconnected_why = null, revision = nextval('rsc_revision')
  from held
  where c.tenant_key = held.tenant_key and c.mode = held.mode
    and held.generation = $3 and held.state = 'claimed' and not exists (select 1 from other)
  returning c.*
),
logged as (
  insert into rsc_audit (at, tenant_key, mode, generation, what, who, account_id)
  select now(), tenant_key, mode, generation, $5, $6, account_id from changed
)
select
  case
    when c.generation = $3 and c.state = 'linked' and c.account_id = $4 then 'committed'
    when c.generation = $3 and c.state = 'claimed' then 'taken'
    else 'lost'
  end as outcome,
  ${columns("c")}
from ${AFTER} c`;

/** From nobody's to an account's. */
export function claimVerbs(run: Run, read: ConnectionStore["read"]): Verbs {
  return {
    async claim({ tenant, mode, claimId, params, startedBy, leaseMs }) {
      const who = startedBy === null ? null : toJson(startedBy);
      const values = [await tenantKey(tenant), mode, toJson(tenant), claimId, toJson(params), who, leaseMs];
      const [row] = await run(CLAIM, values);
      const connection = toStored(row);
      if (!row || !connection) throw new Error("react-stripe-connection: the claim wrote no row");
      if (connection.state !== "claimed") return { outcome: "exists", connection };
      return { outcome: row["lease_owner"] === claimId ? "claimed" : "held", connection };
    },

    async renewClaim({ claimId, leaseMs, ...key }) {
      const release = leaseMs === "release";
      const rows = await run(RENEW, [...(await generationParams(key)), claimId, release ? 0 : leaseMs, release]);
      return rows.length > 0;
    },

    async commitAccount({ accountId, platformId, audit, ...key }) {
      const who = audit.who === null ? null : toJson(audit.who);
      try {
        const [row] = await run(COMMIT, [...(await generationParams(key)), accountId, audit.what, who, platformId]);
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
