import { ConnectionError } from "../../core/errors.js";
import type { AuditTrailOptions } from "../handlerOptions.js";
import type { HandlerContext } from "../context.js";
import type { AuditRecord } from "../store/connectionStore.js";

const MAX_LIMIT = 500;

/** What was done to the tenant's connection in the handler's mode, newest first. */
export async function readAuditTrail(
  { store, key }: HandlerContext,
  tenant: string,
  given: AuditTrailOptions | undefined,
): Promise<AuditRecord[]> {
  // In plain JavaScript it may be null.
  const { limit = 50, before } = Object(given) as AuditTrailOptions;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new ConnectionError("invalid_request", {
      message: `auditTrail: limit must be an integer from 1 to ${MAX_LIMIT}, not ${String(limit)}`,
    });
  }
  if (before !== undefined && !Number.isSafeInteger(before)) {
    throw new ConnectionError("invalid_request", {
      message: "auditTrail: before must be the id of an entry: pass that of the last entry you have",
    });
  }
  return store.readAudit({ ...key(tenant), limit, ...(before === undefined ? {} : { before }) });
}
