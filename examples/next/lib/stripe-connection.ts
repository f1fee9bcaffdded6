import { createNextConnection } from "react-stripe-connection/next";
import { createPostgresStore, pgliteDriver } from "react-stripe-connection/postgres";
import { stripeApi } from "react-stripe-connection/server";
import Stripe from "stripe";

const admin = { view: true, connect: true, update: true, disconnect: true };

export const { GET, POST, connectionFor } = createNextConnection({
  mode: "test",
  basePath: "/api/stripe/test",
  publicUrl: process.env.APP_URL!,
  // Once for each process, with its first request.
  setup: () => ({
    stripe: new Stripe(process.env.STRIPE_TEST_SECRET_KEY!, stripeApi(process.env.STRIPE_API_URL)),
    publishableKey: process.env.STRIPE_TEST_PUBLISHABLE_KEY!,
    webhookSecrets: [process.env.STRIPE_TEST_WEBHOOK_SECRET!],
    // PostgreSQL in this process, for development. In production use your own database: see docs/database.md.
    store: createPostgresStore(pgliteDriver(".data/db")),
  }),
  // YOUR SESSION goes here: the request's customer and user, and what the user may do. Return null for a visitor.
  authorize: () => ({ tenant: "acme", user: "ada", can: admin }),
});
