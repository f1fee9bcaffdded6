import { type After, rejectAfter } from "../../core/async.js";
import type { ConnectionStore } from "../../server/store/connectionStore.js";
import type { ContractCase } from "../contractCase.js";
import { auditCases } from "./storeContractAudit.js";
import { claimCases } from "./storeContractClaims.js";
import { ledgerCases } from "./storeContractLedger.js";
import { lifeCases } from "./storeContractLife.js";
import { setupStore } from "./storeContractSetup.js";

/** How a store is held to the contract. */
export interface StoreContractOptions {
  /**
   * How long a case may take before it fails. Milliseconds, default 25 000: longer than a slow database needs. Give your
   * test runner a longer limit, or it stops the case before the case can say what is wrong.
   */
  timeout?: number;
}

/**
 * Tells whether a store keeps its word. Give each case to your test runner: `for (const { name, run } of
 * storeContract(createStore)) test(name, run)`. Cases use names of their own, and so they may share a database.
 */
export function storeContract(
  createStore: () => ConnectionStore | Promise<ConnectionStore>,
  { timeout = 25_000 }: StoreContractOptions = {},
): ContractCase[] {
  const late = () =>
    new Error(`react-stripe-connection: contract broken: the case did not end within ${timeout / 1000} s`);
  return Object.entries({ ...claimCases, ...lifeCases, ...ledgerCases, ...auditCases }).map(([name, run]) => ({
    name,
    run: async () => rejectAfter(after, timeout, run(setupStore(await createStore())), late),
  }));
}

/** Keeps the process alive, because a store that never answers may have nothing else that does. */
const after: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
