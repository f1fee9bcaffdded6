import type Stripe from "stripe";
import type { ConnectInput } from "../../core/adapter.js";
import { ConnectionError } from "../../core/errors.js";
import type { AccountParams } from "../store/storedConnection.js";
import type { AccountParamsInput } from "../handlerOptions.js";
import type { HandlerContext } from "../context.js";
import { askHost, wrongAnswer } from "../hostCode.js";

type Chosen = Omit<AccountParamsInput, "tenant">;

/** Names of ours in what the host gives: they would link any account, or pass one off as another tenant's. */
const OURS = /^rsc_/i;

export type AskAccountParams = (tenant: string, input: ConnectInput) => Promise<AccountParams>;

/** The host's parameters, or the default account: everything in the page, Stripe liable. */
export function createAccountParams({
  options,
  runtime,
  logger,
}: Pick<HandlerContext, "options" | "runtime" | "logger">): AskAccountParams {
  let isTold = false;

  const tellOnce = (names: ReadonlySet<string>) => {
    if (isTold) return;
    isTold = true;
    logger.warn(
      "`accountParams` returned names that begin with rsc_: they are this package's own and were left out. Rename them, and don't pass on what a tenant can write",
      { names: [...names].join(", ") },
    );
  };

  const given = async (input: AccountParamsInput): Promise<AccountParams | null> => {
    const said: unknown = await askHost(runtime, "accountParams", () => options.accountParams?.(input));
    if (said === undefined || said === null) return null;
    const dropped = new Set<string>();
    const params = plain(said, dropped);
    if (dropped.size > 0) tellOnce(dropped);
    return params;
  };

  return async (tenant, input) => {
    const { countries = [] } = options;
    const country = input.country ?? (countries.length === 1 ? countries[0] : undefined);
    const isOffered = country === undefined ? countries.length === 0 : countries.includes(country);
    if (!isOffered) {
      throw new ConnectionError("country_unsupported", { message: "name one of the countries that are offered" });
    }
    const { businessType } = input;
    const chosen: Chosen = { ...(country ? { country } : {}), ...(businessType ? { businessType } : {}) };
    const params = await given({ tenant, ...chosen });
    if (options.accounts !== "v2") return paramsV1(params ?? DEFAULT_V1, chosen);
    // Those of the API that the host has chosen: the types can't tie the two options together.
    return paramsV2((params ?? {}) as Stripe.V2.Core.AccountCreateParams, chosen);
  };
}

/** What the claim keeps: JSON, without names of ours at any depth. */
function plain(said: unknown, dropped: Set<string>): AccountParams {
  let params: unknown;
  try {
    params = JSON.parse(JSON.stringify(said), (name: string, value: unknown) => {
      if (!OURS.test(name)) return value;
      dropped.add(name);
      return undefined;
    });
  } catch (cause) {
    throw wrongAnswer("accountParams", "what JSON can hold: no bigint, no cycle", cause);
  }
  if (typeof params !== "object" || params === null || Array.isArray(params)) {
    throw wrongAnswer("accountParams", "an object with parameters of Stripe's API");
  }
  return { ...params };
}

/** The account that the handler makes where the host says nothing else. */
export const DEFAULT_V1: Stripe.AccountCreateParams = {
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
export const DEFAULT_V2: Stripe.V2.Core.AccountCreateParams = {
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
