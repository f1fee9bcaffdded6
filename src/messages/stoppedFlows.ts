import type { Connection, Flow } from "../core/connection.js";

/** What a sentence about payments and payouts is about: they are never merged into one. */
export type Which = "both" | "payments" | "payouts";

/** Which of the two are in one of some states, or null. */
export function whichAre(connection: Pick<Connection, "payments" | "payouts">, ...flows: Flow[]): Which | null {
  const payments = flows.includes(connection.payments);
  const payouts = flows.includes(connection.payouts);
  return payments && payouts ? "both" : payments ? "payments" : payouts ? "payouts" : null;
}
