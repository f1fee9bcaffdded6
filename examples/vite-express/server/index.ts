import express from "express";
import { nodeListener } from "react-stripe-connection/node";
import { closeStripe, handler } from "./stripe.js";

const app = express();
// Before any body parser, because Stripe signs the raw body of a webhook.
app.use("/api/stripe/test", nodeListener(handler));
app.use(express.static("dist/client"));

const server = app.listen(Number(process.env.PORT ?? 3000));
handler.start();
process.once("SIGTERM", async () => {
  server.close();
  await closeStripe();
  server.closeAllConnections();
});
