import type { PGlite } from "@electric-sql/pglite";
import { untilItSucceeds } from "../../../core/async.js";
import type { PostgresStoreOptions } from "./options.js";

/** The database of `pgliteDriver`, and its end. */
export interface PgliteDriver extends Required<Pick<PostgresStoreOptions, "query" | "listen">> {
  /** Closes the database, so that its files are whole. Close the handler first. */
  close(): Promise<void>;
}

/**
 * PostgreSQL in this process, for development: `createPostgresStore(pgliteDriver(".data/stripe"))`. The host installs
 * `@electric-sql/pglite`. It is opened with the first statement. One process at a time may have a folder open.
 *
 * @param dataDir The folder of its files, created where it is missing. Left out: in memory, for tests.
 */
export function pgliteDriver(dataDir?: string): PgliteDriver {
  const open = untilItSucceeds(async (): Promise<PGlite> => {
    // Not bundled: PGlite reads its files from beside its own module.
    const pglite = await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ "@electric-sql/pglite");
    if (dataDir === undefined) return pglite.PGlite.create();
    // PGlite creates the last folder of the path only.
    const { mkdir } = await import("node:fs/promises");
    await mkdir(dataDir, { recursive: true });
    return pglite.PGlite.create({ dataDir });
  });
  let isOpen = false;
  const opened = () => {
    isOpen = true;
    return open();
  };
  return {
    query: async (text, params) => (await opened()).query(text, params),
    listen: async (channel, onPayload) => (await opened()).listen(channel, onPayload),
    async close() {
      if (isOpen) await (await open()).close();
    },
  };
}
