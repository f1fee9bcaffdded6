import { drizzle } from "drizzle-orm/node-postgres";
import { createPostgresStore } from "react-stripe-connection/postgres";

export const db = drizzle({
  connection: {
    connectionString: process.env.DATABASE_URL!,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    statement_timeout: 8_000,
    lock_timeout: 2_000,
  },
});
db.$client.on("error", (error) => console.error(`PostgreSQL: ${error.message}`));

export const store = createPostgresStore({
  query: (text, values, name) => db.$client.query({ text, values, name }),
});
