import { consoleLogger } from "../../logger.js";
import type { PostgresStoreOptions } from "./options.js";
import { applySql, probe } from "./probe.js";
import { checkSchemaName, qualify } from "./qualify.js";
import { QueryResultError, readRows } from "./queryResult.js";
import type { Run } from "./rows.js";
import { migrationFor } from "./schema.js";
import { isSchemaMissing } from "./sqlState.js";

/** Runs statements on tables that are migrated, through a `query` that was probed: both with the first statement. */
export function createRun(options: PostgresStoreOptions): Run {
  const { migrate = true, schema = null, logger = consoleLogger } = options;
  if (schema !== null) checkSchemaName(schema);
  let preparing: Promise<void> | null = null;

  const prepare = async (): Promise<void> => {
    if (migrate) await options.query(migrationFor(schema), []);
    await probe(options, schema);
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
    return readRows(await options.query(statement.text, values, statement.name));
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
        logger.warn(
          "tables or sequences of the store were dropped while the server was running; what is missing is created again",
        );
        preparing = null;
      }
      await prepared();
      return ask(text, params);
    }
  };

  if (migrate) return askMigrated;
  return async (text, params) => {
    try {
      return await askMigrated(text, params);
    } catch (cause) {
      if (!isSchemaMissing(cause)) throw cause;
      throw new Error(
        `react-stripe-connection: tables are missing in the database, and \`migrate: false\` keeps the store from creating them. ${applySql(schema)}`,
        { cause },
      );
    }
  };
}

/** The same for the same text, in every process and version: two versions may share a pooler's connections. */
function nameOf(text: string): string {
  // FNV-1a from both ends: 64 bits tell a handful of statements apart.
  const hash = (codes: number[]) => codes.reduce((sum, code) => Math.imul(sum ^ code, 0x01000193), 0x811c9dc5) >>> 0;
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  return `rsc_${hash(codes).toString(36)}${hash([...codes].reverse()).toString(36)}`;
}
