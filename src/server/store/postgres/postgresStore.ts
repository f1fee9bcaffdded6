import * as v from "valibot";
import { untilItSucceeds } from "../../../core/async.js";
import { MODES } from "../../../core/connection.js";
import type { StoredConnection } from "../storedConnection.js";
import type { Change, ConnectionStore } from "../connectionStore.js";
import { tenantKey } from "../connectionStore.js";
import { applyVerb } from "./apply.js";
import { claimVerbs } from "./claims.js";
import { hearVerb, lastOfAccount } from "./hear.js";
import { ledgerVerbs } from "./ledger.js";
import { lifeVerbs } from "./life.js";
import { columns, type Row, type Run, toStored } from "./rows.js";
import { CHANGE_CHANNEL, MIGRATION, TELL_CHANGE } from "./schema.js";
import { LIST_STALE } from "./stale.js";

export { type ListenClient, type ListenOptions, listenWithPg } from "./listenWithPg.js";

/**
 * For PGlite: `{ query: (text, params) => db.query(text, params), listen: (channel, onPayload) => db.listen(channel, onPayload) }`.
 * For `pg`: `{ query: (text, values, name) => pool.query({ text, values, name }), listen: listenWithPg(() => new Client(url)) }`.
 */
export interface PostgresStoreOptions {
  /**
   * Runs one statement, on whichever connection. `name` stands for the text: given to `pg`, each connection plans a
   * statement once instead of each time. Leave it away behind a pooler that knows no prepared statements.
   */
  query(text: string, params: unknown[], name?: string): Promise<{ rows: unknown[] }>;
  /**
   * Listens on a connection of its own until the result is called; `onDrop` says that it broke and stands again.
   * Left out: nothing is pushed and pages poll. For `pg` there is `listenWithPg`.
   */
  listen?: (
    channel: string,
    onPayload: (payload: string) => void,
    onDrop: () => void,
  ) => Promise<() => Promise<unknown>>;
}

const changeSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ tenantKey: v.string(), mode: v.picklist(MODES), revision: v.number() }),
);

const READ = (where: string) => `select ${columns("c")} from rsc_connections c where c.mode = $1 and ${where}`;
const READ_TENANT = READ("c.tenant_key = $2");
const READ_ACCOUNT = `select ${columns("c")} from ${lastOfAccount("$1", "$2")} c`;

const names = new Map<string, string>();

/** The same for the same text, in every process and version: two versions may share a pooler's connections. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    // FNV-1a from both ends: 64 bits tell a handful of statements apart.
    const hash = (codes: number[]) => codes.reduce((sum, code) => Math.imul(sum ^ code, 0x01000193), 0x811c9dc5) >>> 0;
    const codes = Array.from(text, (letter) => letter.charCodeAt(0));
    name = `rsc_${hash(codes).toString(36)}${hash([...codes].reverse()).toString(36)}`;
    names.set(text, name);
  }
  return name;
}

const PURGE = `
with connections as (delete from rsc_connections where tenant_key = $1 returning mode),
events as (delete from rsc_events where tenant_key = $1),
facts as (delete from rsc_facts where tenant_key = $1),
audit as (delete from rsc_audit where tenant_key = $1),
tokens as (delete from rsc_tokens where starts_with(bucket, $1 || ':'))
select ${TELL_CHANGE("$1", "mode", "nextval('rsc_revision')")} from connections`;

// Asked by the function, because a role that may use a sequence need not have the right to select from it.
const LATEST_REVISION = "select coalesce(pg_sequence_last_value('rsc_revision'::regclass), 0)::text as revision";

/**
 * The store on PostgreSQL 14 or newer, and on PGlite. It makes its own tables (`rsc_…`) with the first call, in the
 * schema that comes first in the search path. Every verb is one statement, and so a pool in any mode will do.
 */
export function createPostgresStore(options: PostgresStoreOptions): ConnectionStore {
  const migrate = untilItSucceeds(() => options.query(MIGRATION, []));

  const run: Run = async (text, params) => {
    await migrate();
    const { rows } = await options.query(text, params, nameOf(text));
    return rows.filter((row): row is Row => typeof row === "object" && row !== null);
  };

  const read: ConnectionStore["read"] = async (mode, by) => {
    const rows =
      "accountId" in by
        ? await run(READ_ACCOUNT, [mode, by.accountId])
        : await run(READ_TENANT, [mode, "tenantKey" in by ? by.tenantKey : await tenantKey(by.tenant)]);
    return toStored(rows[0]);
  };

  const { listen } = options;
  return {
    read,

    hear: hearVerb(run),
    apply: applyVerb(run),
    ...claimVerbs(run, read),
    ...lifeVerbs(run),
    ...ledgerVerbs(run),

    async listStale({ mode, unsettledMs, settledMs, limit }) {
      const rows = await run(LIST_STALE, [mode, unsettledMs, settledMs, limit]);
      return rows.map(toStored).filter((stored): stored is StoredConnection => stored !== null);
    },

    async purge(tenant) {
      await run(PURGE, [await tenantKey(tenant)]);
    },

    async latestRevision() {
      const [row] = await run(LATEST_REVISION, []);
      return Number(row?.["revision"] ?? 0);
    },

    ...(listen && {
      async subscribe(onChange: (change: Change) => void, onDrop: () => void) {
        await run("select 1 as one", []);
        const tell = (payload: string) => {
          // Anybody may write to a channel.
          const change = v.safeParse(changeSchema, payload);
          if (change.success) onChange(change.output);
        };
        const end = await listen.call(options, CHANGE_CHANNEL, tell, onDrop);
        return async () => void (await end());
      },
    }),
  };
}
