import { isSettled } from "../settled.js";
import { type ConnectionStore, type Fact, tenantKey } from "../connectionStore.js";
import type { KnownSnapshots } from "./knownSnapshots.js";
import { columns, columnsBesideSnapshot, type Run, toJson, toStored } from "./rows.js";
import { batchQueries } from "./statements/batchQueries.js";

type Apply = ConnectionStore["apply"];
type Input = Parameters<Apply>[0];
type Answer = Awaited<ReturnType<Apply>>;

/** Events older than Stripe's last retry can't come again. */
const FORGET_EVENTS = "interval '35 days'";

/** The facts are told against what is there. */
const SAME_REVISION = "(told_against is null or linked.revision = told_against)";

/**
 * `new_snapshot` is null where it is the one that the row holds at the revision that the facts were told against.
 *
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
linked as (
  select *, new_snapshot is not null and snapshot is distinct from new_snapshot as is_new
  from held where generation = for_generation and state = 'linked'
),
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
    snapshot = case when is_new then new_snapshot else c.snapshot end,
    status = new_status, settled = new_settled, checked_at = now(), tried_at = null, applied_sequence = sequence,
    last_event_id = coalesce(events ->> 0, c.last_event_id),
    status_since = case when c.status = new_status then c.status_since else now() end,
    connected_at = case when new_status = 'connected' then coalesce(c.connected_at, now()) else c.connected_at end,
    revision = case when is_new then nextval('rsc_revision') else c.revision end
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
-- What was written is known.
select c.item::text as item, 'applied' as outcome, ${columnsBesideSnapshot("c")}, null as "snapshot" from changed c
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
  /** The snapshot of `input`. */
  json: string;
  eventIds: string[];
  items: number[];
}

const groupOf = (input: Input): Group => ({ input, json: toJson(input.snapshot), eventIds: [], items: [] });

/** Writes what was read, for all rows that are written at the same time. */
export function applyVerb(run: Run, snapshots: KnownSnapshots): Apply {
  const applyAll = async (text: string, groups: readonly Group[], locks?: string): Promise<Map<number, Answer>> => {
    const asked = await Promise.all(
      groups.map((group, item) =>
        asRecord(item, group, snapshots.isHeld(group.input, group.input.revision, group.json)),
      ),
    );
    const answers = new Map<number, Answer>();
    for (const row of await run(text, [toJson(asked)], locks)) {
      const item = Number(row["item"]);
      const outcome = row["outcome"] as Answer["outcome"];
      const written = outcome === "applied" ? groups[item] : undefined;
      const connection = toStored(row, written ? () => written.input.snapshot : snapshots.read);
      if (written && connection) {
        const { input, json } = written;
        snapshots.written(input, { revision: connection.revision, json, snapshot: input.snapshot });
      }
      answers.set(item, { outcome, connection });
    }
    return answers;
  };

  const together = async (inputs: readonly Input[]): Promise<(Answer | null)[]> => {
    const groups = new Map<string, Group>();
    inputs.forEach((input, item) => {
      const row = JSON.stringify([input.tenant, input.mode]);
      const group = groups.get(row) ?? groupOf(input);
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
      const { outcome, connection } = answer;
      items.forEach((item, nth) => {
        found[item] = nth > 0 && outcome === "applied" ? { outcome: "superseded", connection } : answer;
      });
    });
    return found;
  };

  const alone: Apply = async (input) => {
    const group = groupOf(input);
    if (input.eventId !== undefined) group.eventIds.push(input.eventId);
    const answers = await applyAll(APPLY_ALONE, [group], await tenantKey(input.tenant));
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

async function asRecord(item: number, { input, json, eventIds }: Group, isHeld: boolean) {
  const { tenant, mode, generation, sequence, revision, snapshot, facts = [] } = input;
  return {
    item,
    for_key: await tenantKey(tenant),
    for_mode: mode,
    for_generation: generation,
    sequence,
    told_against: revision,
    new_snapshot: isHeld ? null : json,
    new_status: snapshot.derived.status,
    new_settled: isSettled(snapshot),
    events: eventIds,
    facts: facts.map(({ id, name, payload }: Fact) => ({ id, name, payload: toJson(payload) })),
  };
}
