import Stripe from "stripe";
import { createConnectionHandler } from "react-stripe-connection/server";
import { createMemoryStore } from "react-stripe-connection/simulator";

export const handler = createConnectionHandler({
  stripe: new Stripe("sk_test_simulated"),
  publishableKey: "pk_test_simulated",
  webhookSecrets: ["whsec_simulated"],
  mode: "test",
  store: createMemoryStore(),
  basePath: "/api/stripe/test",
  publicUrl: "https://app.example.com",
  authorize: () => ({ tenant: "acme", can: { view: true, connect: true, update: true, disconnect: true } }),
});
