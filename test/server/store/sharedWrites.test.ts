import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import type { ConnectionStore } from "react-stripe-connection/server";
import {
  claimFacts,
  keyOf,
  linked,
  sequenceOf,
  snapshotOf,
} from "../../../src/testing/storeContract/storeContractSetup.js";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { eventually } from "../support/eventually.js";

const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const config = {
  connectionString: inject("postgresUrl"),
  options: `-c search_path=${schema}`,
  application_name: schema,
};
const admin = new pg.Pool({ ...config, max: 2 });

beforeAll(() => admin.query(`create schema ${schema}`));
afterAll(async () => {
  await admin.query(`drop schema ${schema} cascade`);
  await admin.end();
});

/** An instance of the server. `texts`: what it asked. `loseNext`: the next statement is done, and its answer is lost. */
function instance() {
  const pool = new pg.Pool({ ...config, max: 5 });
  onTestFinished(() => pool.end());
  const texts: string[] = [];
  let lost = false;
  const store = createPostgresStore({
    async query(text, values) {
      texts.push(text);
      const isLost = lost;
      lost = false;
      const result = await pool.query(text, values);
      if (isLost) throw new Error("Connection terminated unexpectedly");
      return result;
    },
  });
  return { store, texts, loseNext: () => (lost = true) };
}

let accounts = 0;
/** Connections that were never read, each with a sequence, and what writes a read of it. */
async function some(store: ConnectionStore, count: number) {
  const all = [];
  for (let one = 0; one < count; one += 1) {
    const id = `shared_${(accounts += 1)}`;
    const stored = await linked(store, `org_${id}`, `acct_${id}`);
    const key = keyOf(stored);
    const snapshot = snapshotOf(`acct_${id}`);
    const facts = [{ id: "connected", name: "connected" as const, payload: { of: id } }];
    const input = { ...key, sequence: await sequenceOf(store, key), revision: stored.revision, snapshot, facts };
    all.push({ stored, key, input, eventId: `evt_${id}` });
  }
  return all;
}

const factsOf = async (store: ConnectionStore, tenant: string) => {
  const all = [];
  for (const name of ["connected", "action_needed", "deadline_near", "disconnected"] as const) {
    all.push(...(await claimFacts(store, name)));
  }
  return all.filter((fact) => fact.tenant === tenant);
};

test("G6 G17 thirty events that one read answers are recorded with one statement, and it is written once", async () => {
  const { store, texts } = instance();
  const [one] = await some(store, 1);
  if (!one) throw new Error("there is one");
  texts.length = 0;
  const events = Array.from({ length: 30 }, (_, index) => `${one.eventId}_${index % 15}`);
  const answers = await Promise.all(events.map((eventId) => store.apply({ ...one.input, eventId })));
  expect(texts).toHaveLength(1);
  expect(answers.map(({ outcome }) => outcome)).toEqual(["applied", ...Array<string>(29).fill("superseded")]);
  const now = await store.read("test", one.key);
  for (const { connection } of answers) expect(connection).toEqual({ ...now, readAt: expect.any(String) });
  expect(now).toMatchObject({ snapshot: one.input.snapshot, lastEventId: events[0] });
  for (const eventId of events) expect(await store.nextSequence({ ...one.key, eventId })).toBe("duplicate");
  expect(await factsOf(store, one.key.tenant)).toHaveLength(1);
});

