/** The channel of changes. */
export const CHANGE_CHANNEL = "rsc_connection_change";

/** Ids and numbers only: a notification holds less than 8,000 bytes, and anybody may listen. */
export const TELL_CHANGE = (key: string, mode: string, revision: string): string =>
  `pg_notify('${CHANGE_CHANNEL}', json_build_object('tenantKey', ${key}::text, 'mode', ${mode}, 'revision', ${revision})::text)`;

/**
 * Host texts (tenants, users) are kept as JSON, which can hold what a database text can't: NUL, lone surrogates.
 */
const FIRST = `
create table rsc_connections (
  tenant_key text not null,
  mode text not null check (mode in ('test', 'live')),
  tenant text not null,
  state text not null check (state in ('claimed', 'linked', 'disconnecting', 'disconnected')),
  generation bigint not null,
  revision bigint not null,
  claim_id text,
  claim_params text,
  lease_owner text,
  lease_until timestamptz,
  account_id text,
  snapshot text,
  status text not null,
  settled boolean not null default false,
  status_since timestamptz not null,
  checked_at timestamptz,
  applied_sequence bigint not null default 0,
  started_by text,
  connected_at timestamptz,
  tombstoned_at timestamptz,
  disconnected_at timestamptz,
  disconnected_why text,
  last_event_id text,
  primary key (tenant_key, mode)
);
-- One account belongs to one tenant; a mode is a world of its own.
create unique index rsc_connections_account on rsc_connections (mode, account_id) where state <> 'disconnected';
create index rsc_connections_old_account on rsc_connections (mode, account_id) where state = 'disconnected';
create index rsc_connections_claims on rsc_connections (mode, lease_until) where state = 'claimed';
create index rsc_connections_endings on rsc_connections (mode, tombstoned_at) where state = 'disconnecting';
create index rsc_connections_checked on rsc_connections (mode, settled, checked_at nulls first) where state = 'linked';

create table rsc_events (
  mode text not null,
  event_id text not null,
  tenant_key text not null,
  at timestamptz not null,
  primary key (mode, event_id)
);
create index rsc_events_tenant on rsc_events (tenant_key, mode, at);

create table rsc_facts (
  tenant_key text not null,
  mode text not null,
  generation bigint not null,
  id text not null,
  name text not null,
  payload text not null,
  at timestamptz not null,
  leased_until timestamptz,
  done_at timestamptz,
  primary key (tenant_key, mode, generation, id)
);
create index rsc_facts_due on rsc_facts (mode, at) where done_at is null;

create table rsc_audit (
  at timestamptz not null,
  tenant_key text not null,
  mode text not null,
  generation bigint not null,
  what text not null,
  who text,
  account_id text
);
create index rsc_audit_tenant on rsc_audit (tenant_key, mode, at);

create table rsc_tokens (
  bucket text primary key,
  tokens double precision not null,
  granted boolean not null,
  at timestamptz not null
);

create or replace function rsc_tell_change() returns trigger language plpgsql as $tell$
begin
  perform ${TELL_CHANGE("new.tenant_key", "new.mode", "new.revision")};
  return null;
end
$tell$;
create trigger rsc_connections_inserted after insert on rsc_connections
  for each row execute function rsc_tell_change();
create trigger rsc_connections_changed after update on rsc_connections
  for each row when (new.revision is distinct from old.revision) execute function rsc_tell_change();`;

/** A disconnect under way has a lease, who asked and what was agreed; accounts know their platform; sweeps take turns. */
const SECOND = `
alter table rsc_connections drop column tombstoned_at;
alter table rsc_connections add column platform_id text, add column ending text, add column tried_at timestamptz;
update rsc_connections set
  lease_until = now(),
  ending = json_build_object('who', null, 'policy', case disconnected_why when 'user' then 'delete' else 'detach' end)::text
where state = 'disconnecting';
create index rsc_connections_endings on rsc_connections (mode, lease_until) where state = 'disconnecting';`;

const LOOKED_AT = "coalesce(greatest(checked_at, tried_at), '-infinity'::timestamptz)";
const TRIED_SINCE = "tried_at is not null and (checked_at is null or tried_at > checked_at)";

/** A sweep finds what is due among a million; a purge also takes what was being written when it began. */
const THIRD = `
drop index rsc_connections_checked;
create index rsc_connections_looked_at on rsc_connections (mode, settled, (${LOOKED_AT}), generation)
  where state = 'linked';
create index rsc_connections_tried on rsc_connections (mode, settled, tried_at) where state = 'linked' and ${TRIED_SINCE};

create or replace function rsc_forget() returns trigger language plpgsql as $forget$
begin
  delete from rsc_events where tenant_key = old.tenant_key and mode = old.mode;
  delete from rsc_facts where tenant_key = old.tenant_key and mode = old.mode;
  delete from rsc_audit where tenant_key = old.tenant_key and mode = old.mode;
  return null;
end
$forget$;
create trigger rsc_connections_deleted after delete on rsc_connections
  for each row execute function rsc_forget();`;

/**
 * Audit entries are read page by page, so each gets a number in the order of writing. The number is an identity column:
 * an insert needs no right to its sequence, which a role with earlier grants does not have. Existing entries get negative
 * numbers in the order of their times; the identity starts at 1.
 */
const FOURTH = `
alter table rsc_audit add column id bigint;
update rsc_audit a set id = numbered.id
from (select ctid as place, -row_number() over (order by at desc, generation desc) as id from rsc_audit) numbered
where a.ctid = numbered.place;
alter table rsc_audit alter column id set not null;
alter table rsc_audit alter column id add generated always as identity;
drop index rsc_audit_tenant;
create unique index rsc_audit_tenant on rsc_audit (tenant_key, mode, id);`;

