import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import type { ConnectionStore } from "react-stripe-connection/server";
import { keyOf, linked, sequenceOf, snapshotOf } from "../../../src/testing/storeContract/storeContractSetup.js";
import { expect, onTestFinished, test } from "vitest";
import { testSchema } from "../support/testSchema.js";

const db = testSchema();

/** An instance of the server. `sent` and `returned`: the parameters and the rows of its statements, as JSON. */
function instance() {
  const pool = new pg.Pool(db.config({ max: 3 }));
  onTestFinished(() => pool.end());
  const sent: string[] = [];
  const returned: string[] = [];
  const store = createPostgresStore({
    async query(text, values) {
      sent.push(JSON.stringify(values));
      const result = await pool.query(text, values);
      returned.push(JSON.stringify(result.rows));
      return result;
    },
  });
  return { store, sent, returned };
}

const ACCOUNT = "acct_1";
const FIRST = snapshotOf(ACCOUNT, { disabledReason: "the first one" });
const OTHER = snapshotOf(ACCOUNT, { disabledReason: "another one" });

/** A connection, and what a webhook does to it: it is heard, and a read is written. */
async function connection(store: ConnectionStore) {
  const key = keyOf(await linked(store, "org", ACCOUNT));
  let events = 0;
  const hear = async () => {
    const heard = await store.hear({ mode: "test", accountId: ACCOUNT, eventId: `evt_${(events += 1)}` });
    if (typeof heard.sequence !== "number" || !heard.connection) throw new Error("the account is linked");
    return { sequence: heard.sequence, revision: heard.connection.revision, connection: heard.connection };
  };
  const webhook = async (snapshot: typeof FIRST) => {
    const { sequence, revision } = await hear();
    return store.apply({ sequence, revision, snapshot, ...key });
  };
  return { key, hear, webhook };
}

test("a snapshot that stays the same is neither sent nor returned, and is answered all the same", async () => {
  const { store, sent, returned } = instance();
  const { hear, key } = await connection(store);
  const write = async (snapshot: typeof FIRST) => {
    const { sequence, revision } = await hear();
    sent.length = 0;
    returned.length = 0;
    return store.apply({ sequence, revision, snapshot, ...key });
  };
  const first = await write(FIRST);
  expect(sent.join()).toContain("the first one");
  const again = await write(structuredClone(FIRST));
  expect([...sent, ...returned].join()).not.toContain("the first one");
  expect(again).toMatchObject({ outcome: "applied", connection: { snapshot: FIRST } });
  expect(again.connection?.revision).toBe(first.connection?.revision);
  const checkedAt = (answer: typeof first) => Date.parse(answer.connection?.checkedAt ?? "");
  expect(checkedAt(again)).toBeGreaterThanOrEqual(checkedAt(first));
  const changed = await write(OTHER);
  expect(changed.connection?.revision).toBeGreaterThan(again.connection?.revision ?? 0);
  expect(await store.read("test", key)).toEqual({ ...changed.connection, readAt: expect.any(String) });
  expect((await instance().store.read("test", key))?.snapshot).toEqual(OTHER);
});

test("what was read can't be changed in place: others are given the same object", async () => {
  const { store } = instance();
  const { webhook, key } = await connection(store);
  await webhook(FIRST);
  const other = instance().store;
  const read = await other.read("test", key);
  expect(() => {
    if (read?.snapshot) read.snapshot.derived.disabledReason = "changed";
  }).toThrow(TypeError);
  expect(() => read?.snapshot?.derived.requirements.pop()).toThrow(TypeError);
  expect((await other.read("test", key))?.snapshot).toEqual(FIRST);
});

test("what another process wrote is no longer known: the snapshot is sent again", async () => {
  const [one, other] = [instance().store, instance().store];
  const { key, hear, webhook } = await connection(one);
  await webhook(FIRST);
  const before = await hear();
  await other.apply({ sequence: await sequenceOf(other, key), snapshot: OTHER, ...key });
  // Told against the row as it was.
  const { sequence, revision } = before;
  expect(await one.apply({ sequence: sequence + 100, revision, snapshot: FIRST, ...key })).toMatchObject({
    outcome: "changed",
    connection: { snapshot: OTHER },
  });
  expect((await webhook(FIRST)).outcome).toBe("applied");
  expect((await other.read("test", key))?.snapshot).toEqual(FIRST);
});

test("a snapshot is sent where nothing says which one it is written over", async () => {
  const [one, other] = [instance().store, instance().store];
  const { key, webhook } = await connection(one);
  await webhook(FIRST);
  await other.apply({ sequence: await sequenceOf(other, key), snapshot: OTHER, ...key });
  await one.apply({ sequence: await sequenceOf(one, key), snapshot: FIRST, ...key });
  expect((await other.read("test", key))?.snapshot).toEqual(FIRST);
});

test("a tenant that comes back after a purge has a row of its own", async () => {
  const { store } = instance();
  const { webhook } = await connection(store);
  await webhook(FIRST);
  await store.purge("org");
  const again = await connection(store);
  await store.finishDisconnect({ outcome: "removed", ...again.key });
  const { webhook: next, key } = await connection(store);
  await next(FIRST);
  expect((await instance().store.read("test", key))?.snapshot).toEqual(FIRST);
});
