import type { Accounts, Cause } from "../account/accounts.js";
import type { TimeKeeper } from "../clock.js";
import type { LoginLinks } from "../dashboard/loginLinks.js";
import type { EventLog } from "../events/eventLog.js";
import type { Form } from "./form.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Sessions } from "./sessions.js";
import type { Webhooks } from "../events/webhooks.js";

/** One call of Stripe's API, taken apart. */
export interface Call {
  method: string;
  path: string;
  /** Of the address that was called, such as `http://127.0.0.1:40123`. */
  origin: string;
  /** As it was sent, without its question mark. */
  query: string;
  /** Query of a GET or DELETE, body of a POST. */
  form: Form;
  /** The ids in the path. */
  ids: string[];
  /** The `Stripe-Account` header. */
  onBehalfOf: string | null;
  /** The `Stripe-Version` header. */
  version: string | null;
  cause: Cause;
}

/** What the routes work with. */
export interface Platform {
  accounts: Accounts;
  sessions: Sessions;
  loginLinks: LoginLinks;
  webhooks: Webhooks;
  log: EventLog;
  time: TimeKeeper;
  random: (length: number) => string;
  livemode: boolean;
  secretKey: string;
  apiVersion: string;
}

export interface Route {
  /** Names the call for `fail({ on })`, as the SDK names it: `accounts.create`. */
  operation: string;
  method: "GET" | "POST" | "DELETE";
  path: RegExp;
  /** The parameters that it acts on, as dotted paths: a path stands for all below it. Stripe's others do nothing. */
  plays: readonly string[];
  /** The form to judge in place of the call's own, where an older version takes what the SDK's types no longer name. */
  accepts?(call: Call): Form;
  answer(call: Call, platform: Platform): Rendered;
}
