import type { AccountRecord } from "../account/accountRecord.js";
import { seconds } from "../clock.js";
import { createAccount } from "../account/createAccount.js";
import { expand } from "./expand.js";
import { askForDetails } from "../account/lifecycle.js";
import { createdWithin, listPage, PAGING } from "./lists.js";
import { APPLICATION } from "../account/platformAccount.js";
import { renderAccount } from "../account/renderAccount.js";
import { renderCapability, renderPerson } from "../account/renderParts.js";
import type { Call, Platform, Route } from "./route.js";
import { invalidRequest } from "./stripeFailure.js";
import { prefill } from "../account/updateAccount.js";

const WRITTEN = [
  "business_profile",
  "business_type",
  "capabilities",
  "company",
  "default_currency",
  "email",
  "expand",
  "individual",
  "metadata",
  "settings.payments.statement_descriptor",
];

/** What Stripe collects itself, and the platform may prefill only before the account holder has begun. */
const COLLECTED = ["business_type", "company", "individual"];

function retrieve({ ids, form }: Call, { accounts }: Platform) {
  return expand(renderAccount(accounts.find(ids[0] ?? "")), form, accounts);
}

function create({ form, cause }: Call, { accounts, time, random }: Platform) {
  const account = createAccount(form, `acct_1${random(15)}`, seconds(time.now()));
  accounts.add(account);
  // The platform made it, so Stripe tells of it as of any change.
  accounts.tell(account, { type: "account.updated", object: renderAccount(account) }, cause);
  return renderAccount(account);
}

function update({ ids, form, cause }: Call, { accounts, time }: Platform) {
  const id = ids[0] ?? "";
  accounts.change(
    id,
    (account) => {
      const late = COLLECTED.find((name) => form[name] !== undefined);
      if (late !== undefined && account.opened && account.controller.collection === "stripe") {
        throw invalidRequest(
          `You can't change \`${late}\` any more: Stripe collects it from the account holder, who has begun.`,
          { param: late },
        );
      }
      prefill(account, form, seconds(time.now()));
      askForDetails(account);
    },
    cause,
  );
  return renderAccount(accounts.find(id));
}

function remove({ ids, cause }: Call, { accounts, livemode }: Platform) {
  const id = ids[0] ?? "";
  const account = accounts.find(id);
  if (livemode) refuseDeletion(account);
  accounts.change(id, (draft) => void (draft.gone = "deleted"), cause);
  accounts.tell(account, { type: "account.application.deauthorized", object: APPLICATION }, cause);
  return { id, object: "account", deleted: true };
}

/** In live mode only. @see https://docs.stripe.com/api/accounts/delete */
function refuseDeletion(account: AccountRecord): void {
  if (account.controller.dashboard === "full" && account.controller.losses === "stripe") {
    throw invalidRequest(
      "Accounts with access to the full Stripe Dashboard, where Stripe is liable, can't be deleted.",
      {
        code: "not_allowed_on_standard_account",
      },
    );
  }
  const amounts = Object.values(account.balances).flatMap((byCurrency: Record<string, number>) =>
    Object.values(byCurrency),
  );
  if (amounts.some((amount) => amount !== 0)) {
    throw invalidRequest("This account can't be deleted: all its balances must be zero.");
  }
}

const PATH = /^\/v1\/accounts\/([^/]+)$/;

export const accountRoutes: readonly Route[] = [
  {
    operation: "accounts.create",
    method: "POST",
    path: /^\/v1\/accounts$/,
    plays: [...WRITTEN, "controller", "country", "type"],
    answer: create,
  },
  { operation: "accounts.retrieve", method: "GET", path: PATH, plays: ["expand"], answer: retrieve },
  { operation: "accounts.update", method: "POST", path: PATH, plays: WRITTEN, answer: update },
  { operation: "accounts.del", method: "DELETE", path: PATH, plays: [], answer: remove },
  {
    operation: "accounts.list",
    method: "GET",
    path: /^\/v1\/accounts$/,
    plays: [...PAGING, "created"],
    answer: ({ form, path }, { accounts }) =>
      listPage(createdWithin(accounts.list().map(renderAccount), form), form, path),
  },
  {
    operation: "accounts.listPersons",
    method: "GET",
    path: /^\/v1\/accounts\/([^/]+)\/persons$/,
    plays: PAGING,
    answer: ({ ids, form, path }, { accounts }) => {
      const account = accounts.find(ids[0] ?? "");
      return listPage(
        account.persons.map((person) => renderPerson(account, person)),
        form,
        path,
      );
    },
  },
  {
    operation: "accounts.listCapabilities",
    method: "GET",
    path: /^\/v1\/accounts\/([^/]+)\/capabilities$/,
    plays: ["expand"],
    answer: ({ ids, form, path }, { accounts }) => {
      const account = accounts.find(ids[0] ?? "");
      const all = Object.keys(account.capabilities).map((name) => renderCapability(account, name));
      return expand({ object: "list", data: all, has_more: false, url: path }, form, accounts);
    },
  },
  {
    operation: "accounts.retrieveCapability",
    method: "GET",
    path: /^\/v1\/accounts\/([^/]+)\/capabilities\/([^/]+)$/,
    plays: ["expand"],
    answer: ({ ids, form }, { accounts }) => {
      const account = accounts.find(ids[0] ?? "");
      const name = ids[1] ?? "";
      if (account.capabilities[name] === undefined) {
        throw invalidRequest(`No such capability: '${name}'`, { code: "resource_missing", param: "capability" }, 404);
      }
      return expand(renderCapability(account, name), form, accounts);
    },
  },
];
