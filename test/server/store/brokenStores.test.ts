import { expect, test } from "vitest";
import type { ConnectionStore, StoredConnection } from "react-stripe-connection/server";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { storeContract } from "../../../src/testing/storeContract/storeContract.js";

/** The cases of the contract that this store breaks, with what they say. */
async function brokenBy(createStore: () => ConnectionStore): Promise<Map<string, string>> {
  const broken = new Map<string, string>();
  for (const { name, run } of storeContract(createStore)) {
    await run().catch((thrown: unknown) => broken.set(name, thrown instanceof Error ? thrown.message : String(thrown)));
  }
  return broken;
}

/** What a key-value store can do: read, and later write what was made of it. Nothing compares before it sets. */
function createKeyValueStore(): ConnectionStore {
  const kept = new Map<string, string>();
  const get = async <T>(key: string): Promise<T | null> => {
    await Promise.resolve();
    const text = kept.get(key);
    return text === undefined ? null : (JSON.parse(text) as T);
  };
  const set = async (key: string, value: unknown) => {
    await Promise.resolve();
    kept.set(key, JSON.stringify(value));
  };
  const next = async (name: string) => {
    const number = ((await get<number>(name)) ?? 0) + 1;
    await set(name, number);
    return number;
  };
  const memory = createMemoryStore();
  // It can't tell of changes either.
  delete memory.subscribe;
  return {
    ...memory,
    async read(mode, by) {
      if ("accountId" in by) return get<StoredConnection>(`account ${mode} ${by.accountId}`);
      return "tenant" in by ? get<StoredConnection>(`row ${mode} ${by.tenant}`) : null;
    },
    async claim({ tenant, mode, claimId, params, startedBy, leaseMs }) {
      const row = await get<StoredConnection>(`row ${mode} ${tenant}`);
      if (row) return { outcome: "held", connection: row };
      const generation = await next("generation");
      const { connection } = await createMemoryStore().claim({ tenant, mode, claimId, params, startedBy, leaseMs });
      const fresh = { ...connection, generation, revision: await next("revision") };
      await set(`row ${mode} ${tenant}`, fresh);
      return { outcome: "claimed", connection: fresh };
    },
    async commitAccount({ tenant, mode, accountId, platformId }) {
      const row = await get<StoredConnection>(`row ${mode} ${tenant}`);
      if (await get(`account ${mode} ${accountId}`)) return { outcome: "taken", connection: row };
      if (!row) return { outcome: "lost", connection: null };
      const linked: StoredConnection = { ...row, state: "linked", accountId, platformId, claim: null };
      await set(`row ${mode} ${tenant}`, linked);
      await set(`account ${mode} ${accountId}`, linked);
      return { outcome: "committed", connection: linked };
    },
    async hear({ mode, accountId }) {
      const connection = await get<StoredConnection>(`account ${mode} ${accountId}`);
      return { sequence: connection ? await next("sequence") : "gone", connection };
    },
    nextSequence: () => next("sequence"),
    async apply({ tenant, mode, snapshot }) {
      const row = await get<StoredConnection>(`row ${mode} ${tenant}`);
      if (!row) return { outcome: "gone", connection: null };
      const written = { ...row, snapshot, revision: await next("revision") };
      await set(`row ${mode} ${tenant}`, written);
      return { outcome: "applied", connection: written };
    },
    async takeToken({ bucket, perMinute }) {
      const left = (await get<number>(bucket)) ?? perMinute;
      if (left < 1) return { granted: false, retryAfterMs: 1_000 };
      await set(bucket, left - 1);
      return { granted: true };
    },
  };
}

test("F10 a store that can't compare and set fails the contract loudly, sentence by sentence", async () => {
  const broken = await brokenBy(createKeyValueStore);
  expect([...broken.keys()]).toEqual(
    expect.arrayContaining([
      "of twenty claims at once one is claimed, and all see its generation",
      "F3 the same account under two tenants is impossible, also at the same moment",
      "the read that began later wins, whichever ends first",
      "G6 one event fifty times at once has one effect",
      "a bucket grants a minute's worth and says when there is more",
    ]),
  );
  expect(broken.get("of twenty claims at once one is claimed, and all see its generation")).toMatch(
    /^react-stripe-connection: contract broken: the outcomes is .*"claimed","claimed".*, must be/,
  );
});

