import type { PGlite } from "@electric-sql/pglite";
import { untilItSucceeds } from "../../../core/async.js";
import type { PostgresStoreOptions } from "./options.js";

/** The database of `pgliteDriver`, and its end. */
export interface PgliteDriver extends Required<Pick<PostgresStoreOptions, "open" | "query" | "listen">> {
  /** Closes the database, so that its files are whole. Close the handler first. */
  close(): Promise<void>;
}

/**
 * PostgreSQL in this process, for development: `createPostgresStore(pgliteDriver(".data/stripe"))`. The host installs
 * `@electric-sql/pglite`. It is opened with the first statement, once for each folder of a process, also where a hot
 * reload calls this again. One process at a time may have a folder open.
 *
 * @param dataDir The folder of its files, created where it is missing. Left out: in memory, for tests.
 */
export function pgliteDriver(dataDir?: string): PgliteDriver {
  let isOpened = false;
  const open = untilItSucceeds(() => (dataDir === undefined ? openDatabase({}) : openFolder(dataDir)));
  const opened = async () => {
    isOpened = true;
    return (await open()).db;
  };
  return {
    open: opened,
    query: async (text, params) => (await opened()).query(text, params),
    listen: async (channel, onPayload) => (await opened()).listen(channel, onPayload),
    async close() {
      if (isOpened) await (await open()).close();
    },
  };
}

interface Database {
  db: PGlite;
  close: () => Promise<void>;
}

async function openDatabase(options: { dataDir?: string }): Promise<Database> {
  // Not bundled: PGlite reads its files from beside its own module.
  const { PGlite } = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ "@electric-sql/pglite");
  const db = await PGlite.create(options);
  return { db, close: untilItSucceeds(() => db.close()) };
}

const FOLDERS = Symbol.for("react-stripe-connection/pglite");

async function openFolder(dataDir: string): Promise<Database> {
  const { mkdir, realpath } = await import("node:fs/promises");
  // PGlite creates the last folder of the path only.
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const shared: typeof globalThis & { [FOLDERS]?: Map<string, Promise<Database>> } = globalThis;
  const folders = (shared[FOLDERS] ??= new Map<string, Promise<Database>>());
  const opening = folders.get(folder) ?? openDatabase({ dataDir: folder });
  folders.set(folder, opening);
  const forget = () => {
    if (folders.get(folder) === opening) folders.delete(folder);
  };
  try {
    const { db, close } = await opening;
    return { db, close: () => close().finally(forget) };
  } catch (thrown) {
    forget();
    throw thrown;
  }
}
