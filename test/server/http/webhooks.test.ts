import { describe, expect, test } from "vitest";
import { readConnection } from "../../../src/core/protocol.js";
import { tenantKey } from "../../../src/server/store/connectionStore.js";
import { eventually } from "../support/eventually.js";
import { type BackEnd, BASE, SECRET, startBackEnd } from "../support/backEnd.js";
import { openStream } from "../support/openStream.js";
import { wholeBurst } from "../support/wholeBurst.js";

interface EventChanges {
  api_version?: string;
  id?: string;
  type?: string;
  account?: string | null;
  livemode?: boolean;
  object?: string;
  data?: unknown;
  related_object?: unknown;
}

const eventOf = ({ account, ...changes }: EventChanges = {}) =>
  JSON.stringify({
    id: "evt_1",
    object: "event",
    api_version: "2026-10-28.endive",
    type: "account.updated",
    livemode: false,
    created: 1_700_000_000,
    ...(account === null ? {} : { account: account ?? "acct_unknown" }),
    data: { object: {} },
    ...changes,
  });

/** Signs as Stripe does, with the simulator's clock. `skew` is in seconds. */
async function deliver(
  { stripe, simulator, send }: BackEnd,
  body: string,
  {
    secret = SECRET,
    skew = 0,
    header,
    twice = false,
  }: { secret?: string; skew?: number; header?: string | null /** As two headers arrive. */; twice?: boolean } = {},
) {
  const timestamp = Math.floor(simulator.clock.now() / 1000) + skew;
  const signed = await stripe.webhooks.generateTestHeaderStringAsync({ payload: body, secret, timestamp });
  const signature = header === undefined ? (twice ? `${signed}, ${signed}` : signed) : header;
  return send("/webhooks", {
    method: "POST",
    headers: { "content-type": "application/json", ...(signature === null ? {} : { "stripe-signature": signature }) },
    body,
  });
}

const why = ({ metrics }: BackEnd) =>
  metrics.filter(({ name }) => name === "event_ignored").map(({ labels }) => labels["why"]);

describe("G2 G3 a signature that is not Stripe's for this endpoint, now, is refused", () => {
  const refused: [string, (backEnd: BackEnd) => ReturnType<typeof deliver>][] = [
    ["none", (backEnd) => deliver(backEnd, eventOf(), { header: null })],
    ["garbage", (backEnd) => deliver(backEnd, eventOf(), { header: "garbage" })],
    ["empty", (backEnd) => deliver(backEnd, eventOf(), { header: "" })],
    ["no time", (backEnd) => deliver(backEnd, eventOf(), { header: "v1=abcdef" })],
    ["NaN", (backEnd) => deliver(backEnd, eventOf(), { header: "t=NaN,v1=abcdef" })],
    ["v0 only", (backEnd) => deliver(backEnd, eventOf(), { header: "t=1700000000,v0=abcdef" })],
    ["two times", (backEnd) => deliver(backEnd, eventOf(), { twice: true })],
    ["another secret", (backEnd) => deliver(backEnd, eventOf(), { secret: "whsec_another" })],
    ["301 seconds old", (backEnd) => deliver(backEnd, eventOf(), { skew: -301 })],
    ["301 seconds ahead", (backEnd) => deliver(backEnd, eventOf(), { skew: 301 })],
  ];
  for (const [name, run] of refused) {
    test(`G1 ${name}`, async () => {
      const backEnd = await startBackEnd({ webhooks: false });
      const answer = await run(backEnd);
      expect([answer.status, answer.body["code"]]).toEqual([400, "invalid_request"]);
      expect(backEnd.calls).toEqual([]);
    });
  }

  test("G3 within the tolerance it is taken, on both sides", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    for (const skew of [-299, 299]) expect((await deliver(backEnd, eventOf(), { skew })).status).toBe(200);
  });
});

