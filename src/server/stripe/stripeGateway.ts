import type Stripe from "stripe";
import type { AccountParams } from "../store/storedConnection.js";
import type { FormPurpose } from "../../core/connection.js";
import { toStripeFault } from "./stripeFault.js";

/** The version that our reading of accounts was written for; the host's client is not ours to configure. */
export const STRIPE_VERSION = "2026-10-28.endive";

/** How every call is made. */
export const CALL = { apiVersion: STRIPE_VERSION, timeout: 15_000, maxNetworkRetries: 2 } as const;

/** A balance that is not zero. */
export interface BalanceAmount {
  balance: "available" | "pending" | "reserved";
  /** In the currency's smallest unit. */
  amount: number;
  currency: string;
}

/** As much of an account as tells whose it is. */
export interface MadeAccount {
  id: string;
  metadata?: Stripe.Metadata | null | undefined;
}

/** The handful of things we ask Stripe. Every method rejects with a `StripeFault`. */
export interface StripeGateway {
  /** The same key with the same params gives the same account, whatever was lost before. */
  createAccount(params: AccountParams, idempotencyKey: string): Promise<{ id: string }>;
  /** The accounts that were made since then (seconds since 1970), and maybe older ones, fetched as they are asked for. */
  accountsSince(created: number): AsyncIterable<MadeAccount>;
  retrieveAccount(id: string): Promise<{ account: Stripe.Account | Stripe.V2.Core.Account; simulated: boolean }>;
  listPersons(id: string): Promise<(Stripe.Person | Stripe.V2.Core.AccountPerson)[]>;
  listCapabilities(id: string): Promise<Stripe.Capability[]>;
  deleteAccount(id: string): Promise<void>;
  createAccountSession(
    id: string,
    components: Stripe.AccountSessionCreateParams.Components,
  ): Promise<{ clientSecret: string; expiresAt: string }>;
  /** `asksAhead`: whether the page collects what becomes due later. */
  createOnboardingLink(
    id: string,
    link: { returnUrl: string; refreshUrl: string; asksAhead: boolean },
  ): Promise<{ url: string; expiresAt: string }>;
  /** Of an account with the Express Dashboard. Opens once, and only for a short time. */
  createLoginLink(id: string): Promise<{ url: string }>;
  balancesOf(id: string): Promise<BalanceAmount[]>;
  /** Whether the secret key is of live mode. */
  isLive(): Promise<boolean>;
  /** The account that the secret key is of. */
  platformId(): Promise<string>;
}

export function createStripeGateway(stripe: Stripe): StripeGateway {
  return {
    createAccount: (params, idempotencyKey) =>
      // The params are the host's own `Stripe.AccountCreateParams`, kept as JSON with the claim.
      ask(() => stripe.accounts.create(params as Stripe.AccountCreateParams, { ...CALL, idempotencyKey })),

    accountsSince: (created) => eachOf(() => stripe.accounts.list({ limit: 100, created: { gte: created } }, CALL)),

    async retrieveAccount(id) {
      const account = await ask(() => stripe.accounts.retrieve(id, {}, CALL));
      return { account, simulated: isSimulated(account) };
    },

    async listPersons(id) {
      const persons = await ask(() => stripe.accounts.listPersons(id, { limit: 100 }, CALL));
      return persons.data;
    },

    async listCapabilities(id) {
      return (await ask(() => stripe.accounts.listCapabilities(id, {}, CALL))).data;
    },

    async deleteAccount(id) {
      await ask(() => stripe.accounts.del(id, {}, CALL));
    },

    async createAccountSession(account, components) {
      const session = await ask(() => stripe.accountSessions.create({ account, components }, CALL));
      return { clientSecret: session.client_secret, expiresAt: isoTime(session.expires_at) };
    },

    async createOnboardingLink(account, { returnUrl, refreshUrl, asksAhead }) {
      const params: Stripe.AccountLinkCreateParams = {
        account,
        type: "account_onboarding",
        return_url: returnUrl,
        refresh_url: refreshUrl,
        collection_options: { fields: "currently_due", future_requirements: asksAhead ? "include" : "omit" },
      };
      const link = await ask(() => stripe.accountLinks.create(params, CALL));
      return { url: link.url, expiresAt: isoTime(link.expires_at) };
    },

    async createLoginLink(id) {
      const { url } = await ask(() => stripe.accounts.createLoginLink(id, {}, CALL));
      return { url };
    },

    async balancesOf(stripeAccount) {
      const balance = await ask(() => stripe.balance.retrieve({}, { ...CALL, stripeAccount }));
      const amounts = (kind: BalanceAmount["balance"], entries: readonly { amount: number; currency: string }[] = []) =>
        entries.map(({ amount, currency }) => ({ balance: kind, amount, currency }));
      return [
        ...amounts("available", balance.available),
        ...amounts("pending", balance.pending),
        ...amounts("reserved", balance.connect_reserved),
      ].filter(({ amount }) => amount !== 0);
    },

    async isLive() {
      return (await ask(() => stripe.balance.retrieve({}, CALL))).livemode;
    },

    async platformId() {
      return (await ask(() => stripe.accounts.retrieve(null, {}, CALL))).id;
    },
  };
}

/** What each form switches on: no more than it needs. Nothing of it comes from the client. */
export const FORM_COMPONENTS: Record<FormPurpose, Stripe.AccountSessionCreateParams.Components> = {
  onboarding: { account_onboarding: { enabled: true } },
  management: { account_management: { enabled: true }, notification_banner: { enabled: true } },
};

/** Rejects with a `StripeFault`. */
export async function ask<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    throw toStripeFault(thrown);
  }
}

/** All of a list, page by page. Rejects with a `StripeFault`. */
export async function* eachOf<T>(list: () => AsyncIterable<T>): AsyncGenerator<T, void> {
  try {
    yield* list();
  } catch (thrown) {
    throw toStripeFault(thrown);
  }
}

function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

/** The SDK's Node client gives headers as a plain object, its fetch client as `Headers`; its types know the first only. */
export function isSimulated({
  lastResponse,
}: {
  lastResponse: { headers: Record<string, string> | Headers };
}): boolean {
  const { headers } = lastResponse;
  return headers instanceof Headers ? headers.has("stripe-simulator") : headers["stripe-simulator"] !== undefined;
}