test("rows that are written with one statement get what is theirs, whatever becomes of the others", async () => {
  const { store, texts } = instance();
  const [fresh, late, changed, ended, again] = await some(store, 5);
  if (!fresh || !late || !changed || !ended || !again) throw new Error("there are five");
  await store.apply({ ...late.input, sequence: late.input.sequence + 100_000 });
  await store.apply({ ...changed.input, snapshot: snapshotOf("acct_before", { status: "in_progress" }) });
  await store.finishDisconnect({ ...ended.key, outcome: "removed" });
  texts.length = 0;
  const nobody = { ...again.input, tenant: "org_nobody" };
  const other = { ...again.input, snapshot: snapshotOf("acct_other"), sequence: again.input.sequence + 100_000 };
  const inputs = [
    { ...fresh.input, eventId: "evt_fresh" },
    { ...late.input, eventId: "evt_late" },
    { ...changed.input, sequence: changed.input.sequence + 100_000, eventId: "evt_changed" },
    { ...ended.input, eventId: "evt_ended" },
    again.input,
    { ...other, revision: again.stored.revision, eventId: "evt_other" },
    { ...nobody, eventId: "evt_nobody" },
  ];
  const answers = await Promise.all(inputs.map((input) => store.apply(input)));
  expect(answers.map(({ outcome }) => outcome)).toEqual([
    "applied",
    "superseded",
    "changed",
    "gone",
    "applied",
    // Another read of the same row: by itself, against what the first one left.
    "changed",
    "gone",
  ]);
  expect(answers.map(({ connection }) => connection?.tenant ?? null)).toEqual([
    ...[fresh, late, changed, ended, again, again].map(({ key }) => key.tenant),
    null,
  ]);
  expect(texts).toHaveLength(3);
  // Seen is what a read has answered.
  const seen = async (key: { tenant: string }, eventId: string) =>
    (await store.nextSequence({ ...fresh.key, ...key, eventId })) === "duplicate";
  expect([await seen(fresh.key, "evt_fresh"), await seen(late.key, "evt_late")]).toEqual([true, true]);
  for (const eventId of ["evt_changed", "evt_ended", "evt_other", "evt_nobody"]) {
    expect([eventId, await seen(fresh.key, eventId)]).toEqual([eventId, false]);
  }
  expect(await factsOf(store, changed.key.tenant)).toHaveLength(1);
  expect(await factsOf(store, ended.key.tenant)).toHaveLength(0);
});

test("AT-F1 a row that another session locks holds up its own writers only, and keeps no connection", async () => {
  const { store, texts } = instance();
  const [free, held, last] = await some(store, 3);
  if (!free || !held || !last) throw new Error("there are three");
  const client = new pg.Client(config);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query("begin");
  await client.query("select 1 from rsc_connections where account_id = $1 for update", [held.stored.accountId]);
  let isWritten = false;
  const all = [free, held, last].map(({ input, eventId }) => store.apply({ ...input, eventId }));
  const waiting = all[1]?.then((answer) => ((isWritten = true), answer));
  expect((await all[0])?.outcome).toBe("applied");
  expect((await all[2])?.outcome).toBe("applied");
  const attempts = () => texts.filter((text) => text.includes("for update nowait")).length;
  await eventually(() => expect(attempts()).toBeGreaterThan(2));
  const busy = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = $1";
  expect((await admin.query(busy, [schema])).rows).toEqual([]);
  expect(isWritten).toBe(false);
  // Meanwhile others come and go.
  const [next] = await some(store, 1);
  expect((await store.apply(next?.input ?? free.input)).outcome).toBe("applied");
  await client.query("rollback");
  expect((await waiting)?.outcome).toBe("applied");
});

