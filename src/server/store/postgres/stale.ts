import { columns, milliseconds } from "./rows.js";

/** When a row was read or listed last; never: before all others. */
const LOOKED_AT = "coalesce(greatest(checked_at, tried_at), '-infinity'::timestamptz)";

/** Rows that may be due, in the order in which an index holds them. */
interface Due {
  where: string;
  order: string;
}

const lapsed = (state: string): Due => ({
  where: `state = '${state}' and lease_until <= now()`,
  order: "looked_at, generation",
});

/**
 * Two lists: rows that were read since they were listed, in the order of ten-minute slots, and rows that were not. Both
 * are merged by when each row was read or listed last.
 */
const unread = (settled: string, ms: string): Due[] => {
  const before = `now() - ${milliseconds(ms)}`;
  const linked = `state = 'linked' and ${settled}`;
  return [
    {
      where: `${linked} and tried_at is null and checked_slot <= ${before} and (checked_at is null or checked_at <= ${before})`,
      order: "checked_slot, generation",
    },
    {
      where: `${linked} and tried_at is not null and (checked_at is null or checked_at <= ${before})`,
      order: "tried_at, generation",
    },
  ];
};

/** Each has an index of its own: together as one condition they would have none, and every sweep would read the whole table. */
const DUE = [lapsed("claimed"), lapsed("disconnecting"), ...unread("not settled", "$2"), ...unread("settled", "$3")];

/** What is listed counts as tried: instances that sweep at the same time get others, and so does the next sweep. */
export const LIST_STALE = `
with ${DUE.map(
  ({ where, order }, index) => `due_${index} as (
  select tenant_key, mode, generation, ${LOOKED_AT} as looked_at from rsc_connections
  where mode = $1::text and ${where}
  order by ${order} limit $4::text::bigint for update skip locked
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
