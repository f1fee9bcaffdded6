import { minorUnits } from "../../core/minorUnits.js";
import type { AccountRecord } from "./accountRecord.js";

/** Amounts are in the smallest unit of their currency, times are seconds since 1970, texts are English. */
export interface SectionData {
  /** ISO 4217 in lower case: of every amount whose entry names no other. */
  currency: string;
  /** Decimals of `currency`. */
  decimals: number;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** The account's real ones in the simulator, as `GET /v1/balance` gives them; at least one of each kind. */
  balances: { kind: "available" | "pending"; amount: number; currency: string; decimals: number }[];
  /** Newest first. */
  payments: SimulatedPayment[];
  /** Newest first; together as much as the payments brought in after fees and refunds. */
  payouts: SimulatedPayout[];
  /** Of the payments. */
  disputes: SimulatedDispute[];
  /** Newest first. */
  documents: { id: string; title: string; created: number }[];
  taxRegistrations: { country: string; status: "active"; activeFrom: number }[];
  /** Null before the account holder has given an address. */
  taxSettings: { headOffice: string } | null;
  payoutSchedule: { interval: "daily"; delayDays: number };
  /** What an instant payout could send now; zero where there is nothing. */
  instantPayout: number;
  /** Sums of `payments` and `payouts`: they say the same. */
  report: { from: number; to: number; charges: number; refunds: number; fees: number; payouts: number };
}

export interface SimulatedPayment {
  id: string;
  created: number;
  amount: number;
  /** What Stripe keeps. */
  fee: number;
  status: "succeeded" | "refunded" | "disputed";
  customer: string;
  description: string;
  card: { brand: string; last4: string };
}

export interface SimulatedPayout {
  id: string;
  created: number;
  arrival: number;
  amount: number;
  status: "paid" | "in_transit";
  /** The last digits of the bank account, or null where there is none any more. */
  last4: string | null;
}

export interface SimulatedDispute {
  id: string;
  payment: string;
  amount: number;
  created: number;
  respondBy: number;
  reason: string;
  status: "needs_response";
}

const DAY = 86_400;
const PAYMENTS = 12;
/** A payout takes the payments of this many together. */
const BATCH = 4;
/** Days from a payment to the payout that has it. */
const DELAY_DAYS = 2;

const CUSTOMERS = [
  "jane@example.com",
  "li.wei@example.com",
  "amara@example.com",
  "tomas@example.com",
  "aiko@example.com",
];
const PRODUCTS = ["Starter plan", "Team plan", "Annual plan", "Extra seats", "Workshop"];
const CARDS = [
  { brand: "Visa", last4: "4242" },
  { brand: "Mastercard", last4: "4444" },
  { brand: "American Express", last4: "0005" },
];

/**
 * What Stripe's sections show of an account, made up: the same account on the same day (UTC) gives the same. An
 * account that never took payments has none, and one that was never paid out has no payouts. Dates count back from today,
 * also to before the account was made: a new account has something to show.
 */
export function sectionData(account: AccountRecord, now: number): SectionData {
  const { country, currency } = account;
  const decimals = minorUnits(currency);
  const today = now - (now % DAY);
  const random = randomOf(account.id);
  const payments = account.moved?.payments === true ? makePayments(account, today, random) : [];
  const payouts = account.moved?.payouts === true ? makePayouts(account, { today, payments, random }) : [];
  const paid = payments.filter(({ status }) => status !== "disputed");
  const refunded = payments.filter(({ status }) => status === "refunded");
  const from = today - (PAYMENTS + DELAY_DAYS) * DAY;
  return {
    currency,
    decimals,
    country,
    balances: [...balancesOf(account, "available"), ...balancesOf(account, "pending")],
    payments,
    payouts,
    disputes: payments.filter(({ status }) => status === "disputed").map(disputeOf),
    documents: documentsOf(account, today),
    taxRegistrations: account.moved === undefined ? [] : [{ country, status: "active", activeFrom: account.created }],
    taxSettings: account.detailsSubmitted ? { headOffice: country } : null,
    payoutSchedule: { interval: "daily", delayDays: DELAY_DAYS },
    instantPayout: Math.max(0, account.balances.available[currency] ?? 0),
    report: {
      from,
      to: today,
      charges: sum(paid, "amount"),
      refunds: sum(refunded, "amount"),
      fees: sum(paid, "fee"),
      payouts: sum(payouts, "amount"),
    },
  };
}

