import type { FastifyInstance } from "fastify";
import { nodeListener } from "react-stripe-connection/server";
import { handler } from "./stripe.js";

/** A plug-in of its own, without body parsers: Stripe signs the raw body of a webhook. */
export async function stripeRoutes(app: FastifyInstance) {
  const listener = nodeListener(handler);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _body, done) => done(null));
  app.all("/api/stripe/test/*", (request, reply) => {
    reply.hijack();
    return listener(request.raw, reply.raw);
  });
}
