import type { Connection } from "../core/connection.js";
import type { Row } from "./describeRows.js";
import type { DateStyle } from "./format.js";
import type { Messages, Purpose } from "./messages.js";

/** All that the sentences about a connection are made of. */
export interface Scene {
  connection: Connection;
  words: Messages["connection"];
  platformName: string;
  purpose: Purpose;
  dates: DateStyle;
  /** Milliseconds of the server's clock. */
  now: number;
  /** Rows that are due, past due first. */
  due: Row[];
  /** Rows that will be due. */
  upcoming: Row[];
  /** Rows that Stripe is checking. */
  checking: Row[];
}

/** How long the status has been what it is, in ms; 0 where that is not known. Also right after a reload. */
export function statusAge({ connection, now }: Scene): number {
  const since = Date.parse(connection.statusSince ?? "");
  return Number.isFinite(since) ? Math.max(0, now - since) : 0;
}

/** Connecting takes less than a minute; after that one may ask again, after five minutes we say so. */
export const ASK_AGAIN_AFTER = 60_000;
export const SLOW_AFTER = 5 * 60_000;