/** A request whose body is watched: whether anything of it was read. */
function watched(headers: Record<string, string>) {
  const seen = { isRead: false };
  const body = new ReadableStream(
    {
      pull(controller) {
        seen.isRead = true;
        controller.enqueue(new TextEncoder().encode("{}"));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request(`https://app.example.com${BASE}/webhooks`, {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  return { request, seen };
}

const SIGNATURE = "ab".repeat(32);
const whyRefused = ({ metrics }: BackEnd) =>
  metrics.filter(({ name }) => name === "webhook_refused").map(({ labels }) => labels["why"]);

describe("AT-M3 what the header shows is refused before the body is read", () => {
  const headerCases: [string, (now: number) => string | null, string][] = [
    ["none", () => null, "no_signature"],
    ["an empty one", () => "", "no_signature"],
    ["no time", () => `v1=${SIGNATURE}`, "malformed_signature"],
    ["no v1", (now) => `t=${now},v0=${SIGNATURE}`, "malformed_signature"],
    ["two times", (now) => `t=${now},t=${now},v1=${SIGNATURE}`, "malformed_signature"],
    ["two headers", (now) => `t=${now},v1=${SIGNATURE}, t=${now},v1=${SIGNATURE}`, "malformed_signature"],
    ["half a v1", (now) => `t=${now},v1=abcdef`, "malformed_signature"],
    ["letters behind the time", (now) => `t=${now}abc,v1=${SIGNATURE}`, "malformed_signature"],
    ["a fraction of a time", (now) => `t=${now}.5,v1=${SIGNATURE}`, "malformed_signature"],
    ["a power", () => `t=1e9,v1=${SIGNATURE}`, "malformed_signature"],
    ["a sign", (now) => `t=+${now},v1=${SIGNATURE}`, "malformed_signature"],
    ["a space", (now) => `t= ${now},v1=${SIGNATURE}`, "malformed_signature"],
    ["hexadecimal", (now) => `t=0x${now.toString(16)},v1=${SIGNATURE}`, "malformed_signature"],
  ];

  test.each(headerCases)("AT-M3 AT-P14 %s", async (_name, headerAt, label) => {
    const backEnd = await startBackEnd({ webhooks: false });
    const header = headerAt(Math.floor(backEnd.simulator.clock.now() / 1000));
    const { request, seen } = watched(header === null ? {} : { "stripe-signature": header });
    const answer = await backEnd.handler.fetch(request);
    expect([answer.status, seen.isRead, whyRefused(backEnd)]).toEqual([400, false, [label]]);
  });

  test.each([
    ["old", -301],
    ["ahead", 301],
    ["a year old", -31_536_000],
  ])("AT-M3 a time that is %s: one a minute is read, to check the clock, and no more", async (_name, skew) => {
    let elapsed = 0;
    const runtime = { monotonicNow: () => elapsed, now: () => 1_800_000_000_000 };
    const backEnd = await startBackEnd({ webhooks: false, options: { runtime } });
    const header = `t=${1_800_000_000 + skew},v1=${SIGNATURE}`;
    const read = async () => {
      const { request, seen } = watched({ "stripe-signature": header });
      expect((await backEnd.handler.fetch(request)).status).toBe(400);
      return seen.isRead;
    };
    expect([await read(), await read(), await read()]).toEqual([true, false, false]);
    elapsed = 59_999;
    expect(await read()).toBe(false);
    elapsed = 60_000;
    expect([await read(), await read()]).toEqual([true, false]);
    expect(new Set(whyRefused(backEnd))).toEqual(new Set(["wrong_signature", "wrong_time"]));
  });

  test("AT-M3 a flood of refusals is ten lines a minute, then the number of those left out", async () => {
    let elapsed = 0;
    const options = { runtime: { monotonicNow: () => elapsed } };
    const backEnd = await startBackEnd({ webhooks: false, options });
    const flood = async () => {
      for (let sent = 0; sent < 500; sent += 1) await backEnd.handler.fetch(watched({}).request);
    };
    await flood();
    expect(backEnd.logs).toHaveLength(10);
    // Another kind has lines of its own, so that a flood hides nothing.
    await deliver(backEnd, eventOf(), { secret: "whsec_another" });
    expect(backEnd.logs).toHaveLength(11);
    expect(backEnd.logs.at(-1)).toMatchObject({ level: "warn", fields: { why: "wrong_signature" } });
    elapsed = 60_000;
    await flood();
    expect(backEnd.logs).toHaveLength(21);
    expect(backEnd.logs[11]?.fields).toMatchObject({ why: "no_signature", leftOut: 490 });
    expect(backEnd.logs[12]?.fields).not.toHaveProperty("leftOut");
    expect(whyRefused(backEnd)).toHaveLength(1_001);
  });

  test("AT-M3 half-sent bodies share 16 MB: the oldest is answered, and Stripe's own still gets through", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const now = Math.floor(backEnd.simulator.clock.now() / 1000);
    const headers = { "stripe-signature": `t=${now},v1=${SIGNATURE}` };
    const answers: number[] = [];
    const half = (length: boolean) => {
      const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(500_000)) });
      const request = new Request(`https://app.example.com${BASE}/webhooks`, {
        method: "POST",
        headers: { ...headers, ...(length ? { "content-length": "500001" } : {}) },
        body,
        duplex: "half",
      } as RequestInit);
      void backEnd.handler.fetch(request).then(({ status }) => answers.push(status));
    };
    for (let sent = 0; sent < 200; sent += 1) half(sent % 2 === 0);
    await eventually(() => expect(answers.length).toBeGreaterThanOrEqual(167));
    expect(answers).toHaveLength(167);
    expect(new Set(answers)).toEqual(new Set([429]));
    for (let event = 0; event < 20; event += 1) expect((await deliver(backEnd, eventOf())).status).toBe(200);
    expect(whyRefused(backEnd)).toEqual(Array(answers.length).fill("body"));
  });

  test("AT-M3 even of the smallest half-sent bodies there are at most 4,096", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const now = Math.floor(backEnd.simulator.clock.now() / 1000);
    let answered = 0;
    for (let sent = 0; sent < 4_200; sent += 1) {
      const request = new Request(`https://app.example.com${BASE}/webhooks`, {
        method: "POST",
        headers: { "stripe-signature": `t=${now},v1=${SIGNATURE}` },
        body: new ReadableStream(),
        duplex: "half",
      } as RequestInit);
      void backEnd.handler.fetch(request).then(() => (answered += 1));
    }
    await eventually(() => expect(answered).toBe(104));
  });
});

