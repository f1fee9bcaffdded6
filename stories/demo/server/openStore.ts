import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { ConnectionStore } from "react-stripe-connection/server";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import type { Settings } from "./settings.js";

export interface DemoStore {
  store: ConnectionStore;
  /** For the greeting. */
  where: string;
  close(): Promise<void>;
}

/** The same SQL on the PostgreSQL of `DATABASE_URL`, or on PGlite in a folder. */
export function openStore({ databaseUrl, dataDir }: Pick<Settings, "databaseUrl" | "dataDir">): DemoStore {
  return databaseUrl ? openPostgres(databaseUrl) : openPglite(join(dataDir, "pglite"));
}

function openPglite(folder: string): DemoStore {
  let opened: Promise<PGlite> | null = null;
  // It takes a second or two: the first use waits for it, and the greeting does not.
  const database = () => {
    mkdirSync(folder, { recursive: true });
    opened ??= PGlite.create(folder);
    return opened;
  };
  return {
    store: createPostgresStore({
      open: database,
      query: async (text, params) => await (await database()).query(text, params),
      listen: async (channel, onPayload) => await (await database()).listen(channel, onPayload),
    }),
    where: `PGlite in ${folder}, which opens in the background`,
    close: async () => await (await opened)?.close(),
  };
}

function openPostgres(databaseUrl: string): DemoStore {
  const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, query_timeout: 10_000 });
  // A connection that breaks while it rests is replaced by the next query; without a listener it would end the process.
  pool.on("error", (error) => console.error(`PostgreSQL: ${error.message}`));
  return {
    store: createPostgresStore({
      query: (text, params) => pool.query(text, params),
      listen: listenWithPg(() => new pg.Client({ connectionString: databaseUrl })),
    }),
    where: `PostgreSQL at ${new URL(databaseUrl).host}`,
    close: () => pool.end(),
  };
}
