import { createStripeSimulator, createMemoryStore, simulatedAdapter } from "../../src/simulator/index.js";
import type { AdapterHarness } from "../../src/testing/index.js";

/** A whole back end in this page or process, for the contract. */
export function simulatedHarness(): AdapterHarness {
  const simulator = createStripeSimulator();
  const adapter = simulatedAdapter({ simulator, store: createMemoryStore({ now: () => simulator.clock.now() }) });
  return {
    adapter,
    another: adapter,
    control: {
      approve: (id) => simulator.run("connected", id),
      removeAccount: (id) => simulator.removeAccount(id),
      countAccounts: () => Promise.resolve(simulator.accounts().length),
    },
    close: async () => {
      await adapter.close();
      await simulator.close();
    },
  };
}