describe("SV-P3 a server whose clock is wrong is told so, and by how much", () => {
  test.each([
    ["ahead", -3_600, /this server's clock is 3600 seconds ahead: set it/],
    ["behind", 3_600, /this server's clock is 3600 seconds behind: set it/],
  ])("SV-P3 %s", async (_way, skew, title) => {
    const backEnd = await startBackEnd({ webhooks: false });
    const answer = await deliver(backEnd, eventOf(), { skew });
    expect([answer.status, answer.body["code"]]).toEqual([400, "invalid_request"]);
    expect(answer.body["title"]).toMatch(title);
    expect(backEnd.logs).toEqual([
      expect.objectContaining({
        level: "warn",
        message: "a webhook was refused",
        fields: expect.objectContaining({ why: "wrong_clock", message: expect.stringMatching(title) }),
      }),
    ]);
    // The next ones are not read any more, and name the clock all the same.
    const next = await deliver(backEnd, eventOf(), { skew });
    expect(next.body["title"]).toMatch(/3600 seconds .*set it/);
    expect(whyRefused(backEnd)).toEqual(["wrong_clock", "wrong_time"]);
    expect(backEnd.metrics.map(({ name }) => name)).not.toContain("event_ignored");
  });
});

test("G4 a body that a framework has parsed and written again is refused with the hint", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { stripe, simulator, send } = backEnd;
  const payload = JSON.stringify(JSON.parse(eventOf()), null, 2);
  const timestamp = Math.floor(simulator.clock.now() / 1000);
  const signature = await stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: SECRET, timestamp });
  const answer = await send("/webhooks", {
    method: "POST",
    headers: { "stripe-signature": signature },
    body: JSON.stringify(JSON.parse(payload)),
  });
  expect(answer.status).toBe(400);
  expect(answer.body["title"]).toMatch(/raw body/);
});

test("G5 any of several secrets will do", async () => {
  const backEnd = await startBackEnd({
    webhooks: false,
    options: { webhookSecrets: ["whsec_platform", SECRET, "whsec_rolled01"] },
  });
  for (const secret of ["whsec_platform", SECRET, "whsec_rolled01"]) {
    expect((await deliver(backEnd, eventOf(), { secret })).status).toBe(200);
  }
  expect((await deliver(backEnd, eventOf(), { secret: "whsec_none" })).status).toBe(400);
});

