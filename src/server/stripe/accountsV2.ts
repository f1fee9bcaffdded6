import type Stripe from "stripe";
import { ask, CALL, eachOf, isSimulated, type StripeGateway } from "./stripeGateway.js";
import { StripeFault } from "./stripeFault.js";

/** What makes up an account to us; without it Stripe answers with little more than the id. */
const INCLUDE: Stripe.V2.Core.AccountRetrieveParams.Include[] = [
  "configuration.merchant",
  "configuration.recipient",
  "defaults",
  "future_requirements",
  "identity",
  "requirements",
];

/** An account that v1 made. For some minutes, or for good, v2 knows nothing of it. */
const OF_V1 = new Set(["v1_account_instead_of_v2_account", "account_not_yet_compatible_with_v2"]);

/** As many as v2 gives at once. */
export const PAGE = 20;
/** Names are asked for so many persons, as of v1, which gives no more at once. */
const MAX_PERSONS = 100;

const NO_ACCESS = 'the platform has no access to Accounts v2: ask Stripe for it, or pass accounts: "v1"';
/** Refusals that the developer can end. */
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  accounts_v2_access_blocked: NO_ACCESS,
  non_connect_platform_accounts_v2_access_blocked: NO_ACCESS,
  email_invalid: "Stripe refuses the e-mail address in `accountParams`",
  identity_country_required: "Accounts v2 wants a country: name `countries`, or `identity.country` in accountParams",
};

/**
 * The gateway with accounts of Stripe's v2 API. Sessions, links and balances are the same for both: v2's ids are v1's.
 * What v1 made is read and deleted as v1 does, so that a platform can change over with accounts that it has.
 */
export function withAccountsV2(v1: StripeGateway, stripe: Stripe): StripeGateway {
  const { accounts } = stripe.v2.core;
  const orV1 = async <T>(asked: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    try {
      return await askV2(asked);
    } catch (thrown) {
      if (thrown instanceof StripeFault && OF_V1.has(codeOf(thrown))) return instead();
      throw thrown;
    }
  };

  return {
    ...v1,

    createAccount: (params, idempotencyKey) =>
      // The params are the host's own and ours, kept as JSON with the claim.
      askV2(() => accounts.create(params as Stripe.V2.Core.AccountCreateParams, { ...CALL, idempotencyKey })),

    async *accountsSince(created) {
      // Nowhere does Stripe say whether v1's list has them. It can be asked for a time, and so costs the least.
      yield* unlessRefused(v1.accountsSince(created));
      // Theirs has them for certain.
      const isThrough = passes(created * 1000);
      for await (const account of eachOf(() => accounts.list({ limit: PAGE }, CALL))) {
        yield account;
        if (isThrough(Date.parse(account.created))) return;
      }
    },

    retrieveAccount: (id) =>
      orV1<Awaited<ReturnType<StripeGateway["retrieveAccount"]>>>(
        async () => {
          const account = await accounts.retrieve(id, { include: INCLUDE }, CALL);
          return { account, simulated: isSimulated(account) };
        },
        () => v1.retrieveAccount(id),
      ),

    listPersons: (id) =>
      orV1<Awaited<ReturnType<StripeGateway["listPersons"]>>>(
        () =>
          firstOf(
            MAX_PERSONS,
            eachOf(() => accounts.persons.list(id, { limit: PAGE }, CALL)),
          ),
        () => v1.listPersons(id),
      ),

    deleteAccount: (id) =>
      orV1(
        async () => {
          // All of them have to be named. Closed already is closed.
          const { applied_configurations, closed } = await accounts.retrieve(id, {}, CALL);
          if (closed !== true) await accounts.close(id, { applied_configurations }, CALL);
        },
        () => v1.deleteAccount(id),
      ),
  };
}

async function firstOf<T>(count: number, list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) {
    items.push(item);
    if (items.length >= count) break;
  }
  return items;
}

/** A list that may not be asked says nothing. */
async function* unlessRefused<T>(list: AsyncIterable<T>): AsyncGenerator<T, void> {
  try {
    yield* list;
  } catch (thrown) {
    if (!(thrown instanceof StripeFault) || thrown.kind !== "refused") throw thrown;
  }
}

/**
 * Whether the rest of a list is older than `since`, asked with the time of each. Nowhere does Stripe say that its lists
 * of v2 begin with the newest: that is believed of one that has never risen, but fallen, through a whole page of what is
 * older.
 */
function passes(since: number): (at: number) => boolean {
  let last: number | null = null;
  let falls = false;
  let rises = false;
  let older = 0;
  return (at) => {
    falls ||= last !== null && at < last;
    rises ||= last !== null && at > last;
    last = at;
    if (at < since) older += 1;
    return falls && !rises && older >= PAGE;
  };
}

/** v2's errors have codes of their own, and few have a type. */
async function askV2<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await ask(call);
  } catch (thrown) {
    if (!(thrown instanceof StripeFault)) throw thrown;
    const { cause, status, retryAfter } = thrown;
    const code = codeOf(thrown);
    if (status === 404 && code === "not_found") {
      const message = "there is no such account at Stripe any more";
      throw new StripeFault("conflict", message, { kind: "gone", status, cause });
    }
    if (code === "account_rate_limit_exceeded") {
      const details = { kind: "limited", status, cause, retryAfter: retryAfter ?? 5 } as const;
      throw new StripeFault("rate_limited", "Stripe asks to slow down", details);
    }
    const message = WHAT_TO_DO[code];
    if (message !== undefined) {
      throw new StripeFault("platform_not_ready", message, { kind: "refused", status, cause });
    }
    throw thrown;
  }
}

function codeOf({ cause }: StripeFault): string {
  const code: unknown = typeof cause === "object" && cause !== null ? Reflect.get(cause, "code") : null;
  return typeof code === "string" ? code : "";
}
