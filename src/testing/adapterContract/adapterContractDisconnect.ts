import { ConnectionError } from "../../core/errors.js";
import { type AdapterCases, connectedAccount, controlOf, eventually, mustFailWith } from "./adapterContractSetup.js";
import { must, mustBe } from "../contractCase.js";

/** The way back. */
export const disconnectCases: AdapterCases = {
  "the preview names the account, and changes nothing": async (harness) => {
    const { connection, account } = await connectedAccount(harness);
    const preview = await harness.adapter.previewDisconnect();
    mustBe([preview.account.id, preview.generation], [account.id, connection.generation], "what the preview names");
    mustBe([preview.startOver, preview.blockers], [true, []], "what it says of an account that never worked");
    mustBe((await harness.adapter.getConnection()).account?.id, account.id, "the account after a preview");
  },

  "another generation than the one that was shown is a conflict": async (harness) => {
    const { connection, account } = await connectedAccount(harness);
    const wrong = harness.adapter.disconnect({ generation: connection.generation + 1 });
    await mustFailWith(["conflict"], wrong, "a disconnect of another generation");
    mustBe((await harness.adapter.getConnection()).account?.id, account.id, "the account after a conflict");
  },

  "disconnect resolves when it is done": async (harness) => {
    const { connection } = await connectedAccount(harness);
    const { generation, revision } = connection;
    const after = await harness.adapter.disconnect({ generation });
    mustBe([after.status, after.reason, after.account], ["not_connected", "disconnected", null], "what it resolves to");
    mustBe(after.disconnectedWhy, "user", "why");
    must(after.revision > revision, "the revision grew");
    const read = await harness.another.getConnection();
    mustBe([read.status, read.account], ["not_connected", null], "what another page reads at once");
    mustBe(read.can.connect, true, "whether to connect again");
  },

  "D4 a disconnect that is repeated because its answer was lost resolves too": async (harness) => {
    const { generation } = (await connectedAccount(harness)).connection;
    const first = await harness.adapter.disconnect({ generation });
    const second = await harness.another.disconnect({ generation });
    mustBe([second.status, second.reason], ["not_connected", "disconnected"], "what the second one resolves to");
    mustBe(second.disconnectedAt, first.disconnectedAt, "when it was disconnected");
  },

  "two disconnects at once end one account": async (harness) => {
    const { generation } = (await connectedAccount(harness)).connection;
    const both = [harness.adapter.disconnect({ generation }), harness.another.disconnect({ generation })];
    const outcomes = await Promise.allSettled(both);
    must(
      outcomes.some(({ status }) => status === "fulfilled"),
      "one of them at least resolves",
    );
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") continue;
      const { reason } = outcome as { reason: unknown };
      must(reason instanceof ConnectionError, "the other one rejects with a ConnectionError, if at all");
    }
    mustBe((await harness.adapter.getConnection()).status, "not_connected", "the status after both");
  },

  "E16 after a disconnect connect makes another account, which the last generation can't end": async (harness) => {
    const first = await connectedAccount(harness);
    const { generation } = first.connection;
    const gone = await harness.adapter.disconnect({ generation });
    const second = await connectedAccount(harness);
    must(second.account.id !== first.account.id, "a new account has another id");
    must(second.connection.generation > generation, "a new account is a new generation");
    must(second.connection.revision > gone.revision, "the revision does not begin again");
    await mustFailWith(["conflict"], harness.another.disconnect({ generation }), "a late disconnect of the first");
    mustBe((await harness.adapter.getConnection()).account?.id, second.account.id, "the account after it");
  },
};

export const controlledDisconnectCases: AdapterCases = {
  "a disconnect that has resolved has ended the account at Stripe": async (harness) => {
    const { connection } = await connectedAccount(harness);
    await harness.adapter.disconnect({ generation: connection.generation });
    mustBe(await controlOf(harness).countAccounts(), 0, "the number of accounts at Stripe");
  },

  "E13 an account that was removed at Stripe reads as not connected, and a new one can be made": async (harness) => {
    const { account } = await connectedAccount(harness);
    await controlOf(harness).removeAccount(account.id);
    const after = await eventually(
      () => harness.adapter.refresh().catch(pausing(harness)),
      ({ status }) => status === "not_connected",
      "an account that is gone reads as not connected",
    );
    mustBe([after.reason, after.disconnectedWhy], ["deleted", "removed_at_stripe"], "why it is gone");
    const again = await connectedAccount(harness);
    must(again.account.id !== account.id, "a new account has another id");
  },
};

/** A back end may limit how often it asks Stripe: then what it knows has to do. */
const pausing =
  ({ adapter }: Parameters<AdapterCases[string]>[0]) =>
  (thrown: unknown) => {
    if (thrown instanceof ConnectionError && thrown.code === "rate_limited") return adapter.getConnection();
    throw thrown;
  };
