import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { getRequestListener } from "@hono/node-server";
import type { ConnectionHandler } from "../handlerOptions.js";
import { BROKEN_OFF_MS, FLUSH_MS } from "../http/limits.js";
import { fetchOfTexts, textOf } from "../http/textAnswer.js";
import { systemRuntime } from "../runtime.js";
import { type FrameworkBody, hasBeenRead, hasRawHeaders, type NodeRequest, webRequest } from "./webRequest.js";

/** What Express and body parsers add to a request. */
type ExpressRequest = NodeRequest & FrameworkBody & { originalUrl?: string };

/**
 * The handler for `node:http`, Express, NestJS and serverless wrappers: `createServer(nodeListener(handler))`,
 * `app.use(nodeListener(handler))`. Mount it before anything that parses bodies, because webhooks need the bytes that
 * Stripe signed; a parser that keeps them as `request.rawBody` may come first. `authorize` gets `node.req` and `node.res`.
 */
export function nodeListener(
  handler: Pick<ConnectionHandler, "fetch">,
): (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) => Promise<void> {
  const listen = getRequestListener(
    async (request, { incoming: req, outgoing: res }) => {
      // Express gets its own `url` back before the host's code runs.
      await Promise.resolve();
      const isAsSent = hasRawHeaders(req) && !isParsed(req);
      const asked = isAsSent ? request : webRequest(req, request.url, parsedOf(req));
      // Called as a method: the host's own handler may be an object of a class.
      const answer = await fetchOfTexts(handler.fetch).call(handler, asked, { node: { req, res } });
      return sendText(answer, res) ? SENT : answer;
    },
    // HTTP/1.0 and mocks have no Host. Nothing that the handler does depends on it.
    { overrideGlobalObjects: false, hostname: "localhost" },
  );
  return async (request: ExpressRequest, response) => {
    const { url } = request;
    // Express cuts the mount path off; the handler's paths are whole.
    if (request.originalUrl !== undefined) request.url = request.originalUrl;
    const answered = listen(request, response);
    if (url !== undefined) request.url = url;
    await answered;
    dropIfUnread(response);
  };
}

/** What tells `@hono/node-server` that nothing is left to send. */
const SENT = new Response(null, { headers: { "x-hono-already-sent": "true" } });

/** Sends an answer that has its body beside it. False for any other. */
function sendText(answer: Response, response: ServerResponse | Http2ServerResponse): boolean {
  const text = textOf(answer);
  if (text === undefined) return false;
  const headers: OutgoingHttpHeaders = { "content-length": Buffer.byteLength(text) };
  answer.headers.forEach((value, name) => {
    headers[name] = value;
  });
  response.writeHead(answer.status, headers);
  response.end(text);
  return true;
}

/** A client that does not read its answer would keep its connection, and a server that closes from ending. */
function dropIfUnread(response: ServerResponse | Http2ServerResponse): void {
  if (response.writableFinished || response.destroyed) return;
  // A middleware such as express-session may still be at it before an answer ends.
  const isBrokenOff =
    !response.writableEnded && String(response.getHeader("content-type")).startsWith("text/event-stream");
  const cancel = systemRuntime.after(isBrokenOff ? BROKEN_OFF_MS : FLUSH_MS, () => response.destroy());
  response.once("close", cancel);
}

const parsedOf = ({ rawBody, body }: ExpressRequest): FrameworkBody => ({ rawBody, body });

/** Whether the body must be taken from the request's properties. */
function isParsed(request: ExpressRequest): boolean {
  return request.rawBody !== undefined || (request.body !== undefined && hasBeenRead(request));
}
