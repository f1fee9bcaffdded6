import { setTimeout as pause } from "node:timers/promises";
import type { AccountParams } from "../src/server/store/storedConnection.js";
import { StripeFault } from "../src/server/stripe/stripeFault.js";
import { type CheckContext, saidBy, Skipped } from "./check.js";

type Making = Pick<CheckContext, "place" | "ledger">;

/** Makes an account, which is ended with the run. `key`: the idempotency key, where the check is about it. */
export async function makeAccount({ place, ledger }: Making, params: object, key = newKey()): Promise<string> {
  const { gateway, accounts, metadata } = place;
  const { id } = await ledger.make(accounts, () => gateway.createAccount(marked(params, metadata), key));
  return id;
}

/** The same by v2. */
export async function makeAccountV2({ place, ledger }: Making, params: object): Promise<string> {
  const { gatewayV2, accountsV2, metadata } = place;
  const { id } = await ledger.make(accountsV2, () => gatewayV2.createAccount(marked(params, metadata), newKey()));
  return id;
}

const marked = (params: object, metadata: Record<string, string>): AccountParams => ({ ...params, metadata });

const newKey = () => `rsc-check:${crypto.randomUUID()}`;

/** The account of A1. Throws `Skipped` where there is none. */
export function defaultAccount({ found }: CheckContext): string {
  if (found.defaultAccount === undefined) throw new Skipped("A1 made no account");
  return found.defaultAccount;
}

/** What Stripe refuses a call with; null: it succeeds. Rejects where Stripe did not decide. */
export async function faultOf(call: Promise<unknown>): Promise<StripeFault | null> {
  try {
    await call;
    return null;
  } catch (thrown) {
    if (thrown instanceof StripeFault && thrown.kind !== "unknown" && thrown.kind !== "limited") return thrown;
    throw thrown;
  }
}

/** What `make` resolves with. A refusal is `Skipped`: what the check is about was not reached. */
export async function orSkip<T>(what: string, make: Promise<T>): Promise<T> {
  try {
    return await make;
  } catch (thrown) {
    if (!(thrown instanceof StripeFault) || thrown.kind !== "refused") throw thrown;
    throw new Skipped(`${what} is refused: ${saidBy(thrown)}`);
  }
}

/** Looks every `every` ms until something is found. Null: not within `ms`. Rejects when `signal` is aborted. */
export async function lookFor<T>(
  look: () => Promise<T | null>,
  { every, ms, signal }: { every: number; ms: number; signal: AbortSignal },
): Promise<T | null> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== null || performance.now() >= end) return found;
    await pause(every, undefined, { signal });
  }
}
