import {
  type AdapterCases,
  type AdapterHarness,
  connectedAccount,
  eventually,
  mustFailWith,
} from "./adapterContractSetup.js";
import { listening } from "./adapterContractPush.js";
import { must, mustBe } from "../contractCase.js";

function signInOf({ signIn }: AdapterHarness): NonNullable<AdapterHarness["signIn"]> {
  must(signIn !== undefined, "the harness has a `signIn`; without one ask for `{ switches: false }`");
  return signIn;
}

/** One page, and a tenant after another. */
export const switchCases: AdapterCases = {
  "A7 after a switch of tenant nothing of the last one is answered": async (harness) => {
    const { adapter } = harness;
    const { connection, account } = await connectedAccount(harness);
    await adapter.createAccountSession({ purpose: "onboarding" });
    await signInOf(harness)("other");
    const next = await adapter.getConnection();
    mustBe(
      [next.status, next.account],
      ["not_connected", null],
      "what the next tenant reads, not the last one's data,",
    );
    must(next.scope !== connection.scope, "the scope tells them apart");
    mustBe((await adapter.refresh()).account, null, "the account that the next tenant's refresh finds");
    await mustFailWith(["conflict"], adapter.createAccountSession({ purpose: "onboarding" }), "the next one's session");
    await mustFailWith(["conflict"], adapter.previewDisconnect(), "the next one's preview");
    const { generation } = connection;
    await mustFailWith(["conflict"], adapter.disconnect({ generation }), "a disconnect of the last one's generation");
    await signInOf(harness)("own");
    mustBe((await adapter.getConnection()).account?.id, account.id, "the account that the first tenant still has");
  },

  "A7 two tenants have an account each": async (harness) => {
    const first = await connectedAccount(harness);
    await signInOf(harness)("other");
    const second = await connectedAccount(harness);
    must(second.account.id !== first.account.id, "the next tenant's account is another one");
    await harness.adapter.disconnect({ generation: second.connection.generation });
    await signInOf(harness)("own");
    mustBe(
      (await harness.adapter.getConnection()).account?.id,
      first.account.id,
      "the account after the other one's end",
    );
  },
};

export const pushSwitchCases: AdapterCases = {
  "A7 a stream that begins after a switch tells of the next tenant only": async (harness) => {
    const { connection } = await connectedAccount(harness);
    await signInOf(harness)("other");
    const { seen, arrives, end, ended } = await listening(harness);
    await arrives(() => true, "what is now comes first");
    await harness.adapter.connect({});
    await eventually(
      () => Promise.resolve(seen.length),
      (length) => length > 1,
      "the next tenant's account arrives",
    );
    must(
      seen.every(({ connection: { scope } }) => scope !== connection.scope),
      "nothing of the last tenant's is pushed",
    );
    end();
    await ended;
  },
};