test("G6 the same event fifty times at once has one effect and costs at most two reads", async () => {
  const burst = wholeBurst(50);
  const backEnd = await startBackEnd({ webhooks: false, after: burst.after });
  const id = await backEnd.connected();
  await backEnd.simulator.pausePayouts(id);
  burst.hold(backEnd.simulator);
  const before = (await backEnd.handler.getConnection("org_ada")).revision;
  backEnd.calls.length = 0;
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => deliver(backEnd, eventOf({ id: "evt_same", account: id }))),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  const after = await backEnd.handler.getConnection("org_ada");
  expect(after).toMatchObject({ payouts: "paused", lastEventId: "evt_same" });
  expect(backEnd.calls.filter((call) => call === `GET /v1/accounts/${id}`).length).toBeLessThanOrEqual(2);
  expect((await deliver(backEnd, eventOf({ id: "evt_same", account: id }))).status).toBe(200);
  expect(why(backEnd)).toContain("duplicate");
  expect((await backEnd.handler.getConnection("org_ada")).revision).toBe(after.revision);
  expect(after.revision).toBeGreaterThan(before);
});

test("G7 the event's own picture is never believed: whatever the order, the state is Stripe's", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { simulator } = backEnd;
  const id = await backEnd.connected();
  const old = simulator.accounts()[0];
  await simulator.pausePayments(id);
  for (const [index, object] of [old, { ...old, charges_enabled: true, requirements: {} }, old].entries()) {
    const event = eventOf({ id: `evt_${index}`, account: id, data: { object } });
    expect((await deliver(backEnd, event)).status).toBe(200);
  }
  expect(await backEnd.handler.getConnection("org_ada")).toMatchObject({ status: "error", payments: "paused" });
});

test("G8 an event of another mode, another account or another platform is 200, counted and without effect", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const id = await backEnd.connected();
  backEnd.calls.length = 0;
  for (const event of [
    eventOf({ account: id, livemode: true }),
    eventOf({ account: "acct_of_another_platform" }),
    eventOf({ account: null, data: { object: { object: "application", id: "ca_1" } } }),
  ]) {
    expect((await deliver(backEnd, event)).status).toBe(200);
  }
  expect(why(backEnd)).toEqual(["mode", "unknown_account", "unknown_account"]);
  expect(backEnd.calls).toEqual([]);
});

test("G9 unknown and thin events about a known account read it again; money moving does not; other shapes are 200", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const id = await backEnd.connected();
  const readsOf = async (event: string) => {
    backEnd.calls.length = 0;
    expect((await deliver(backEnd, event)).status).toBe(200);
    return backEnd.calls.length;
  };
  expect(await readsOf(eventOf({ id: "evt_a", type: "account.something.new", account: id }))).toBe(1);
  expect(await readsOf(eventOf({ id: "evt_v", api_version: "2099-01-01.unheard", account: id }))).toBe(1);
  const thin = {
    object: "v2.core.event",
    type: "v2.core.account[requirements].updated",
    related_object: { id, type: "account" },
  };
  expect(await readsOf(eventOf({ id: "evt_b", account: null, ...thin }))).toBe(1);
  expect(await readsOf(eventOf({ id: "evt_c", type: "payment_intent.succeeded", account: id }))).toBe(0);
  expect(await readsOf(eventOf({ object: "something", account: id }))).toBe(0);
  expect(await readsOf("no json")).toBe(0);
  expect(await readsOf(eventOf({ ...thin, account: null, related_object: { id: "acct_unknown" } }))).toBe(0);
});

test("G10 an event that comes before its account is kept is not lost: the metadata finds the claim", async () => {
  const backEnd = await startBackEnd();
  const { store, simulator, post, get } = backEnd;
  const commit = store.commitAccount.bind(store);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let commits = 0;
  store.commitAccount = async (input) => {
    commits += 1;
    if (commits === 1) await held;
    return commit(input);
  };
  const connecting = post("/connection");
  // The event is on its way as soon as Stripe has made the account; the first commit waits.
  await eventually(() => expect(commits).toBe(2));
  await backEnd.settled();
  expect((await get("/connection")).body).toMatchObject({ status: "in_progress" });
  letGo();
  expect((await connecting).status).toBe(200);
  expect(simulator.accounts()).toHaveLength(1);
});

