import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type ConnectionFact, nodeListener } from "react-stripe-connection/server";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { eventually } from "./support/eventually.js";
import { ALL, type BackEnd, BASE, SECRET, startBackEnd } from "./support/backEnd.js";
import { openStream } from "./support/openStream.js";

test("connectionFor is as authorised as a request, getConnection holds the whole truth", async () => {
  const { handler, connected, simulator } = await startBackEnd();
  const id = await connected();
  const asked = (authorization: string) =>
    handler.connectionFor(new Request("https://app.example.com/settings", { headers: { authorization } }));
  expect(await asked("ada")).toMatchObject({ status: "connected", account: { id }, can: { disconnect: true } });
  expect(await asked("member")).toMatchObject({ status: "connected", can: { disconnect: "role" } });
  await expect(asked("nobody")).rejects.toMatchObject({ code: "session_expired" });
  await expect(asked("stranger")).rejects.toMatchObject({ code: "forbidden" });
  await simulator.reject(id, "fraud" as never);
  await simulator.idle();
  expect((await handler.getConnection("org_ada")).disabledReason).toMatch(/^rejected\./);
  expect(await handler.getConnection("org_never")).toMatchObject({
    status: "not_connected",
    revision: 0,
    account: null,
  });
});

test("F3 importConnection links an account that is there, and neither end can be taken twice", async () => {
  const { handler, stripe, connected, simulator } = await startBackEnd();
  const made = await stripe.accounts.create({
    controller: { stripe_dashboard: { type: "express" } },
    capabilities: { transfers: { requested: true } },
    country: "US",
  });
  expect(await handler.importConnection("org_old", made.id)).toMatchObject({
    status: "connecting",
    account: { id: made.id },
  });
  await expect(handler.importConnection("org_other", made.id)).rejects.toMatchObject({ code: "conflict" });
  expect(await handler.getConnection("org_other")).toMatchObject({ status: "not_connected" });
  await connected();
  await expect(handler.importConnection("org_ada", made.id)).rejects.toMatchObject({ code: "conflict" });
  await expect(handler.importConnection("org_none", "acct_none")).rejects.toMatchObject({ code: "conflict" });
  expect(simulator.accounts()).toHaveLength(2);
});

test("purgeTenant forgets the tenant and keeps the account at Stripe", async () => {
  const { handler, connected, simulator } = await startBackEnd();
  await connected();
  await handler.purgeTenant("org_ada");
  expect(await handler.getConnection("org_ada")).toMatchObject({ status: "not_connected", account: null });
  expect(simulator.accounts()).toHaveLength(1);
});

test("the host is told of each fact once, after it is true, and again when its callback failed", async () => {
  const told: [string, ConnectionFact][] = [];
  let fails = 1;
  const note = (name: string) => (fact: ConnectionFact) => {
    if (name === "connected" && fails-- > 0) throw new Error("the host's mailer is down");
    told.push([name, fact]);
  };
  const { handler, connected, simulator, post, settled } = await startBackEnd({
    options: {
      onConnected: note("connected"),
      onActionNeeded: note("action needed"),
      onDisconnected: note("disconnected"),
    },
  });
  const id = await connected();
  await handler.reconcile();
  expect(told).toEqual([]);
  await simulator.clock.advance("2m");
  await handler.reconcile();
  await simulator.pausePayouts(id);
  await settled();
  await post("/connection/refresh");
  await eventually(() => expect(told.map(([name]) => name)).toEqual(["connected", "action needed"]));
  expect(told[0]?.[1]).toMatchObject({ tenant: "org_ada", mode: "test", accountId: id });
  const { generation } = (await post("/connection/disconnect-preview")).body;
  await post("/connection/disconnect", { generation });
  await eventually(() => expect(told.map(([name]) => name)).toEqual(["connected", "action needed", "disconnected"]));
  expect(told[2]?.[1]).toMatchObject({ accountId: id, reason: "user" });
  // What was told stays told, also when its lease is over.
  await simulator.clock.advance("2m");
  await handler.reconcile();
  expect(told).toHaveLength(3);
});

