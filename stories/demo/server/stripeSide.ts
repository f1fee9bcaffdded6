import { join } from "node:path";
import Stripe from "stripe";
import type { Mode } from "react-stripe-connection";
import { createStripeSimulator, type StripeSimulator } from "react-stripe-connection/simulator";
import { fileJournal, listenSimulator } from "react-stripe-connection/simulator/node";
import type { StripeKeys } from "./settings.js";

/** Where a mode's accounts are: at Stripe, or in the simulator. */
export interface StripeSide {
  stripe: Stripe;
  publishableKey: string;
  webhookSecret: string;
  simulator: StripeSimulator | null;
  /** Where the simulator listens. */
  simulatorUrl: string | null;
  close(): Promise<void>;
}

export function realStripe({ secretKey, publishableKey, webhookSecret }: StripeKeys): StripeSide {
  return {
    stripe: new Stripe(secretKey),
    publishableKey,
    webhookSecret,
    simulator: null,
    simulatorUrl: null,
    close: async () => {},
  };
}

/** A Stripe of our own on 127.0.0.1, which the real SDK calls over HTTP and which remembers its accounts. */
export async function simulatedStripe(mode: Mode, dataDir: string): Promise<StripeSide> {
  const simulator = createStripeSimulator({
    mode,
    clock: "real",
    journal: fileJournal(join(dataDir, `stripe-${mode}.jsonl`)),
  });
  const listening = await listenSimulator(simulator, { port: 0 });
  const { hostname, port } = new URL(listening.url);
  return {
    stripe: new Stripe(simulator.secretKey, { host: hostname, port: Number(port), protocol: "http" }),
    publishableKey: simulator.publishableKey,
    // The same after each restart, because deliveries that were under way are signed with it.
    webhookSecret: `whsec_simulated_${mode}`,
    simulator,
    simulatorUrl: listening.url,
    async close() {
      await listening.close();
      await simulator.close();
    },
  };
}
