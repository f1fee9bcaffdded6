import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PATHS } from "../../../src/core/protocol.js";
import { type ConnectionHandlerOptions, createConnectionHandler } from "react-stripe-connection/server";
import { createMemoryStore } from "../../../src/simulator/store/memoryStore.js";
import { BASE, startBackEnd } from "../support/backEnd.js";
import { openStream } from "../support/openStream.js";

/** A signature that can only be told from Stripe's with the body. */
const plausible = () => ({ "stripe-signature": `t=${Math.floor(Date.now() / 1000)},v1=${"0".repeat(64)}` });

const POSTS: [string, unknown][] = [
  [PATHS.connection, {}],
  [PATHS.refresh, {}],
  [PATHS.accountSession, { purpose: "onboarding" }],
  [PATHS.onboardingLink, {}],
  [PATHS.dashboardLink, {}],
  [PATHS.disconnectPreview, {}],
  [PATHS.disconnect, { generation: 1 }],
];

test("E1 nothing in a request names an account or a tenant: unknown fields are refused, headers and query are not read", async () => {
  const { post, get, connected, calls } = await startBackEnd();
  const id = await connected("bob");
  const before = calls.length;
  for (const [path, body] of POSTS) {
    for (const field of ["accountId", "account", "tenant", "tenantId", "__proto__", "constructor"]) {
      const text = `${JSON.stringify(body).slice(0, -1)}${Object.keys(body as object).length ? "," : ""}"${field}":"${id}"}`;
      const answer = await post(path, text);
      expect([path, field, answer.status, answer.body["code"]]).toEqual([path, field, 400, "invalid_request"]);
    }
  }
  expect(calls).toHaveLength(before);
  const spoofed = await get(`/connection?tenant=org_bob&account=${id}`, {
    "x-tenant": "org_bob",
    cookie: "tenant=org_bob",
  });
  expect(spoofed.body).toMatchObject({ status: "not_connected", account: null });
});

test("E3 nothing but the handler's own authorize lets anybody in, whatever a middleware or a header says", async () => {
  const { get, post, connected, calls } = await startBackEnd();
  const id = await connected("bob");
  calls.length = 0;
  const spoofs: Record<string, string>[] = [
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-tenant": "org_bob", "x-user": "bob", "x-forwarded-user": "bob" },
    { "x-original-url": "/webhooks", "x-rewrite-url": "/webhooks", "x-http-method-override": "GET" },
    { forwarded: "for=127.0.0.1", "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  ];
  for (const headers of spoofs) {
    const nobody = { ...headers, authorization: "nobody" };
    for (const path of ["/connection", "/connection/events"]) expect((await get(path, nobody)).status).toBe(401);
    for (const [path, body] of POSTS) expect((await post(path, body, nobody)).status).toBe(401);
    const own = await get("/connection", headers);
    expect(own.body).toMatchObject({ status: "not_connected", account: null });
    expect(own.text).not.toContain(id);
  }
  expect(calls).toEqual([]);
});

test("E21 where a hosted page returns to is the host's to say: no address of a request is used or fetched", async () => {
  const bodies: string[] = [];
  const { post, send, settled, simulator, calls } = await startBackEnd({
    options: {
      returnUrl: "https://app.example.com/back",
      accountParams: () => ({ controller: { stripe_dashboard: { type: "express" } } }),
    },
  });
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith("/v1/account_links")) bodies.push(await request.clone().text());
    return answer(request);
  };
  await post("/connection");
  await settled();
  const evil = "https://evil.example/steal";
  for (const field of ["returnUrl", "refreshUrl", "return_url", "refresh_url", "url", "redirect"]) {
    expect((await post("/connection/onboarding-link", { [field]: evil })).status).toBe(400);
  }
  const link = await send(`/connection/onboarding-link?return_url=${evil}&refreshUrl=${evil}`, {
    method: "POST",
    headers: {
      authorization: "ada",
      "content-type": "application/json",
      origin: "https://app.example.com",
      referer: evil,
      "x-forwarded-host": "evil.example",
    },
    body: "{}",
  });
  expect(link.status).toBe(200);
  expect(new URL(String(link.body["url"])).origin).toBe("https://connect.stripe.com");
  const sent = bodies.map((body) => Object.fromEntries(new URLSearchParams(body)));
  expect(sent).toEqual([
    expect.objectContaining({
      return_url: "https://app.example.com/back",
      refresh_url: "https://app.example.com/back",
    }),
  ]);
  expect(calls.filter((call) => !/ \/v1\//.test(call))).toEqual([]);
});

test.each([
  ["connected", "omit"],
  ["futureRequirements", "include"],
] as const)("ST-2 the hosted page of an account that is %s: what is due later is to %s", async (scenario, expected) => {
  const bodies: URLSearchParams[] = [];
  const accountParams = () => ({
    controller: { stripe_dashboard: { type: "express" } },
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  });
  const { post, simulator } = await startBackEnd({ options: { accountParams } });
  await post("/connection");
  await simulator.run(scenario, String(simulator.accounts()[0]?.["id"]));
  expect((await post("/connection/refresh")).body["status"]).toBe("connected");
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith("/v1/account_links")) bodies.push(new URLSearchParams(await request.clone().text()));
    return answer(request);
  };
  expect((await post("/connection/onboarding-link")).status).toBe(200);
  const sent = bodies.map((body) => [
    body.get("collection_options[fields]"),
    body.get("collection_options[future_requirements]"),
  ]);
  expect(sent).toEqual([["currently_due", expected]]);
});

