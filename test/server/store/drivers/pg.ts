import { Client, Pool } from "pg";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";

const connectionString = process.env.DATABASE_URL;
export const pool = new Pool({
  connectionString,
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
  statement_timeout: 8_000,
  lock_timeout: 2_000,
});
// Without a listener, an idle connection that breaks ends the process.
pool.on("error", (error) => console.error(`PostgreSQL: ${error.message}`));

export const store = createPostgresStore({
  query: (text, values, name) => pool.query({ text, values, name }),
  listen: listenWithPg(() => new Client({ connectionString })),
});
