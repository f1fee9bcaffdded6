import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { closeStripe, handler } from "./stripe.js";

const app = new Hono();
app.all("/api/stripe/test/*", (context) => handler.fetch(context.req.raw));
app.use(serveStatic({ root: "dist/client" }));

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
handler.start();
process.once("SIGTERM", async () => {
  server.close();
  await closeStripe();
  if ("closeAllConnections" in server) server.closeAllConnections();
});