test("a callback that never ends keeps neither the others nor the next sweep waiting", async () => {
  const told: string[] = [];
  const { handler, connected, logs } = await startBackEnd({
    options: {
      runtime: { after: soon },
      onConnected: ({ tenant }) => {
        told.push(tenant);
        return tenant === "org_ada" ? new Promise<void>(() => {}) : undefined;
      },
    },
  });
  await connected("ada");
  await connected("bob");
  await eventually(() => expect(told).toContain("org_bob"));
  expect(await handler.reconcile()).toMatchObject({ failed: 0 });
  expect(JSON.stringify(logs)).toContain("did not end within 10 s");
});

test("SV-F2 a store that can't acknowledge a callback gets it run once in each sweep, and the sweep ends", async () => {
  const told: string[] = [];
  const memory = createMemoryStore();
  // Neither leased nor acknowledged.
  const store = {
    ...memory,
    async claimCallbacks(input: Parameters<typeof memory.claimCallbacks>[0]) {
      // A database takes a turn, so that a loop without an end fails the test and does not hang it.
      await new Promise((resolve) => setImmediate(resolve));
      return memory.claimCallbacks({ ...input, leaseMs: 0 });
    },
    ackCallback: () => Promise.resolve(),
  };
  const { handler, connected, logs } = await startBackEnd({
    store,
    options: { onConnected: ({ tenant }) => void told.push(tenant) },
  });
  await connected();
  await handler.reconcile();
  for (let sweep = 0; sweep < 2; sweep += 1) {
    told.length = 0;
    await handler.reconcile();
    expect(told).toEqual(["org_ada"]);
  }
  expect(logs.filter(({ message }) => message.startsWith("callbacks that ran are still due"))).not.toHaveLength(0);
});

test("after its end a handler begins to listen no more", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const subscribe = vi.spyOn(backEnd.store, "subscribe");
  await backEnd.handler.close();
  const late = await backEnd.get("/connection/events");
  expect([late.status, late.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(subscribe).not.toHaveBeenCalled();
});

test("a handler whose store can't be listened to closes all the same", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  backEnd.store.subscribe = () => Promise.reject(new Error("connection refused"));
  backEnd.handler.start();
  await backEnd.handler.close();
});

/** Every pause and every bound is over at once, but for a request's body, which has to arrive. */
function soon(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms === 15_000 ? ms : 50);
  timer.unref();
  return () => clearTimeout(timer);
}

