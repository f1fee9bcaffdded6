import type { IncomingMessage } from "node:http";
import type { Http2ServerRequest } from "node:http2";
import type { ConnectionHandler } from "../handlerOptions.js";
import { frameworkAnswer } from "./frameworkAnswer.js";

/** The part of Fastify's instance that is used: each member is Fastify's own. */
export interface FastifyScope {
  /** Of the scope that the plug-in is registered in; empty at the top. */
  readonly prefix: string;
  /** In this scope. */
  removeAllContentTypeParsers(): void;
  /** `*` takes every body. */
  addContentTypeParser(
    contentType: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  /** A route for every method. */
  all(path: string, handler: (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>): unknown;
}

/** The part of Fastify's request that is used. */
export interface FastifyRequestLike {
  /** Node's own, over HTTP/1 or HTTP/2. */
  readonly raw: IncomingMessage | Http2ServerRequest;
}

/** The part of Fastify's reply that is used. */
export interface FastifyReplyLike {
  /** Takes a web `Response` since Fastify 5. */
  send(response: Response): unknown;
}

/** Options of the plug-in. */
export interface FastifyConnectionOptions {
  /** Its `basePath` is the path of the routes. */
  handler: Pick<ConnectionHandler, "basePath" | "fetch">;
}

/**
 * The handler as a plug-in for Fastify 5: `await app.register(fastifyConnection, { handler })`. It makes a scope of its
 * own without body parsers, because webhooks need the bytes that Stripe signed; parsers of the rest stay. `authorize` gets
 * Fastify's `request` and `reply`: `node.req.session`. Throws where the scope's prefix is not the start of `basePath`.
 */
export async function fastifyConnection(app: FastifyScope, { handler }: FastifyConnectionOptions): Promise<void> {
  const { basePath } = handler;
  if (!`${basePath}/`.startsWith(app.prefix)) {
    throw new Error(
      `react-stripe-connection: fastifyConnection: the scope's prefix "${app.prefix}" is not the start of the handler's basePath "${basePath}": register it in the scope above, or write the whole path into basePath.`,
    );
  }
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.all(`${basePath.slice(app.prefix.length)}/*`, async (request, reply) =>
    reply.send(
      await frameworkAnswer(handler, {
        incoming: request.raw,
        url: request.raw.url ?? "/",
        node: { req: request, res: reply },
      }),
    ),
  );
}
