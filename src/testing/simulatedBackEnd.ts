import { fromSamePage } from "../simulator/samePage.js";
import { simulatedAdapter, type SimulatedAdapterOptions } from "../simulator/simulatedAdapter.js";
import type { StripeSimulator } from "../simulator/stripeSimulator.js";

/** How the back end is set up, and the path it answers at. */
export interface SimulatedBackEndOptions
  extends Pick<SimulatedAdapterOptions, "scenario" | "viewer" | "store" | "handler"> {
  /** What the page calls. Default: `/api/stripe/test`, in live mode `/api/stripe/live`. */
  endpoint?: string;
}

/** The real handler over a simulated Stripe, for tests that intercept a page's requests. */
export interface SimulatedBackEnd {
  /** The path or URL that the page calls, as given or by default. */
  endpoint: string;
  /** A request to `endpoint`, as the page itself sends it. */
  fetch(request: Request): Promise<Response>;
  /** Ends the handler and its timers. The simulator goes on. */
  close(): Promise<void>;
}

export function simulatedBackEnd(simulator: StripeSimulator, options: SimulatedBackEndOptions = {}): SimulatedBackEnd {
  const path = `/api/stripe/${simulator.mode}`;
  const { endpoint = path, ...rest } = options;
  const adapter = simulatedAdapter({ ...rest, simulator });
  // The scenario is through when the adapter answers, be it with a refusal: then the page's request is refused, too.
  const prepared = options.scenario ? Promise.allSettled([adapter.getConnection()]) : Promise.resolve();

  return {
    endpoint,
    async fetch(request) {
      await prepared;
      const { pathname, search } = new URL(request.url);
      const at = pathname.indexOf(new URL(endpoint, request.url).pathname);
      const below = pathname.slice(at + new URL(endpoint, request.url).pathname.length);
      const hasBody = request.method !== "GET" && request.method !== "HEAD";
      return adapter.handler.fetch(
        fromSamePage(
          new Request(`https://simulated.invalid${path}${below}${search}`, {
            method: request.method,
            headers: request.headers,
            signal: request.signal,
            body: hasBody ? await request.arrayBuffer() : null,
          }),
        ),
      );
    },
    close: () => adapter.close(),
  };
}