function makePayments(account: AccountRecord, today: number, random: () => number): SimulatedPayment[] {
  // A yen is worth about a cent.
  const unit = minorUnits(account.currency) === 0 ? 100 : 10 ** minorUnits(account.currency);
  return Array.from({ length: PAYMENTS }, (_, at) => {
    const amount = Math.round((15 + random() * 285) * unit);
    return {
      id: `pi_${suffix(account.id)}${String(at).padStart(2, "0")}`,
      created: today - (at + DELAY_DAYS) * DAY + Math.floor(random() * DAY),
      amount,
      fee: Math.round(amount * 0.029),
      status: at === 1 ? "disputed" : at === 5 ? "refunded" : "succeeded",
      customer: pick(CUSTOMERS, random),
      description: pick(PRODUCTS, random),
      card: pick(CARDS, random),
    };
  });
}

function makePayouts(
  account: AccountRecord,
  { today, payments, random }: { today: number; payments: readonly SimulatedPayment[]; random: () => number },
): SimulatedPayout[] {
  const batches = Array.from({ length: PAYMENTS / BATCH }, (_, at) => payments.slice(at * BATCH, (at + 1) * BATCH));
  // An account that takes no payments is paid out what its platform transferred.
  const transferred = () => Math.round((200 + random() * 800) * 10 ** minorUnits(account.currency));
  return batches.map((batch, at) => {
    const created = today - (at * BATCH + 1) * DAY;
    return {
      id: `po_${suffix(account.id)}${String(at).padStart(2, "0")}`,
      created,
      arrival: created + DELAY_DAYS * DAY,
      amount: batch.length === 0 ? transferred() : batch.reduce((total, payment) => total + netOf(payment), 0),
      status: at === 0 ? "in_transit" : "paid",
      last4: account.bankAccount?.last4 ?? null,
    };
  });
}

/** What a payment leaves on the account: Stripe keeps its fee of a refund, and takes a disputed amount back. */
function netOf({ status, amount, fee }: SimulatedPayment): number {
  if (status === "disputed") return 0;
  return status === "refunded" ? -fee : amount - fee;
}

function disputeOf({ id, amount, created }: SimulatedPayment): SimulatedDispute {
  const opened = created + DAY;
  return {
    id: id.replace("pi_", "dp_"),
    payment: id,
    amount,
    created: opened,
    respondBy: opened + 14 * DAY,
    reason: "fraudulent",
    status: "needs_response",
  };
}

function documentsOf(account: AccountRecord, today: number): SectionData["documents"] {
  if (account.moved === undefined) return [];
  const firstOfMonth = new Date(today * 1000);
  firstOfMonth.setUTCDate(1);
  return [1, 2, 3].map((monthsAgo) => {
    const month = new Date(firstOfMonth);
    month.setUTCMonth(month.getUTCMonth() - monthsAgo);
    const title = `Tax invoice ${month.toISOString().slice(0, 7)}`;
    const next = new Date(month);
    next.setUTCMonth(next.getUTCMonth() + 1);
    return { id: `doc_${suffix(account.id)}${monthsAgo}`, title, created: next.getTime() / 1000 };
  });
}

function balancesOf(account: AccountRecord, kind: "available" | "pending"): SectionData["balances"] {
  const amounts = { [account.currency]: 0, ...account.balances[kind] };
  return Object.entries(amounts).map(([currency, amount]) => ({
    kind,
    amount,
    currency,
    decimals: minorUnits(currency),
  }));
}

const sum = <Name extends string>(rows: readonly Record<Name, number>[], name: Name): number =>
  rows.reduce((total, row) => total + row[name], 0);

/** What tells ids of one account from those of another. */
const suffix = (account: string): string => account.replace("acct_", "");

function pick<T>(from: readonly [T, ...T[]] | readonly T[], random: () => number): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("react-stripe-connection: there is nothing to pick from.");
  return picked;
}

/** A row of numbers from 0 to 1 that follows from the text. mulberry32 over FNV-1a. */
function randomOf(text: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
