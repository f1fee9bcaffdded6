import { columns, milliseconds } from "./rows.js";
import { LOOKED_AT, TRIED_SINCE } from "./schema.js";

const lapsed = (state: string) => `state = '${state}' and lease_until <= now()`;

/** Whoever was looked at before is due; whoever was tried since was read longer ago than that, or never. */
const unread = (settled: string, ms: string) => {
  const before = `now() - ${milliseconds(ms)}`;
  const linked = `state = 'linked' and ${settled}`;
  return [
    `${linked} and ${LOOKED_AT} <= ${before}`,
    `${linked} and ${TRIED_SINCE} and (checked_at is null or checked_at <= ${before})`,
  ];
};

/** Each has an index of its own: together as one condition they would have none, and every sweep would read the whole table. */
const DUE = [lapsed("claimed"), lapsed("disconnecting"), ...unread("not settled", "$2"), ...unread("settled", "$3")];

/** What is listed counts as tried: instances that sweep at the same time get others, and so does the next sweep. */
export const LIST_STALE = `
with ${DUE.map(
  (where, index) => `due_${index} as (
  select tenant_key, mode, generation, ${LOOKED_AT} as looked_at from rsc_connections
  where mode = $1::text and ${where}
  order by looked_at, generation limit $4::text::bigint for update skip locked
)`,
).join(",\n")},
stale as (
  ${DUE.map((_, index) => `select * from due_${index}`).join(" union ")}
  order by looked_at, generation limit $4::text::bigint
),
tried as (
  update rsc_connections c set tried_at = now() from stale
  where c.tenant_key = stale.tenant_key and c.mode = stale.mode
  returning c.*, stale.looked_at
)
select ${columns("c")} from tried c order by c.looked_at, c.generation`;