test("G11 F1 while Stripe or the store is down the event is answered with 5xx, and its next delivery has its effect", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { simulator, store } = backEnd;
  const id = await backEnd.connected();
  await simulator.pausePayouts(id);
  const event = eventOf({ id: "evt_late", account: id });
  simulator.down(true);
  expect((await deliver(backEnd, event)).status).toBe(503);
  simulator.down(false);
  const apply = store.apply.bind(store);
  store.apply = () => Promise.reject(new Error("connection refused: postgres://planted"));
  const failed = await deliver(backEnd, event);
  expect([failed.status, failed.body["code"]]).toEqual([503, "store_unavailable"]);
  expect(failed.text).not.toContain("planted");
  store.apply = apply;
  expect((await backEnd.handler.getConnection("org_ada")).payouts).toBe("active");
  expect((await deliver(backEnd, event)).status).toBe(200);
  expect(await backEnd.handler.getConnection("org_ada")).toMatchObject({ payouts: "paused", lastEventId: "evt_late" });
});

test("G13 a deauthorised account is disconnected, and nothing that comes later brings it back", async () => {
  const backEnd = await startBackEnd();
  const { simulator, get } = backEnd;
  const id = await backEnd.connected();
  await simulator.removeAccount(id);
  await backEnd.settled();
  expect((await get("/connection")).body).toMatchObject({ status: "not_connected", reason: "deleted" });
  expect((await deliver(backEnd, eventOf({ id: "evt_late", account: id }))).status).toBe(200);
  expect((await get("/connection")).body).toMatchObject({ status: "not_connected", reason: "deleted" });
});

/** Disconnects, with Stripe's event of the account's deletion held back. */
async function disconnectWithoutEvents({ simulator, post }: BackEnd) {
  await simulator.holdWebhooks();
  const { generation } = (await post("/connection/disconnect-preview")).body;
  expect((await post("/connection/disconnect", { generation })).status).toBe(200);
}

/** How Stripe's event of the deletion of `account` was answered. */
const deauthorized = ({ simulator }: BackEnd, account: string) =>
  simulator
    .webhookAttempts()
    .filter((attempt) => attempt.type === "account.application.deauthorized" && attempt.account === account)
    .map(({ status }) => status);

test("ST-8 the event of an account's end may come late, and often, after its own disconnect", async () => {
  const told: string[] = [];
  const backEnd = await startBackEnd({ options: { onDisconnected: ({ tenant }) => void told.push(tenant) } });
  const id = await backEnd.connected();
  await disconnectWithoutEvents(backEnd);
  const before = (await backEnd.get("/connection")).body;
  await backEnd.simulator.clock.advance("4m");
  await backEnd.simulator.releaseWebhooks({ times: 3, order: "reversed" });
  await backEnd.settled();
  expect(deauthorized(backEnd, id)).toEqual([200, 200, 200]);
  const { body } = await backEnd.get("/connection");
  expect(body).toMatchObject({ status: "not_connected", reason: "disconnected" });
  expect(body["revision"]).toBe(before["revision"]);
  expect(told).toEqual(["org_ada"]);
  expect(backEnd.logs.filter(({ level }) => level !== "info")).toEqual([]);
});

test("ST-8 the event of an account's end that comes after a reconnect leaves the new account alone", async () => {
  const told: string[] = [];
  const backEnd = await startBackEnd({ options: { onDisconnected: ({ tenant }) => void told.push(tenant) } });
  const first = await backEnd.connected();
  await disconnectWithoutEvents(backEnd);
  const second = await backEnd.connected();
  expect(second).not.toBe(first);
  await backEnd.simulator.releaseWebhooks();
  await backEnd.settled();
  expect(deauthorized(backEnd, first)).toEqual([200]);
  expect(deauthorized(backEnd, second)).toEqual([]);
  expect((await backEnd.get("/connection")).body).toMatchObject({ status: "connected", account: { id: second } });
  expect(told).toEqual(["org_ada"]);
  expect(backEnd.logs.filter(({ level }) => level !== "info")).toEqual([]);
});

test("G14 a body that is too large is refused", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const answer = await deliver(backEnd, eventOf({ data: { object: { text: "x".repeat(5_000_000) } } }));
  expect(answer.status).toBe(413);
});

