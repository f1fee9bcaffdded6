import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { onTestFinished } from "vitest";

export type Query = (text: string, values?: (string | null)[]) => Promise<{ rows: unknown[] }>;

/** One connection to an empty database of its own, on PostgreSQL with `config`, and in this process. */
export const DATABASES = {
  async PostgreSQL(config: pg.ClientConfig): Promise<Query> {
    const client = new pg.Client(config);
    await client.connect();
    onTestFinished(() => client.end());
    return (text, values) => client.query(text, values);
  },
  async PGlite(): Promise<Query> {
    const database = new PGlite();
    onTestFinished(() => database.close());
    return async (text, values) =>
      values ? database.query(text, values) : { rows: (await database.exec(text)).flatMap(({ rows }) => rows) };
  },
};
export type DatabaseName = keyof typeof DATABASES;
export const DATABASE_NAMES = ["PostgreSQL", "PGlite"] as const satisfies DatabaseName[];

/** A store on such a database. */
export async function openDatabase(name: DatabaseName, config: pg.ClientConfig) {
  const query = await DATABASES[name](config);
  return { query, store: createPostgresStore({ query: (text, values) => query(text, values) }) };
}
