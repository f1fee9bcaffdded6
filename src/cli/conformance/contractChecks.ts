import type { Connection } from "../../core/connection.js";
import { PATHS, readConnection } from "../../core/protocol.js";
import { adapterContract, type AdapterContractOptions } from "../../testing/adapterContract/adapterContract.js";
import type { AdapterControl, AdapterHarness } from "../../testing/adapterContract/adapterContractSetup.js";
import { type Io, NotRun } from "../report.js";
import { type Checks, expect, needs } from "./expectations.js";
import type { Subject, Who } from "./subject.js";

/** These ask for a tenant that never had an account, and our own disconnects leave one that had: they come first. */
const isForFresh = (name: string) => /^(a tenant )?without an account /.test(name);

/**
 * The published contract of adapters over HTTP: from nothing to an account and back. It makes accounts, and so it runs
 * in test mode and for tenants without one only. What it makes it ends again.
 */
export function contractChecks(subject: Subject, pushes: boolean): Checks {
  const emptied = emptier(subject);
  const harness = () => harnessOf(subject, emptied);
  const all = adapterContract(harness, { pushes }).toSorted(
    (a, b) => Number(isForFresh(b.name)) - Number(isForFresh(a.name)),
  );
  const without = (option: AdapterContractOptions) => {
    const left = new Set(adapterContract(harness, { pushes, ...option }).map(({ name }) => name));
    return new Set(all.map(({ name }) => name).filter((name) => !left.has(name)));
  };
  const played = without({ controlled: false });
  const switched = without({ switches: false });
  const limited = new Map(
    adapterContract(async () => ({ ...(await harness()), adapter: subject.adapter("first", { patient: false }) }), {
      pushes,
    }).map(({ name, run }) => [name, run]),
  );
  const limits = without({ limits: false });

  const checks = all.map(({ name, run }) => {
    const check = async () => {
      if (subject.options.readOnly) throw new NotRun("it makes accounts, and --read-only was given");
      if (played.has(name) && !subject.options.simulator) throw new NotRun("no --simulator was given to play Stripe");
      if (switched.has(name)) needs(subject, "other");
      const { reason } = await emptied("first");
      if (isForFresh(name) && reason !== "none") throw new NotRun("this tenant has had an account before");
      if (switched.has(name)) await emptied("other");
      await (limits.has(name) ? limited.get(name)?.() : run());
    };
    return [name, check] as const;
  });
  return Object.fromEntries(checks);
}

type Emptied = (who: Who) => Promise<Connection>;

/** A tenant without an account: what we made before is ended, what we did not make is never touched. */
function emptier(subject: Subject): Emptied {
  const ours = new Set<Who>();
  return async (who) => {
    const connection = readConnection((await subject.ask(PATHS.connection, { as: who })).body);
    if (connection.mode !== "test") throw new NotRun("it would make accounts, which is for test mode only");
    const isEmpty = connection.status === "not_connected";
    const name = who === "first" ? "--header" : "--other-header";
    if (isEmpty && connection.can.connect !== true) throw new NotRun(`${name} is of somebody who may not connect`);
    if (!isEmpty && !ours.has(who)) {
      throw new NotRun(`the tenant of ${name} has an account, which is not ours to end: give one without`);
    }
    ours.add(who);
    if (isEmpty) return connection;
    return subject.adapter(who).disconnect({ generation: connection.generation });
  };
}

/** Two pages of the first tenant, the first of which can change hands. */
async function harnessOf(subject: Subject, emptied: Emptied): Promise<AdapterHarness> {
  const { simulator } = subject.options;
  const page = { who: "first" as Who };
  return {
    adapter: subject.adapter(() => page.who),
    another: subject.adapter("first"),
    signIn: (tenant) => {
      page.who = tenant === "own" ? "first" : "other";
    },
    ...(simulator ? { control: await controlOf(simulator, subject.io) } : {}),
    close: async () => {
      await emptied("first");
      if (subject.headersOf("other")) await emptied("other");
    },
  };
}

/** A simulator of Stripe by its address: `listenSimulator` of `react-stripe-connection/simulator/node`. */
async function controlOf(address: string, io: Io): Promise<AdapterControl> {
  const play = async (name: string, ...args: unknown[]): Promise<unknown> => {
    const response = await io.fetch(`${address.replace(/\/+$/, "")}/_simulator/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ args }),
      signal: AbortSignal.timeout(30_000),
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
