import * as v from "valibot";
import type { DisconnectNotice, DisconnectPreview } from "../../core/connection.js";
import { ConnectionError } from "../../core/errors.js";
import type { StoredConnection } from "../store/storedConnection.js";
import type { DisconnectInput } from "../handlerOptions.js";
import type { HandlerContext } from "../context.js";
import { askHost, wrongAnswer } from "../hostCode.js";
import { errorFields } from "../logger.js";
import { StripeFault } from "../stripe/stripeFault.js";

/** What the host wants to become of the account; under way already, what was agreed. */
async function policyFor(context: HandlerContext, stored: StoredConnection): Promise<DisconnectPreview["policy"]> {
  const { disconnectPolicy = "delete" } = context.options;
  if (stored.ending) return stored.ending.policy;
  if (typeof disconnectPolicy !== "function") return disconnectPolicy;
  // In plain JavaScript it may have forgotten to answer, and an account must not be kept or lost by that.
  const input = await inputOf(context, stored);
  const policy: unknown = await askHost(context.runtime, "disconnectPolicy", () => disconnectPolicy(input));
  if (policy === "delete" || policy === "detach") return policy;
  throw wrongAnswer("disconnectPolicy", '"delete" or "detach"');
}

/** What a disconnect would do, and what stands against it: asked for the dialog, and again inside the disconnect. */
export async function previewDisconnect(context: HandlerContext, stored: StoredConnection): Promise<DisconnectPreview> {
  const { options } = context;
  const input = await inputOf(context, stored);
  const { accountId, connection } = input;
  const policy = await policyFor(context, stored);
  const [balances, checks] = await Promise.all([
    balanceNotices(context, stored, accountId, policy),
    askHost(context.runtime, "disconnectChecks", () => options.disconnectChecks?.(input)),
  ]);
  const said = noticesOf(checks);
  // An account that is kept at Stripe keeps its money.
  const [blocking, warning] = policy === "delete" ? [balances, []] : [[], balances];
  const blockers = [...blocking, ...said.blockers];
  // What is under way is not blocked any more: the account may be gone already.
  const isLate = stored.state === "disconnecting";
  return {
    generation: stored.generation,
    policy,
    account: connection.account ?? {
      id: accountId,
      displayName: null,
      country: null,
      defaultCurrency: null,
      createdAt: null,
    },
    startOver: stored.connectedAt === null,
    blockers: isLate ? [] : blockers,
    warnings: [...(isLate ? blockers : []), ...warning, ...said.warnings],
  };
}

async function inputOf(context: HandlerContext, stored: StoredConnection): Promise<DisconnectInput> {
  const { tenant, mode, accountId } = stored;
  if (accountId === null) throw new ConnectionError("conflict", { message: "there is no account to disconnect" });
  return { tenant, mode, accountId, connection: await context.presentWhole(stored, tenant) };
}

const noticeTexts = v.optional(
  v.pipe(
    v.array(v.string()),
    v.transform((texts) => texts.map((text): DisconnectNotice => ({ kind: "host", text }))),
  ),
  [],
);
const checksSchema = v.optional(v.strictObject({ blockers: noticeTexts, warnings: noticeTexts }), {});

/** Plain JavaScript may return another shape. Taken for no blockers, it would end an account that must not end. */
function noticesOf(checks: unknown): v.InferOutput<typeof checksSchema> {
  const read = v.safeParse(checksSchema, checks);
  if (read.success) return read.output;
  throw wrongAnswer(
    "disconnectChecks",
    "nothing, or an object with arrays of strings in `blockers`, in `warnings` or in both",
  );
}

async function balanceNotices(
  context: HandlerContext,
  stored: StoredConnection,
  accountId: string,
  policy: DisconnectPreview["policy"],
): Promise<DisconnectNotice[]> {
  try {
    return (await context.gateway.balancesOf(accountId)).map((balance) => ({ kind: "balance", ...balance }));
  } catch (thrown) {
    if (!(thrown instanceof StripeFault)) throw thrown;
    // Nothing is left on an account that is gone already.
    if (thrown.kind === "gone") await context.platform.mustHave(stored);
    // The account is kept, and so is its money.
    else if (policy === "detach") context.logger.warn("the balance of an account can't be read", errorFields(thrown));
    else throw thrown;
    return [];
  }
}
