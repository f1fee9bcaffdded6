import { connectCases, controlledConnectCases } from "./adapterContractConnect.js";
import { controlledDisconnectCases, disconnectCases } from "./adapterContractDisconnect.js";
import { limitCases } from "./adapterContractLimits.js";
import { pushCases } from "./adapterContractPush.js";
import { readCases } from "./adapterContractReads.js";
import type { AdapterHarness } from "./adapterContractSetup.js";
import { pushSwitchCases, switchCases } from "./adapterContractSwitch.js";
import type { ContractCase } from "../contractCase.js";

/** Which cases an adapter can't be held to. */
export interface AdapterContractOptions {
  /** False: nobody can play Stripe, and the cases that need it are left out. Default: true. */
  controlled?: boolean;
  /** False: the adapter has no `subscribe`. Default: true. */
  pushes?: boolean;
  /** False: one adapter never serves another tenant, because a page that changes hands is loaded anew. Default: true. */
  switches?: boolean;
  /** False: the back end does not limit how often it is asked. Default: true. */
  limits?: boolean;
}

/**
 * Tells whether an adapter, and the back end behind it, keeps its word. Give each case to your test runner:
 * `for (const { name, run } of adapterContract(createHarness)) test(name, run)`. Each case gets a harness of its own.
 */
export function adapterContract(
  createHarness: () => AdapterHarness | Promise<AdapterHarness>,
  { controlled = true, pushes = true, switches = true, limits = true }: AdapterContractOptions = {},
): ContractCase[] {
  const cases = {
    ...readCases,
    ...connectCases,
    ...disconnectCases,
    ...(controlled ? { ...controlledConnectCases, ...controlledDisconnectCases } : {}),
    ...(pushes ? pushCases : {}),
    ...(switches ? switchCases : {}),
    ...(switches && pushes ? pushSwitchCases : {}),
    ...(limits ? limitCases : {}),
  };
  return Object.entries(cases).map(([name, run]) => ({
    name,
    run: async () => {
      const harness = await createHarness();
      try {
        await run(harness);
      } finally {
        await harness.close?.();
      }
    },
  }));
}
