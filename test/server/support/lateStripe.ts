import Stripe from "stripe";
import type { StripeSimulator } from "../../../src/simulator/index.js";

/** The SDK on a simulator, without its pauses. Counts reads of accounts, and can be late with one. */
export function createLateStripe(simulator: StripeSimulator) {
  let reads = 0;
  let lateness: (() => Promise<void>) | null = null;
  const stripe = new Stripe(simulator.secretKey, {
    httpClient: Stripe.createFetchHttpClient(async (input: Request | string | URL, init?: RequestInit) => {
      const request = new Request(input, init);
      if (request.method !== "GET" || !/\/accounts\/acct_\w+$/.test(request.url)) return simulator.fetch(request);
      reads += 1;
      const late = lateness;
      lateness = null;
      const response = await simulator.fetch(request);
      await late?.();
      return response;
    }),
  });
  Object.assign(stripe, { getInitialNetworkRetryDelay: () => 0.001, getMaxNetworkRetryDelay: () => 0.001 });
  return {
    stripe,
    reads: () => reads,
    /** The next account is read now, and its answer comes when this has ended. */
    keepBack(until: (() => Promise<void>) | null) {
      lateness = until;
    },
  };
}
