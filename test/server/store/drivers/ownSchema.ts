import { Pool } from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";

export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
  statement_timeout: 8_000,
  lock_timeout: 2_000,
});
pool.on("error", (error) => console.error(`PostgreSQL: ${error.message}`));

export const store = createPostgresStore({
  query: (text, values) => pool.query(text, values),
  schema: "stripe",
});
