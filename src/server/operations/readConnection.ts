import { isSettled } from "../store/settled.js";
import type { StoredConnection } from "../store/storedConnection.js";
import { errorFields } from "../logger.js";
import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import type { HandlerContext } from "../context.js";
import type { AccountSync } from "./syncAccount.js";

const UNSETTLED_MS = 10_000;
const SETTLED_MS = 60 * 60_000;
/** A page is not kept waiting for Stripe: after this it gets what we have. */
const PATIENCE_MS = 4_000;
const READS_PER_MINUTE = 20;

/**
 * What is stored, read from Stripe again first when it is old: webhooks alone are never trusted. Who asks ahead of a
 * person, or for the headers only, gets what is stored.
 */
export async function readThrough(
  context: HandlerContext,
  sync: AccountSync["sync"],
  tenant: string,
  request: Request,
): Promise<StoredConnection | null> {
  const { runtime, logger, count } = context;
  const stored = await context.read(tenant);
  if (isOnlyLooking(request)) return stored;
  if (stored?.state !== "linked" || !isOld(stored)) return stored;
  const token = await context.takeToken(tenant, "read", READS_PER_MINUTE);
  if (!token.granted) return stored;
  const fresh = sync(stored);
  context.later("reading an account through", () => fresh);
  try {
    return await rejectAfter(runtime.after, PATIENCE_MS, fresh, () => new ConnectionError("timeout"));
  } catch (thrown) {
    count("read_through_failed");
    logger.info("a stale connection is shown as it is", errorFields(thrown));
    return stored;
  }
}

function isOld({ snapshot, checkedAt, readAt }: StoredConnection): boolean {
  if (checkedAt === null) return true;
  return Date.parse(readAt) - Date.parse(checkedAt) > (isSettled(snapshot) ? SETTLED_MS : UNSETTLED_MS);
}

/** Next.js marks what its router fetches ahead by a header of its own. */
function isOnlyLooking({ method, headers }: Request): boolean {
  const purpose = `${headers.get("sec-purpose") ?? ""} ${headers.get("purpose") ?? ""}`;
  return method === "HEAD" || /prefetch|prerender/.test(purpose) || headers.has("next-router-prefetch");
}
