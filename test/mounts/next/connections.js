import { Client, Pool } from "pg";
import Stripe from "stripe";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import { createConnectionHandler } from "react-stripe-connection/server";

const CAN = { view: true, connect: true, update: true, disconnect: true };

// Next.js loads a module once for each of its bundles: what is to be there once lives with the process.
const handlers = (globalThis.acmeHandlers ??= new Map());

/** One handler for each path that it is mounted at. */
export function connectionsAt(basePath) {
  const made = handlers.get(basePath);
  if (made) return made;
  const { DATABASE_URL: connectionString, SIMULATOR_URL, WEBHOOK_SECRET } = process.env;
  const { hostname, port } = new URL(SIMULATOR_URL);
  const pool = new Pool({ connectionString });
  const handler = createConnectionHandler({
    stripe: new Stripe("sk_test_simulated", { host: hostname, port: Number(port), protocol: "http" }),
    publishableKey: "pk_test_simulated",
    webhookSecrets: [WEBHOOK_SECRET],
    mode: "test",
    store: createPostgresStore({
      query: (text, params) => pool.query(text, params),
      listen: listenWithPg(() => new Client({ connectionString })),
    }),
    basePath,
    publicUrl: "https://app.example.com",
    authorize: (request) => {
      const user = request.headers.get("authorization") ?? "ada";
      return { tenant: `org_${user}`, user, can: CAN };
    },
  });
  handlers.set(basePath, handler);
  return handler;
}