describe("E2 who is not clearly allowed is refused, and Stripe is not asked", () => {
  test.each([
    ["nobody signed in", () => null, 401, "session_expired"],
    ["undefined", () => undefined, 403, "forbidden"],
    ["half a viewer", () => ({ tenant: "org" }), 403, "forbidden"],
    [
      "no tenant",
      () => ({ tenant: "", can: { view: true, connect: true, update: true, disconnect: true } }),
      403,
      "forbidden",
    ],
    [
      "a truthy right",
      () => ({ tenant: "org", can: { view: 1, connect: 1, update: 1, disconnect: 1 } }),
      403,
      "forbidden",
    ],
    [
      "no view",
      () => ({ tenant: "org", can: { view: false, connect: true, update: true, disconnect: true } }),
      403,
      "forbidden",
    ],
    [
      "a throw",
      () => {
        throw new Error("the session store is down: postgres://secret");
      },
      500,
      "internal",
    ],
  ])("%s", async (_name, authorize, status, code) => {
    const spy = vi.fn(authorize);
    const { get, post, calls, sent } = await startBackEnd({ options: { authorize: spy as never } });
    for (const answer of [await get("/connection"), await get("/connection/events"), await post("/connection")]) {
      expect([answer.status, answer.body["code"]]).toEqual([status, code]);
      expect(answer.body["requestId"]).toEqual(answer.headers.get("x-request-id"));
    }
    expect(spy).toHaveBeenCalledTimes(3);
    expect(calls).toEqual([]);
    expect(sent.join("")).not.toContain("secret");
  });
});

