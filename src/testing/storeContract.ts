import type { ConnectionStore } from "../server/connectionStore.js";
import type { ContractCase } from "./contractCase.js";
import { claimCases } from "./storeContractClaims.js";
import { ledgerCases } from "./storeContractLedger.js";
import { lifeCases } from "./storeContractLife.js";
import { setupStore } from "./storeContractSetup.js";

/**
 * Tells whether a store keeps its word. Give each case to your test runner: `for (const { name, run } of
 * storeContract(createStore)) test(name, run)`. Cases use names of their own, and so they may share a database.
 */
export function storeContract(createStore: () => ConnectionStore | Promise<ConnectionStore>): ContractCase[] {
  return Object.entries({ ...claimCases, ...lifeCases, ...ledgerCases }).map(([name, run]) => ({
    name,
    run: async () => run(setupStore(await createStore())),
  }));
}
