import { ConnectionError } from "../../core/errors.js";
import { METADATA } from "./accountMetadata.js";
import type { HandlerContext } from "../context.js";
import { StripeFault } from "./stripeFault.js";

/** Clocks differ: Stripe's, the database's and ours. */
const SKEW_MS = 10 * 60 * 1000;
/** Nobody makes more while one is lost. */
const MAX_ACCOUNTS = 10_000;

/**
 * The account that carries this claim's metadata, made since it was claimed; null: there is none. Rejects with what is
 * no `StripeFault` of a refusal where it can't be found out: that proves nothing about the account.
 */
export async function findLostAccount(
  { gateway, count }: HandlerContext,
  claimedAt: number,
  wanted: Record<string, unknown>,
): Promise<string | null> {
  count("lost_account_searched");
  const since = Number.isNaN(claimedAt) ? 0 : Math.max(0, Math.floor((claimedAt - SKEW_MS) / 1000));
  let looked = 0;
  try {
    for await (const { id, metadata } of gateway.accountsSince(since)) {
      if (Object.values(METADATA).every((name) => metadata?.[name] === wanted[name])) return id;
      looked += 1;
      if (looked >= MAX_ACCOUNTS) throw tooMany();
    }
    return null;
  } catch (thrown) {
    throw unproven(thrown);
  }
}

function tooMany(): ConnectionError {
  return new ConnectionError("platform_not_ready", {
    message:
      "an account may have been made for this tenant before, and there are too many since to look for it: find it in Stripe's dashboard by its metadata, then call `purgeTenant` and `importConnection`",
  });
}

function unproven(thrown: unknown): unknown {
  if (!(thrown instanceof StripeFault) || thrown.kind === "unknown" || thrown.kind === "limited") return thrown;
  return new ConnectionError("platform_not_ready", {
    message: "an account may have been made before, and the secret key may not list accounts to find it: widen the key",
    cause: thrown,
  });
}
