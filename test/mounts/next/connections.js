import { existsSync } from "node:fs";
import { Client, Pool } from "pg";
import Stripe from "stripe";
import { createPostgresStore, listenWithPg } from "react-stripe-connection/postgres";
import { createNextConnection } from "react-stripe-connection/next";

const CAN = { view: true, connect: true, update: true, disconnect: true };

/** One for each path that it is mounted at. Next.js takes its own `basePath` away before a route handler is asked. */
function connectionsAt(basePath) {
  return createNextConnection({
    mode: "test",
    basePath,
    publicUrl: "https://app.example.com",
    // The second is where the page is opened. A build has none.
    allowedOrigins: ["https://app.example.com", process.env.PAGE_ORIGIN].filter(Boolean),
    setup() {
      console.log(`set up ${basePath}`);
      const { DATABASE_URL: connectionString, SIMULATOR_URL, WEBHOOK_SECRET, STORE_IS_DOWN, LISTENER } = process.env;
      const { hostname, port } = new URL(SIMULATOR_URL);
      const pool = new Pool({ connectionString });
      return {
        stripe: new Stripe("sk_test_simulated", { host: hostname, port: Number(port), protocol: "http" }),
        publishableKey: "pk_test_simulated",
        webhookSecrets: [WEBHOOK_SECRET],
        store: createPostgresStore({
          query: async (text, params) => {
            if (existsSync(STORE_IS_DOWN)) throw new Error("the store is down");
            return pool.query(text, params);
          },
          listen: listenWithPg(() => new Client({ connectionString, application_name: LISTENER })),
        }),
      };
    },
    authorize: (request) => {
      const user = request.headers.get("authorization") ?? "ada";
      return user === "signed-out" ? null : { tenant: `org_${user}`, user, can: CAN };
    },
  });
}

export const mounted = connectionsAt("/api/stripe/test");
export const afterParsing = connectionsAt("/api/stripe/parsed");
