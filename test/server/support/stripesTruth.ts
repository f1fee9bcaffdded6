import type { DerivedConnection, StoredConnection } from "react-stripe-connection/server";
import type { StripeSimulator } from "../../../src/simulator/index.js";
import { deriveConnection } from "../../../src/stripe/deriveConnection.js";

/** Why the row is not what Stripe has; null: it is. An account that is alive at Stripe belongs to the row, and to nobody else. */
export function differenceToStripe(simulator: StripeSimulator, row: StoredConnection | null): string | null {
  const living = simulator.accounts().map((account) => account["id"]);
  if (row?.state === "disconnecting") return "a disconnect that does not end";
  if (row?.state !== "linked") {
    return living.length === 0 ? null : `an orphan at Stripe: ${living.join(", ")}, the row is ${row?.state}`;
  }
  const account = simulator.accounts().find(({ id }) => id === row.accountId);
  if (!account) return "the account is gone, and the row is linked";
  if (living.length > 1) return `accounts that nobody has: ${living.join(", ")}`;
  const truth = deriveConnection(account as never, { connectedAt: row.connectedAt });
  return same(row.snapshot?.derived ?? null, truth);
}

/** Persons' names come by another call; everything else is the account's. */
function same(stored: DerivedConnection | null, truth: DerivedConnection): string | null {
  const [is, wanted] = [stored, truth].map((one) =>
    JSON.stringify(one, (name, value: unknown) => (name === "person" && value ? true : value)),
  );
  return is === wanted ? null : `stored is ${is}, Stripe says ${wanted}`;
}