test("G15 metadata that names another tenant's claim wins nothing", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { store, metrics } = backEnd;
  const claim = { mode: "test", claimId: "secret", params: {}, startedBy: null, leaseMs: 60_000 } as const;
  const { connection } = await store.claim({ tenant: "org_ada", ...claim });
  const metadata = {
    rsc_tenant: await tenantKey("org_ada"),
    rsc_generation: String(connection.generation),
    rsc_claim: "guess",
  };
  const object = { object: "account", id: "acct_evil", metadata };
  expect((await deliver(backEnd, eventOf({ account: "acct_evil", data: { object } }))).status).toBe(200);
  expect((await store.read("test", { tenant: "org_ada" }))?.state).toBe("claimed");
  expect(metrics.map(({ name }) => name)).toContain("metadata_mismatch");
});

test("G15 an account whose metadata was changed to another tenant's stays where it is, and somebody hears of it", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { store, metrics, logs, handler } = backEnd;
  const id = await backEnd.connected("ada");
  const claim = { mode: "test", claimId: "c1", params: {}, startedBy: null, leaseMs: 60_000 } as const;
  const { connection } = await store.claim({ tenant: "org_bob", ...claim });
  const metadata = {
    rsc_tenant: await tenantKey("org_bob"),
    rsc_generation: String(connection.generation),
    rsc_claim: "c1",
  };
  const object = { object: "account", id, metadata };
  expect((await deliver(backEnd, eventOf({ account: id, data: { object } }))).status).toBe(200);
  expect((await store.read("test", { tenant: "org_bob" }))?.state).toBe("claimed");
  expect((await handler.getConnection("org_ada")).account).toMatchObject({ id });
  expect(metrics.map(({ name }) => name)).toContain("metadata_mismatch");
  expect(logs).toContainEqual(expect.objectContaining({ level: "warn", fields: { account: id } }));
});

/** An event that brings the account with the metadata that our creation gave it. */
function markedEvent({ simulator }: BackEnd, id: string) {
  const account = simulator.accounts().find((one) => one["id"] === id);
  return eventOf({ id: "evt_marked", account: id, data: { object: account } });
}

test("G15 an event that comes while the account's id is being stored is applied, without a warning", async () => {
  const { store } = await startBackEnd({ webhooks: false });
  // The answer of a look that came before the account was stored.
  const hear: typeof store.hear = (input) => store.hear({ ...input, accountId: "acct_not_stored_yet" });
  const backEnd = await startBackEnd({ webhooks: false, store: { ...store, hear } });
  const id = await backEnd.connected();
  await backEnd.simulator.pausePayouts(id);
  expect((await deliver(backEnd, markedEvent(backEnd, id))).status).toBe(200);
  expect(await store.read("test", { tenant: "org_ada" })).toMatchObject({ lastEventId: "evt_marked" });
  expect(backEnd.logs.filter(({ level }) => level === "warn")).toEqual([]);
});

test("G15 a late event of the account before the present one is ignored, without a warning", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { post, logs, metrics } = backEnd;
  const first = await backEnd.connected();
  const late = markedEvent(backEnd, first);
  const { generation } = (await post("/connection/disconnect-preview")).body;
  await post("/connection/disconnect", { generation });
  const second = await backEnd.connected();
  expect((await deliver(backEnd, late)).status).toBe(200);
  expect((await backEnd.get("/connection")).body).toMatchObject({ status: "connected", account: { id: second } });
  expect(logs.filter(({ level }) => level === "warn")).toEqual([]);
  expect(metrics.map(({ name }) => name)).not.toContain("metadata_mismatch");
});

test("G15 another deployment with the same Stripe account is sent events of accounts that it does not know", async () => {
  const staging = await startBackEnd({ webhooks: false });
  const id = await staging.connected();
  const backEnd = await startBackEnd({ webhooks: false, simulator: staging.simulator });
  expect((await deliver(backEnd, markedEvent(backEnd, id))).status).toBe(200);
  expect(why(backEnd)).toEqual(["unknown_account"]);
  expect(backEnd.logs.filter(({ level }) => level === "warn")).toEqual([]);
});