describe("streams", () => {
  /** Time that the test moves. The clock stands still unless it is set. */
  const manualTime = () => {
    let elapsed = 0;
    let clock = Date.now();
    const timers = new Set<{ at: number; run: () => void }>();
    return {
      runtime: {
        now: () => clock,
        monotonicNow: () => elapsed,
        after: (ms: number, run: () => void) => {
          const timer = { at: elapsed + ms, run };
          timers.add(timer);
          return () => void timers.delete(timer);
        },
        random: () => 0.5,
      },
      timers,
      setClock(to: number) {
        clock = to;
      },
      async advance(ms: number) {
        elapsed += ms;
        for (const timer of [...timers].filter(({ at }) => at <= elapsed)) {
          timers.delete(timer);
          timer.run();
        }
        // The page reads meanwhile.
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
    };
  };

  test("beat every 8 seconds while they are open, end after five minutes, and leave no timer", async () => {
    const time = manualTime();
    const backEnd = await startBackEnd({ webhooks: false, options: { runtime: time.runtime } });
    const stream = await openStream(backEnd, "ada");
    await stream.next();
    await time.advance(8_000);
    await time.advance(8_000);
    await time.advance(284_000);
    await stream.ended();
    expect(stream.texts.join("").match(/^: still here$/gm)).toHaveLength(2);
    expect(time.timers.size).toBe(0);
  });

  test.each([
    ["back", -86_400_000],
    ["ahead", 86_400_000],
  ])("AT-M1 a clock that is set %s by a day changes nothing of a stream's end", async (_way, by) => {
    const time = manualTime();
    const backEnd = await startBackEnd({ webhooks: false, options: { runtime: time.runtime } });
    const stream = await openStream(backEnd, "ada");
    await stream.next();
    time.setClock(Date.now() + by);
    await time.advance(8_000);
    await time.advance(284_000);
    await time.advance(8_000);
    await stream.ended();
    expect(stream.texts.join("").match(/^: still here$/gm)).toHaveLength(2);
    expect(backEnd.metrics.filter(({ name }) => name === "stream_closed")).toHaveLength(1);
  });

  /** Statuses of so many streams that stay open. */
  const open = (backEnd: BackEnd, as: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => openStream(backEnd, as)));

  /** As many people as wanted, of one tenant: admins and readers. */
  const crowd = {
    authorize: (request: Request) => {
      const [role, user] = (request.headers.get("authorization") ?? "").split(" ");
      const can = role === "admin" ? ALL : { ...ALL, connect: false, update: false, disconnect: false };
      return { tenant: "org_ada", can, ...(user === undefined ? {} : { user }) };
    },
  };
  const statuses = (streams: { response: Response }[]) => {
    const granted = streams.filter(({ response }) => response.status === 200).length;
    return { granted, refused: streams.filter(({ response }) => response.status === 429).length };
  };

  test("are bounded for each tenant, and a page that leaves makes room", async () => {
    const backEnd = await startBackEnd({ webhooks: false, options: crowd });
    const streams = (
      await Promise.all(Array.from({ length: 5 }, (_, user) => open(backEnd, `admin ${user}`, 20)))
    ).flat();
    expect(statuses(streams)).toEqual({ granted: 100, refused: 0 });
    const refused = await openStream(backEnd, "admin another");
    expect([refused.response.status, refused.response.headers.get("retry-after")]).toEqual([429, "30"]);
    await streams[0]?.close();
    await eventually(async () => expect((await openStream(backEnd, "admin another")).response.status).toBe(200));
  });

  test("AT-M7 one tenant's streams leave those of another alone", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    expect(statuses(await open(backEnd, "ada", 25))).toEqual({ granted: 20, refused: 5 });
    expect((await openStream(backEnd, "bob")).response.status).toBe(200);
  });

  test("AT-M7 one viewer has 20 streams, and the readers of a tenant 80 together: an admin still gets one", async () => {
    const backEnd = await startBackEnd({ webhooks: false, options: crowd });
    expect(statuses(await open(backEnd, "reader mel", 30))).toEqual({ granted: 20, refused: 10 });
    for (const user of ["a", "b", "c"]) await open(backEnd, `reader ${user}`, 20);
    expect((await openStream(backEnd, "reader last")).response.status).toBe(429);
    expect((await openStream(backEnd, "admin ada")).response.status).toBe(200);
  });

  test("AT-M7 viewers whom the host does not tell apart share the limit of their group", async () => {
    const backEnd = await startBackEnd({ webhooks: false, options: crowd });
    expect(statuses(await open(backEnd, "reader", 85))).toEqual({ granted: 80, refused: 5 });
    expect(statuses(await open(backEnd, "admin", 25))).toEqual({ granted: 20, refused: 5 });
  });

  test("AT-M7 a reader who refreshes as often as possible leaves an admin's refresh alone", async () => {
    const backEnd = await startBackEnd({ webhooks: false, options: crowd });
    const refresh = async (as: string, times: number) => {
      const answers = await Promise.all(
        Array.from({ length: times }, () => backEnd.post("/connection/refresh", {}, { authorization: as })),
      );
      return answers.filter(({ status }) => status === 200).length;
    };
    expect(await refresh("reader mel", 12)).toBe(10);
    for (const user of ["a", "b"]) await refresh(`reader ${user}`, 10);
    expect(await refresh("reader last", 1)).toBe(0);
    expect(await refresh("admin ada", 12)).toBe(10);
    expect(await refresh("admin bea", 12)).toBe(10);
    expect(await refresh("admin cleo", 1)).toBe(0);
  });

  test("AT-M7 however many people a tenant has, their buckets are at most 256", async () => {
    const buckets = new Set<string>();
    const memory = createMemoryStore();
    const store = {
      ...memory,
      async takeToken({ bucket }: { bucket: string }) {
        buckets.add(bucket);
        return { granted: true } as const;
      },
    };
    const { handler } = await startBackEnd({ store, webhooks: false, options: crowd });
    for (let user = 0; user < 2_000; user += 1) {
      const headers = {
        authorization: `reader ${user}`,
        "content-type": "application/json",
        origin: "https://app.example.com",
      };
      const url = `https://app.example.com${BASE}/connection/refresh`;
      expect((await handler.fetch(new Request(url, { method: "POST", headers, body: "{}" }))).status).toBe(200);
    }
    expect(buckets.size).toBeGreaterThan(200);
    expect(buckets.size).toBeLessThanOrEqual(257);
  });

  test("AT-P6 a request that was given up before its stream began leaves nothing behind", async () => {
    const { handler, metrics } = await startBackEnd({ webhooks: false });
    const headers = { authorization: "ada" };
    const url = `https://app.example.com${BASE}/connection/events`;
    for (let stream = 0; stream < 30; stream += 1) {
      const answer = await handler.fetch(new Request(url, { headers, signal: AbortSignal.abort() }));
      expect(answer.status).toBe(499);
    }
    expect(metrics.filter(({ name }) => name === "stream_opened")).toEqual([]);
  });

  test("AT-P6 a request that is given up later ends its stream", async () => {
    const { handler, metrics } = await startBackEnd({ webhooks: false });
    const controller = new AbortController();
    const headers = { authorization: "ada" };
    const url = `https://app.example.com${BASE}/connection/events`;
    expect((await handler.fetch(new Request(url, { headers, signal: controller.signal }))).status).toBe(200);
    expect(metrics.filter(({ name }) => name === "stream_closed")).toEqual([]);
    controller.abort();
    expect(metrics.filter(({ name }) => name === "stream_closed")).toHaveLength(1);
  });

  test("HO-8 are answered with 204 where the store can't push, and close with the handler", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const stream = await openStream(backEnd, "ada");
    await stream.next();
    await backEnd.handler.close();
    await stream.ended();
    const store = { ...backEnd.store };
    delete store.subscribe;
    const polling = await startBackEnd({ store, webhooks: false });
    const answer = await polling.get("/connection/events");
    expect([answer.status, answer.text]).toEqual([204, ""]);
    expect((await polling.get("/connection/events", { authorization: "nobody" })).status).toBe(401);
    polling.handler.start();
    expect(polling.logs).toContainEqual(
      expect.objectContaining({ level: "warn", message: expect.stringContaining("poll") }),
    );
  });
});

