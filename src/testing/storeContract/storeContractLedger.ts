import { type Change, type Fact, tenantKey } from "../../server/store/connectionStore.js";
import { must, mustBe } from "../contractCase.js";
import {
  ASKED,
  claimed,
  claimFacts,
  keyOf,
  linked,
  sequenceOf,
  snapshotOf,
  type StoreSetup,
} from "./storeContractSetup.js";

type Cases = Record<string, (setup: StoreSetup) => Promise<void>>;

/** Names that have hurt somebody once. */
const STRANGE = [
  "'; drop table x; --",
  "__proto__",
  "constructor",
  "a\u0000b",
  "\ud800",
  "\udfff",
  "💳".repeat(262_144),
  "%_\\",
];

/** What is kept beside the rows, and who hears of them. */
export const ledgerCases: Cases = {
  "F4 tenants of any name are kept apart": async ({ store, tenant }) => {
    const tenants = STRANGE.map((name) => `${tenant}${name}`).concat(tenant, `${tenant} `, tenant.toUpperCase());
    for (const name of tenants) await claimed(store, name, 60_000, { name });
    for (const name of tenants) {
      const read = await store.read("test", { tenant: name });
      must(read?.tenant === name && read.claim?.params["name"] === name, "each tenant reads its own row");
    }
  },

  "a fact is told once, leased, and told again when its teller died": async ({ store, tenant, account }) => {
    const key = keyOf(await linked(store, tenant, account()));
    const fact = { id: "connected", name: "connected" as const, payload: { accountId: account(), text: "a\u0000b" } };
    for (let round = 0; round < 2; round += 1) {
      const sequence = await sequenceOf(store, key);
      await store.apply({ ...key, sequence, snapshot: snapshotOf(account()), facts: [fact] });
    }
    const due = async (leaseMs: number, name: Fact["name"] = "connected") =>
      (await claimFacts(store, name, leaseMs)).filter((one) => one.tenant === tenant);
    const first = await due(0);
    mustBe(
      first,
      [{ tenant, mode: "test", generation: key.generation, ...fact }].map(sortedLike(first[0])),
      "the facts",
    );
    mustBe((await due(60_000)).length, 1, "the facts after the first teller's lease");
    mustBe((await due(60_000)).length, 0, "the facts while they are leased");
    must(first[0] !== undefined, "there is a fact");
    await store.ackCallback(first[0]);
    const again = await store.apply({
      ...key,
      sequence: await sequenceOf(store, key),
      snapshot: snapshotOf(account()),
      facts: [fact],
    });
    mustBe([again.outcome, (await due(0)).length], ["applied", 0], "the facts after they were told");
    const other = { ...fact, id: "deadline_near:soon", name: "deadline_near" as const };
    const sequence = await sequenceOf(store, key);
    await store.apply({ ...key, sequence, snapshot: snapshotOf(account()), facts: [other] });
    mustBe((await due(0)).length, 0, "the facts of another name");
    const [second] = await due(0, "deadline_near");
    must(second?.id === other.id, "another fact is told");
    await store.ackCallback(second);
    mustBe((await due(0, "deadline_near")).length, 0, "a fact that was told, whose lease is over");
  },

  "AT-F3 a fact that was given out before comes after one that was not, and later each time": async ({
    store,
    tenant,
    other,
    account,
  }) => {
    const happens = async (to: string) => {
      const key = keyOf(await linked(store, to, account(to)));
      const facts = [{ id: "connected", name: "connected" as const, payload: {} }];
      await store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot: snapshotOf(account(to)), facts });
    };
    const due = async (leaseMs: number, maxLeaseMs = 3_600_000) =>
      (await store.claimCallbacks({ mode: "test", name: "connected", limit: 10_000, leaseMs, maxLeaseMs }))
        .map((fact) => fact.tenant)
        .filter((one) => one === tenant || one === other);
    await happens(tenant);
    for (let attempt = 0; attempt < 12; attempt += 1) mustBe(await due(0), [tenant], "a fact whose lease is over");
    await happens(other);
    mustBe(await due(0), [other, tenant], "the facts, one of them new");
    mustBe(await due(1_000, 0), [other, tenant], "the facts, leased for the longest time that is allowed");
    // A minute and more for the old one.
    await due(10);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    mustBe(await due(0), [other], "the facts after the lease of the new one");
  },

  "a bucket grants a minute's worth and says when there is more": async ({ store, tenant }) => {
    const bucket = `${await tenantKey(tenant)}:test:session`;
    const takes = await Promise.all(Array.from({ length: 13 }, () => store.takeToken({ bucket, perMinute: 10 })));
    mustBe(takes.filter(({ granted }) => granted).length, 10, "the number of tokens");
    const denied = takes.find((take) => !take.granted);
    must(denied?.granted === false && denied.retryAfterMs > 0 && denied.retryAfterMs <= 6_000, "the wait is told");
    mustBe((await store.takeToken({ bucket: `${bucket}2`, perMinute: 10 })).granted, true, "another bucket's token");
  },

  "what needs work is listed, and what does not is left": async ({ store, tenant, other, account }) => {
    const listed = async (unsettledMs: number, settledMs: number) =>
      (await store.listStale({ mode: "test", unsettledMs, settledMs, limit: 10_000 })).some(
        (one) => one.tenant === tenant,
      );
    await claimed(store, other);
    await claimed(store, tenant, 0);
    mustBe(await listed(60_000, 60_000), true, "a lapsed claim");
    const key = keyOf(await linked(store, tenant, account()));
    mustBe(await listed(60_000, 60_000), true, "an account that was never read");
    const apply = async (status: "connected" | "in_progress") =>
      store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot: snapshotOf(account(), { status }) });
    await apply("connected");
    mustBe([await listed(0, 60_000), await listed(60_000, 0)], [false, true], "a settled account");
    await apply("in_progress");
    mustBe([await listed(0, 60_000), await listed(60_000, 0)], [true, false], "an unsettled account");
    await store.tombstone({ ...key, ...ASKED });
    mustBe([await listed(0, 0)], [false], "a disconnect under way");
    await store.finishDisconnect({ ...key, outcome: "left" });
    mustBe([await listed(60_000, 60_000)], [true], "an interrupted disconnect");
    await store.finishDisconnect({ ...key, outcome: "disconnected" });
    mustBe(await listed(0, 0), false, "a disconnected account");
    const all = await store.listStale({ mode: "test", unsettledMs: 0, settledMs: 0, limit: 10_000 });
    mustBe(
      all.some((one) => one.tenant === other),
      false,
      "a claim that is held",
    );
  },

  "what was listed steps back behind what was not, also when nothing came of it": async ({
    store,
    tenant,
    account,
  }) => {
    const tenants = ["a", "b", "c"].map((name) => `${tenant}${name}`);
    for (const name of tenants) await linked(store, name, account(name));
    // Others may use the database: one after the other is listed until all of ours were.
    const seen: string[] = [];
    for (let turn = 0; turn < 10_000 && new Set(seen).size < 3; turn += 1) {
      const [row, ...more] = await store.listStale({ mode: "test", unsettledMs: 0, settledMs: 0, limit: 1 });
      must(row !== undefined && more.length === 0, "one row is listed, as many as asked for");
      if (tenants.includes(row.tenant)) seen.push(row.tenant);
    }
    mustBe(seen, tenants, "the order in which they come round");
  },

  "F11 a purge leaves nothing, and numbers go on": async ({ store, tenant, account, eventId }) => {
    const before = await linked(store, tenant, account());
    const key = keyOf(before);
    const sequence = await sequenceOf(store, key);
    await store.apply({ ...key, sequence, snapshot: snapshotOf(account()), eventId: eventId() });
    const last = (await store.read("test", { tenant }))?.revision ?? 0;
    await store.purge(tenant);
    mustBe(await store.read("test", { tenant }), null, "the row");
    must((await store.latestRevision()) > last, "the latest revision is higher than any the row had");
    mustBe(await store.read("test", { accountId: account() }), null, "the account's row");
    mustBe(
      (await store.apply({ ...key, sequence: sequence + 1, snapshot: snapshotOf(account()) })).outcome,
      "gone",
      "a late read",
    );
    const after = await linked(store, tenant, account());
    must(after.generation > before.generation && after.revision > before.revision, "generation and revision go on");
    must((await sequenceOf(store, keyOf(after), eventId())) > sequence, "the sequence goes on, the event is forgotten");
  },

  "F7 every change is told, its end too, by ids and numbers only": async ({ store, tenant, account }) => {
    if (!store.subscribe) return;
    const mine = await tenantKey(tenant);
    const changes: Change[] = [];
    let heard: (change: Change) => void = () => {};
    const until = async (holds: (change: Change) => boolean) => {
      if (changes.some(holds)) return;
      await new Promise<void>((resolve) => {
        heard = (change) => holds(change) && resolve();
      });
    };
    const end = await store.subscribe(
      (change) => {
        if (change.tenantKey !== mine) return;
        changes.push(change);
        heard(change);
      },
      () => {},
    );
    try {
      const { revision } = await linked(store, tenant, account());
      await until((change) => change.revision === revision);
      mustBe(changes.at(-1), { tenantKey: mine, mode: "test", revision }, "the last change");
      await store.purge(tenant);
      await until((change) => change.revision > revision);
      mustBe(Object.keys(changes.at(-1) ?? {}).toSorted(), ["mode", "revision", "tenantKey"], "what a purge tells");
    } finally {
      await end();
    }
  },
};

/** Equal facts may name their fields in another order. */
function sortedLike(pattern: object | undefined) {
  return (value: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(pattern ?? value).map((name) => [name, value[name]]));
}
