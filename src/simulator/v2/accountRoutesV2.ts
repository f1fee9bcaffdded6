import type { AccountRecord, FaceV2 } from "../account/accountRecord.js";
import { keptV2 } from "../account/keptParams.js";
import { prefill } from "../account/updateAccount.js";
import { seconds } from "../clock.js";
import { createAccount } from "../account/createAccount.js";
import { textAt } from "../api/form.js";
import { askForDetails } from "../account/lifecycle.js";
import { renderAccount } from "../account/renderAccount.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Call, Platform, Route } from "../api/route.js";
import { invalidRequest, notFoundV2 } from "../api/stripeFailure.js";
import { listPageV2 } from "./listPageV2.js";
import { asV1, configurationsIn, includesOf, namedIn } from "./paramsV2.js";
import { renderAccountV2 } from "./renderAccountV2.js";
import { renderPersonV2 } from "./renderPersonV2.js";
import { accountEvent } from "./thinEvents.js";

/** The account, also a closed one: limited reads stay possible. */
function find(id: string, { accounts }: Platform): AccountRecord {
  const account = accounts.lookUp(id);
  if (!account || account.gone === "deleted" || account.gone === "deauthorized") throw notFoundV2(id);
  if (account.v2) return account;
  throw refused("v1_account_instead_of_v2_account", "V1 Account ID cannot be used in V2 Account APIs.");
}

function findOpen(id: string, platform: Platform): AccountRecord {
  const account = find(id, platform);
  if (account.gone === null) return account;
  throw refused("account_closed", "This account was closed and can no longer be operated on.");
}

const refused = (code: string, message: string) => invalidRequest(message, { code });

const shown = (account: AccountRecord, { form }: Call, { livemode }: Platform): Rendered =>
  renderAccountV2(account, includesOf(form), livemode);

function create(call: Call, platform: Platform): Rendered {
  const { form, cause } = call;
  const { accounts, time, random } = platform;
  const configurations = configurationsIn(form);
  const isPaid = configurations.some((name) => name !== "customer");
  if (isPaid && textAt(form, "identity.country") === undefined) {
    throw refused("identity_country_required", "The `identity.country` value is required but not provided.");
  }
  if (isPaid && textAt(form, "contact_email") === undefined) {
    throw refused("invalid_fields", "`contact_email` is required when configuring a merchant or a recipient.");
  }
  const id = `acct_1${random(15)}`;
  const account: AccountRecord = {
    ...createAccount(asV1(form), id, seconds(time.now())),
    v2: { configurations, displayName: textAt(form, "display_name") ?? null, kept: keptV2(undefined, form) },
  };
  accounts.add(account);
  // Both faces tell of it.
  accounts.tell(account, { type: "account.updated", object: renderAccount(account) }, cause);
  accounts.tellThin(accountEvent(id, ".created"), cause);
  return shown(account, call, platform);
}

function update(call: Call, platform: Platform): Rendered {
  const { form, cause, ids } = call;
  const { accounts, time } = platform;
  const { id } = findOpen(ids[0] ?? "", platform);
  accounts.change(
    id,
    (account) => {
      const late = ["company", "individual", "business_type"].find((name) => hasParts(asV1(form)[name]));
      if (late !== undefined && account.opened && account.controller.collection === "stripe") {
        throw refused("invalid_fields", "Stripe collects `identity` from the account holder, who has begun.");
      }
      prefill(account, asV1(form), seconds(time.now()));
      const name = textAt(form, "display_name");
      const added = configurationsIn(form);
      const { configurations, displayName, kept }: FaceV2 = account.v2 ?? { configurations: [], displayName: null };
      account.v2 = {
        configurations: [...new Set([...configurations, ...added])].sort(),
        displayName: name ?? displayName,
        kept: keptV2(kept, form),
      };
      askForDetails(account);
    },
    cause,
  );
  return shown(find(id, platform), call, platform);
}

const hasParts = (value: unknown): boolean =>
  typeof value === "object" && value !== null ? Object.keys(value).length > 0 : value !== undefined;

/** All configurations have to be named: who closes has to know what it closes. */
function close(call: Call, platform: Platform): Rendered {
  const { accounts, livemode } = platform;
  const account = findOpen(call.ids[0] ?? "", platform);
  const named = namedIn(call.form["applied_configurations"]);
  if (named.join() !== (account.v2?.configurations ?? []).join()) {
    throw refused("configs_must_match_to_close", "All configurations of the account must be named to close it.");
  }
  if (livemode) refuseClosing(account);
  accounts.change(account.id, (draft) => void (draft.gone = "closed"), call.cause);
  return shown(find(account.id, platform), call, platform);
}

/** In live mode only, as for v1's deletion. */
function refuseClosing({ controller, balances }: AccountRecord): void {
  if (controller.dashboard === "full" && controller.losses === "stripe") {
    throw refused("stripe_loss_liable_cannot_be_deleted", "Stripe is liable for this account: it can't be closed.");
  }
  if (
    Object.values(balances).some((amounts: Record<string, number>) =>
      Object.values(amounts).some((amount) => amount !== 0),
    )
  ) {
    throw refused("cannot_delete_account_with_balance", "An account with a balance can't be closed.");
  }
}

const ONE = /^\/v2\/core\/accounts\/([^/]+)$/;
const WRITTEN = [
  "configuration.merchant.capabilities.card_payments",
  "configuration.merchant.mcc",
  "configuration.recipient.capabilities.stripe_balance.stripe_transfers",
  "contact_email",
  "dashboard",
  "defaults.currency",
  "defaults.profile",
  "defaults.responsibilities",
  "display_name",
  "identity.business_details.phone",
  "identity.business_details.registered_name",
  "identity.country",
  "identity.entity_type",
  "identity.individual.email",
  "identity.individual.given_name",
  "identity.individual.surname",
  "include",
  "metadata",
];

export const accountRoutesV2: readonly Route[] = [
  {
    operation: "v2.core.accounts.create",
    method: "POST",
    path: /^\/v2\/core\/accounts$/,
    plays: WRITTEN,
    answer: create,
  },
  {
    operation: "v2.core.accounts.retrieve",
    method: "GET",
    path: ONE,
    plays: ["include"],
    answer: (call, platform) => shown(find(call.ids[0] ?? "", platform), call, platform),
  },
  { operation: "v2.core.accounts.update", method: "POST", path: ONE, plays: WRITTEN, answer: update },
  {
    operation: "v2.core.accounts.close",
    method: "POST",
    path: /^\/v2\/core\/accounts\/([^/]+)\/close$/,
    plays: ["applied_configurations"],
    answer: close,
  },
  {
    operation: "v2.core.accounts.list",
    method: "GET",
    path: /^\/v2\/core\/accounts$/,
    plays: ["limit", "page"],
    answer: (call, { accounts, livemode }) => {
      const own = accounts.list().filter(({ v2 }) => v2 !== undefined);
      return listPageV2(
        own.map((account) => renderAccountV2(account, [], livemode)),
        call,
      );
    },
  },
  {
    operation: "v2.core.accounts.persons.list",
    method: "GET",
    path: /^\/v2\/core\/accounts\/([^/]+)\/persons$/,
    plays: ["limit", "page"],
    answer: (call, platform) => {
      const account = findOpen(call.ids[0] ?? "", platform);
      return listPageV2(
        account.persons.map((person) => ({ ...renderPersonV2(account, person), livemode: platform.livemode })),
        call,
      );
    },
  },
];
