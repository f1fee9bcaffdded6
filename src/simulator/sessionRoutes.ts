import type { AccountRecord } from "./accountRecord.js";
import { seconds } from "./clock.js";
import { textAt } from "./form.js";
import { renderAccount } from "./renderAccount.js";
import type { Rendered } from "./renderRequirements.js";
import type { Call, Platform, Route } from "./route.js";
import { invalidRequest } from "./stripeFailure.js";

function accountOf({ form }: Call): string {
  const id = textAt(form, "account");
  if (id === undefined || id === "") {
    throw invalidRequest("Missing required param: account.", { code: "parameter_missing", param: "account" });
  }
  return id;
}

function createSession(call: Call, { accounts, sessions }: Platform): Rendered {
  const id = accountOf(call);
  const session = sessions.create(accounts.find(id), call.form);
  accounts.change(id, (account) => void (account.opened = true));
  return session;
}

const LINK_SECONDS = 300;

function createLink(call: Call, { accounts, time, random }: Platform): Rendered {
  const account = accounts.find(accountOf(call));
  const type = textAt(call.form, "type");
  if (type !== "account_onboarding" && type !== "account_update") {
    throw invalidRequest("Missing required param: type.", { code: "parameter_missing", param: "type" });
  }
  if (type === "account_update" && account.controller.collection !== "application") {
    throw invalidRequest("You cannot create `account_update` type Account Links for this account.", { param: "type" });
  }
  // An account without a Stripe-hosted dashboard, where Stripe is liable, has to be onboarded in the page.
  if (account.controller.dashboard === "none" && account.controller.losses === "stripe") {
    throw invalidRequest(
      "Account Links can't be created for accounts without access to a Stripe-hosted Dashboard where Stripe is liable for losses. Use embedded components instead.",
      { param: "account" },
    );
  }
  for (const name of ["return_url", "refresh_url"]) {
    const url = textAt(call.form, name);
    if (url === undefined || !URL.canParse(url)) {
      throw invalidRequest("Not a valid URL", { code: "url_invalid", param: name });
    }
  }
  accounts.change(account.id, (draft) => void (draft.opened = true));
  const created = seconds(time.now());
  return {
    object: "account_link",
    created,
    expires_at: created + LINK_SECONDS,
    url: `https://connect.stripe.com/setup/s/${account.id}/${random(12)}`,
  };
}

function balance({ onBehalfOf }: Call, { accounts, livemode }: Platform): Rendered {
  const account = onBehalfOf === null ? null : accounts.find(onBehalfOf);
  const amounts = (byCurrency: Record<string, number>) => {
    const listed = Object.entries(byCurrency);
    const shown = listed.length > 0 ? listed : [[account?.currency ?? "usd", 0] as const];
    return shown.map(([currency, amount]) => ({ amount, currency, source_types: { card: amount } }));
  };
  const balances = account?.balances ?? { available: {}, pending: {}, reserved: {} };
  return {
    object: "balance",
    available: amounts(balances.available),
    ...(Object.keys(balances.reserved).length > 0 ? { connect_reserved: amounts(balances.reserved) } : {}),
    livemode,
    pending: amounts(balances.pending),
  };
}

/** The platform's own account. */
function platformAccount(): Rendered {
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

export const sessionRoutes: readonly Route[] = [
  {
    operation: "accountSessions.create",
    method: "POST",
    path: /^\/v1\/account_sessions$/,
    params: ["account", "components", "expand"],
    answer: createSession,
  },
  {
    operation: "accountLinks.create",
    method: "POST",
    path: /^\/v1\/account_links$/,
    params: ["account", "collect", "collection_options", "expand", "refresh_url", "return_url", "type"],
    answer: createLink,
  },
  { operation: "balance.retrieve", method: "GET", path: /^\/v1\/balance$/, params: ["expand"], answer: balance },
  {
    operation: "accounts.retrieveCurrent",
    method: "GET",
    path: /^\/v1\/account$/,
    params: ["expand"],
    answer: ({ onBehalfOf }, platform) =>
      onBehalfOf === null ? platformAccount() : renderAccount(platform.accounts.find(onBehalfOf)),
  },
];
