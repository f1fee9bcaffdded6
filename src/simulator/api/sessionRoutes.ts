import type { AccountRecord } from "../account/accountRecord.js";
import { seconds } from "../clock.js";
import { textAt } from "./form.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Call, Platform, Route } from "./route.js";
import { invalidRequest, noSuchAccount } from "./stripeFailure.js";

/** An account that a parameter names: Stripe says so where it never was. */
function accountOf({ form }: Call, { accounts }: Platform): AccountRecord {
  const id = textAt(form, "account");
  if (id === undefined || id === "") {
    throw invalidRequest("Missing required param: account.", { code: "parameter_missing", param: "account" });
  }
  if (!accounts.lookUp(id)) throw noSuchAccount(id);
  return accounts.find(id);
}

function createSession(call: Call, platform: Platform): Rendered {
  const account = accountOf(call, platform);
  const session = platform.sessions.create(account, call.form);
  platform.accounts.change(account.id, (draft) => void (draft.opened = true));
  return session;
}

const LINK_SECONDS = 300;

function createLink(call: Call, platform: Platform): Rendered {
  const { accounts, time, random } = platform;
  const account = accountOf(call, platform);
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

export const sessionRoutes: readonly Route[] = [
  {
    operation: "accountSessions.create",
    method: "POST",
    path: /^\/v1\/account_sessions$/,
    plays: ["account", "components", "expand"],
    answer: createSession,
  },
  {
    operation: "accountLinks.create",
    method: "POST",
    path: /^\/v1\/account_links$/,
    plays: ["account", "collect", "collection_options", "expand", "refresh_url", "return_url", "type"],
    answer: createLink,
  },
];
