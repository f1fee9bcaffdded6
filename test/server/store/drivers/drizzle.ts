import { drizzle } from "drizzle-orm/node-postgres";
import { createPostgresStore } from "react-stripe-connection/postgres";

export const db = drizzle(process.env.DATABASE_URL!);
db.$client.on("error", (error) => console.error(`PostgreSQL: ${error.message}`));

export const store = createPostgresStore({
  query: (text, values, name) => db.$client.query({ text, values, name }),
});
