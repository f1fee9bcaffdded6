import type { ConnectionStore } from "../connectionStore.js";
import type { KnownSnapshots } from "./knownSnapshots.js";
import { columns, type Run, toJson, toSequence, toStored } from "./rows.js";
import { batchQueries } from "./statements/batchQueries.js";

type Hear = ConnectionStore["hear"];

/** The row that has the account, else the one that had it last. Each half has its own index; without one of the two conditions neither is used. */
export const lastOfAccount = (mode: string, accountId: string): string => {
  const halves = ["<>", "="].map(
    (is) =>
      `select * from rsc_connections where mode = ${mode} and account_id = ${accountId} and state ${is} 'disconnected'`,
  );
  return `(
  select * from (${halves.join(" union all ")}) either
  order by state = 'disconnected', generation desc limit 1
)`;
};

const HEAR = `
select
  asked.item::text as item,
  case
    when (select true from rsc_events e where e.mode = asked.mode and e.event_id = asked.event_id) then 'duplicate'
    when c.state = 'linked' then nextval('rsc_read_sequence')::text
    else 'gone'
  end as answer,
  ${columns("c")}
from json_to_recordset($1::text::json) as asked (item int, mode text, account_id text, event_id text)
cross join lateral ${lastOfAccount("asked.mode", "asked.account_id")} c`;

/** An account's row, whether an event was seen, and a sequence: for all events that come at the same time. */
export function hearVerb(run: Run, snapshots: KnownSnapshots): Hear {
  const together = async (inputs: readonly Parameters<Hear>[0][]): Promise<Awaited<ReturnType<Hear>>[]> => {
    const asked = inputs.map(({ mode, accountId, eventId }, item) => ({
      item,
      mode,
      account_id: accountId,
      event_id: eventId,
    }));
    const rows = new Map((await run(HEAR, [toJson(asked)])).map((row) => [Number(row["item"]), row]));
    return inputs.map((_, item) => {
      const row = rows.get(item);
      return { sequence: toSequence(row), connection: toStored(row, snapshots.read) };
    });
  };
  const alone: Hear = async (input) => {
    const [answer] = await together([input]);
    return answer ?? { sequence: "gone", connection: null };
  };
  return batchQueries({ together, alone });
}
