import * as v from "valibot";
import { rejectAfter } from "../../core/async.js";
import { ConnectionError } from "../../core/errors.js";
import type { StoredConnection } from "../store/storedConnection.js";
import { METADATA } from "../stripe/accountMetadata.js";
import { tenantKey } from "../store/connectionStore.js";
import type { AccountConnector } from "../operations/connectAccount.js";
import { readBytes } from "./requestBody.js";
import type { HandlerContext } from "../context.js";
import type { AccountSync } from "../operations/syncAccount.js";
import { createBodyRoom } from "./bodyRoom.js";
import { CLOCK_CHECK_MS, MAX_ARRIVING_BYTES, MAX_WEBHOOK_BYTES } from "./limits.js";
import { clockDifference, mustBeSigned, signedAt, WebhookRefusal, wrongTime } from "./webhookSignature.js";

/** Stripe waits longer, but a worker that hangs does no work. */
const MAX_WORK_MS = 10_000;

/** An account has hundreds of fields: it is taken as it was parsed, where a schema of its fields would build it again. */
const recordSchema = v.custom<Record<string, unknown>>((value) => typeof value === "object" && value !== null);

/** Snapshot (`event`) and thin (`v2.core.event`) events, as much of them as the handler reads. */
const eventSchema = v.object({
  id: v.string(),
  object: v.picklist(["event", "v2.core.event"]),
  type: v.string(),
  livemode: v.boolean(),
  account: v.nullish(v.string()),
  context: v.nullish(v.string()),
  related_object: v.nullish(v.object({ id: v.string(), url: v.nullish(v.string()) })),
  data: v.nullish(v.object({ object: v.nullish(recordSchema) })),
});
type StripeEvent = v.InferOutput<typeof eventSchema>;

/** Money moving on an account changes nothing of what we say about it, and there is a lot of it. */
const MONEY =
  /^(application_fee|balance|charge|checkout|coupon|credit_note|customer|invoice|invoiceitem|issuing_\w+|mandate|payment_\w+|payout|plan|price|product|promotion_code|quote|refund|setup_intent|source|subscription_schedule|tax_rate|terminal|topup|transfer)\./;

export type WebhookReceiver = (request: Request) => Promise<{ received: true }>;

