import type Stripe from "stripe";
import { NotRun, Wrong } from "../report.js";
import { rightsNamedIn } from "../../server/stripe/stripeFault.js";
import { stripeApi } from "../../server/stripeApi.js";
import { STRIPE_VERSION } from "../../server/stripe/stripeGateway.js";

/** The few things of the host's own `stripe` package that the doctor asks. */
export interface StripeFacts {
  livemode: boolean;
  platformId: string;
  /** It was the simulator that answered. */
  simulated: boolean;
  /** Stripe's own time, ms since 1970; null where its answer has no date. */
  stripeTime: number | null;
  endpoints: Stripe.WebhookEndpoint[];
}

const MAX_ENDPOINTS = 1000;
const CALL = { apiVersion: STRIPE_VERSION, timeout: 15_000, maxNetworkRetries: 1 } as const;

/** `stripe` is the host's: it is asked for only here, and only now. */
async function loadStripe(secretKey: string, address: string | undefined): Promise<Stripe> {
  let module: { default: typeof Stripe };
  try {
    module = (await import("stripe")) as unknown as { default: typeof Stripe };
  } catch {
    throw new NotRun("the `stripe` package is not installed here: run this where your server's package.json is");
  }
  return new module.default(secretKey, stripeApi(address));
}

/**
 * What Stripe, or the simulator at `address`, says to this key. Its own texts are not repeated: they may hold a part of
 * the key.
 */
export async function readFacts(secretKey: string, address: string | undefined): Promise<StripeFacts> {
  const stripe = await loadStripe(secretKey, address);
  const balance = await asked(address, "read its balance", () => stripe.balance.retrieve({}, CALL));
  const platform = await asked(address, "read its account", () => stripe.accounts.retrieve(null, {}, CALL));
  const endpoints: Stripe.WebhookEndpoint[] = [];
  await asked(address, "list its webhook endpoints", async () => {
    for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 }, CALL)) {
      // Stripe allows 16. A list without an end is not Stripe's.
      if (endpoints.push(endpoint) >= MAX_ENDPOINTS) break;
    }
  });
  const { headers } = balance.lastResponse;
  const date = Date.parse(headers["date"] ?? "");
  return {
    livemode: balance.livemode,
    platformId: platform.id,
    simulated: headers["stripe-simulator"] !== undefined,
    stripeTime: Number.isNaN(date) ? null : date,
    endpoints,
  };
}

async function asked<T>(address: string | undefined, what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    const status: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "statusCode") : null;
    if (status === 401) {
      throw new Wrong(
        "Stripe does not know this secret key",
        "Copy the current one from dashboard.stripe.com/apikeys.",
      );
    }
    if (status === 403) {
      const rights = rightsNamedIn(thrown);
      const add =
        rights.length > 0
          ? `Add ${rights.join(", ")} to the restricted key`
          : "Give the restricted key read permission for it";
      throw new Wrong(`this key may not ${what}`, `${add}, or run the doctor with the secret key.`);
    }
    const answered = typeof status === "number" ? ` (it answers ${status})` : "";
    throw address === undefined
      ? new Wrong(
          `Stripe can't be reached to ${what}${answered}`,
          "Look at the server's network and proxy, and at status.stripe.com.",
        )
      : new Wrong(
          `the simulator at ${address} can't be reached to ${what}${answered}`,
          "Start it by `npx react-stripe-connection simulator`, or unset STRIPE_API_URL to ask Stripe.",
        );
  }
}
