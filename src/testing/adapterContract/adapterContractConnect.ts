import type { StripeConnectionAdapter } from "../../core/adapter.js";
import type { Connection } from "../../core/connection.js";
import { ConnectionError } from "../../core/errors.js";
import {
  type AdapterCases,
  connectedAccount,
  controlOf,
  eventually,
  failureOf,
  mustFailWith,
  noDashboardCodes,
  opensSections,
} from "./adapterContractSetup.js";
import { must, mustBe } from "../contractCase.js";

/** From nothing to an account. */
export const connectCases: AdapterCases = {
  "connect makes an account": async ({ adapter, another }) => {
    const before = await adapter.getConnection();
    const after = await adapter.connect({});
    must(after.status !== "not_connected", "the status has changed when connect resolves");
    must(after.revision > before.revision, "the revision grew");
    must(after.generation > before.generation, "a new account is a new generation");
    must(after.can.connect !== true, "there is nothing more to connect");
    mustBe((await another.getConnection()).generation, after.generation, "the generation that another page reads");
  },

  "connect with an account there resolves to that one": async (harness) => {
    const { connection, account } = await connectedAccount(harness);
    const again = await harness.another.connect({});
    mustBe([again.account?.id, again.generation], [account.id, connection.generation], "account and generation");
  },

  "E8 ten connects at once make one account": async ({ adapter, another }) => {
    const before = await adapter.getConnection();
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, n) => (n % 2 ? adapter : another).connect({}).catch(inProgress)),
    );
    const answers = made.filter((one): one is Connection => one !== null);
    must(answers.length > 0, "one of them at least resolves");
    const settled = await eventually(
      () => adapter.getConnection(),
      ({ account }) => account !== null,
      "there is an account",
    );
    must(settled.generation > before.generation, "the generation grew");
    for (const { account, generation } of answers) {
      mustBe(generation, settled.generation, "the generation that each of them got");
      must(account === null || account.id === settled.account?.id, "each of them got the same account");
    }
  },

  "D4 a connect whose answer nobody waited for is found by the next one": async (harness) => {
    const { adapter, another } = harness;
    const before = await adapter.getConnection();
    const controller = new AbortController();
    const reason = new Error("nobody waits any more");
    const given = adapter.connect({}, { signal: controller.signal }).catch((thrown: unknown) => thrown);
    controller.abort(reason);
    must((await given) === reason, "an aborted connect rejects with the signal's reason");
    const { connection, account } = await connectedAccount({ ...harness, adapter: another });
    must(connection.generation > before.generation, "the generation grew");
    mustBe((await adapter.getConnection()).account?.id, account.id, "the account that the first page reads");
  },

  "a session for managing is one too": async (harness) => {
    await connectedAccount(harness);
    const { clientSecret } = await harness.adapter.createAccountSession({ purpose: "management" });
    must(clientSecret !== "", "the client secret is one");
  },

  "sections are opened where one may be, and refused where none": async (harness) => {
    const { connection } = await connectedAccount(harness);
    const asked = () => harness.adapter.createAccountSession({ purpose: "sections" });
    if (opensSections(connection)) {
      const [first, second] = [await asked(), await asked()];
      must(first.clientSecret !== second.clientSecret, "a secret is given once");
      return;
    }
    // A back end of before 0.2 does not know the purpose.
    await mustFailWith(["conflict", "forbidden", "invalid_request"], asked(), "a session for no section");
  },

  "each session is a new one": async (harness) => {
    const { connection } = await connectedAccount(harness);
    const input = { purpose: "onboarding" } as const;
    const [first, second] = [
      await harness.adapter.createAccountSession(input),
      await harness.adapter.createAccountSession(input),
    ];
    must(first.clientSecret !== second.clientSecret, "a secret is given once");
    must(first.publishableKey.startsWith("pk_"), "the publishable key is one");
    must(Date.parse(first.expiresAt) > Date.parse(connection.serverTime), "a new session has not expired");
  },

  "a hosted page is given where it is granted, and refused as unavailable where not": async (harness) => {
    const { connection } = await connectedAccount(harness);
    if (connection.can.hosted === true) {
      const { url } = await harness.adapter.createOnboardingLink();
      must(new URL(url).protocol === "https:", "a hosted link is https");
      return;
    }
    const { code } = await failureOf(harness.adapter.createOnboardingLink(), "a hosted link that is not granted");
    mustBe(code, "hosted_unavailable", "the code");
  },

  "a dashboard is opened where the account has one, and refused as unavailable where not": async (harness) => {
    const fresh = await connectedAccount(harness);
    // Stripe opens an Express dashboard only once the account's details are submitted.
    await harness.control?.approve(fresh.account.id);
    const connection = harness.control ? await connected(harness.adapter) : fresh.connection;
    // An adapter may have no such call.
    const asked = harness.adapter.createDashboardLink?.();
    if (!asked) return;
    const link = connection.can.dashboard === true ? await (harness.control ? asked : asked.catch(() => null)) : null;
    if (link) {
      const { protocol } = new URL(link.url);
      // A simulator that listens serves its stand-in itself, on this machine.
      const isFit = protocol === "https:" || (connection.simulated && protocol === "http:");
      return must(isFit, "a dashboard's link is https");
    }
    await mustFailWith(noDashboardCodes(connection), asked, "a dashboard that is not there, or not yet");
  },
};

/** What Stripe does to the account. */
export const controlledConnectCases: AdapterCases = {
  "E8 Stripe has one account after ten connects at once": async (harness) => {
    const { adapter, another } = harness;
    await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? adapter : another).connect({}).catch(inProgress)));
    await connectedAccount(harness);
    mustBe(await controlOf(harness).countAccounts(), 1, "the number of accounts at Stripe");
  },

  "D4 Stripe has one account after a connect whose answer nobody waited for": async (harness) => {
    const { adapter } = harness;
    const controller = new AbortController();
    const given = adapter.connect({}, { signal: controller.signal }).catch(() => null);
    controller.abort(new Error("nobody waits any more"));
    await given;
    await connectedAccount(harness);
    mustBe(await controlOf(harness).countAccounts(), 1, "the number of accounts at Stripe");
  },

  "an account that Stripe approves reads as connected": async (harness) => {
    const { connection, account } = await connectedAccount(harness);
    await controlOf(harness).approve(account.id);
    const after = await connected(harness.another);
    must(after.revision > connection.revision, "the revision grew");
    mustBe([after.payments, after.payouts, after.ready], ["active", "active", true], "payments, payouts, readiness");
    must(after.connectedAt !== null && after.checkedAt !== null, "it says since when, and when it was read");
  },

  "a refresh reads from Stripe": async (harness) => {
    const { account } = await connectedAccount(harness);
    await controlOf(harness).approve(account.id);
    const after = await eventually(
      () => harness.adapter.refresh(),
      ({ status }) => status === "connected",
      "a refresh says what Stripe says",
    );
    mustBe((await harness.another.getConnection()).revision, after.revision, "the revision that another page reads");
  },
};

/** Waits until what Stripe approved is read. */
const connected = (adapter: StripeConnectionAdapter) =>
  eventually(
    () => adapter.getConnection(),
    ({ status }) => status === "connected",
    "an approved account reads as connected",
  );

/** Somebody else was at it: a fair answer of all but one. */
function inProgress(thrown: unknown): null {
  must(thrown instanceof ConnectionError, `connect rejects with a ConnectionError, not ${String(thrown)}`);
  must(thrown.code === "in_progress", `connect rejects with in_progress or not at all, not ${thrown.code}`);
  return null;
}
