import Stripe from "stripe";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { createConnectionHandler } from "react-stripe-connection/server";

/** A host's back end. With test/stripe22/tsconfig.json it and our server are compiled against the oldest `stripe`. */
export const handler = createConnectionHandler({
  stripe: new Stripe("sk_test_1"),
  publishableKey: "pk_test_1",
  webhookSecrets: ["whsec_12345678"],
  mode: "test",
  store: createPostgresStore({ query: () => Promise.resolve({ rows: [] }) }),
  basePath: "/api/stripe/test",
  publicUrl: "https://app.example.com",
  authorize: () => null,
  accountParams: ({ country }) => ({
    ...(country ? { country } : {}),
    controller: { stripe_dashboard: { type: "none" } },
  }),
});
