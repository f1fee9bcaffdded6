import { asksAhead } from "../core/asksAhead.js";
import type { Connection } from "../core/connection.js";

/** What Stripe's form asks for. */
export interface CollectionOptions {
  fields: "currently_due" | "eventually_due";
  futureRequirements?: "omit" | "include";
  requirements?: { only: string[] };
}

/** What is due now; with `only` just these keys. What is due later comes in where that is what the card asks for. */
export function collectionOptions(connection: Connection, only: readonly string[] | undefined): CollectionOptions {
  return {
    fields: "currently_due",
    futureRequirements: asksAhead(connection, only) ? "include" : "omit",
    ...(only && only.length > 0 ? { requirements: { only: [...only] } } : {}),
  };
}
