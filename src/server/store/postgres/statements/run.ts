import { rejectAfter } from "../../../../core/async.js";
import { safeWarning } from "../../../logger.js";
import { type Runtime, systemRuntime } from "../../../runtime.js";
import { OPEN_MS } from "../../guardStore.js";
import { boundQuery, STATEMENT_MS } from "./boundQuery.js";
import { createLockQueue, type SharedLock } from "./lockQueue.js";
import type { PostgresStoreOptions } from "../options.js";
import { applySql, probe } from "./probe.js";
import { checkSchemaName, qualify } from "./qualify.js";
import { QueryResultError, readRows } from "./queryResult.js";
import type { Run } from "../rows.js";
import { migrationFor } from "../schema.js";
import { isCreatedAlready, isLocked, isSchemaMissing, isSerializationFailure } from "./sqlState.js";

/** The migration waits no longer for the one of another process, or for a table. Shorter than a statement may take. Milliseconds. */
const MIGRATION_LOCK_MS = 3_000;
/** How often the migration runs again that lost to one of another process. */
const MIGRATION_RETRIES = 3;
/** Before a statement that was refused for another session's lock runs again. Doubled each time. Milliseconds. */
const FIRST_PAUSE_MS = 15;
const LONGEST_PAUSE_MS = 400;

/** Runs statements on tables that are migrated, through a `query` that was probed: both with the first statement. */
export function createRun(
  options: PostgresStoreOptions,
  { after, random }: Pick<Runtime, "after" | "random"> = systemRuntime,
): Run {
  const { migrate = true, schema = null } = options;
  const warn = safeWarning(options.logger);
  if (schema !== null) checkSchemaName(schema);
  const query = boundQuery(async (...statement) => options.query(...statement), after);
  const inQueue = createLockQueue();
  let preparing: Promise<void> | null = null;

  const runMigration = async (): Promise<void> => {
    const migration = migrationFor(schema, MIGRATION_LOCK_MS);
    for (let retries = 0; ; retries += 1) {
      try {
        await query(migration, []);
        return;
      } catch (thrown) {
        // Under REPEATABLE READ it sees the version from before it waited for the other one.
        const isOvertaken = isSerializationFailure(thrown) || isCreatedAlready(thrown);
        if (!isOvertaken || retries === MIGRATION_RETRIES) throw thrown;
      }
    }
  };

  const prepare = async (): Promise<void> => {
    if (options.open) {
      const late = () => new Error(`react-stripe-connection: the database did not open within ${OPEN_MS / 1000} s`);
      await rejectAfter(after, OPEN_MS, Promise.resolve(options.open()), late);
    }
    if (migrate) await runMigration();
    await probe(query, schema);
  };

  /** Runs until it succeeds once. A driver that was refused stays refused. */
  const prepared = (): Promise<void> => {
    preparing ??= prepare().catch((thrown: unknown) => {
      if (!(thrown instanceof QueryResultError)) preparing = null;
      throw thrown;
    });
    return preparing;
  };

  const statements = new Map<string, { text: string; name: string }>();

  const statementOf = (written: string) => {
    let statement = statements.get(written);
    if (!statement) {
      const text = qualify(written, schema);
      statement = { text, name: nameOf(text) };
      statements.set(written, statement);
    }
    return statement;
  };

  const ask: Run = async (text, params) => {
    const values = params.map((value) => (value === null ? null : String(value)));
    const statement = statementOf(text);
    return readRows(await query(statement.text, values, statement.name));
  };

  const askMigrated: Run = async (text, params) => {
    const before = prepared();
    await before;
    try {
      return await ask(text, params);
    } catch (thrown) {
      if (!migrate || !isSchemaMissing(thrown)) throw thrown;
      // Of several statements that fail together, the first starts the migration and the others wait for it.
      if (preparing === before) {
        warn(
          "tables or sequences of the store were dropped while the server was running; what is missing is created again",
        );
        preparing = null;
      }
      await prepared();
      return ask(text, params);
    }
  };

  const askPrepared: Run = async (text, params) => {
    try {
      return await askMigrated(text, params);
    } catch (cause) {
      if (migrate || !isSchemaMissing(cause)) throw cause;
      throw new Error(
        `react-stripe-connection: tables are missing in the database, and \`migrate: false\` keeps the store from creating them. ${applySql(schema)}`,
        { cause },
      );
    }
  };

  return async (text, params, locks) => {
    let isLate = false;
    const cancel = after(STATEMENT_MS, () => {
      isLate = true;
    });
    const askAgain = async (shared: SharedLock = {}) => {
      if (isLate) throw shared.heldBy === undefined ? queuedError() : lockedError(shared.heldBy);
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
        try {
          const rows = await askPrepared(text, params);
          shared.heldBy = undefined;
          return rows;
        } catch (thrown) {
          const isHeld = locks !== undefined && isLocked(thrown);
          if (isHeld) shared.heldBy = thrown;
          if (!isHeld && !isSerializationFailure(thrown)) throw thrown;
          if (isLate) throw isHeld ? lockedError(thrown) : thrown;
        }
        // Spread, so that two sessions do not meet again.
        await new Promise<void>((resolve) => after(pause * (0.5 + random()), resolve));
      }
    };
    try {
      return await (locks === undefined ? askAgain() : inQueue(locks, askAgain));
    } finally {
      cancel();
    }
  };
}

const lockedError = (cause: unknown) =>
  new Error(
    `react-stripe-connection: another session held a row for ${STATEMENT_MS / 1000} s. Look for its transaction in pg_stat_activity.`,
    { cause },
  );

const queuedError = () =>
  new Error(
    `react-stripe-connection: a statement waited ${STATEMENT_MS / 1000} s behind others of this process for the same row.`,
  );

/** The same for the same text, in every process and version: two versions may share a pooler's connections. */
function nameOf(text: string): string {
  // FNV-1a from both ends: 64 bits tell a handful of statements apart.
  const hash = (codes: number[]) => codes.reduce((sum, code) => Math.imul(sum ^ code, 0x01000193), 0x811c9dc5) >>> 0;
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  return `rsc_${hash(codes).toString(36)}${hash([...codes].reverse()).toString(36)}`;
}
