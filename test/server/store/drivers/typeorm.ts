import { createPostgresStore } from "react-stripe-connection/postgres";
import { DataSource } from "typeorm";

export const dataSource = new DataSource({ type: "postgres", url: process.env.DATABASE_URL! });
await dataSource.initialize();

export const store = createPostgresStore({
  query: async (text, params) => ({ rows: await dataSource.query<unknown[]>(text, params) }),
});
