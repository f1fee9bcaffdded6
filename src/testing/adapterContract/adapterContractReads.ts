import type { Connection } from "../../core/connection.js";
import { readConnection } from "../../core/protocol.js";
import { waitingOnFor } from "../../core/waitingOn.js";
import { type AdapterCases, mustFailWith, noDashboardCodes, opensSections } from "./adapterContractSetup.js";
import { must, mustBe } from "../contractCase.js";

/** What is read where nothing has happened yet. */
export const readCases: AdapterCases = {
  "the key is a text and stays the same": async ({ adapter }) => {
    const { key } = adapter;
    must(typeof key === "string" && key !== "", "the key is a text");
    await adapter.getConnection();
    mustBe(adapter.key, key, "the key after a call");
  },

  "a tenant without an account reads as not connected": async ({ adapter }) => {
    const { status, reason, action, account, ready, can } = await adapter.getConnection();
    mustBe([status, reason, action], ["not_connected", "none", "connect"], "status, reason and action");
    mustBe([account, ready], [null, false], "account and readiness");
    mustBe(can.connect, true, "whether to connect");
    must(can.disconnect !== true && can.update !== true, "there is nothing to update or to disconnect");
  },

  "an answer is a whole connection": async ({ adapter }) => {
    const connection = await adapter.getConnection();
    const read = readConnection(connection);
    for (const key of Object.keys(read) as (keyof Connection)[]) mustBe(connection[key], read[key], `"${key}"`);
    mustBe(connection.waitingOn, waitingOnFor(connection.action), "who has the ball");
    must(!Number.isNaN(Date.parse(connection.serverTime)), "the server's time is a time");
    const secret = /\b(?:sk|rk|whsec|accs_secret)_\w+/.exec(JSON.stringify(connection));
    must(secret === null, `nothing secret is in it, such as ${String(secret?.[0])}`);
  },

  "reading changes nothing": async ({ adapter, another }) => {
    const first = await adapter.getConnection();
    const second = await another.getConnection();
    mustBe(
      [second.status, second.revision, second.generation],
      [first.status, first.revision, first.generation],
      "what is read twice",
    );
    mustBe(second.scope, first.scope, "the scope of one viewer on two pages");
    must(Date.parse(second.serverTime) >= Date.parse(first.serverTime), "the server's time goes on");
  },

  "A3 what is read is never older than what was known before": async ({ adapter, another }) => {
    let known = (await adapter.getConnection()).revision;
    const isNoOlder = ({ revision }: Connection, what: string) => {
      must(revision >= known, `${what} is no older revision than one before it: ${revision} after ${known}`);
      known = revision;
    };
    isNoOlder(await another.connect({}), "what connect resolves to");
    for (let n = 0; n < 3; n += 1) isNoOlder(await adapter.getConnection(), "what is read after a change");
    for (const one of await Promise.all([adapter.getConnection(), another.getConnection()])) {
      must(one.revision >= known, "of two reads at once none is older than what was known");
    }
    isNoOlder(await adapter.refresh(), "what a refresh resolves to");
    isNoOlder(await another.getConnection(), "what another page reads after it");
  },

  "an answer belongs to who asked": async ({ adapter }) => {
    const first = await adapter.getConnection();
    Object.assign(first, { status: "connected", revision: 999 });
    first.countries.push("XX");
    const second = await adapter.getConnection();
    must(second.status === "not_connected" && second.revision !== 999, "what a caller changed is not kept");
    must(!second.countries.includes("XX"), "nor deeper down");
  },

  "without an account a refresh says so": async ({ adapter }) => {
    mustBe((await adapter.refresh()).status, "not_connected", "the status after a refresh");
  },

  "without an account there is nothing to set up or to disconnect": async ({ adapter }) => {
    const before = await adapter.getConnection();
    const { generation } = before;
    await mustFailWith(["conflict"], adapter.createAccountSession({ purpose: "onboarding" }), "a session");
    must(!opensSections(before), "no section can be opened without an account");
    await mustFailWith(["conflict", "hosted_unavailable"], adapter.createOnboardingLink(), "a hosted link");
    const dashboard = adapter.createDashboardLink?.();
    if (dashboard) await mustFailWith(["conflict", ...noDashboardCodes(before)], dashboard, "a dashboard");
    await mustFailWith(["conflict"], adapter.previewDisconnect(), "a preview");
    await mustFailWith(["conflict"], adapter.disconnect({ generation }), "a disconnect");
    mustBe((await adapter.getConnection()).revision, before.revision, "the revision after calls that were refused");
  },

  "a call that is aborted before it begins does nothing": async ({ adapter }) => {
    const reason = new Error("nobody waits");
    const signal = AbortSignal.abort(reason);
    const { generation } = await adapter.getConnection();
    for (const call of [
      adapter.getConnection({ signal }),
      adapter.connect({}, { signal }),
      adapter.refresh({ signal }),
      adapter.createAccountSession({ purpose: "onboarding" }, { signal }),
      adapter.createOnboardingLink({ signal }),
      ...(adapter.createDashboardLink ? [adapter.createDashboardLink({ signal })] : []),
      adapter.previewDisconnect({ signal }),
      adapter.disconnect({ generation }, { signal }),
    ]) {
      const outcome: unknown = await call.catch((thrown: unknown) => thrown);
      must(outcome === reason, "an aborted call rejects with the signal's reason");
    }
    mustBe((await adapter.getConnection()).status, "not_connected", "the status");
  },

  "an abort ends the wait": async ({ adapter }) => {
    const controller = new AbortController();
    const reason = new Error("nobody waits any more");
    const call = adapter.getConnection({ signal: controller.signal }).catch((thrown: unknown) => thrown);
    controller.abort(reason);
    must((await call) === reason, "an aborted call rejects with the signal's reason");
  },
};
