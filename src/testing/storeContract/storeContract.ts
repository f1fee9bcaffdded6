import type { ConnectionStore } from "../../server/store/connectionStore.js";
import type { ContractCase } from "../contractCase.js";
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
    run: async () => bounded(run(setupStore(await createStore()))),
  }));
}

/** Longer than a slow database needs, and no longer than most runners wait. */
const LIMIT_MS = 25_000;

/** What a store never does is broken, too. */
async function bounded(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new Error(
      `react-stripe-connection: contract broken: the case does not end within ${LIMIT_MS / 1000} s`,
    );
    timer = setTimeout(() => reject(error), LIMIT_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
