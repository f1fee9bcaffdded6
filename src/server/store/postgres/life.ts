import type { ConnectionStore, Fact } from "../connectionStore.js";
import {
  AFTER,
  columns,
  generationParams,
  HELD,
  milliseconds,
  type Run,
  toJson,
  toSequence,
  toStored,
} from "./rows.js";

type Verbs = Pick<ConnectionStore, "nextSequence" | "tombstone" | "finishDisconnect">;

const NEXT_SEQUENCE = `
select case
  when e.event_id is not null then 'duplicate'
  when c.state = 'linked' and c.generation = $3::text::bigint then nextval('rsc_read_sequence')::text
  else 'gone'
end as answer
from (select 1) one
left join rsc_connections c on c.tenant_key = $1::text and c.mode = $2::text
left join rsc_events e on e.mode = $2::text and e.event_id = $4::text`;

/** Writes the facts of a change with it. `json` is the parameter that holds them, each payload as JSON in a text. */
const noted = (json: string) => `
noted as (
  insert into rsc_facts (tenant_key, mode, generation, id, name, payload, at)
  select c.tenant_key, c.mode, c.generation, fact ->> 'id', fact ->> 'name', fact ->> 'payload', now()
  from changed c, json_array_elements(${json}::text::json) fact
  on conflict do nothing
)`;

const TOMBSTONE = `
with ${HELD},
changed as (
  update rsc_connections c set
    state = 'disconnecting',
    disconnected_why = 'user',
    ending = case when held.state = 'linked' then $4::text else held.ending end,
    lease_until = now() + ${milliseconds("$5")},
    revision = nextval('rsc_revision')
  from held
  where c.tenant_key = held.tenant_key and c.mode = held.mode and held.generation = $3::text::bigint
    and (held.state = 'linked' or (held.state = 'disconnecting' and held.lease_until <= now()))
  returning c.*
)
select
  case
    when exists (select 1 from changed) then 'tombstoned'
    when c.generation = $3::text::bigint and c.state = 'disconnecting' then 'held'
    else 'conflict'
  end as outcome,
  ${columns("c")}
from ${AFTER} c`;

/** Whether it is over after this step. */
const ENDED = "$4::text in ('disconnected', 'removed', 'closed')";

const FINISH = `
with ${HELD},
changed as (
  update rsc_connections c set
    state = case $4::text when 'left' then c.state when 'restored' then 'linked' else 'disconnected' end,
    ending = case when $4::text = 'left' then c.ending end,
    lease_until = case when $4::text = 'left' then now() end,
    disconnected_why = case $4::text when 'restored' then null when 'removed' then 'removed_at_stripe' when 'closed' then 'closed_at_stripe' else c.disconnected_why end,
    disconnected_at = case when ${ENDED} then now() end,
    -- Events that came meanwhile were not heard.
    checked_at = case $4::text when 'restored' then null else c.checked_at end,
    snapshot = case when ${ENDED} then null else c.snapshot end,
    status = case when ${ENDED} then 'not_connected' else c.status end,
    status_since = case when ${ENDED} then now() else c.status_since end,
    revision = nextval('rsc_revision')
  from held
  where c.tenant_key = held.tenant_key and c.mode = held.mode and held.generation = $3::text::bigint
    and held.state = case when $4::text in ('removed', 'closed') then 'linked' else 'disconnecting' end
  returning c.*
),
seen as (
  insert into rsc_events (mode, event_id, tenant_key, at)
  select $2::text, $5::text, $1::text, now() from changed where $5::text is not null
  on conflict do nothing
),
logged as (
  insert into rsc_audit (at, tenant_key, mode, generation, what, who, account_id)
  select now(), tenant_key, mode, generation, $7::text, $8::text, account_id from changed where $7::text is not null
),
${noted("$6")}
select (exists (select 1 from changed))::text as finished, ${columns("c")} from ${AFTER} c`;

/** What an account's life does to its row. */
export function lifeVerbs(run: Run): Verbs {
  const factsJson = (facts: readonly Fact[] = []) =>
    toJson(facts.map(({ id, name, payload }) => ({ id, name, payload: toJson(payload) })));

  return {
    async nextSequence({ eventId, ...key }) {
      const [row] = await run(NEXT_SEQUENCE, [...(await generationParams(key)), eventId ?? null]);
      return toSequence(row);
    },

    async tombstone({ who, policy, leaseMs, ...key }) {
      const params = await generationParams(key);
      const [row] = await run(TOMBSTONE, [...params, toJson({ who, policy }), leaseMs], params[0]);
      const outcome = row?.["outcome"];
      return {
        outcome: outcome === "tombstoned" || outcome === "held" ? outcome : "conflict",
        connection: toStored(row),
      };
    },

    async finishDisconnect({ outcome, eventId, facts, audit, ...key }) {
      const who = audit?.who == null ? null : toJson(audit.who);
      const params = await generationParams(key);
      const values = [...params, outcome, eventId ?? null, factsJson(facts), audit?.what ?? null, who];
      const [row] = await run(FINISH, values, params[0]);
      return { finished: row?.["finished"] === "true", connection: toStored(row) };
    },
  };
}