test("an event that the database can't take fails alone", async () => {
  const { store } = instance();
  const [one, bad, other] = await some(store, 3);
  if (!one || !bad || !other) throw new Error("there are three");
  const all = [one, bad, other].map(({ input, eventId }) =>
    store.apply({ ...input, eventId: input === bad.input ? "evt_\0" : eventId }),
  );
  const results = await Promise.allSettled(all);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect((await store.read("test", bad.key))?.snapshot).toBeNull();
  const event = (eventId: string, { stored }: typeof one) => ({
    mode: "test" as const,
    accountId: stored.accountId ?? "",
    eventId,
  });
  const heard = await Promise.allSettled([
    store.hear(event("evt_new", one)),
    store.hear(event("evt_\0", bad)),
    store.hear(event(other.eventId, other)),
  ]);
  expect(heard.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(heard[2]).toMatchObject({ value: { sequence: "duplicate", connection: { tenant: other.key.tenant } } });
});

test("G12 an answer that is lost is lost for all who shared it; their next delivery finds it done", async () => {
  const { store, loseNext } = instance();
  const all = await some(store, 3);
  loseNext();
  const write = () => Promise.allSettled(all.map(({ input, eventId }) => store.apply({ ...input, eventId })));
  expect((await write()).map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
  const heard = await Promise.all(
    all.map(({ stored, eventId }) => store.hear({ mode: "test", accountId: stored.accountId ?? "", eventId })),
  );
  expect(heard.map(({ sequence }) => sequence)).toEqual(Array(3).fill("duplicate"));
  expect(await write()).toMatchObject(Array(3).fill({ status: "fulfilled", value: { outcome: "superseded" } }));
  for (const { key } of all) expect(await factsOf(store, key.tenant)).toHaveLength(1);
});

test("events that come together are heard with one statement, each with a sequence of its own", async () => {
  const { store, texts } = instance();
  const [seen, ended, ...rest] = await some(store, 12);
  if (!seen || !ended) throw new Error("there are twelve");
  await store.apply({ ...seen.input, eventId: seen.eventId });
  await store.finishDisconnect({ ...ended.key, outcome: "removed" });
  const highest = await sequenceOf(store, seen.key);
  texts.length = 0;
  const hear = (accountId: string | null, eventId: string) =>
    store.hear({ mode: "test", accountId: accountId ?? "", eventId });
  const answers = await Promise.all([
    hear(seen.stored.accountId, seen.eventId),
    hear(ended.stored.accountId, ended.eventId),
    hear("acct_of_nobody", "evt_nobody"),
    ...[...rest, ...rest].map(({ stored, eventId }) => hear(stored.accountId, eventId)),
  ]);
  expect(texts).toHaveLength(1);
  expect(answers.slice(0, 3).map(({ sequence }) => sequence)).toEqual(["duplicate", "gone", "gone"]);
  expect(answers.map(({ connection }) => connection?.accountId ?? null)).toEqual([
    ...[seen, ended].map(({ stored }) => stored.accountId),
    null,
    ...[...rest, ...rest].map(({ stored }) => stored.accountId),
  ]);
  const sequences = answers.slice(3).map(({ sequence }) => Number(sequence));
  expect(new Set(sequences).size).toBe(20);
  expect(Math.min(...sequences)).toBeGreaterThan(highest);
});

describe("two processes", () => {
  test("G6 G7 that are told the same of the same rows, in opposite orders, end in one state", async () => {
    const [one, two] = [instance().store, instance().store];
    const rows = await some(one, 20);
    for (let round = 0; round < 5; round += 1) {
      const works = [rows, rows.toReversed()].map((list, index) => {
        const store = index === 0 ? one : two;
        return list.flatMap(({ key, stored }) =>
          [1, 2, 3].map(async (event) => {
            const eventId = `evt_${key.tenant}_${round}_${event}`;
            const { sequence, connection } = await store.hear({
              mode: "test",
              accountId: stored.accountId ?? "",
              eventId,
            });
            if (typeof sequence !== "number" || !connection) return;
            const snapshot = snapshotOf(stored.accountId ?? "", { disabledReason: String(sequence) });
            const facts = [{ id: `round_${round}`, name: "action_needed" as const, payload: {} }];
            await store.apply({ ...key, sequence, snapshot, eventId, facts });
          }),
        );
      });
      await Promise.all(works.flat());
    }
    for (const { key } of rows) {
      const facts = await factsOf(one, key.tenant);
      expect(facts.map(({ id }) => id).toSorted()).toEqual([0, 1, 2, 3, 4].map((round) => `round_${round}`));
      const highest = await admin.query<{ applied: string; snapshot: string }>(
        "select applied_sequence::text as applied, snapshot from rsc_connections where tenant = $1",
        [JSON.stringify(key.tenant)],
      );
      // The read that began last is what is kept.
      expect(highest.rows[0]?.snapshot).toContain(`"disabledReason":"${highest.rows[0]?.applied}"`);
    }
    const { rows: counted } = await admin.query<{ events: number }>(
      "select count(*)::int as events from rsc_events where event_id like 'evt_org_shared%'",
    );
    expect(counted[0]?.events).toBe(20 * 5 * 3);
  });
});
