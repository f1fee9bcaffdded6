import type { ConnectionError } from "../../core/errors.js";
import { type AdapterCases, connectedAccount, failureOf } from "./adapterContractSetup.js";
import { must, mustBe } from "../contractCase.js";

/** More sessions in a row than any back end with a limit grants. */
const FLOOD = 200;

/** What a back end says that is asked too often. */
export const limitCases: AdapterCases = {
  "A9 E19 a flood of sessions is refused, with the seconds to wait": async (harness) => {
    const { adapter } = harness;
    await connectedAccount(harness);
    let refusal: ConnectionError | null = null;
    for (let n = 0; n < FLOOD && refusal === null; n += 1) {
      const asked = adapter.createAccountSession({ purpose: "onboarding" });
      const isGranted = await asked.then(
        () => true,
        () => false,
      );
      if (!isGranted) refusal = await failureOf(asked, "a session too many");
    }
    must(
      refusal !== null,
      `${FLOOD} sessions in a row are not granted; for a back end without limits ask for { limits: false }`,
    );
    const { code, retryable, retryAfter } = refusal;
    mustBe([code, retryable], ["rate_limited", true], "the code, and whether to try again");
    must(
      retryAfter !== null && retryAfter >= 1 && retryAfter <= 300,
      `the pause that Retry-After asks for is told, 1 to 300 s, not ${String(retryAfter)}`,
    );
    must((await adapter.getConnection()).account !== null, "the connection can be read meanwhile");
  },
};
