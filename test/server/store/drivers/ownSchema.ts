import { Pool } from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";

export const pool = new Pool({ connectionString: process.env.DATABASE_URL });
pool.on("error", (error) => console.error(`PostgreSQL: ${error.message}`));

export const store = createPostgresStore({
  query: (text, values) => pool.query(text, values),
  schema: "stripe",
});
