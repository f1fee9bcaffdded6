import { http, type HttpHandler } from "msw";
import type { StripeSimulator } from "../simulator/stripeSimulator.js";
import { simulatedBackEnd, type SimulatedBackEndOptions } from "./simulatedBackEnd.js";

/** What the page asks, who looks, and what the account has been through. */
export type MswHandlersOptions = SimulatedBackEndOptions;

/** Handlers for `setupServer(...handlers)` or `setupWorker(...handlers)`. */
export type MswHandlers = HttpHandler[] & {
  /** Ends the back end behind them; call it when the tests are done. The simulator is yours and goes on. */
  close(): Promise<void>;
};

/**
 * Answers what the card asks your `endpoint`, by the real handler over the simulator, and what your own server asks
 * `https://api.stripe.com`.
 */
export function mswHandlers(simulator: StripeSimulator, options: MswHandlersOptions = {}): MswHandlers {
  const backEnd = simulatedBackEnd(simulator, options);
  // Node has no page that a path could belong to.
  const pattern = `${backEnd.endpoint.startsWith("/") ? "*" : ""}${backEnd.endpoint}/*`;
  const handlers = [
    http.all(pattern, ({ request }) => backEnd.fetch(request)),
    // Where the simulator was told to break the line, it rejects as `fetch` does.
    http.all("https://api.stripe.com/*", ({ request }) => simulator.fetch(request).catch(() => Response.error())),
  ];
  return Object.assign(handlers, { close: () => backEnd.close() });
}
