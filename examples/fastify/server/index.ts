import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import Fastify from "fastify";
import { fastifyConnection } from "react-stripe-connection/node";
import { closeStripe, handler } from "./stripe.js";

const app = Fastify({ forceCloseConnections: true });
await app.register(fastifyConnection, { handler });
await app.register(fastifyStatic, { root: join(process.cwd(), "dist/client") });

await app.listen({ host: "::", port: Number(process.env.PORT ?? 3000) });
handler.start();
process.once("SIGTERM", async () => {
  await closeStripe();
  await app.close();
});