describe("mounted as Express mounts it", () => {
  /** The mount path cut off, the body parsed or not: what Express and its parsers do to a request. */
  const express = async (handler: Parameters<typeof nodeListener>[0], parse: boolean) => {
    const listener = nodeListener(handler);
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const run = async () => {
        if (parse) {
          const chunks: Buffer[] = [];
          for await (const chunk of request) chunks.push(chunk as Buffer);
          const text = Buffer.concat(chunks).toString();
          Object.assign(request, { body: text ? (JSON.parse(text) as unknown) : {} });
        }
        Object.assign(request, { originalUrl: request.url, url: request.url?.replace(BASE, "") });
        await listener(request, response);
      };
      void run();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`;
  };

  test.each([false, true])("the protocol works, body parsed: %s", async (parse) => {
    const { handler } = await startBackEnd({ webhooks: false });
    const url = await express(handler, parse);
    const headers = { authorization: "ada", "content-type": "application/json", "sec-fetch-site": "same-origin" };
    const answer = await fetch(`${url}/connection`, { method: "POST", headers, body: "{}" });
    expect(await answer.json()).toMatchObject({ protocol: 1, status: "connecting" });
  });

  test("G4 a webhook goes through raw, and says what is wrong when it was parsed", async () => {
    const { handler, stripe, simulator } = await startBackEnd({ webhooks: false });
    const payload = JSON.stringify({ id: "evt_1", object: "event", type: "x", livemode: false }, null, 2);
    const timestamp = Math.floor(simulator.clock.now() / 1000);
    const signature = await stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: SECRET, timestamp });
    const init = { method: "POST", headers: { "stripe-signature": signature }, body: payload };
    expect((await fetch(`${await express(handler, false)}/webhooks`, init)).status).toBe(200);
    const parsed = await fetch(`${await express(handler, true)}/webhooks`, init);
    expect(parsed.status).toBe(400);
    expect(await parsed.json()).toMatchObject({ title: expect.stringContaining("raw body") });
  });
});
