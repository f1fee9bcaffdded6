import { Client, neonConfig, Pool } from "@neondatabase/serverless";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import { WebSocket } from "ws";

neonConfig.webSocketConstructor = WebSocket; // Node 22 and newer have their own: leave this out

export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  connectionTimeoutMillis: 5_000,
  query_timeout: 10_000,
});
pool.on("error", (error: Error) => console.error(`Neon: ${error.message}`));

export const store = createPostgresStore({
  query: (text, params) => pool.query(text, params),
  // The address without "-pooler".
  listen: listenWithPg(() => new Client({ connectionString: process.env.DIRECT_DATABASE_URL })),
});
