import type Stripe from "stripe";
import { withAccountsV2 } from "../src/server/stripe/accountsV2.js";
import { ask, CALL, createStripeGateway, eachOf, type StripeGateway } from "../src/server/stripe/stripeGateway.js";
import type { Inbox } from "./inbox.js";
import type { Kind } from "./ledger.js";

/** What differs between Stripe itself and the simulator. */
export interface Side {
  readonly isSimulated: boolean;
  readonly stripe: Stripe;
  /** The webhooks that come here; null: none can. */
  readonly inbox: Inbox | null;
  /** Makes a webhook endpoint, of connected accounts or of the platform's own events. */
  makeEndpoint(endpoint: { url: string; connect: boolean }): Promise<{ id: string }>;
  endEndpoint(id: string): Promise<void>;
  /** Gives what the API alone can't give for the account holder. */
  fillIn(account: string): Promise<void>;
  /** A client whose key may not read balances; null: there is none. */
  withoutBalance(): Stripe | null;
  /** The version that the platform's account is pinned to; null: it has none. */
  ownVersion(): Promise<string | null>;
  /** Lets a day go by; null: it would have to be waited for. */
  readonly nextDay: (() => Promise<void>) | null;
  close(): Promise<void>;
}

/** Where the checks run, with our own calls and with what they can make there. */
export interface Place extends Side {
  readonly gateway: StripeGateway;
  /** The same for accounts of v2. */
  readonly gatewayV2: StripeGateway;
  readonly accounts: Kind;
  readonly accountsV2: Kind;
  readonly endpoints: Kind;
  /** In the metadata of every account that this run makes, so that it is found again. */
  readonly metadata: Record<string, string>;
  /** The address of every endpoint that this run makes begins with it. Nothing reads what is sent there. */
  readonly endpointUrl: string;
}

const METADATA_NAME = "rsc_check";
/** Clocks differ. Seconds. */
const SKEW = 600;

export function createPlace(side: Side, about: { runId: string; now: number }): Place {
  const { stripe } = side;
  const { runId } = about;
  const gateway = createStripeGateway(stripe);
  const gatewayV2 = withAccountsV2(gateway, stripe);
  const since = Math.floor(about.now / 1000) - SKEW;
  const endpointUrl = `https://example.com/react-stripe-connection/${runId}`;

  const accountsOf = (by: StripeGateway, name: string): Kind => ({
    name,
    end: (id) => by.deleteAccount(id),
    async find() {
      const ids: string[] = [];
      for await (const { id, metadata } of by.accountsSince(since)) {
        if (metadata?.[METADATA_NAME] === runId) ids.push(id);
      }
      return ids;
    },
  });

  return {
    ...side,
    gateway,
    gatewayV2,
    metadata: { [METADATA_NAME]: runId },
    endpointUrl,
    accounts: accountsOf(gateway, "account"),
    accountsV2: accountsOf(gatewayV2, "account of v2"),
    endpoints: {
      name: "webhook endpoint",
      end: (id) => ask(() => side.endEndpoint(id)),
      async find() {
        const ids: string[] = [];
        for await (const { id, url } of eachOf(() => stripe.webhookEndpoints.list({ limit: 100 }, CALL))) {
          if (url.startsWith(endpointUrl)) ids.push(id);
        }
        return ids;
      },
    },
  };
}
