import { must, mustBe } from "../contractCase.js";
import {
  ASKED,
  claimed,
  claimFacts,
  keyOf,
  linked,
  PLATFORM,
  sequenceOf,
  snapshotOf,
  type StoreSetup,
} from "./storeContractSetup.js";

type Cases = Record<string, (setup: StoreSetup) => Promise<void>>;

/** What an account's life does to its row. */
export const lifeCases: Cases = {
  "an event finds the connection of its account, and a sequence until its effect is there": async (setup) => {
    const { store, tenant, account, eventId } = setup;
    const event = { mode: "test" as const, accountId: account(), eventId: eventId() };
    mustBe(await store.hear(event), { sequence: "gone", connection: null }, "an account that nobody has");
    const stored = await linked(store, tenant, account());
    const key = keyOf(stored);
    const before = await sequenceOf(store, key);
    const [first, again] = [await store.hear(event), await store.hear(event)];
    mustBe(first.connection && { ...first.connection, readAt: stored.readAt }, stored, "the connection");
    must(typeof first.sequence === "number" && first.sequence > before, "an event is given a sequence");
    must(typeof again.sequence === "number" && again.sequence > first.sequence, "until it is done it is given others");
    const live = await store.hear({ ...event, mode: "live" });
    mustBe([live.sequence, live.connection], ["gone", null], "the same in another mode");
    await store.apply({ ...key, sequence: again.sequence, snapshot: snapshotOf(account()), eventId: eventId() });
    const late = await store.hear(event);
    mustBe([late.sequence, late.connection?.lastEventId], ["duplicate", eventId()], "the event once it is done");
    await store.finishDisconnect({ ...key, outcome: "removed" });
    const after = await store.hear({ ...event, eventId: eventId("after") });
    mustBe([after.sequence, after.connection?.state], ["gone", "disconnected"], "an event after the end");
  },

  "the read that began later wins, whichever ends first": async ({ store, tenant, account, eventId }) => {
    const key = keyOf(await linked(store, tenant, account()));
    const earlier = await sequenceOf(store, key, eventId());
    const later = await sequenceOf(store, key);
    must(later > earlier, "sequences grow");
    const fresh = snapshotOf(account());
    mustBe((await store.apply({ ...key, sequence: later, snapshot: fresh })).outcome, "applied", "the later read");
    const stale = snapshotOf(account(), { status: "in_progress" });
    const result = await store.apply({ ...key, sequence: earlier, snapshot: stale, eventId: eventId() });
    mustBe(result.outcome, "superseded", "the earlier read");
    mustBe(result.connection?.snapshot, fresh, "what is stored");
    // The later read began after the event, and so it saw what the event told of.
    mustBe(await store.nextSequence({ ...key, eventId: eventId() }), "duplicate", "the event");
  },

  "F2 what was meant for another revision is not written, and its event is not done": async ({
    store,
    tenant,
    account,
    eventId,
  }) => {
    const stored = await linked(store, tenant, account());
    const key = keyOf(stored);
    const { revision } = stored;
    const facts = (id: string) => [{ id, name: "action_needed" as const, payload: {} }];
    const sequences = [await sequenceOf(store, key), await sequenceOf(store, key, eventId())] as const;
    const first = snapshotOf(account(), { status: "in_progress" });
    const second = snapshotOf(account(), { status: "error" });
    await store.apply({ ...key, sequence: sequences[0], revision, snapshot: first, facts: facts("first") });
    const late = { ...key, sequence: sequences[1], snapshot: second, eventId: eventId() };
    const refused = await store.apply({ ...late, revision, facts: facts("refused") });
    mustBe([refused.outcome, refused.connection?.snapshot], ["changed", first], "a write over another row");
    const next = await store.apply({ ...late, revision: refused.connection?.revision ?? 0, facts: facts("second") });
    mustBe([next.outcome, next.connection?.snapshot], ["applied", second], "the same for the row that is there");
    const told = await claimFacts(store, "action_needed");
    mustBe(
      told.filter((fact) => fact.tenant === tenant).map(({ id }) => id),
      ["first", "second"],
      "the facts",
    );
    mustBe(await store.nextSequence({ ...key, eventId: eventId() }), "duplicate", "the event");
  },

  "G6 one event fifty times at once has one effect": async ({ store, tenant, account, eventId }) => {
    const stored = await linked(store, tenant, account());
    const key = keyOf(stored);
    const snapshot = snapshotOf(account());
    const facts = [{ id: "connected", name: "connected" as const, payload: { accountId: account() } }];
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const sequence = await store.nextSequence({ ...key, eventId: eventId() });
        if (typeof sequence === "number") await store.apply({ ...key, sequence, snapshot, eventId: eventId(), facts });
      }),
    );
    const after = await store.read("test", { tenant });
    must(after !== null && after.revision > stored.revision, "the revision grew");
    const seen = await claimFacts(store, "connected");
    mustBe(seen.filter((fact) => fact.tenant === tenant).length, 1, "the number of facts");
    const again = await store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot });
    mustBe(again.connection?.revision, after.revision, "the revision after a read that changes nothing");
  },

  "what was read is kept whole, and when it first worked": async ({ store, tenant, account, eventId }) => {
    const key = keyOf(await linked(store, tenant, account()));
    const apply = async (status: "connected" | "error", event: string) => {
      const sequence = await sequenceOf(store, key);
      const snapshot = snapshotOf(account(), { status, disabledReason: "a\u0000b \ud800" });
      return (await store.apply({ ...key, sequence, snapshot, eventId: event })).connection;
    };
    const connected = await apply("connected", eventId("a"));
    must(connected?.connectedAt != null && connected.checkedAt !== null, "it has the times");
    mustBe(connected.lastEventId, eventId("a"), "the last event");
    const failed = await apply("error", eventId("b"));
    mustBe(failed?.connectedAt, connected.connectedAt, "when it first worked");
    mustBe(failed?.snapshot?.derived.disabledReason, "a\u0000b \ud800", "a text that no database likes");
    must(failed !== null && failed.revision > connected.revision, "the revision grows");
  },

  "G13 E16 a tombstone is not overwritten by anything but its end": async ({ store, tenant, account, eventId }) => {
    const stored = await linked(store, tenant, account());
    const key = keyOf(stored);
    const sequence = await sequenceOf(store, key);
    const wrong = { ...key, generation: key.generation + 1 };
    mustBe((await store.tombstone({ ...wrong, ...ASKED })).outcome, "conflict", "a tombstone of another generation");
    mustBe((await store.tombstone({ ...key, ...ASKED })).outcome, "tombstoned", "the tombstone");
    mustBe((await store.tombstone({ ...key, ...ASKED })).outcome, "held", "the same tombstone again");
    mustBe((await store.apply({ ...key, sequence, snapshot: snapshotOf(account()) })).outcome, "gone", "a late read");
    mustBe(await store.nextSequence(key), "gone", "a sequence");
    mustBe((await claimed(store, tenant)).outcome, "exists", "a claim");
    const end = await store.finishDisconnect({ ...key, outcome: "disconnected", eventId: eventId() });
    mustBe([end.finished, end.connection?.state], [true, "disconnected"], "the end");
    mustBe([end.connection?.disconnectedWhy, end.connection?.snapshot], ["user", null], "what is left");
    must(
      end.connection?.disconnectedAt != null && end.connection.revision > stored.revision,
      "it has time and revision",
    );
    mustBe((await store.finishDisconnect({ ...key, outcome: "restored" })).finished, false, "ending it twice");
    mustBe((await store.apply({ ...key, sequence, snapshot: snapshotOf(account()) })).outcome, "gone", "a later read");
    mustBe((await store.read("test", { accountId: account() }))?.state, "disconnected", "the row of the old account");
    mustBe(await store.nextSequence({ ...key, eventId: eventId() }), "duplicate", "the event that ended it");
  },

  "a refused disconnect is restored as it was": async ({ store, tenant, account }) => {
    const key = keyOf(await linked(store, tenant, account()));
    const snapshot = snapshotOf(account());
    await store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot });
    await store.tombstone({ ...key, ...ASKED });
    const { connection } = await store.finishDisconnect({ ...key, outcome: "restored" });
    mustBe(
      [connection?.state, connection?.disconnectedWhy, connection?.ending, connection?.snapshot],
      ["linked", null, null, snapshot],
      "the row",
    );
    mustBe(connection?.checkedAt, null, "when it was read, because events that came meanwhile were not heard");
    mustBe(
      (await store.apply({ ...key, sequence: await sequenceOf(store, key), snapshot })).outcome,
      "applied",
      "a read",
    );
  },

  "E13 an account that is gone at Stripe ends in one step, and how is remembered": async ({
    store,
    tenant,
    other,
    account,
  }) => {
    for (const [owner, outcome] of [
      [tenant, "removed"],
      [other, "closed"],
    ] as const) {
      const key = keyOf(await linked(store, owner, account(outcome)));
      const { finished, connection } = await store.finishDisconnect({ ...key, outcome });
      mustBe([finished, connection?.state], [true, "disconnected"], `the end of an account that is ${outcome}`);
      mustBe(connection?.disconnectedWhy, `${outcome}_at_stripe`, "why it ended");
      mustBe((await store.finishDisconnect({ ...key, outcome })).finished, false, "ending it twice");
    }
  },

  "E15 a disconnect whose owner died goes on as it was agreed, by one at a time": async ({
    store,
    tenant,
    account,
  }) => {
    const key = keyOf(await linked(store, tenant, account()));
    const first = await store.tombstone({ ...key, ...ASKED });
    must((first.connection?.ending?.leaseUntil ?? "") > (first.connection?.statusSince ?? ""), "the lease has a time");
    mustBe(
      [first.connection?.ending?.who, first.connection?.ending?.policy],
      ["ada\u0000", "delete"],
      "what was agreed",
    );
    const left = await store.finishDisconnect({ ...key, outcome: "left" });
    mustBe([left.finished, left.connection?.state], [true, "disconnecting"], "a disconnect that is left");
    const other = { who: null, policy: "detach", leaseMs: 60_000 } as const;
    const next = await Promise.all(Array.from({ length: 5 }, () => store.tombstone({ ...key, ...other })));
    mustBe(next.map(({ outcome }) => outcome).toSorted(), [...Array(4).fill("held"), "tombstoned"], "who goes on");
    for (const { connection } of next) {
      const { who, policy } = connection?.ending ?? {};
      mustBe([connection?.disconnectedWhy, who, policy], ["user", "ada\u0000", "delete"], "what was agreed, later");
    }
    const end = await store.finishDisconnect({ ...key, outcome: "disconnected" });
    mustBe([end.finished, end.connection?.ending], [true, null], "the end");
    mustBe((await store.tombstone({ ...key, ...ASKED })).outcome, "conflict", "a tombstone after the end");
  },

  "a new account after a disconnect is a new generation, and the old one's news are nothing": async (setup) => {
    const { store, tenant, account } = setup;
    const old = keyOf(await linked(store, tenant, account("old")));
    const sequence = await sequenceOf(store, old);
    await store.apply({ ...old, sequence, snapshot: snapshotOf(account("old")) });
    mustBe((await store.finishDisconnect({ ...old, outcome: "removed" })).finished, true, "the end of a removed one");
    mustBe((await store.finishDisconnect({ ...old, outcome: "removed" })).finished, false, "its second end");
    const claim = (await claimed(store, tenant)).connection;
    mustBe([claim.disconnectedWhy, claim.connectedAt], ["removed_at_stripe", null], "what the claim remembers");
    const fresh = await linkedClaim(setup, claim, account("new"));
    must(fresh.generation > old.generation, "the generation grows");
    mustBe([fresh.disconnectedAt, fresh.disconnectedWhy, fresh.snapshot], [null, null, null], "the new row");
    mustBe(
      (await store.apply({ ...old, sequence: sequence + 1_000, snapshot: snapshotOf(account("old")) })).outcome,
      "gone",
      "old news",
    );
  },
};

async function linkedClaim({ store }: StoreSetup, claim: Awaited<ReturnType<typeof linked>>, accountId: string) {
  const key = keyOf(claim);
  const audit = { ...key, what: "connect" as const, who: null, accountId };
  const { connection } = await store.commitAccount({ ...key, accountId, platformId: PLATFORM, audit });
  must(connection !== null, "the new account is committed");
  return connection;
}