test("G16 a sweep looks at fifty connections and no more, and the next one goes on", async () => {
  const { store, handler, stripe } = await startBackEnd({ webhooks: false });
  const platformId = (await stripe.accounts.retrieve(null)).id;
  for (let one = 0; one < 60; one += 1) {
    const key = { tenant: `org_${one}`, mode: "test" } as const;
    const claim = await store.claim({ ...key, claimId: `c${one}`, params: {}, startedBy: null, leaseMs: 0 });
    const { generation } = claim.connection;
    const accountId = `acct_gone${one}`;
    const audit = { ...key, generation, what: "connect", who: null, accountId } as const;
    await store.commitAccount({ ...key, generation, accountId, platformId, audit });
  }
  expect(await handler.reconcile()).toEqual({ checked: 50, failed: 0 });
  expect(await handler.reconcile()).toEqual({ checked: 10, failed: 0 });
  expect(await handler.reconcile()).toEqual({ checked: 0, failed: 0 });
});

test("G16 what webhooks missed is found: by reconcile, and by whoever looks", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { simulator, handler, get } = backEnd;
  const id = await backEnd.connected();
  await simulator.pausePayouts(id);
  expect((await get("/connection")).body).toMatchObject({ status: "connected" });
  await simulator.clock.advance("2h");
  expect((await get("/connection")).body).toMatchObject({ status: "error", payouts: "paused" });
  await simulator.removeAccount(id);
  await simulator.clock.advance("2d");
  expect(await handler.reconcile()).toEqual({ checked: 1, failed: 0 });
  expect((await get("/connection")).body).toMatchObject({ status: "not_connected" });
});

test("G17 thirty events in a burst cost at most two reads, and the page hears of the end", async () => {
  const burst = wholeBurst(30);
  const backEnd = await startBackEnd({ webhooks: false, after: burst.after });
  const id = await backEnd.connected();
  const stream = await openStream(backEnd, "ada");
  await stream.next();
  await backEnd.simulator.pausePayouts(id);
  burst.hold(backEnd.simulator);
  backEnd.calls.length = 0;
  await Promise.all(
    Array.from({ length: 30 }, (_, index) => deliver(backEnd, eventOf({ id: `evt_${index}`, account: id }))),
  );
  expect(backEnd.calls.length).toBeLessThanOrEqual(2);
  expect((await stream.until(({ payouts }) => payouts === "paused")).status).toBe("error");
  await stream.close();
});

test("a stream is resumed where it was: the revision that the page has is not sent again", async () => {
  const backEnd = await startBackEnd();
  const id = await backEnd.connected();
  const { revision } = readConnection((await backEnd.get("/connection")).body);
  const resumed = await openStream(backEnd, "ada", { "last-event-id": String(revision) });
  expect(resumed.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(resumed.response.headers.get("cache-control")).toBe("no-store, no-transform");
  expect(resumed.response.headers.get("x-accel-buffering")).toBe("no");
  await backEnd.simulator.pausePayouts(id);
  const next = await resumed.next();
  expect(next.revision).toBeGreaterThan(revision);
  expect(resumed.ids).toEqual([String(next.revision)]);
  await resumed.close();
});

test("G17 a webhook whose work takes longer than ten seconds is answered with 5xx, and what it began has its effect", async () => {
  let giveUp: (run: () => void) => void = () => {};
  const bounded = new Promise<() => void>((resolve) => {
    giveUp = resolve;
  });
  let isDelivering = false;
  const after = (ms: number, run: () => void) => {
    if (isDelivering && ms === 10_000) giveUp(run);
    const timer = setTimeout(run, ms < 1_000 ? 1 : ms);
    return () => clearTimeout(timer);
  };
  const backEnd = await startBackEnd({ webhooks: false, options: { runtime: { after } } });
  const { simulator, handler } = backEnd;
  const id = await backEnd.connected();
  await simulator.pausePayouts(id);
  const answer = simulator.fetch.bind(simulator);
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  simulator.fetch = async (input, init) => {
    await held;
    return answer(input, init);
  };
  isDelivering = true;
  const delivering = deliver(backEnd, eventOf({ id: "evt_slow", account: id }));
  (await bounded)();
  const answered = await delivering;
  expect([answered.status, answered.body["code"]]).toEqual([504, "timeout"]);
  letGo();
  await eventually(async () =>
    expect(await handler.getConnection("org_ada")).toMatchObject({ payouts: "paused", lastEventId: "evt_slow" }),
  );
  expect((await deliver(backEnd, eventOf({ id: "evt_slow", account: id }))).status).toBe(200);
  expect(why(backEnd)).toContain("duplicate");
});