/** The trigger finds the tables beside its own, also where the search path does not lead to them. */
const FIFTH = "alter function rsc_forget() set search_path from current;";

/** Facts are given out by how often they were given out before, and by name. */
const SIXTH = `
alter table rsc_facts add column attempts integer not null default 0;
drop index rsc_facts_due;
create index rsc_facts_due on rsc_facts (mode, name, attempts, at) where done_at is null;`;

/**
 * Every webhook writes `checked_at`, so no index holds it: then PostgreSQL leaves all indexes of the row alone (a HOT
 * update), as long as the page has room for another version of the row: half of each page is left for that. A sweep
 * finds what is due by `checked_slot`, the ten minutes in which the row was read; a row that was never read comes before
 * all others. `tried_at` is set while a row was listed and not read since. Adding the column rewrites the table, and so
 * its pages get that room.
 */
const SEVENTH = `
drop index rsc_connections_looked_at;
drop index rsc_connections_tried;
alter table rsc_connections set (fillfactor = 50);
update rsc_connections set tried_at = null where tried_at <= checked_at;
alter table rsc_connections add column checked_slot timestamptz not null generated always as (
  date_bin('10 minutes', coalesce(checked_at, '-infinity'::timestamptz), '2000-01-01T00:00:00Z'::timestamptz)
) stored;
create index rsc_connections_checked on rsc_connections (mode, settled, checked_slot, generation)
  where state = 'linked' and tried_at is null;
create index rsc_connections_tried on rsc_connections (mode, settled, tried_at, generation)
  where state = 'linked' and tried_at is not null;`;

/** From nothing to what this version needs, one after the other. */
export const STEPS: readonly string[] = [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH];

/** What `rsc_schema` holds when all steps are done. */
export const TABLES_VERSION = STEPS.length;

const inSchema = (name: string) => `to_regclass(quote_ident(current_schema()) || '.${name}')`;
const hasColumn = (table: string, column: string) =>
  `exists (select 1 from pg_attribute where attrelid = ${inSchema(table)} and attname = '${column}' and not attisdropped)`;

/** What tells that a step was done, where `rsc_schema` was emptied. The fifth changes a function only and can be done again. */
const SHAPES: readonly [version: number, shape: string][] = [
  [7, `${hasColumn("rsc_connections", "checked_slot")} and ${inSchema("rsc_facts")} is not null`],
  [6, hasColumn("rsc_facts", "attempts")],
  [4, hasColumn("rsc_audit", "id")],
  [3, `${inSchema("rsc_connections_looked_at")} is not null`],
  [2, hasColumn("rsc_connections", "tried_at")],
  [1, `${inSchema("rsc_connections")} is not null`],
];

/**
 * Generations, revisions and read sequences come from sequences, which no delete sets back. Pages keep what has the
 * higher revision, and a disconnect names a generation. So where a tool dropped a sequence, the next one begins higher
 * than any before it could get: with the milliseconds since 1970.
 */
const SEQUENCES = ["rsc_generation", "rsc_revision", "rsc_read_sequence"];

const createSequence = (name: string) => `
  if to_regclass(quote_ident(current_schema()) || '.${name}') is null then
    create sequence ${name};
    perform setval('${name}', (extract(epoch from now()) * 1000)::bigint);
  end if;`;

/** For the schema that comes first in the search path. */
const CURRENT = { before: "", after: "" };

/** For a schema that is named, whatever the search path is. */
const named = (schema: string): typeof CURRENT => ({
  before: `
  if to_regnamespace('"${schema}"') is null then
    create schema "${schema}";
  end if;
  perform set_config('search_path', '"${schema}"', true);`,
  after: `
  perform set_config('search_path', path, true);`,
});

/**
 * All tables, in one statement: it runs whole or not at all, one process at a time, and does nothing when it is done.
 * Functions may be left over where a tool dropped the tables alone, and tables where it dropped the sequences. `schema` was checked.
 * `lockMs`: how long it waits for a lock that another session has, milliseconds. Default: as long as the database lets it.
 */
export function migrationFor(schema: string | null, lockMs: number | null = null): string {
  const { before, after } = schema === null ? CURRENT : named(schema);
  const bound = lockMs === null ? "" : `perform set_config('lock_timeout', '${lockMs}', true);\n  `;
  return `do $migration$
declare
  made integer;
  path text := current_setting('search_path');
begin
  ${bound}perform pg_advisory_xact_lock(hashtext('react-stripe-connection'));${before}
  -- "if not exists" would ask for the right to create, which a server's role need not have once all is made.
  if to_regclass(quote_ident(current_schema()) || '.rsc_schema') is null then
    create table rsc_schema (version integer primary key);
  end if;${SEQUENCES.map(createSequence).join("")}
  select coalesce(max(version), 0) into made from rsc_schema;
  -- Tests of hosts truncate all tables.
  if made = 0 then
    made := case ${SHAPES.map(([version, shape]) => `when ${shape} then ${version}`).join(" ")} else 0 end;
    insert into rsc_schema (version) select generate_series(1, made);
  end if;
  -- All statements take this table first. An upgrade that took it after another would be in a deadlock with an instance
  -- that is still running.
  if made between 1 and ${STEPS.length - 1} then
    lock table rsc_connections in access exclusive mode;
  end if;
  ${STEPS.map((step, index) => `if made < ${index + 1} then ${step}\ninsert into rsc_schema (version) values (${index + 1});\nend if;`).join("\n")}${after}
end
$migration$`;
}