describe("E4 a change must come from our own page", () => {
  test.each([
    ["no proof", {}],
    ["null", { origin: "null" }],
    ["another site", { origin: "https://evil.example" }],
    ["a look-alike", { origin: "https://app.example.com.evil" }],
    ["another port", { origin: "https://app.example.com:8443" }],
    ["another scheme", { origin: "http://app.example.com" }],
    ["another case", { origin: "https://APP.example.com" }],
    ["cross-site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["same-site", { "sec-fetch-site": "same-site" }],
  ])("%s", async (_name, headers) => {
    const { send, calls } = await startBackEnd();
    for (const [path, body] of POSTS) {
      const answer = await send(path, {
        method: "POST",
        headers: { authorization: "ada", "content-type": "application/json", ...headers } as Record<string, string>,
        body: JSON.stringify(body),
      });
      expect([answer.status, answer.body["code"]]).toEqual([403, "csrf"]);
    }
    expect(calls).toEqual([]);
  });

  test("E4 nothing but an allowed origin, letter by letter, goes through", async () => {
    const { send, calls } = await startBackEnd({ webhooks: false });
    const own = "https://app.example.com";
    const near = fc.oneof(
      fc.webUrl().map((url) => new URL(url).origin),
      fc.stringMatching(/^[a-z.:/@%0-9-]{1,12}$/).map((more) => `${own}${more}`),
      fc.stringMatching(/^[a-z0-9.-]{1,12}$/).map((more) => `https://${more}app.example.com`),
      fc.nat(own.length - 1).map((at) => `${own.slice(0, at)}${own.slice(at + 1)}`),
      fc.nat(own.length - 1).map((at) => `${own.slice(0, at)}${(own[at] ?? "").toUpperCase()}${own.slice(at + 1)}`),
    );
    await fc.assert(
      fc.asyncProperty(
        near.filter((origin) => origin !== own),
        async (origin) => {
          const headers = { authorization: "ada", "content-type": "application/json", origin };
          const { status, body } = await send("/connection", { method: "POST", headers, body: "{}" });
          expect([status, body["code"]]).toEqual([403, "csrf"]);
        },
      ),
      { numRuns: 100 },
    );
    expect(calls).toEqual([]);
  });

  test.each([
    "https://evil.example",
    "null",
    "http://app.example.com",
    "",
    "https://app.example.com, https://evil.example",
  ])(
    "AT-F9 an Origin %j is refused although the browser calls it the same origin, as after a DNS rebinding",
    async (origin) => {
      const { send, calls, simulator } = await startBackEnd({ webhooks: false });
      const headers = { authorization: "ada", "sec-fetch-site": "same-origin", origin };
      for (const [path, body] of POSTS) {
        const answer = await send(path, {
          method: "POST",
          headers: { ...headers, "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        expect([path, answer.status, answer.body["code"]]).toEqual([path, 403, "csrf"]);
      }
      const stream = await send("/connection/events", { headers });
      expect([stream.status, stream.body["code"]]).toEqual([403, "csrf"]);
      expect([calls, simulator.accounts()]).toEqual([[], []]);
    },
  );

  test("R7 that of publicUrl, and those that the host allows besides, go through", async () => {
    const { send } = await startBackEnd({ options: { allowedOrigins: ["https://admin.example.com/settings"] } });
    const ORIGINS = ["https://admin.example.com", "https://app.example.com"];
    for (const headers of [{ "sec-fetch-site": "same-origin" }, ...ORIGINS.map((origin) => ({ origin }))]) {
      const init = {
        method: "POST",
        headers: { authorization: "ada", "content-type": "application/json", ...headers },
      };
      expect((await send("/connection/refresh", { ...init, body: "{}" } as RequestInit)).status).toBe(200);
    }
  });
});

describe("AT-M8 another site's page", () => {
  const FOREIGN: [string, Record<string, string>][] = [
    ["cross-site, as an image", { "sec-fetch-site": "cross-site" }],
    ["cross-site, by fetch or EventSource", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["same-site", { "sec-fetch-site": "same-site" }],
    ["of an old browser", { origin: "https://evil.example" }],
    ["in a sandbox", { "sec-fetch-site": "cross-site", origin: "null" }],
  ];

  test.each(FOREIGN)("AT-M8 opens no stream: %s", async (_name, headers) => {
    const authorize = vi.fn(() => null);
    const { get, metrics } = await startBackEnd({ webhooks: false, options: { authorize } });
    const answer = await get("/connection/events", { cookie: "session=ada", ...headers });
    expect([answer.status, answer.body["code"]]).toEqual([403, "csrf"]);
    expect(authorize).not.toHaveBeenCalled();
    expect(metrics).toContainEqual({ name: "request_refused", labels: { mode: "test", code: "csrf" } });
  });

  test.each(FOREIGN)(
    "AT-M8 spends no token and no read of Stripe's, however old the copy: %s",
    async (_name, headers) => {
      const { get, connected, simulator, store, calls } = await startBackEnd({ webhooks: false });
      await connected();
      await simulator.clock.advance("2d");
      const takeToken = vi.spyOn(store, "takeToken");
      calls.length = 0;
      for (let time = 0; time < 5; time += 1) {
        expect((await get("/connection", headers)).body).toMatchObject({ status: "connected" });
      }
      expect([calls, takeToken.mock.calls]).toEqual([[], []]);
      await get("/connection", { "sec-fetch-site": "same-origin" });
      expect(calls).not.toEqual([]);
    },
  );

  test.each<[string, Record<string, string>]>([
    ["our page", { "sec-fetch-site": "same-origin" }],
    ["an allowed page of another site", { "sec-fetch-site": "cross-site", origin: "https://admin.example.net" }],
    ["an allowed page of the same site", { "sec-fetch-site": "same-site", origin: "https://app.example.com" }],
    ["an address that was typed", { "sec-fetch-site": "none" }],
    ["a program with a token", {}],
  ])("AT-M8 is not %s, whose streams and reads go on", async (_name, headers) => {
    const allowedOrigins = ["https://app.example.com", "https://admin.example.net"];
    const backEnd = await startBackEnd({ webhooks: false, options: { allowedOrigins } });
    await backEnd.connected();
    await backEnd.simulator.clock.advance("2d");
    backEnd.calls.length = 0;
    await backEnd.get("/connection", headers);
    expect(backEnd.calls).not.toEqual([]);
    const stream = await openStream(backEnd, "ada", headers);
    expect(stream.response.status).toBe(200);
    await stream.close();
  });
});

test("E5 forms and plain text, which any site may send unasked, are refused", async () => {
  const { post, calls } = await startBackEnd();
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "",
  ]) {
    for (const [path] of POSTS) {
      expect([path, (await post(path, "{}", { "content-type": type })).status]).toEqual([path, 415]);
    }
  }
  expect(calls).toEqual([]);
});

test("E6 another method is refused with the ones there are, and reading changes nothing", async () => {
  const { send, calls, simulator } = await startBackEnd();
  const headers = { authorization: "ada", "sec-fetch-site": "same-origin" };
  for (const [path] of POSTS.slice(1)) {
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await send(path, { method, headers });
      expect([path, method, answer.status, answer.headers.get("allow")]).toEqual([path, method, 405, "POST"]);
    }
  }
  expect((await send("/connection", { method: "DELETE", headers })).headers.get("allow")).toBe("GET, HEAD, POST");
  expect((await send("/connection/events", { method: "POST", headers })).status).toBe(405);
  expect((await send("/connection/events", { method: "HEAD", headers })).status).toBe(405);
  expect((await send("/connection", { method: "HEAD", headers })).status).toBe(200);
  expect((await send("/nothing", { headers })).status).toBe(404);
  expect(calls).toEqual([]);
  expect(simulator.accounts()).toEqual([]);
});

test.each([["gzip"], ["br"], ["deflate, gzip"], ["GZIP"], ["x"]])(
  "AT-P5 a body that says it is encoded as %s is refused with what is accepted",
  async (encoding) => {
    const { post, calls } = await startBackEnd({ webhooks: false });
    for (const [path, body] of [...POSTS, ["/webhooks", {}] as const]) {
      const answer = await post(path, body, { "content-encoding": encoding, ...plausible() });
      expect([path, answer.status, answer.headers.get("accept-encoding")]).toEqual([path, 415, "identity"]);
    }
    expect(calls).toEqual([]);
    expect((await post("/connection/refresh", {}, { "content-encoding": "identity" })).status).toBe(200);
  },
);

test.each(['"a\nERROR forged', "card 4242424242424242", '{"name":"\u001b[2KJenny', "\u2028", '{"country":42424}'])(
  "AT-P1 nothing of a body that is refused is in the log: %j",
  async (body) => {
    const { post, logs } = await startBackEnd({ webhooks: false });
    expect((await post("/connection", body)).status).toBe(400);
    const [line] = logs;
    expect(logs).toHaveLength(1);
    expect(line?.fields).not.toHaveProperty("cause");
    expect(JSON.stringify(line)).not.toMatch(/ERROR|4242|Jenny|u001b|\u2028/);
  },
);

describe("E7 no body makes it stumble", () => {
  const OPTIONS: ConnectionHandlerOptions = {
    stripe: {} as never,
    store: createMemoryStore(),
    authorize: () => ({ tenant: "org", can: { view: true, connect: true, update: true, disconnect: true } }),
    webhookSecrets: ["whsec_aaaaaaaa"],
    mode: "test",
    publishableKey: "pk_test_1",
    basePath: BASE,
    publicUrl: "https://app.example.com",
    logger: { info: () => {}, warn: () => {}, error: () => {} },
  };
  const post = async (body: BodyInit, path = "/connection", more: Record<string, string> = {}) => {
    const response = await handler.fetch(
      new Request(`https://app.example.com${BASE}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...more },
        body,
      }),
    );
    return { status: response.status, text: await response.text() };
  };
  let handler: ReturnType<typeof createConnectionHandler>;
  beforeAll(() => {
    handler = createConnectionHandler(OPTIONS);
  });
  afterAll(() => handler.close());

  test("G14 one that trickles in is given up, and answered", async () => {
    const timers = new Set<() => void>();
    let bodyIsBounded: (run: () => void) => void = () => {};
    const slow = createConnectionHandler({
      ...OPTIONS,
      runtime: {
        after: (ms, run) => {
          timers.add(run);
          const fire = () => {
            timers.delete(run);
            run();
          };
          if (ms === 15_000) bodyIsBounded(fire);
          return () => void timers.delete(run);
        },
      },
    });
    const half = () => new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) });
    for (const [path, body, length] of [
      ["/connection", half(), {}],
      ["/connection", half(), { "content-length": "2" }],
      ["/webhooks", new ReadableStream(), plausible()],
      ["/webhooks", half(), { "content-length": "2", ...plausible() }],
    ] as const) {
      const bounded = new Promise<() => void>((resolve) => {
        bodyIsBounded = resolve;
      });
      const answered = slow.fetch(
        new Request(`https://app.example.com${BASE}${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...length },
          body,
          duplex: "half",
        } as RequestInit),
      );
      const giveUp = await bounded;
      giveUp();
      const answer = await answered;
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([408, "timeout"]);
      expect(timers.size).toBe(0);
    }
  });

  test("G14 one that is larger than it said is refused all the same", async () => {
    const { status } = await post("x".repeat(70_000), "/connection", { "content-length": "10" });
    expect(status).toBe(413);
  });

  test("G4 one that somebody else holds or has read is refused with the hint, with its length said or not", async () => {
    for (const length of [{}, { "content-length": "2" }]) {
      for (const take of [
        (request: Request) => void request.body?.getReader(),
        (request: Request) => request.text(),
      ] as const) {
        const request = new Request(`https://app.example.com${BASE}/webhooks`, {
          method: "POST",
          headers: { ...plausible(), ...length },
          body: "{}",
        });
        await take(request);
        const answer = await handler.fetch(request);
        expect(answer.status).toBe(400);
        expect(((await answer.json()) as { title: string }).title).toMatch(/raw body/);
      }
    }
  });

  test.each<[string, BodyInit, number]>([
    ["too large", `{"country":"${"x".repeat(70_000)}"}`, 413],
    ["not UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ["ten thousand deep", "[".repeat(10_000), 400],
    ["ten thousand deep and closed", `{"country":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, 400],
    ["a name twice", '{"country":"DE","country":"FR"}', 400],
    ["a list for a text", '{"country":["DE"]}', 400],
    ["null", "null", 400],
    ["a list", "[]", 400],
    ["nothing", "", 400],
    ["half", '{"country":', 400],
    ["a byte order mark", "\ufeff{}", 400],
  ])("%s", async (_name, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  test("E7 whatever is sent is answered with 4xx", async () => {
    const bodies = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((text) => `{"generation":${text}}`),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { status, text } = await post(body, "/connection/disconnect");
        expect([status >= 400 && status < 500, text]).toEqual([true, text]);
      }),
      { numRuns: 300 },
    );
  });
});

test("E22 every answer is JSON, is not stored or sniffed, and holds none of the account's private data", async () => {
  const { get, post, connected, sent, simulator, store } = await startBackEnd();
  const id = await connected();
  await simulator.requestIdentityDocument(id);
  await simulator.idle();
  const answers = [
    await get("/connection"),
    await post("/connection/refresh"),
    await post("/connection/disconnect-preview"),
    await post("/connection/disconnect", { generation: 99 }),
    await get("/nothing"),
  ];
  for (const { headers } of answers) {
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-type")).toMatch(/^application\/(problem\+)?json; charset=utf-8$/);
  }
  expect(
    Object.keys(answers[0]?.body ?? {})
      .toSorted()
      .join(" "),
  ).toBe(
    "account action can capabilities checkedAt connectedAt countries deadline disabledReason disconnectedAt " +
      "disconnectedWhy generation lastEventId mode payments payouts protocol ready reason requirements revision scope " +
      "sections serverTime simulated startedBy status statusSince waitingOn",
  );
  const bytes = sent.join("\n");
  for (const secret of [
    simulator.secretKey,
    "whsec_",
    "rsc_tenant",
    "controller",
    "tos_acceptance",
    "external_accounts",
    "@",
  ]) {
    expect(bytes).not.toContain(secret);
  }
  expect((await store.read("test", { tenant: "org_ada" }))?.accountId).toBe(id);
});

test("what is withheld from a viewer is in no byte that is sent, and the host still reads it", async () => {
  const { get, post, connected, sent, simulator, handler } = await startBackEnd();
  const id = await connected();
  sent.length = 0;
  await simulator.list(id);
  await simulator.idle();
  await post("/connection/refresh");
  await get("/connection");
  expect(sent.join("")).not.toContain("listed");
  expect((await get("/connection")).body).toMatchObject({
    status: "in_progress",
    reason: "under_review",
    action: "wait",
  });
  expect((await handler.getConnection("org_ada")).disabledReason).toMatch(/listed/);
});

test("a path that is not ours is answered like any other, with a request id", async () => {
  const { url } = await startBackEnd();
  const answer = await fetch(`${new URL(url).origin}/elsewhere`);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, "no-store"]);
  expect(answer.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
});

test("an unknown error tells its request id and nothing else", async () => {
  const { get, logs } = await startBackEnd({
    options: {
      ready: () => {
        throw new Error(
          `sk_test_abcdefgh123 and whsec_ab+cd/efgh= in a message, from jenny@example.com ${"x".repeat(1e6)}`,
        );
      },
    },
  });
  const answer = await get("/connection");
  expect(answer.status).toBe(500);
  expect(answer.text).not.toMatch(/sk_test|jenny/);
  expect(JSON.stringify(logs)).toContain(answer.body["requestId"]);
  expect(JSON.stringify(logs)).not.toMatch(/sk_test_a|cd.efgh|jenny@/);
});
