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
import { originCheck, ownOrigins } from "./originCheck.js";
import { answer, HttpProblem, problem } from "./problem.js";
import { readThrough } from "../operations/readConnection.js";
import { createBodyRoom } from "./bodyRoom.js";
import { MAX_ARRIVING_BYTES } from "./limits.js";
import { readJsonBody } from "./requestBody.js";
import type { HandlerContext } from "../context.js";
import type { AccountSync } from "../operations/syncAccount.js";
import type { WebhookReceiver } from "./webhooks.js";
import { WebhookRefusal } from "./webhookSignature.js";

type Env = { Bindings: AuthorizeContext; Variables: { requestId: string } };

/** The protocol's paths over what the handler can do. Every answer and every refusal leaves through here. */
export function createRoutes(
  context: HandlerContext,
  parts: { actions: Actions; sync: AccountSync["sync"]; live: LiveUpdates; receiveWebhook: WebhookReceiver },
): Hono<Env> {
  const { options, runtime, requestLogger, count } = context;
  const { actions, live } = parts;
  // A trailing slash is the same address: Next.js adds one under `trailingSlash: true`.
  const root = new Hono<Env>({ strict: false });
  const hints = createMountHints(context);
  const origins = originCheck(ownOrigins(options));
  const bodies = createBodyRoom(MAX_ARRIVING_BYTES);

  /** The viewer of a request. A stream must not come from another site, a change must come from an allowed origin. */
  const read = async (c: Context<Env>) => {
    hints.lookAtOrigin(c.req.raw);
    return authorizeRequest(context, c.req.raw, c.env);
  };
  const follow = async (c: Context<Env>) => {
    hints.lookAtOrigin(c.req.raw);
    origins.mustNotBeForeign(c.req.raw);
    return authorizeRequest(context, c.req.raw, c.env);
  };
  const change = async (c: Context<Env>) => {
    hints.lookAtOrigin(c.req.raw);
    origins.mustBeProven(c.req.raw);
    return authorizeRequest(context, c.req.raw, c.env);
  };
  const shown = async (stored: StoredConnection | null, viewer: Viewer, requestId: string) =>
    answer(await context.present(stored, viewer), requestId);

  const failed = (thrown: unknown, c: Context<Env>): Response => {
    const requestId = c.get("requestId");
    const response = problem(thrown, requestId);
    const why = thrown instanceof WebhookRefusal ? { why: thrown.why } : {};
    const fields = { requestId, path: c.req.path, status: response.status, ...errorFields(thrown), ...why };
    const isWebhook = c.req.path.replace(/\/$/, "") === `${options.basePath}${PATHS.webhooks}`;
    const isOurs = thrown instanceof ConnectionError && response.status !== 500;
    if (!isOurs) requestLogger.error("a request failed", fields);
    // The outage was logged when it began.
    else if (thrown.code === "store_unavailable") requestLogger.info("a request failed", fields);
    // The page is told only that it failed. Why Stripe can't be reached, the host reads here.
    else if (response.status > 500 && thrown.cause !== undefined) requestLogger.warn("a request failed", fields);
    // Stripe's own webhooks are refused for a wrong secret or a parsed body, and then no page learns of any change.
    else if (isWebhook) requestLogger.warn("a webhook was refused", fields);
    else {
      count("request_refused", { code: thrown.code });
      requestLogger.info("a request was refused", fields);
    }
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
    // A foreign page can't read the answer, but it could use up what own pages need.
    const stored = origins.isForeign(c.req.raw)
      ? await context.read(viewer.tenant)
      : await readThrough(context, parts.sync, viewer.tenant, c.req.raw);
    return shown(stored, viewer, c.get("requestId"));
  });
  app.get(PATHS.events, async (c) => {
    const viewer = await follow(c);
    if (c.req.raw.method === "HEAD") throw notAllowed("GET");
    const lastEventId = c.req.header("last-event-id") ?? null;
    return live.open(viewer, { lastEventId, requestId: c.get("requestId"), signal: c.req.raw.signal });
  });
  app.post(PATHS.connection, async (c) => {
    const viewer = await change(c);
    const { country, businessType } = await readJsonBody({ runtime, room: bodies }, c.req.raw, connectBody);
    const input = { ...(country ? { country } : {}), ...(businessType ? { businessType } : {}) };
    return shown(await actions.connect(viewer, input), viewer, c.get("requestId"));
  });
  app.post(PATHS.refresh, async (c) => {
    const viewer = await change(c);
    await readJsonBody({ runtime, room: bodies }, c.req.raw, emptyBody);
    return shown(await actions.refresh(viewer), viewer, c.get("requestId"));
  });
  app.post(PATHS.accountSession, async (c) => {
    const viewer = await change(c);
    const { purpose, requirements } = await readJsonBody({ runtime, room: bodies }, c.req.raw, accountSessionBody);
    const session = await actions.createAccountSession(viewer, { purpose, ...(requirements ? { requirements } : {}) });
    return answer(session, c.get("requestId"));
  });
  app.post(PATHS.onboardingLink, async (c) => {
    const viewer = await change(c);
    await readJsonBody({ runtime, room: bodies }, c.req.raw, emptyBody);
    return answer(await actions.createOnboardingLink(viewer), c.get("requestId"));
  });
  app.post(PATHS.dashboardLink, async (c) => {
    const viewer = await change(c);
    await readJsonBody({ runtime, room: bodies }, c.req.raw, emptyBody);
    return answer(await actions.createDashboardLink(viewer), c.get("requestId"));
  });
  app.post(PATHS.disconnectPreview, async (c) => {
    const viewer = await change(c);
    await readJsonBody({ runtime, room: bodies }, c.req.raw, emptyBody);
    return answer(await actions.previewDisconnect(viewer), c.get("requestId"));
  });
  app.post(PATHS.disconnect, async (c) => {
    const viewer = await change(c);
    const { generation } = await readJsonBody({ runtime, room: bodies }, c.req.raw, disconnectBody);
    return shown(await actions.disconnect(viewer, generation), viewer, c.get("requestId"));
  });
  app.post(PATHS.webhooks, async (c) => answer(await parts.receiveWebhook(c.req.raw), c.get("requestId")));

  const { connection, events, ...posts } = PATHS;
  app.all(connection, () => refuse("GET, HEAD, POST"));
  app.all(events, () => refuse("GET"));
  for (const path of Object.values(posts)) app.all(path, () => refuse("POST"));
  return app;
}

function notAllowed(allow: string): HttpProblem {
  return new HttpProblem(405, "invalid_request", `use ${allow}`, { allow });
}

function refuse(allow: string): never {
  throw notAllowed(allow);
}
