import type { Connection, Flow } from "../../core/connection.js";
import type { Row } from "./describeRows.js";
import type { DateStyle } from "../format.js";
import type { Messages, Purpose } from "../messages.js";

/** All that the sentences about a connection are made of. */
export interface Scene {
  connection: Connection;
  words: Messages["connection"];
  platformName: string;
  purpose: Purpose;
  dates: DateStyle;
  /** Milliseconds of the server's clock. */
  now: number;
  /** Whether dates have a hint such as "in 3 days". */
  relative: boolean;
  /** Rows that are due, past due first. */
  due: Row[];
  /** Rows that will be due. */
  upcoming: Row[];
  /** Rows that Stripe is checking. */
  checking: Row[];
}

/** How long the status has been what it is, in ms, also right after a reload; 0 where that is not known. */
export function statusAge({ connection, now }: Scene): number {
  return Math.max(0, now - Date.parse(connection.statusSince ?? "")) || 0;
}

/** What a sentence about payments and payouts is about: they are never merged into one. */
export type Which = "both" | "payments" | "payouts";

/** Which of the two are in one of some states, or null. */
export function whichAre({ payments, payouts }: Connection, ...flows: Flow[]): Which | null {
  if (!flows.includes(payouts)) return flows.includes(payments) ? "payments" : null;
  return flows.includes(payments) ? "both" : "payouts";
}
