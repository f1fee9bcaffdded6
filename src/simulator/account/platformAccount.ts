import type { AccountRecord } from "./accountRecord.js";
import { renderAccount } from "./renderAccount.js";
import type { Rendered } from "./renderRequirements.js";

/** The platform's Connect application: endpoints that hear of connected accounts name it. */
export const APPLICATION = {
  id: "ca_SimulatedPlatform000000000000000",
  object: "application",
  name: "Example Platform",
};

/** The platform's own account. */
export function platformAccount(): Rendered {
  const record: AccountRecord = {
    id: "acct_1SimulatedPlatf",
    created: 1_700_000_000,
    country: "US",
    currency: "usd",
    email: "platform@example.com",
    controller: { fees: "account", losses: "stripe", collection: "stripe", dashboard: "full" },
    capabilities: { card_payments: 1_700_000_000, transfers: 1_700_000_000 },
    metadata: {},
    values: { business_type: "company", "company.name": "Example Platform" },
    items: [],
    persons: [],
    bankAccount: null,
    detailsSubmitted: true,
    opened: true,
    hold: null,
    balances: { available: {}, pending: {}, reserved: {} },
    gone: null,
  };
  return renderAccount(record);
}
