import type { Call, Platform, Route } from "../api/route.js";
import { invalidRequest } from "../api/stripeFailure.js";
import type { Rendered } from "../account/renderRequirements.js";
import { seconds } from "../clock.js";

/** Where the SDK sends its calls unless it is told another host: a page can't open what the simulator serves there. */
const STRIPE = "https://api.stripe.com";

function createLoginLink({ ids, origin }: Call, { accounts, loginLinks, time }: Platform): Rendered {
  const account = accounts.find(ids[0] ?? "");
  if (account.controller.dashboard !== "express") {
    throw invalidRequest(
      `Cannot create an edit link for the account ${account.id}, which does not have access to the Express Dashboard.`,
    );
  }
  if (!account.detailsSubmitted) {
    throw invalidRequest("Cannot create a login link for an account that has not completed onboarding.");
  }
  const path = `${account.id}/${loginLinks.create(account.id)}`;
  return {
    object: "login_link",
    created: seconds(time.now()),
    url: origin === STRIPE ? `https://connect.stripe.com/express/${path}` : `${origin}/_express/${path}`,
  };
}

export const loginLinkRoute: Route = {
  operation: "accounts.createLoginLink",
  method: "POST",
  path: /^\/v1\/accounts\/([^/]+)\/login_links$/,
  plays: [],
  answer: createLoginLink,
};
