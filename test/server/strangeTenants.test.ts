import pg from "pg";
import { createPostgresStore } from "react-stripe-connection/postgres";
import { tenantKey } from "../../src/server/store/connectionStore.js";
import { keyOf, linked, sequenceOf, snapshotOf } from "../../src/testing/storeContract/storeContractSetup.js";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { eventually } from "./support/eventually.js";
import { ALL, startBackEnd } from "./support/backEnd.js";

const schema = `t_${crypto.randomUUID().replaceAll("-", "")}`;
const config = { connectionString: inject("postgresUrl"), options: `-c search_path=${schema}`, max: 4 };
const pool = new pg.Pool(config);
beforeAll(async () => {
  await pool.query(`create schema ${schema}`);
});
afterAll(async () => {
  await pool.query(`drop schema ${schema} cascade`);
  await pool.end();
});

const onPostgres = createPostgresStore({ query: (text, params) => pool.query(text, params) });

test("F4 tenants of any name have connections of their own over the handler, a megabyte long or called __proto__", async () => {
  for (const tenant of ["__proto__", "a\u0000b'; drop table x; --", "💳".repeat(262_144)]) {
    const { post, get, sent, handler } = await startBackEnd({
      options: {
        authorize: (request) => ({
          tenant: request.headers.get("authorization") === "ada" ? tenant : "bob",
          can: ALL,
        }),
      },
    });
    await post("/connection");
    await post("/connection", {}, { authorization: "bob" });
    const [own, bobs] = [(await get("/connection")).body, (await get("/connection", { authorization: "bob" })).body];
    expect(own["account"]).not.toBeNull();
    expect(own["account"]).not.toEqual(bobs["account"]);
    expect(sent.join("")).not.toContain(tenant.slice(0, 100));
    expect((await handler.getConnection(tenant)).account).toEqual(own["account"]);
  }
});

test("F7 a change is told in a few bytes, however long the tenant's name: PostgreSQL takes less than 8,000", async () => {
  const tenant = `${"💳".repeat(262_144)}`;
  const client = new pg.Client(config);
  await client.connect();
  onTestFinished(() => client.end());
  const payloads: string[] = [];
  client.on("notification", ({ payload }) => payloads.push(payload ?? ""));
  await client.query("listen rsc_connection_change");
  const { revision } = await linked(onPostgres, tenant, "acct_long");
  await onPostgres.purge(tenant);
  const mine = async () => {
    const key = await tenantKey(tenant);
    return payloads.filter((payload) => payload.includes(key));
  };
  // Claimed, linked, purged.
  await eventually(async () => expect(await mine()).toHaveLength(3));
  expect(payloads.every((payload) => Buffer.byteLength(payload) < 200)).toBe(true);
  expect(JSON.parse((await mine())[1] ?? "")).toEqual({ tenantKey: await tenantKey(tenant), mode: "test", revision });
});

describe("what is kept of a tenant ends", () => {
  const tables = ["rsc_connections", "rsc_events", "rsc_facts", "rsc_audit", "rsc_tokens"];
  const rowsAbout = async (...needles: string[]) => {
    const found = await Promise.all(
      tables.map(async (table) => {
        const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${table} t`);
        return rows.filter(({ row }) => needles.some((needle) => row.includes(needle))).map(() => table);
      }),
    );
    return found.flat();
  };

  test("F11 with a purge, in every table and both modes, and another tenant's does not", async () => {
    const needles: string[] = [];
    for (const tenant of ["org_purged", "org_kept"]) {
      const row = await linked(onPostgres, tenant, `acct_${tenant}`);
      const key = keyOf(row);
      const sequence = await sequenceOf(onPostgres, key, `evt_${tenant}`);
      const fact = { id: "connected", name: "connected" as const, payload: { accountId: `acct_${tenant}` } };
      const snapshot = snapshotOf(`acct_${tenant}`);
      await onPostgres.apply({ ...key, sequence, snapshot, eventId: `evt_${tenant}`, facts: [fact] });
      await onPostgres.claim({
        tenant,
        mode: "live",
        claimId: `claim_${tenant}`,
        params: {},
        startedBy: "ada",
        leaseMs: 1,
      });
      await onPostgres.takeToken({ bucket: `${await tenantKey(tenant)}:test:read`, perMinute: 10 });
      needles.push(await tenantKey(tenant));
    }
    const [purged = "", kept = ""] = needles;
    const before = await rowsAbout(purged, "org_purged");
    expect(new Set(before)).toEqual(new Set(tables));
    await onPostgres.purge("org_purged");
    expect(await rowsAbout(purged, "org_purged")).toEqual([]);
    expect(await rowsAbout(kept, "org_kept")).toEqual(before);
  });

  test("F11 with a purge that had to wait for a write: what was being written when it began goes too", async () => {
    const key = keyOf(await linked(onPostgres, "org_busy", "acct_busy"));
    const sequence = await sequenceOf(onPostgres, key, "evt_busy");
    const writer = await pool.connect();
    const busy = createPostgresStore({ query: (text, params) => writer.query(text, params) });
    await busy.read("test", key);
    await writer.query("begin");
    const fact = { id: "connected", name: "connected" as const, payload: {} };
    await busy.apply({ ...key, sequence, snapshot: snapshotOf("acct_busy"), eventId: "evt_busy", facts: [fact] });
    let attempts = 0;
    const purging = createPostgresStore({
      query: (text, params) => {
        if (text.includes("delete from rsc_connections")) attempts += 1;
        return pool.query(text, params);
      },
    });
    const purged = purging.purge("org_busy");
    await eventually(() => expect(attempts).toBeGreaterThan(1));
    await writer.query("commit");
    writer.release();
    await purged;
    expect(await rowsAbout(await tenantKey("org_busy"), "org_busy")).toEqual([]);
  });

  test("with their last possible delivery: events are forgotten after 35 days, and not before", async () => {
    const key = keyOf(await linked(onPostgres, "org_events", "acct_events"));
    const apply = async (eventId: string) => {
      const sequence = await sequenceOf(onPostgres, key, eventId);
      await onPostgres.apply({ ...key, sequence, snapshot: snapshotOf("acct_events"), eventId });
    };
    for (const [eventId, days] of [
      ["evt_old", 36],
      ["evt_young", 34],
    ] as const) {
      await apply(eventId);
      await pool.query(`update rsc_events set at = now() - $1::int * interval '1 day' where event_id = $2`, [
        days,
        eventId,
      ]);
    }
    await apply("evt_now");
    const { rows } = await pool.query<{ id: string }>(
      "select event_id as id from rsc_events where tenant_key = $1 order by at",
      [await tenantKey("org_events")],
    );
    expect(rows.map(({ id }) => id)).toEqual(["evt_young", "evt_now"]);
    expect(await onPostgres.nextSequence({ ...key, eventId: "evt_young" })).toBe("duplicate");
  });
});
