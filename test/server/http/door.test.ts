import { expect, test, vi } from "vitest";
import { request } from "node:http";
import { createStripeSimulator } from "../../../src/simulator/index.js";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { PATHS } from "../../../src/core/protocol.js";
import { eventually } from "../support/eventually.js";
import { ALL, type BackEnd, startBackEnd, VIEWERS } from "../support/backEnd.js";
import { openStream } from "../support/openStream.js";

const ROUTES: [method: "get" | "post", path: string, body: unknown][] = [
  ["get", PATHS.connection, null],
  ["get", PATHS.events, null],
  ["post", PATHS.connection, {}],
  ["post", PATHS.refresh, {}],
  ["post", PATHS.accountSession, { purpose: "onboarding" }],
  ["post", PATHS.onboardingLink, {}],
  ["post", PATHS.dashboardLink, {}],
  ["post", PATHS.disconnectPreview, {}],
  ["post", PATHS.disconnect, { generation: 99 }],
];

test("E2 authorize is asked once for each request, and by no webhook", async () => {
  const authorize = vi.fn((request: Request) => VIEWERS[request.headers.get("authorization") ?? ""] ?? null);
  const backEnd = await startBackEnd({ options: { authorize } });
  await backEnd.connected();
  for (const [method, path, body] of ROUTES) {
    authorize.mockClear();
    // A stream has no end of its own.
    if (path === PATHS.events) await (await openStream(backEnd, "ada")).close();
    else if (method === "get") await backEnd.get(path);
    else await backEnd.post(path, body);
    expect([path, authorize.mock.calls.length]).toEqual([path, 1]);
  }
  authorize.mockClear();
  await backEnd.simulator.pausePayouts((await backEnd.store.read("test", { tenant: "org_ada" }))?.accountId ?? "");
  await backEnd.settled();
  expect(backEnd.simulator.webhookAttempts().at(-1)?.status).toBe(200);
  expect(authorize).not.toHaveBeenCalled();
});

test("E2 an authorize that never answers is a no after ten seconds, and Stripe is not asked", async () => {
  const bounds: { ms: number; run: () => void }[] = [];
  const { handler, calls, logs } = await startBackEnd({
    webhooks: false,
    options: {
      authorize: () => new Promise<never>(() => {}),
      runtime: {
        after: (ms, run) => {
          bounds.push({ ms, run });
          return () => {};
        },
      },
    },
  });
  for (const [method, path, body] of ROUTES) {
    const answering = handler.fetch(
      new Request(`https://app.example.com/api/stripe/test${path}`, {
        method: method.toUpperCase(),
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
        ...(method === "post" ? { body: JSON.stringify(body) } : {}),
      }),
    );
    await eventually(() => expect(bounds.map(({ ms }) => ms)).toEqual([10_000]));
    bounds.shift()?.run();
    const answer = await answering;
    expect([path, answer.status]).toEqual([path, 500]);
    expect(await answer.json()).toMatchObject({ code: "internal", retryable: false });
  }
  expect(calls).toEqual([]);
  expect(JSON.stringify(logs)).toContain("authorize did not answer");
});

test("G17 neither an authorize that hangs nor a tenant who has used up all limits keeps a webhook from its effect", async () => {
  let isHanging = false;
  const authorize = (request: Request) =>
    isHanging ? new Promise<never>(() => {}) : (VIEWERS[request.headers.get("authorization") ?? ""] ?? null);
  const backEnd = await startBackEnd({ options: { authorize } });
  const id = await backEnd.connected();
  await Promise.all(Array.from({ length: 30 }, () => backEnd.post(PATHS.refresh)));
  // Which of those at once were refused is not said; one that comes after all of them is.
  expect((await backEnd.post(PATHS.refresh)).status).toBe(429);
  isHanging = true;
  const hanging = new AbortController();
  const waiting = Array.from({ length: 20 }, () =>
    fetch(`${backEnd.url}${PATHS.connection}`, { signal: hanging.signal }).catch(() => null),
  );
  await backEnd.simulator.pausePayouts(id);
  await backEnd.settled();
  expect(backEnd.simulator.webhookAttempts().at(-1)?.status).toBe(200);
  expect(await backEnd.handler.getConnection("org_ada")).toMatchObject({ status: "error", payouts: "paused" });
  hanging.abort();
  await Promise.all(waiting);
});

