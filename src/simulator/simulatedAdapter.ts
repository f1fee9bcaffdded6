import Stripe from "stripe";
import { httpAdapter } from "../client/http/httpAdapter.js";
import type { StripeConnectionAdapter } from "../core/adapter.js";
import { PATHS } from "../core/protocol.js";
import type { Viewer } from "../server/viewer.js";
import type { ConnectionStore } from "../server/store/connectionStore.js";
import { createConnectionHandler } from "../server/createConnectionHandler.js";
import type { ConnectionHandler, ConnectionHandlerOptions } from "../server/handlerOptions.js";
import { systemRuntime } from "../server/runtime.js";
import type { Duration } from "./clock.js";
import { createStripeSimulator } from "./createStripeSimulator.js";
import { createLateness } from "./lateness.js";
import { createMemoryStore } from "./store/memoryStore.js";
import { randomText } from "./randomText.js";
import { fromSamePage, unlessAborted } from "./samePage.js";
import { type ScenarioName, scenarios } from "./scenarios.js";
import type { StripeSimulator } from "./stripeSimulator.js";

/** What goes on behind the adapter. */
export interface SimulatedAdapterOptions {
  /** Default `test`. Ignored where a simulator is given: that one's mode counts. */
  mode?: "test" | "live";
  /** Who looks; a function is asked for each request, `null` is nobody. Default: an admin of the tenant `tenant_1`. */
  viewer?: Viewer | (() => Viewer | null);
  /** What the account has been through before the first request is answered. Default: there is no account. */
  scenario?: ScenarioName;
  /** Milliseconds that each answer of the back end is late. Default 0. */
  latency?: number;
  /** Default: one of its own, with a real clock, that ends with the adapter. */
  simulator?: StripeSimulator;
  /** Default: a memory store of its own. Give the same to several adapters for several people of one tenant. */
  store?: ConnectionStore;
  /** Options of the handler behind it. */
  handler?: Partial<
    Omit<ConnectionHandlerOptions, "stripe" | "store" | "authorize" | "mode" | "basePath" | "publicUrl">
  >;
}

/** An adapter with its whole back end. */
export interface SimulatedAdapter extends StripeConnectionAdapter {
  /** The Stripe behind it: play what happens there. */
  readonly simulator: StripeSimulator;
  /** The server behind it. */
  readonly handler: ConnectionHandler;
  /** Ends its handler, and the simulator where that is its own. */
  close(): Promise<void>;
}

const ADMIN: Viewer = {
  tenant: "tenant_1",
  user: "Jenny Rosen",
  can: { view: true, connect: true, update: true, disconnect: true },
};
const SECRET = "whsec_simulated";

/**
 * A whole back end in the page: the HTTP adapter over the real handler, the real `stripe` package, a simulator of
 * Stripe and a store in memory. No network is needed, and no rule is written twice.
 */
export function simulatedAdapter(options: SimulatedAdapterOptions = {}): SimulatedAdapter {
  const mode = options.simulator?.mode ?? options.mode ?? "test";
  const simulator = options.simulator ?? createStripeSimulator({ mode, clock: "real" });
  const now = () => simulator.clock.now();
  // An origin of its own: adapters with equal addresses would share one state.
  const publicUrl = `https://simulated-${randomText(8).toLowerCase()}.invalid`;
  const basePath = `/api/stripe/${mode}`;
  const url = publicUrl + basePath;
  const lateness = createLateness(options.latency ?? 0);
  let preparing = options.scenario !== undefined;

  const stripe = new Stripe(simulator.secretKey, {
    httpClient: Stripe.createFetchHttpClient((input, init) => simulator.fetch(input, init)),
  });
  const viewer = () => (typeof options.viewer === "function" ? options.viewer() : (options.viewer ?? ADMIN));
  const handler = createConnectionHandler({
    publishableKey: simulator.publishableKey,
    webhookSecrets: [SECRET],
    runtime: {
      ...systemRuntime,
      now,
      // While the past is made up, nobody rests between two reads.
      after: (ms, run) => systemRuntime.after(preparing && ms < 1000 ? 0 : ms, run),
    },
    ...options.handler,
    stripe,
    store: options.store ?? createMemoryStore({ now }),
    // The scenario needs an account, whoever looks at it afterwards.
    authorize: () => (preparing ? { ...ADMIN, tenant: viewer()?.tenant ?? ADMIN.tenant } : viewer()),
    mode,
    basePath,
    publicUrl,
  });
  const deliver = (payload: "snapshot" | "thin") =>
    simulator.deliverWebhooksTo((request) => handler.fetch(request), SECRET, {
      url: url + PATHS.webhooks,
      now,
      payload,
    });
  // Of v2's accounts Stripe tells by both kinds of events.
  const endpoints = [deliver("snapshot"), ...(options.handler?.accounts === "v2" ? [deliver("thin")] : [])];
  handler.start();

  const ask = (input: string, init: RequestInit) => handler.fetch(fromSamePage(new Request(input, init)));
  const prepared = prepare().finally(() => {
    preparing = false;
  });
  // Told by each request; nobody may have made one yet.
  prepared.catch(() => {});

  async function prepare(): Promise<void> {
    if (options.scenario === undefined) return;
    const admin = httpAdapter({ url, fetch: ask, credentials: "same-origin" });
    // The page is to see how it ended, at once. The events of the way there come after; they tell nothing new.
    if (!options.simulator) await simulator.holdWebhooks();
    const { account } = await admin.connect();
    if (!account) throw new Error("react-stripe-connection: the simulated account was not made.");
    // Somebody looked whenever time had passed: an account that worked before and stopped is another matter.
    const advance = async (by: Duration) => {
      await simulator.clock.advance(by);
      await admin.refresh();
    };
    await scenarios[options.scenario]({ ...simulator, clock: { ...simulator.clock, advance } }, account.id);
    await admin.refresh();
    if (!options.simulator) await simulator.releaseWebhooks();
  }

  const adapter = httpAdapter({
    url,
    credentials: "same-origin",
    fetch: async (input, init) => {
      const signal = init.signal ?? new AbortController().signal;
      await unlessAborted(signal, prepared);
      await unlessAborted(signal, lateness.wait());
      return unlessAborted(signal, ask(input, init));
    },
  });

  return {
    ...adapter,
    simulator,
    handler,
    async close() {
      for (const forget of endpoints) forget();
      lateness.close();
      await handler.close();
      if (!options.simulator) await simulator.close();
    },
  };
}
