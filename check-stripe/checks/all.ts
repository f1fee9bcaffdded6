import type { Check } from "../check.js";
import { accountChecks } from "./accounts.js";
import { accountsV2 } from "./accountsV2.js";
import { transfersOnly } from "./payouts.js";
import { requestChecks } from "./requests.js";
import { freshRequirements } from "./requirements.js";
import { afterDeletion, endpointScope } from "./webhooks.js";

/** In the order in which they run: a later one may need what an earlier one made. */
export const checks: readonly Check[] = [
  ...accountChecks,
  afterDeletion,
  transfersOnly,
  freshRequirements,
  endpointScope,
  accountsV2,
  ...requestChecks,
];
