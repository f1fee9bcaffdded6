import { createStripeSimulator } from "react-stripe-connection/simulator";
import { fileJournal, listenSimulator } from "react-stripe-connection/simulator/node";
import { endWithParent, processOptions, sayUrl } from "./served.js";

export interface SimulatorProcessOptions {
  journal: string;
  webhooks: { url: string; secret: string }[];
  /** Between the attempts to deliver an event, ms. Default: five within two seconds. */
  retryDelays?: number[];
}

// Stripe as it is: elsewhere, with a memory of its own, and not impressed by what happens to us.
const { journal, webhooks, retryDelays = [50, 100, 200, 400, 800] } = processOptions<SimulatorProcessOptions>();
const simulator = createStripeSimulator({
  clock: "real",
  journal: fileJournal(journal),
  verificationDelay: 20,
  webhookRetryDelays: retryDelays,
});
for (const { url, secret } of webhooks) simulator.deliverWebhooksTo(url, secret);
const { url, close } = await listenSimulator(simulator);
endWithParent(async () => {
  await close();
  await simulator.close();
});
sayUrl(url);
