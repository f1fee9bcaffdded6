import type { StoredConnection } from "../storedConnection.js";
import type { ConnectionStore } from "../connectionStore.js";
import { tenantKey } from "../connectionStore.js";
import { applyVerb } from "./apply.js";
import { claimVerbs } from "./claims.js";
import { hearVerb, lastOfAccount } from "./hear.js";
import { createKnownSnapshots } from "./knownSnapshots.js";
import { ledgerVerbs } from "./ledger.js";
import { lifeVerbs } from "./life.js";
import type { PostgresStoreOptions } from "./options.js";
import { columns, text, toStored } from "./rows.js";
import { createRun } from "./statements/run.js";
import { TELL_CHANGE } from "./schema.js";
import { LIST_STALE } from "./stale.js";
import { subscribeVerb } from "./subscribe.js";

export { type ListenClient, type ListenOptions, listenWithPg } from "./listenWithPg.js";

export type { PostgresStoreOptions } from "./options.js";
export { type PgliteDriver, pgliteDriver } from "./pgliteDriver.js";

const READ = (where: string) => `select ${columns("c")} from rsc_connections c where c.mode = $1::text and ${where}`;
const READ_TENANT = READ("c.tenant_key = $2::text");
const READ_ACCOUNT = `select ${columns("c")} from ${lastOfAccount("$1::text", "$2::text")} c`;

const PURGE = `
with held as (select * from rsc_connections where tenant_key = $1::text for update nowait),
connections as (
  delete from rsc_connections c using held where c.tenant_key = held.tenant_key and c.mode = held.mode returning c.mode
),
events as (delete from rsc_events where tenant_key = $1::text),
facts as (delete from rsc_facts where tenant_key = $1::text),
audit as (delete from rsc_audit where tenant_key = $1::text),
tokens as (delete from rsc_tokens where starts_with(bucket, $1::text || ':'))
select count(${TELL_CHANGE("$1::text", "mode", "nextval('rsc_revision')")})::text as told from connections`;

// Asked by the function, because a role that may use a sequence need not have the right to select from it.
const LATEST_REVISION = "select coalesce(pg_sequence_last_value('rsc_revision'::regclass), 0)::text as revision";

/**
 * The store on PostgreSQL 14 or newer, and on PGlite. With the first call it creates its tables (`rsc_…`), in the schema
 * that comes first in the search path; tables that are dropped later are created again. Every verb is one statement,
 * so `query` may use a pool in any mode. `listen` may not: see `docs/database.md`.
 */
export function createPostgresStore(options: PostgresStoreOptions): ConnectionStore {
  const run = createRun(options);
  const snapshots = createKnownSnapshots();

  const read: ConnectionStore["read"] = async (mode, by) => {
    const rows =
      "accountId" in by
        ? await run(READ_ACCOUNT, [mode, by.accountId])
        : await run(READ_TENANT, [mode, "tenantKey" in by ? by.tenantKey : await tenantKey(by.tenant)]);
    return toStored(rows[0], snapshots.read);
  };

  const { listen } = options;
  return {
    read,

    hear: hearVerb(run, snapshots),
    apply: applyVerb(run, snapshots),
    ...claimVerbs(run, read),
    ...lifeVerbs(run),
    ...ledgerVerbs(run),

    async listStale({ mode, unsettledMs, settledMs, limit }) {
      const rows = await run(LIST_STALE, [mode, unsettledMs, settledMs, limit]);
      return rows
        .map((row) => toStored(row, snapshots.read))
        .filter((stored): stored is StoredConnection => stored !== null);
    },

    async purge(tenant) {
      const key = await tenantKey(tenant);
      await run(PURGE, [key], key);
    },

    async latestRevision() {
      const [row] = await run(LATEST_REVISION, []);
      return row ? Number(text(row, "revision")) : 0;
    },

    ...(options.open && { open: () => Promise.resolve(options.open?.()) }),

    ...(listen && {
      subscribe: subscribeVerb(run, { ...options, listen: (...args) => listen.call(options, ...args) }),
    }),
  };
}
