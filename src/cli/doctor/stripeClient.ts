import type Stripe from "stripe";
import { NotRun, Wrong } from "../report.js";
import { STRIPE_VERSION } from "../../server/stripe/stripeGateway.js";

/** The few things of the host's own `stripe` package that the doctor asks. */
export interface StripeFacts {
  livemode: boolean;
  platformId: string;
  /** Stripe's own time, ms since 1970; null where its answer has no date. */
  stripeTime: number | null;
  endpoints: Stripe.WebhookEndpoint[];
}

const CALL = { apiVersion: STRIPE_VERSION, timeout: 15_000, maxNetworkRetries: 1 } as const;

/** `stripe` is the host's: it is asked for only here, and only now. */
export async function loadStripe(secretKey: string, address: string | undefined): Promise<Stripe> {
  let module: { default: typeof Stripe };
  try {
    module = (await import("stripe")) as unknown as { default: typeof Stripe };
  } catch {
    throw new NotRun("the `stripe` package is not installed here: run this where your server's package.json is");
  }
  if (address === undefined) return new module.default(secretKey);
  const { protocol, hostname: host, port } = new URL(address);
  const isHttps = protocol === "https:";
  return new module.default(secretKey, {
    host,
    port: port || (isHttps ? 443 : 80),
    protocol: isHttps ? "https" : "http",
  });
}

/** What Stripe says to this key. Its own texts are not repeated: they may hold a part of the key. */
export async function readFacts(stripe: Stripe): Promise<StripeFacts> {
  const balance = await asked("read its balance", () => stripe.balance.retrieve({}, CALL));
  const platform = await asked("read its account", () => stripe.accounts.retrieve(null, {}, CALL));
  const endpoints: Stripe.WebhookEndpoint[] = [];
  await asked("list its webhook endpoints", async () => {
    for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 }, CALL)) endpoints.push(endpoint);
  });
  const { headers } = balance.lastResponse;
  const date = Date.parse(headers["date"] ?? "");
  return {
    livemode: balance.livemode,
    platformId: platform.id,
    stripeTime: Number.isNaN(date) ? null : date,
    endpoints,
  };
}

async function asked<T>(what: string, ask: () => Promise<T>): Promise<T> {
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
      throw new Wrong(
        `this key may not ${what}`,
        "Give the restricted key read permission for it, or run the doctor with the secret key.",
      );
    }
    throw new Wrong(
      `Stripe can't be reached to ${what}${typeof status === "number" ? ` (it answers ${status})` : ""}`,
      "Look at the server's network and proxy, and at status.stripe.com.",
    );
  }
}
