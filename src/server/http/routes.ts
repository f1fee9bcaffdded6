import { type Context, Hono } from "hono";
import { PATHS } from "../../core/protocol.js";
import { accountSessionBody, connectBody, disconnectBody, emptyBody } from "./requestBodies.js";
import type { StoredConnection } from "../store/storedConnection.js";
import type { AuthorizeContext } from "../handlerOptions.js";
import type { Viewer } from "../viewer.js";
import type { Actions } from "../operations/actions.js";
import { authorizeRequest } from "./authorizeRequest.js";
import { ConnectionError } from "../../core/errors.js";
import type { LiveUpdates } from "./liveUpdates.js";
import { errorFields } from "../logger.js";
import { createMountHints } from "./mountHints.js";
import { originCheck } from "./originCheck.js";
import { answer, HttpProblem, problem } from "./problem.js";
import { readThrough } from "../operations/readConnection.js";
import { readJsonBody } from "./requestBody.js";
import type { HandlerContext } from "../context.js";
import type { AccountSync } from "../operations/syncAccount.js";
import type { WebhookReceiver } from "./webhooks.js";

type Env = { Bindings: AuthorizeContext; Variables: { requestId: string } };

/** The protocol's paths over what the handler can do. Every answer and every refusal leaves through here. */
export function createRoutes(
  context: HandlerContext,
  parts: { actions: Actions; sync: AccountSync["sync"]; live: LiveUpdates; receiveWebhook: WebhookReceiver },
): Hono<Env> {
  const { options, runtime, logger } = context;
  const { actions, live } = parts;
  // A trailing slash is the same address: Next.js adds one under `trailingSlash: true`.
  const root = new Hono<Env>({ strict: false });
  const hints = createMountHints(context);
  const checkOrigin = originCheck(options.allowedOrigins ?? [options.publicUrl]);

  /** The viewer of a request; a change must also come from an allowed origin. */
  const read = (c: Context<Env>) => {
    hints.lookAtOrigin(c.req.raw);
    return authorizeRequest(context, c.req.raw, c.env);
  };
  const change = async (c: Context<Env>) => {
    hints.lookAtOrigin(c.req.raw);
    checkOrigin(c.req.raw);
    return authorizeRequest(context, c.req.raw, c.env);
  };
  const shown = async (stored: StoredConnection | null, viewer: Viewer, requestId: string) =>
    answer(await context.present(stored, viewer), requestId);

  const failed = (thrown: unknown, c: Context<Env>): Response => {
    const requestId = c.get("requestId");
    const response = problem(thrown, requestId);
    const fields = { requestId, path: c.req.path, status: response.status, ...errorFields(thrown) };
    const isOurs = thrown instanceof ConnectionError && response.status !== 500;
    if (!isOurs) logger.error("a request failed", fields);
    // The outage was logged when it began.
    else if (thrown.code === "store_unavailable") logger.info("a request failed", fields);
    // The page is told only that it failed. Why the store or Stripe can't be reached, the host reads here or nowhere.
    else if (response.status > 500 && thrown.cause !== undefined) logger.warn("a request failed", fields);
    // Stripe's own are refused for a wrong secret or a body that was parsed before, and then no page hears of anything.
    else if (c.req.path === `${options.basePath}${PATHS.webhooks}`) logger.warn("a webhook was refused", fields);
    else logger.info("a request was refused", fields);
    return response;
  };
  root.onError(failed);
  root.use(async (c, next) => {
    c.set("requestId", runtime.randomUUID());
    try {
      return await next();
    } catch (thrown) {
      // Hono hands on an `Error` of this realm only, and the host's code may throw anything.
      return failed(thrown, c);
    }
  });
  root.notFound((c) => {
    const why = hints.whyNotFound(c.req.url);
    return problem(new HttpProblem(404, "invalid_request", why), c.get("requestId"));
  });

  const app = root.basePath(options.basePath);
  app.get(PATHS.connection, async (c) => {
    const viewer = await read(c);
    return shown(await readThrough(context, parts.sync, viewer.tenant, c.req.raw), viewer, c.get("requestId"));
  });
  app.get(PATHS.events, async (c) => {
    const viewer = await read(c);
    if (c.req.raw.method === "HEAD") throw notAllowed("GET");
    return live.open(viewer, c.req.header("last-event-id") ?? null, c.get("requestId"));
  });
  app.post(PATHS.connection, async (c) => {
    const viewer = await change(c);
    const { country, businessType } = await readJsonBody(runtime, c.req.raw, connectBody);
    const input = { ...(country ? { country } : {}), ...(businessType ? { businessType } : {}) };
    return shown(await actions.connect(viewer, input), viewer, c.get("requestId"));
  });
  app.post(PATHS.refresh, async (c) => {
    const viewer = await change(c);
    await readJsonBody(runtime, c.req.raw, emptyBody);
    return shown(await actions.refresh(viewer), viewer, c.get("requestId"));
  });
  app.post(PATHS.accountSession, async (c) => {
    const viewer = await change(c);
    const { purpose, requirements } = await readJsonBody(runtime, c.req.raw, accountSessionBody);
    const session = await actions.createAccountSession(viewer, { purpose, ...(requirements ? { requirements } : {}) });
    return answer(session, c.get("requestId"));
  });
  app.post(PATHS.onboardingLink, async (c) => {
    const viewer = await change(c);
    await readJsonBody(runtime, c.req.raw, emptyBody);
    return answer(await actions.createOnboardingLink(viewer), c.get("requestId"));
  });
  app.post(PATHS.disconnectPreview, async (c) => {
    const viewer = await change(c);
    await readJsonBody(runtime, c.req.raw, emptyBody);
    return answer(await actions.previewDisconnect(viewer), c.get("requestId"));
  });
  app.post(PATHS.disconnect, async (c) => {
    const viewer = await change(c);
    const { generation } = await readJsonBody(runtime, c.req.raw, disconnectBody);
    return shown(await actions.disconnect(viewer, generation), viewer, c.get("requestId"));
  });
  app.post(PATHS.webhooks, async (c) => answer(await parts.receiveWebhook(c.req.raw), c.get("requestId")));

  app.all(PATHS.connection, () => refuse("GET, HEAD, POST"));
  app.all(PATHS.events, () => refuse("GET"));
  const posts = ["refresh", "accountSession", "onboardingLink", "disconnectPreview", "disconnect", "webhooks"] as const;
  for (const name of posts) app.all(PATHS[name], () => refuse("POST"));
  return app;
}

function notAllowed(allow: string): HttpProblem {
  return new HttpProblem(405, "invalid_request", `use ${allow}`, { allow });
}

function refuse(allow: string): never {
  throw notAllowed(allow);
}
