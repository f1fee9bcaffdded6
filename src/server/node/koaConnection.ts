import type { IncomingMessage, ServerResponse } from "node:http";
import type { ConnectionHandler } from "../handlerOptions.js";
import { frameworkAnswer } from "./frameworkAnswer.js";
import { nodeListener } from "./nodeListener.js";

/** The part of Koa's context that is used: each member is Koa's own. */
export interface KoaContext {
  /** Node's own request. */
  req: IncomingMessage;
  /** Node's own response. */
  res: ServerResponse;
  /** Path and query, as they were sent. */
  originalUrl: string;
  /** With `rawBody` and `body`, where a body parser came first. */
  request: object;
  /** For `authorize`. */
  response: object;
  /** Of the answer. */
  status: number;
  /** Of the answer. */
  body: unknown;
  /** False: Koa sends nothing by itself. */
  respond?: boolean;
  /** Sets a header of the answer. */
  set(field: string, value: string): void;
}

/**
 * The handler for Koa 2 and 3: `app.use(koaConnection(handler))`. Answers what is below the handler's `basePath` and
 * leaves the rest to the next middleware. `authorize` gets `ctx.request` and `ctx.response`: `node.req.ctx.state`.
 */
export function koaConnection(
  handler: Pick<ConnectionHandler, "basePath" | "fetch">,
): (ctx: KoaContext, next: () => Promise<unknown>) => Promise<void> {
  return async (ctx, next) => {
    if (!ctx.originalUrl.startsWith(`${handler.basePath}/`)) {
      await next();
      return;
    }
    const response = await frameworkAnswer(handler, {
      incoming: ctx.req,
      url: ctx.originalUrl,
      rawBody: Reflect.get(ctx.request, "rawBody"),
      body: Reflect.get(ctx.request, "body"),
      node: { req: ctx.request, res: ctx.response },
    });
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) {
      // Koa 3 reports each page that leaves as an error of the stream.
      ctx.respond = false;
      ctx.status = response.status;
      await nodeListener({ fetch: async () => response })(ctx.req, ctx.res);
      return;
    }
    ctx.body = response.body === null ? null : Buffer.from(await response.arrayBuffer());
    ctx.status = response.status;
    response.headers.forEach((value, name) => ctx.set(name, value));
  };
}
