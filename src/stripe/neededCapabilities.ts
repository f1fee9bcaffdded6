import type { Capability } from "../core/connection.js";

/** What an account needs to be connected, and what follows from what Stripe lists. */
export interface Needs {
  /** Whether the account takes payments, by what it requested or by what the platform requires. */
  payments: boolean;
  /** Whether Stripe pays out to it. */
  payouts: boolean;
  /** The names that decide: of those listed, or all that the platform requires. */
  names: readonly string[];
}

/** v1's two booleans. */
export interface Switches {
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
}

const PAYOUTS = "stripe_balance.payouts";
/** By v1's name and by v2's. */
const TRANSFERS = ["transfers", "stripe_balance.stripe_transfers"];
/** Switch payments on or off, whatever other ways to pay the account has. */
const CARDS = ["card_payments", "legacy_payments"];
const CORE = new Set([...CARDS, ...TRANSFERS, PAYOUTS]);

const takesPayments = (name: string) => name.endsWith("_payments");
const isPaidOut = (name: string) => name === PAYOUTS || TRANSFERS.includes(name);

/**
 * `required`: the platform's own list. Default: what the account requested, which is what Stripe lists. Of several ways
 * to pay only cards decide where they are listed: one that is off does not disconnect an account that takes payments.
 */
export function needsOf(found: readonly Capability[], required: readonly string[] | null): Needs {
  const listed = found.map(({ name }) => name);
  // Without any capability, v1 lists none of an old account, and v2's were not asked for.
  if (listed.length === 0 && !required) return { payments: true, payouts: true, names: [] };
  const wanted = [...listed, ...(required ?? [])];
  const core = listed.filter((name) => CORE.has(name));
  return {
    payments: wanted.some(takesPayments),
    payouts: wanted.some(isPaidOut),
    names: required ?? (core.length > 0 ? core : listed),
  };
}

/** The status of a capability, by either API's name. */
function statusOf(found: readonly Capability[], name: string): Capability["status"] | null {
  const names = TRANSFERS.includes(name) ? TRANSFERS : [name];
  return found.find((one) => names.includes(one.name))?.status ?? null;
}

interface Account {
  capabilities: readonly Capability[];
  /** v1 does not list every capability of an old account: its booleans say what works. */
  unlisted: Switches;
}

export function isActive({ capabilities: found, unlisted }: Account, name: string): boolean {
  const status = statusOf(found, name);
  if (status !== null) return status === "active";
  return CARDS.includes(name) ? unlisted.chargesEnabled : isPaidOut(name) && unlisted.payoutsEnabled;
}

/** Whether one of these was never requested. */
export function isLacking(account: Account, names: readonly string[]): boolean {
  const { capabilities } = account;
  return (
    capabilities.length > 0 && names.some((name) => statusOf(capabilities, name) === null && !isActive(account, name))
  );
}
