import {
  createStripeSimulator,
  createMemoryStore,
  simulatedAdapter,
  type SimulatedAdapterOptions,
} from "../../src/simulator/index.js";
import type { AdapterHarness } from "../../src/testing/index.js";

/** A whole back end in this page or process, for the contract. */
export function simulatedHarness(handler: SimulatedAdapterOptions["handler"] = {}): AdapterHarness {
  const simulator = createStripeSimulator();
  let tenant = "own";
  const adapter = simulatedAdapter({
    simulator,
    handler,
    store: createMemoryStore({ now: () => simulator.clock.now() }),
    viewer: () => ({ tenant, user: tenant, can: { view: true, connect: true, update: true, disconnect: true } }),
  });
  return {
    adapter,
    another: adapter,
    signIn: (next) => {
      tenant = next;
    },
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