/** One promise broken at a time. */
const FAULTS: [name: string, caught: RegExp, fault: (store: ConnectionStore) => Partial<ConnectionStore>][] = [
  [
    "lets a stale read win",
    /the read that began later wins/,
    (store) => ({
      // Written under a number of its own, whenever it began.
      apply: async (input) => {
        const sequence = await store.nextSequence(input);
        return store.apply(typeof sequence === "number" ? { ...input, sequence } : input);
      },
    }),
  ],
  [
    "writes over what changed",
    /F2 /,
    (store) => ({
      apply: ({ revision, ...input }) => store.apply(revision === undefined ? input : { ...input }),
    }),
  ],
  [
    "forgets which event it has seen",
    /G6 |the read that began later/,
    (store) => ({
      apply: ({ eventId, ...input }) => store.apply(eventId === undefined ? input : { ...input }),
    }),
  ],
  [
    "brings a tombstone back",
    /a tombstone is not overwritten/,
    (store) => ({
      nextSequence: async (input) => {
        await store.finishDisconnect({ ...input, outcome: "restored" });
        return store.nextSequence(input);
      },
    }),
  ],
  [
    "gives a claim's lease to everybody",
    /of twenty claims|goes on with the same generation/,
    (store) => ({
      claim: async (input) => ({ ...(await store.claim(input)), outcome: "claimed" }),
    }),
  ],
  [
    "begins its revisions anew after a purge",
    /F11 /,
    (store) => ({ latestRevision: async () => 0, purge: store.purge }),
  ],
  [
    "says when it was read by the clock of its process",
    /the age of a claim is measured/,
    (store) => ({
      claim: async (input) => {
        const { outcome, connection } = await store.claim(input);
        const readAt = new Date(Date.parse(connection.readAt) - 6 * 3_600_000).toISOString();
        return { outcome, connection: { ...connection, readAt } };
      },
    }),
  ],
  ["forgets who did what", /what was done is read newest first/, () => ({ readAudit: async () => [] })],
  [
    "shows every tenant one trail",
    /E1 a tenant's entries/,
    (store) => {
      const tenants = new Set<string>();
      return {
        commitAccount: (input) => {
          tenants.add(input.tenant);
          return store.commitAccount(input);
        },
        readAudit: async (input) => {
          const trails = await Promise.all([...tenants].map((tenant) => store.readAudit({ ...input, tenant })));
          return trails.flat();
        },
      };
    },
  ],
  [
    "begins every page with the newest entry",
    /pages of entries are the whole/,
    (store) => ({ readAudit: ({ tenant, mode, limit }) => store.readAudit({ tenant, mode, limit }) }),
  ],
  ["keeps facts that were told", /a fact is told once/, () => ({ ackCallback: async () => undefined })],
];

test.each(FAULTS)("F10 a store that %s is caught", async (_name, caught, fault) => {
  const broken = await brokenBy(() => {
    const store = createMemoryStore();
    return { ...store, ...fault(store) };
  });
  expect([...broken.keys()].join("\n")).toMatch(caught);
});

test("F10 a store that never answers fails each case within the contract's own time limit", async () => {
  const silent = () => new Promise<never>(() => {});
  const store = new Proxy(createMemoryStore(), { get: (target, name) => (name in target ? silent : undefined) });
  const began = Date.now();
  const cases = storeContract(() => store, { timeout: 50 });
  const failures = await Promise.allSettled(cases.map(({ run }) => run()));
  expect(failures).toEqual(
    cases.map(() => ({
      status: "rejected",
      reason: new Error("react-stripe-connection: contract broken: the case did not end within 0.05 s"),
    })),
  );
  expect(Date.now() - began).toBeLessThan(20_000);
});

test("the store that it is held against breaks nothing", async () => {
  expect(await brokenBy(() => createMemoryStore())).toEqual(new Map());
});