test("F1 while the store is down every request is answered with 503, and Stripe is not asked", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { calls, store, get, post } = backEnd;
  await backEnd.connected();
  const generation = (await store.read("test", { tenant: "org_ada" }))?.generation;
  calls.length = 0;
  const down = () => Promise.reject(new Error("connection refused"));
  Object.assign(store, Object.fromEntries(Object.keys(store).map((verb) => [verb, down])));
  for (const [method, path, body] of ROUTES) {
    const answer =
      method === "get" ? await get(path) : await post(path, path === PATHS.disconnect ? { generation } : body);
    expect([path, answer.status, answer.body["code"]]).toEqual([path, 503, "store_unavailable"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(calls).toEqual([]);
});

test("E6 TRACE, which browsers may not send, is refused like the others", async () => {
  const { url } = await startBackEnd({ webhooks: false });
  const { hostname, port, pathname } = new URL(url);
  for (const [, path] of ROUTES) {
    const status = await new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path: `${pathname}${path}`, method: "TRACE" }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject).end();
    });
    expect([path, status]).toEqual([path, 405]);
  }
});

test("E6 a prefetch reads nothing from Stripe, however old the copy, nor does a page that is rendered ahead", async () => {
  const { get, connected, simulator, calls, handler } = await startBackEnd({ webhooks: false });
  await connected();
  await simulator.clock.advance("2d");
  calls.length = 0;
  for (const headers of [
    { "sec-purpose": "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { purpose: "prefetch" },
    { "next-router-prefetch": "1" },
  ]) {
    expect((await get("/connection", headers as Record<string, string>)).body).toMatchObject({ status: "connected" });
    const page = { headers: { ...(headers as Record<string, string>), authorization: "ada" } };
    expect(await handler.connectionFor(new Request("https://app.example.com/billing", page))).toMatchObject({
      status: "connected",
    });
  }
  expect(calls).toEqual([]);
  await get("/connection");
  expect(calls).not.toEqual([]);
});

test("E19 limits hold across instances: what one has granted the other counts", async () => {
  const simulator = createStripeSimulator();
  const store = createMemoryStore({ now: () => simulator.clock.now() });
  const one = await startBackEnd({ simulator, store, webhooks: false });
  const two = await startBackEnd({ simulator, store, webhooks: false });
  await one.connected("bob");
  const mint = (turn: number) =>
    (turn % 2 ? one : two).post("/connection/account-session", { purpose: "management" }, { authorization: "bob" });
  const statuses: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) statuses.push((await mint(turn)).status);
  expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 429]);
  await simulator.close();
});

/** Things that must be in no byte that is sent or logged. */
const PLANTED = {
  "a secret key": "sk_test_PLANTED0123456789abcdef",
  "a restricted key": "rk_live_PLANTED0123456789abcdef",
  "a webhook secret": "whsec_PLANTED/0123+456789abcdef=",
  "a client secret": "accs_secret__PLANTED0123456789",
  "another client secret": "seti_1PLANTED_secret_PLANTED0123",
  "an e-mail address": "planted.person+tag@example.com",
  "a password": "postgres://planted:PLANTEDpassword@localhost/app",
  "a token": "Bearer PLANTED.token",
};
const STRIPE_SAYS = `Jenny PLANTED-Rosen, born 1901-01-01, SSN 000-00-0000: ${Object.values(PLANTED).join(" ")}`;

function mustHoldNothing({ sent, logs }: BackEnd) {
  // Without the ids that are made at random, which may hold any four digits.
  const ids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?:acct|req|evt)_\w+/g;
  const bytes = `${sent.join("\n")}\n${JSON.stringify(logs)}`.replace(ids, "");
  expect(logs.length).toBeGreaterThan(0);
  expect(bytes).not.toMatch(/planted|Rosen|1901|000-00/i);
}

