import type { Connection } from "../../core/connection.js";
import { PATHS, readConnection } from "../../core/protocol.js";
import { adapterContract } from "../../testing/adapterContract.js";
import type { AdapterControl, AdapterHarness } from "../../testing/adapterContractSetup.js";
import { type Io, NotRun } from "../report.js";
import type { Checks } from "./expectations.js";
import { expect, needs } from "./expectations.js";
import type { Subject } from "./subject.js";

/** It asks for a tenant that never had an account, and our own disconnects leave one that had. */
const FRESH = "a tenant without an account reads as not connected";

/**
 * The published contract of adapters over HTTP: from nothing to an account and back. It makes accounts, and so it runs
 * in test mode and for a tenant without one only. What it makes it ends again.
 */
export function contractChecks(subject: Subject, pushes: boolean): Checks {
  const { simulator } = subject.options;
  const emptied = emptier(subject);
  const harness = () => harnessOf(subject, emptied);
  const all = adapterContract(harness, { pushes });
  const played = new Set(all.map(({ name }) => name));
  for (const { name } of adapterContract(harness, { pushes, controlled: false })) played.delete(name);

  const checks = all.map(({ name, run }) => {
    const check = async () => {
      const connection = await emptied();
      if (played.has(name) && !simulator) throw new NotRun("no --simulator was given to play Stripe");
      if (name === FRESH && connection.reason !== "none") throw new NotRun("this tenant has had an account before");
      await run();
    };
    return [name, check] as const;
  });
  return { ...Object.fromEntries(checks), ...across(emptied) };
}

const across = (emptied: Emptied): Checks => ({
  "E1 what one tenant connects is not shown to another": async (subject) => {
    needs(subject, "other");
    await emptied();
    const before = await subject.adapter("other").getConnection();
    const made = await subject.adapter("first").connect({});
    const after = await subject.adapter("other").getConnection();
    await emptied();
    expect(after.generation === before.generation, "the other tenant's generation grew too");
    expect(after.account === null || after.account.id !== made.account?.id, "the other tenant sees the same account");
  },
});

async function harnessOf(subject: Subject, emptied: Emptied): Promise<AdapterHarness> {
  const { simulator } = subject.options;
  return {
    adapter: subject.adapter("first"),
    another: subject.adapter("first"),
    ...(simulator ? { control: await controlOf(simulator, subject.io) } : {}),
    close: async () => {
      await emptied();
    },
  };
}

type Emptied = () => Promise<Connection>;

/** The first tenant without an account: what we made before is ended, what we did not make is never touched. */
function emptier(subject: Subject): Emptied {
  let isOurs = false;
  return async () => {
    const connection = readConnection((await subject.ask(PATHS.connection)).body);
    if (connection.mode !== "test") throw new NotRun("it would make accounts, which is for test mode only");
    const isEmpty = connection.status === "not_connected";
    if (isEmpty && connection.can.connect !== true) throw new NotRun("--header is of somebody who may not connect");
    if (!isEmpty && !isOurs) {
      throw new NotRun("this tenant has an account, which is not ours to end: give --header of a tenant without one");
    }
    isOurs = true;
    if (isEmpty) return connection;
    return subject.adapter("first").disconnect({ generation: connection.generation });
  };
}

/** A simulator of Stripe by its address: `listenSimulator` of `react-stripe-connection/simulator/node`. */
async function controlOf(address: string, io: Io): Promise<AdapterControl> {
  const play = async (name: string, ...args: unknown[]): Promise<unknown> => {
    const response = await io.fetch(`${address.replace(/\/+$/, "")}/_simulator/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ args }),
    });
    const { result, error } = (await response.json()) as { result?: unknown; error?: string };
    expect(response.ok, `the simulator refuses ${name}: ${error ?? response.status}`);
    return result;
  };
  const count = async () => ((await play("accounts")) as unknown[]).length;
  // Those of other tenants.
  const before = await count();
  return {
    approve: async (id) => void (await play("run", "connected", id)),
    removeAccount: async (id) => void (await play("removeAccount", id)),
    countAccounts: async () => (await count()) - before,
  };
}
