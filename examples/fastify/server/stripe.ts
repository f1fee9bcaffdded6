import { createPostgresStore, pgliteDriver } from "react-stripe-connection/postgres";
import { createConnectionHandler, stripeApi } from "react-stripe-connection/server";
import Stripe from "stripe";

// PostgreSQL in this process, for development. In production use your own database: see docs/database.md.
const db = pgliteDriver(".data/db");

const admin = { view: true, connect: true, update: true, disconnect: true };

export const handler = createConnectionHandler({
  mode: "test",
  basePath: "/api/stripe/test",
  publicUrl: process.env.APP_URL!,
  stripe: new Stripe(process.env.STRIPE_TEST_SECRET_KEY!, stripeApi(process.env.STRIPE_API_URL)),
  publishableKey: process.env.STRIPE_TEST_PUBLISHABLE_KEY!,
  webhookSecrets: [process.env.STRIPE_TEST_WEBHOOK_SECRET!],
  store: createPostgresStore(db),
  // YOUR SESSION goes here: the request's customer and user, and what the user may do. Return null for a visitor.
  authorize: () => ({ tenant: "acme", user: "ada", can: admin }),
});

/** Ends the event streams of open pages, then the database. */
export const closeStripe = () => handler.close().then(() => db.close());
