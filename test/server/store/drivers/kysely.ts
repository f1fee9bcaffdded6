import { CompiledQuery, Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
  statement_timeout: 8_000,
  lock_timeout: 2_000,
});
pool.on("error", (error) => console.error(`PostgreSQL: ${error.message}`));
export const db = new Kysely<object>({ dialect: new PostgresDialect({ pool }) });

export const store = createPostgresStore({
  query: (text, params) => db.executeQuery(CompiledQuery.raw(text, params)),
});
