import type Stripe from "stripe";
import type { ConnectInput } from "../../core/adapter.js";
import { ConnectionError } from "../../core/errors.js";
import type { AccountParams } from "../store/storedConnection.js";
import type { AccountParamsInput } from "../handlerOptions.js";
import type { HandlerContext } from "../context.js";

type Chosen = Omit<AccountParamsInput, "tenant">;

/** The host's parameters, or the default account: everything in the page, Stripe liable (stripe-facts.md §4). */
export async function accountParams(
  { options }: Pick<HandlerContext, "options">,
  tenant: string,
  input: ConnectInput,
): Promise<AccountParams> {
  const { countries = [] } = options;
  const country = input.country ?? (countries.length === 1 ? countries[0] : undefined);
  const isOffered = country === undefined ? countries.length === 0 : countries.includes(country);
  if (!isOffered) {
    throw new ConnectionError("country_unsupported", { message: "name one of the countries that are offered" });
  }
  const { businessType } = input;
  const chosen: Chosen = { ...(country ? { country } : {}), ...(businessType ? { businessType } : {}) };
  const given = await options.accountParams?.({ tenant, ...chosen });
  if (options.accounts !== "v2") return paramsV1(given ?? DEFAULT_V1, chosen);
  // Those of the API that the host has chosen: the types can't tie the two options together.
  return paramsV2((given ?? {}) as Stripe.V2.Core.AccountCreateParams, chosen);
}

const DEFAULT_V1: Stripe.AccountCreateParams = {
  controller: {
    stripe_dashboard: { type: "none" },
    losses: { payments: "stripe" },
    fees: { payer: "account" },
    requirement_collection: "stripe",
  },
  capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
};

function paramsV1(params: object, { country, businessType }: Chosen): AccountParams {
  return { ...params, ...(country ? { country } : {}), ...(businessType ? { business_type: businessType } : {}) };
}

/** What v1's default is in v2's words. */
const DEFAULT_V2: Stripe.V2.Core.AccountCreateParams = {
  dashboard: "none",
  defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
  configuration: {
    merchant: { capabilities: { card_payments: { requested: true } } },
    recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
  },
};

/** The host always names the `contact_email`, and need not name the rest again. */
function paramsV2(given: Stripe.V2.Core.AccountCreateParams, { country, businessType }: Chosen): AccountParams {
  const identity = {
    ...given.identity,
    ...(country ? { country: country.toLowerCase() } : {}),
    ...(businessType ? { entity_type: businessType } : {}),
  };
  return { ...DEFAULT_V2, ...given, identity };
}
