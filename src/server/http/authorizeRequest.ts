import * as v from "valibot";
import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import type { AuthorizeContext } from "../handlerOptions.js";
import type { Viewer } from "../viewer.js";
import { HOST_MS } from "../hostCode.js";
import { errorFields } from "../logger.js";
import type { HandlerContext } from "../context.js";

const viewerSchema = v.object({
  tenant: v.pipe(v.string(), v.minLength(1)),
  user: v.optional(v.string()),
  can: v.object({ view: v.boolean(), connect: v.boolean(), update: v.boolean(), disconnect: v.boolean() }),
});

/** Asks the host for the viewer. Anything but a whole viewer is refused. */
export async function authorizeRequest(
  { options, runtime, requestLogger }: HandlerContext,
  request: Request,
  { node }: AuthorizeContext,
): Promise<Viewer> {
  let said: unknown;
  try {
    const asked = (async () => options.authorize(request, node ? { node } : {}))();
    said = await rejectAfter(
      runtime.after,
      HOST_MS,
      asked,
      () => new Error("authorize did not answer within 10 seconds"),
    );
  } catch (cause) {
    requestLogger.error("authorize failed, so the request is refused", errorFields(cause));
    throw new ConnectionError("internal", {
      message: "`authorize` failed; the server's log has the reason",
      cause,
      retryable: false,
    });
  }
  if (said === null) throw new ConnectionError("session_expired", { message: "not signed in" });
  const viewer = v.safeParse(viewerSchema, said);
  if (!viewer.success) {
    requestLogger.error("authorize must return null or {tenant, user?, can: {view, connect, update, disconnect}}", {
      at: v.getDotPath(viewer.issues[0]),
    });
    throw new ConnectionError("forbidden", { message: "`authorize` returned an invalid viewer" });
  }
  if (!viewer.output.can.view)
    throw new ConnectionError("forbidden", { message: "this role may not view the connection" });
  const { user, ...rest } = viewer.output;
  return user === undefined ? rest : { user, ...rest };
}

/** Refuses what the viewer's role has no right to. */
export function mustBeAllowed(viewer: Viewer, what: Exclude<keyof Viewer["can"], "view">): void {
  if (!viewer.can[what]) throw new ConnectionError("forbidden", { message: "this role may not do that: ask an admin" });
}
