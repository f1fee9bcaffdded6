import { isSettled } from "../settled.js";
import { type ConnectionStore, type Fact, tenantKey } from "../connectionStore.js";
import { columns, type Run, toJson, toStored } from "./rows.js";
import { batchQueries } from "./statements/batchQueries.js";

type Apply = ConnectionStore["apply"];
type Input = Parameters<Apply>[0];
type Answer = Awaited<ReturnType<Apply>>;

/** Events older than Stripe's last retry can't come again. */
const FORGET_EVENTS = "interval '35 days'";

/** The facts are told against what is there. */
const SAME_REVISION = "(told_against is null or linked.revision = told_against)";

/**
 * Each row is found by its own look into an index: `lateral` and `linked` leave the planner, which takes any JSON for a
 * hundred rows, no reason to read a whole table instead.
 */
const APPLY = (lock: "for update nowait" | "for update skip locked") => `
with held as (
  select asked.*, c.* from json_to_recordset($1::text::json) as asked (
    item int, for_key text, for_mode text, for_generation bigint, sequence bigint, told_against bigint,
    new_snapshot text, new_status text, new_settled boolean, events json, facts json
  )
  cross join lateral (
    select * from rsc_connections where tenant_key = asked.for_key and mode = asked.for_mode ${lock}
  ) c
),
linked as (select * from held where generation = for_generation and state = 'linked'),
seen as (
  insert into rsc_events (mode, event_id, tenant_key, at)
  select mode, event_id, tenant_key, now() from linked, json_array_elements_text(events) event_id
  where applied_sequence >= sequence or ${SAME_REVISION}
  on conflict do nothing
),
forgotten as (
  delete from rsc_events e using (
    select old.mode, old.event_id from linked
    join rsc_events old on old.tenant_key = linked.tenant_key and old.mode = linked.mode and old.at < now() - ${FORGET_EVENTS}
    for update of old skip locked
  ) old
  where e.mode = old.mode and e.event_id = old.event_id
),
changed as (
  update rsc_connections c set
    -- What is the same stays where it is, compressed as it is.
    snapshot = case when c.snapshot is distinct from new_snapshot then new_snapshot else c.snapshot end,
    status = new_status, settled = new_settled, checked_at = now(), applied_sequence = sequence,
    last_event_id = coalesce(events ->> 0, c.last_event_id),
    status_since = case when c.status = new_status then c.status_since else now() end,
    connected_at = case when new_status = 'connected' then coalesce(c.connected_at, now()) else c.connected_at end,
    revision = case when c.snapshot is distinct from new_snapshot then nextval('rsc_revision') else c.revision end
  from linked
  where c.tenant_key = linked.tenant_key and c.mode = linked.mode
    and linked.applied_sequence < sequence and ${SAME_REVISION}
  returning c.*, item, facts
),
noted as (
  insert into rsc_facts (tenant_key, mode, generation, id, name, payload, at)
  select c.tenant_key, c.mode, c.generation, fact ->> 'id', fact ->> 'name', fact ->> 'payload', now()
  from changed c, json_array_elements(c.facts) fact
  on conflict do nothing
)
select c.item::text as item, 'applied' as outcome, ${columns("c")} from changed c
union all
select
  c.item::text,
  case
    when c.generation = c.for_generation and c.state = 'linked' then
      case when c.applied_sequence >= c.sequence then 'superseded' else 'changed' end
    else 'gone'
  end,
  ${columns("c")}
from held c where not exists (select 1 from changed where changed.item = c.item)`;

const APPLY_ALONE = APPLY("for update nowait");
const APPLY_SKIPPING = APPLY("for update skip locked");

/** Those who write the same read to the same row: the first one writes it, for the others it is written already. */
interface Group {
  input: Input;
  eventIds: string[];
  items: number[];
}

/** Writes what was read, for all rows that are written at the same time. */
export function applyVerb(run: Run): Apply {
  const applyAll = async (text: string, groups: readonly Group[], locks?: string): Promise<Map<number, Answer>> => {
    const asked = await Promise.all(groups.map(({ input, eventIds }, item) => asRecord(item, input, eventIds)));
    return new Map(
      (await run(text, [toJson(asked)], locks)).map((row) => {
        const outcome = row["outcome"] as Answer["outcome"];
        return [Number(row["item"]), { outcome, connection: toStored(row) }];
      }),
    );
  };

  const together = async (inputs: readonly Input[]): Promise<(Answer | null)[]> => {
    const groups = new Map<string, Group>();
    inputs.forEach((input, item) => {
      const row = JSON.stringify([input.tenant, input.mode]);
      const group = groups.get(row) ?? { input, eventIds: [], items: [] };
      // Another read of the same row has to come after this one.
      if (!isSameRead(group.input, input)) return;
      groups.set(row, group);
      group.items.push(item);
      if (input.eventId !== undefined) group.eventIds.push(input.eventId);
    });
    const all = [...groups.values()];
    const answers = await applyAll(APPLY_SKIPPING, all);
    const found: (Answer | null)[] = inputs.map(() => null);
    all.forEach(({ items }, index) => {
      const answer = answers.get(index);
      if (!answer) return;
      const { outcome } = answer;
      items.forEach((item, nth) => {
        found[item] = nth > 0 && outcome === "applied" ? { ...answer, outcome: "superseded" } : answer;
      });
    });
    return found;
  };

  const alone: Apply = async (input) => {
    const eventIds = input.eventId === undefined ? [] : [input.eventId];
    const answers = await applyAll(APPLY_ALONE, [{ input, eventIds, items: [0] }], await tenantKey(input.tenant));
    return answers.get(0) ?? { outcome: "gone", connection: null };
  };

  return batchQueries({ together, alone });
}

function isSameRead(one: Input, other: Input): boolean {
  return (
    one.snapshot === other.snapshot &&
    one.sequence === other.sequence &&
    one.generation === other.generation &&
    one.revision === other.revision
  );
}

async function asRecord(item: number, input: Input, events: readonly string[]) {
  const { tenant, mode, generation, sequence, revision, snapshot, facts = [] } = input;
  return {
    item,
    for_key: await tenantKey(tenant),
    for_mode: mode,
    for_generation: generation,
    sequence,
    told_against: revision,
    new_snapshot: toJson(snapshot),
    new_status: snapshot.derived.status,
    new_settled: isSettled(snapshot),
    events,
    facts: facts.map(({ id, name, payload }: Fact) => ({ id, name, payload: toJson(payload) })),
  };
}