test("E11 what Stripe writes in its messages is in no answer and no log, its code and request are in the log", async () => {
  const backEnd = await startBackEnd({ webhooks: false });
  const { simulator, post, get, connected, handler } = backEnd;
  const fault = { status: 400, type: "invalid_request_error", code: "parameter_invalid", message: STRIPE_SAYS };
  simulator.fail({ on: "accounts.create", with: fault });
  await post("/connection");
  await connected();
  for (const [on, path, body] of [
    ["accountSessions.create", "/connection/account-session", { purpose: "management" }],
    ["accounts.retrieve", "/connection/refresh", {}],
    ["balance.retrieve", "/connection/disconnect-preview", {}],
  ] as const) {
    simulator.fail({ on, with: fault });
    expect((await post(path, body)).status).toBeGreaterThanOrEqual(400);
  }
  const { generation } = (await post("/connection/disconnect-preview")).body;
  simulator.fail({ on: "accounts.del", with: fault });
  await post("/connection/disconnect", { generation });
  simulator.fail({ on: "accounts.retrieve", with: fault });
  await simulator.clock.advance("2d");
  await handler.reconcile();
  await get("/connection");
  mustHoldNothing(backEnd);
  expect(JSON.stringify(backEnd.logs)).toMatch(/StripeInvalidRequestError 400 invalid_request_error parameter_invalid/);
});

test("E11 keys, secrets, passwords and addresses in what the host's code or its database throws are in no log", async () => {
  const text = Object.values(PLANTED).join(" and ");
  const backEnd = await startBackEnd({
    webhooks: false,
    options: {
      authorize: (request) => {
        const asked = request.headers.get("authorization");
        if (asked === "throws") throw new Error(text, { cause: new Error(text) });
        return asked === "partial" ? ({ tenant: text } as never) : { tenant: text, user: "ada", can: ALL };
      },
      onConnected: () => Promise.reject(new Error(text)),
      disconnectChecks: () => Promise.reject(new Error(text)),
    },
  });
  const { get, post, store, simulator, handler, settled } = backEnd;
  await get("/connection", { authorization: "throws" });
  await get("/connection", { authorization: "partial" });
  await post("/connection");
  await settled();
  await simulator.run("connected", String(simulator.accounts()[0]?.["id"]));
  await post("/connection/refresh");
  await post("/connection/disconnect-preview");
  const read = store.read.bind(store);
  store.read = () => Promise.reject(new Error(text));
  expect((await get("/connection")).body["code"]).toBe("store_unavailable");
  store.read = read;
  store.listStale = () => Promise.reject(new Error(text));
  await expect(handler.reconcile()).rejects.toMatchObject({ code: "store_unavailable" });
  await eventually(() => expect(JSON.stringify(backEnd.logs)).toContain("`onConnected` failed"));
  mustHoldNothing(backEnd);
});

test("E11 what an error holds besides its message is no way into the log either", async () => {
  const thrown = Object.values(PLANTED).map((secret) =>
    Object.assign(new Error("refused"), { name: `Error of ${secret}`, code: secret, type: secret, requestId: secret }),
  );
  const backEnd = await startBackEnd({
    webhooks: false,
    options: {
      authorize: (request) => {
        throw thrown[Number(request.headers.get("authorization"))] ?? new Error("not planted");
      },
    },
  });
  for (const turn of thrown.keys())
    expect((await backEnd.get("/connection", { authorization: `${turn}` })).status).toBe(500);
  expect(JSON.stringify(backEnd.logs)).not.toContain("not planted");
  mustHoldNothing(backEnd);
  expect(backEnd.logs.filter(({ fields }) => String(fields?.["code"]).includes("[removed]"))).toHaveLength(
    thrown.length,
  );
});

test("a platform that never switched Connect on is told what to do", async () => {
  const { simulator, post } = await startBackEnd({ webhooks: false });
  const message = "You can only create new accounts if you've signed up for Connect, which you can do at https://…";
  simulator.fail({ on: "accounts.create", with: { status: 400, type: "invalid_request_error", message } });
  const refused = await post("/connection");
  expect(refused.body).toMatchObject({ code: "platform_not_ready", status: 503, retryable: false });
  expect(refused.body["title"]).toMatch(/dashboard\.stripe\.com\/connect/);
});
