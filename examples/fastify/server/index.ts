import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import Fastify from "fastify";
import { closeStripe, handler } from "./stripe.js";
import { stripeRoutes } from "./stripeRoutes.js";

const app = Fastify({ forceCloseConnections: true });
await app.register(stripeRoutes);
await app.register(fastifyStatic, { root: join(process.cwd(), "dist/client") });

await app.listen({ host: "::", port: Number(process.env.PORT ?? 3000) });
handler.start();
process.once("SIGTERM", async () => {
  await closeStripe();
  await app.close();
});
