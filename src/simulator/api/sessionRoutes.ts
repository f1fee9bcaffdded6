import { seconds } from "../clock.js";
import { textAt } from "./form.js";
import type { Rendered } from "../account/renderRequirements.js";
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
];
