import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ConnectionHandler } from "../handlerOptions.js";

/** What Express adds to a request. */
type ExpressRequest = IncomingMessage & { originalUrl?: string; body?: unknown; rawBody?: Buffer };

/**
 * The handler for `node:http` and Express: `createServer(nodeListener(handler))`, `app.use(nodeListener(handler))`.
 * Mount it before anything that parses bodies: webhooks need the bytes that Stripe signed.
 */
export function nodeListener(
  handler: Pick<ConnectionHandler, "fetch">,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const listen = getRequestListener((request) => handler.fetch(request), { overrideGlobalObjects: false });
  return async (request: ExpressRequest, response) => {
    // Express cuts the mount path off; our paths are whole.
    if (request.originalUrl !== undefined) request.url = request.originalUrl;
    // A body that was parsed before us can't be read again. Our own routes go on with it; a webhook then says what is wrong.
    if (request.readableEnded && request.body !== undefined) request.rawBody ??= bytesOf(request.body);
    await listen(request, response);
  };
}

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}