/** Takes Stripe's word that something changed, and nothing else: what is true is read from Stripe. */
export function createWebhookReceiver(
  context: HandlerContext,
  sync: AccountSync["sync"],
  connector: AccountConnector,
): WebhookReceiver {
  const { options, store, runtime, logger, count } = context;
  const room = createBodyRoom(MAX_ARRIVING_BYTES);

  const receive = async (event: StripeEvent): Promise<void> => {
    if (event.livemode !== (options.mode === "live")) return count("event_ignored", { why: "mode" });
    if (MONEY.test(event.type)) return count("event_ignored", { why: "type" });
    const accountId = accountOf(event);
    if (accountId === null) return count("event_ignored", { why: "unknown_account" });
    const { sequence, connection } = await store.hear({ mode: options.mode, accountId, eventId: event.id });
    const mark = markOf(event, accountId);
    if (connection && mark && mark.tenant !== (await tenantKey(connection.tenant))) alert(accountId);
    if (connection && typeof sequence !== "number") return count("event_ignored", { why: sequence });
    const stored = connection ?? (mark && (await adopt(mark, accountId)));
    if (!stored) return count("event_ignored", { why: "unknown_account" });
    // Also where it tells of an end: it may come late, when the account is linked again.
    await sync(stored, event.id, typeof sequence === "number" ? sequence : undefined);
  };

  /** The account of a claim whose owner has not kept it yet, or died before it could. */
  const adopt = async ({ tenant, generation, claim }: Mark, accountId: string): Promise<StoredConnection | null> => {
    const stored = await store.read(options.mode, { tenantKey: tenant });
    // An event that comes after the next connect, or the account of another deployment with the same Stripe account.
    if (stored?.generation !== generation) return null;
    // The owner kept it between the two reads.
    if (stored.accountId === accountId) return stored;
    if (stored.state === "claimed" && stored.claim?.id === claim) return connector.adopt(stored, accountId);
    alert(accountId);
    return null;
  };

  /** Metadata can be edited in the dashboard: what is stored wins. */
  const alert = (account: string | null) => {
    count("metadata_mismatch");
    logger.warn("the metadata of an account names a tenant or a claim that it does not belong to", { account });
  };

  /** When a webhook was last read although its time is wrong. */
  let clockCheckedAt = Number.NEGATIVE_INFINITY;
  const isClockCheckDue = () => {
    const now = runtime.monotonicNow();
    if (now - clockCheckedAt < CLOCK_CHECK_MS) return false;
    clockCheckedAt = now;
    return true;
  };

  /** The text that Stripe signed for this endpoint, now. What the header shows is refused before the body is read. */
  const verifiedText = async (request: Request): Promise<string> => {
    const header = request.headers.get("stripe-signature") ?? "";
    const time = signedAt(header);
    const difference = clockDifference(time, runtime.now());
    if (difference !== 0 && !isClockCheckDue()) throw wrongTime(difference, false);
    const body = await readBytes({ runtime, room }, request, MAX_WEBHOOK_BYTES);
    await mustBeSigned(context.stripe, { body, header, secrets: options.webhookSecrets, time });
    if (difference !== 0) throw wrongTime(difference, true);
    return new TextDecoder().decode(body);
  };

  const verified = async (request: Request): Promise<string> => {
    try {
      return await verifiedText(request);
    } catch (thrown) {
      count("webhook_refused", { why: thrown instanceof WebhookRefusal ? thrown.why : "body" });
      throw thrown;
    }
  };

  return async (request) => {
    const text = await verified(request);
    const event = parseEvent(text);
    if (!event) {
      count("event_ignored", { why: "shape" });
      return { received: true };
    }
    const work = receive(event);
    await rejectAfter(runtime.after, MAX_WORK_MS, work, () => {
      // It goes on; Stripe sends the event again, and by then it may be known.
      context.later("the work of a slow webhook", () => work);
      return new ConnectionError("timeout", { message: "the webhook's work takes too long; send it again" });
    });
    return { received: true };
  };
}

const metadataSchema = v.pipe(
  v.object({
    [METADATA.tenant]: v.string(),
    [METADATA.generation]: v.pipe(v.string(), v.digits()),
    [METADATA.claim]: v.string(),
  }),
  v.transform((metadata) => ({
    tenant: metadata[METADATA.tenant],
    generation: Number(metadata[METADATA.generation]),
    claim: metadata[METADATA.claim],
  })),
);

type Mark = v.InferOutput<typeof metadataSchema>;

/** Whose the account is by its metadata, where the event brings the account itself. */
function markOf({ data }: StripeEvent, accountId: string): Mark | null {
  const account = data?.object;
  if (account?.["object"] !== "account" || account["id"] !== accountId) return null;
  const mark = v.safeParse(metadataSchema, account["metadata"]);
  return mark.success ? mark.output : null;
}

/** Null for what a signer sends that is no event of a shape we know: sending it again would change nothing. */
function parseEvent(text: string): StripeEvent | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const event = v.safeParse(eventSchema, json);
  return event.success ? event.output : null;
}

function accountOf(event: StripeEvent): string | null {
  const own = event.data?.object?.["object"] === "account" ? event.data.object["id"] : null;
  // A thin event about a person or a bank account names the account in the address only.
  const inAddress = /\/accounts\/(acct_\w+)/.exec(event.related_object?.url ?? "")?.[1];
  const candidates = [event.account, event.related_object?.id, inAddress, event.context, own];
  return candidates.find((id): id is string => typeof id === "string" && id.startsWith("acct_")) ?? null;
}
