import type { Capability } from "../core/connection.js";

/** What an account needs to be connected, and what follows from what Stripe lists. */
export interface Needs {
  /** Whether the account takes payments, by what it requested or by what the platform requires. */
  payments: boolean;
  /** Whether Stripe pays out to it. */
  payouts: boolean;
  /** Capabilities that must be active, and whose reasons count where they are not. */
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

/** Whether it is a way to pay. */
export const takesPayments = (name: string): boolean => name.endsWith("_payments");
const isPaidOut = (name: string) => name === PAYOUTS || TRANSFERS.includes(name);

/** Whether two names mean the same capability, one by v1's name and one by v2's. */
const isSame = (one: string, other: string) => one === other || (TRANSFERS.includes(one) && TRANSFERS.includes(other));

/** Whether the account needs this capability. */
export const isNeeded = (name: string, { names }: Needs): boolean => names.some((needed) => isSame(needed, name));

/**
 * `required`: the platform's own list. Default: what the account requested, which is what Stripe lists. Of several ways
 * to pay only cards count where they are listed: one that is off does not disconnect an account that takes payments.
 */
export function needsOf(found: readonly Capability[], required: readonly string[] | null): Needs {
  const listed = found.map(({ name }) => name);
  // Without any capability, v1 lists none of an old account, and v2's were not asked for.
  if (listed.length === 0 && !required) return { payments: true, payouts: true, names: [] };
  const wanted = [...listed, ...(required ?? [])];
  const payments = wanted.some(takesPayments);
  const payouts = wanted.some(isPaidOut);
  if (required) return { payments, payouts, names: required };
  if (!payments && !payouts) return { payments, payouts, names: listed };
  return { payments, payouts, names: [...waysToPay(found), ...listed.filter(isPaidOut)] };
}

/** One that works is enough. Where none does, all of them say why. */
function waysToPay(found: readonly Capability[]): string[] {
  const cards = found.filter(({ name }) => CARDS.includes(name));
  const ways = cards.length > 0 ? cards : found.filter(({ name }) => takesPayments(name));
  const works = ways.find(({ status }) => status === "active");
  return works ? [works.name] : ways.map(({ name }) => name);
}

/** The status of a capability, by either API's name. */
function statusOf(found: readonly Capability[], name: string): Capability["status"] | null {
  return found.find((one) => isSame(one.name, name))?.status ?? null;
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
