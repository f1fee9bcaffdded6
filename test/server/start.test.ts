import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import {
  assertStripeKeys,
  type ConnectionHandlerOptions,
  type ConnectionStore,
  createConnectionHandler,
} from "react-stripe-connection/server";
import { SECTIONS } from "../../src/core/permissions.js";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { startBackEnd } from "./support/backEnd.js";
import { eventually } from "./support/eventually.js";

afterEach(() => vi.unstubAllEnvs());

const GOOD = {
  stripe: {} as never,
  store: createMemoryStore(),
  authorize: () => null,
  webhookSecrets: ["whsec_abcdefgh"],
  mode: "test",
  publishableKey: "pk_test_123",
  basePath: "/api/stripe/test",
  publicUrl: "https://app.example.com",
} as const;

describe("E20 keys that can't work are refused at start, with the fix and without the key", () => {
  test.each([
    [
      { secretKey: undefined, publishableKey: "pk_test_1", mode: "test" },
      /secret key of test mode is missing.*sk_test_/,
    ],
    [{ secretKey: " ", publishableKey: "pk_test_1", mode: "test" }, /is missing/],
    [{ secretKey: "pk_test_planted", publishableKey: "pk_test_1", mode: "test" }, /swapped/],
    [
      { secretKey: "sk_live_planted", publishableKey: "pk_test_1", mode: "test" },
      /secret key of test mode is of live mode/,
    ],
    [{ secretKey: "sk_test_1", publishableKey: "sk_test_planted", mode: "test" }, /publishable key.*swapped/],
    [{ secretKey: "sk_test_1", publishableKey: "pk_live_planted", mode: "test" }, /publishable key.*is of live mode/],
    [{ secretKey: "planted", publishableKey: "pk_test_1", mode: "test" }, /malformed/],
  ] as const)("%j", (keys, message) => {
    expect(() => assertStripeKeys(keys)).toThrow(message);
    expect(() => assertStripeKeys(keys)).not.toThrow(/planted/);
  });

  test("good ones pass, restricted ones too", () => {
    assertStripeKeys({ secretKey: "sk_live_1", publishableKey: "pk_live_1", mode: "live" });
    assertStripeKeys({ secretKey: "rk_test_1", publishableKey: "pk_test_1", mode: "test" });
    createConnectionHandler(GOOD);
  });

  test("a secret key of the other mode is found out before the first account is made", async () => {
    const { post, handler, simulator } = await startBackEnd({
      options: { mode: "live", publishableKey: "pk_live_1" },
      webhooks: false,
    });
    const answer = await post("/connection");
    expect([answer.status, answer.body["code"]]).toEqual([503, "platform_not_ready"]);
    expect(answer.body["title"]).toMatch(/not of live mode/);
    expect(simulator.accounts()).toEqual([]);
    await handler.close();
  });
});

describe("G2 a handler that anybody could talk to does not start", () => {
  test.each([
    [[]],
    [[""]],
    [["  "]],
    [["whsec_"]],
    [["whsec_x"]],
    [["whsec_1234567"]],
    [["whsec_abc def"]],
    [["whsec_abcdefgh\n"]],
    [["whsec_abcdefgh", ""]],
    [undefined],
  ])("webhookSecrets %j", (webhookSecrets) => {
    expect(() => createConnectionHandler({ ...GOOD, webhookSecrets: webhookSecrets as string[] })).toThrow(/whsec_/);
  });
});

test("other options that can't work are refused with the fix", () => {
  const start = (options: object) => () => createConnectionHandler({ ...GOOD, ...options });
  expect(start({ stripe: undefined })).toThrow(/stripe must be a Stripe client: pass `new Stripe/);
  expect(start({ mode: "sandbox" })).toThrow(/mode is "sandbox": pass "test" or "live"/);
  expect(start({ basePath: "api/" })).toThrow(/basePath/);
  expect(start({ basePath: undefined })).toThrow(/basePath/);
  expect(start({ publicUrl: "app.example.com" })).toThrow(/publicUrl/);
  expect(start({ publicUrl: undefined })).toThrow(/publicUrl must be a string: pass an absolute/);
  expect(start({ returnUrl: "javascript:alert(1)" })).toThrow(/returnUrl/);
  expect(start({ allowedOrigins: ["example.com"] })).toThrow(/allowedOrigins/);
  expect(start({ allowedOrigins: ["https://*.example.com"] })).toThrow(/pass whole origins/);
  expect(start({ allowedOrigins: "https://app.example.com" })).toThrow(
    /allowedOrigins must be an array of strings: pass/,
  );
  expect(start({ countries: ["Germany"] })).toThrow(/countries/);
  expect(start({ requiredCapabilities: "card_payments" })).toThrow(
    /requiredCapabilities must be an array of strings: pass/,
  );
  expect(start({ sections: "payouts" })).toThrow(/sections must be an array of strings: pass names such as "payouts"/);
  expect(start({ sections: ["payouts", "payout"] })).toThrow(
    /sections contains "payout", which is not a section: use "payouts"\.$/,
  );
  expect(start({ sections: ["invoices"] })).toThrow(
    /sections contains "invoices", which is not a section: use names out of payments, payouts, .*notification_banner\.$/,
  );
  expect(start({ sections: ["payouts", "documents", "payouts"] })).toThrow(
    /sections contains twice "payouts": name it once\.$/,
  );
  start({ sections: SECTIONS })();
  expect(start({ disconnectPolicy: "remove" })).toThrow(/disconnectPolicy is "remove": pass "delete", "detach"/);
  expect(start({ disconnectCheck: () => ({}) })).toThrow(
    /unknown option "disconnectCheck", did you mean "disconnectChecks"\?$/,
  );
  expect(start({ onConnected: true })).toThrow(/onConnected must be a function: pass/);
  expect(start({ logger: { log: () => {} } })).toThrow(/logger has no info, warn, error: pass/);
  expect(start({ publishableKey: "sk_test_planted" })).toThrow(/swapped/);
  expect(start({ store: { read: () => null } })).toThrow(/the store has no claim, .*storeContract/);
});

describe("AT-P9 an address that can't work, or would hand a password on", () => {
  const start = (options: object) => () => createConnectionHandler({ ...GOOD, ...options });

  test.each(["publicUrl", "returnUrl", "refreshUrl"])("AT-P9 %s with a user or a password", (name) => {
    for (const url of [
      "https://u:planted@app.example.com",
      "https://planted@app.example.com/x",
      "https://:planted@app.example.com",
    ]) {
      expect(start({ [name]: url })).toThrow(`${name} is "https://[removed]@app.example.com`);
    }
  });

  test("AT-P9 an allowed origin with a password", () => {
    expect(start({ allowedOrigins: ["https://u:planted@app.example.com"] })).toThrow(
      /allowedOrigins contains "https:\/\/\[removed\]@/,
    );
  });

  test.each(["returnUrl", "refreshUrl"])("AT-P9 a %s where no page of the host's is", async (name) => {
    expect(start({ [name]: "https://evil.example/back" })).toThrow(
      `${name} is "https://evil.example/back": use the origin of publicUrl, or add the URL's origin to allowedOrigins.`,
    );
    expect(start({ [name]: "http://app.example.com/back" })).toThrow(/use the origin of publicUrl/);
    for (const options of [
      { [name]: "https://app.example.com/back" },
      { [name]: "https://admin.example.com/back", allowedOrigins: ["https://admin.example.com"] },
    ]) {
      await start(options)().close();
    }
  });

  test.each(["/..", "/.", "/api/..", "/api/./stripe", "/../api"])(
    "AT-P9 a basePath %s, which no request can have",
    (basePath) => {
      expect(start({ basePath })).toThrow(/basePath is .*start with a slash/);
    },
  );

  test.each(["/.well-known", "/api/...", "/a..b"])("AT-P9 but %s is a path", async (basePath) => {
    await start({ basePath })().close();
  });
});

describe("AT-P10 options are own properties", () => {
  const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

  test.each([
    ["disconnectPolicy", "detach"],
    ["redact", () => null],
    ["ready", () => true],
    ["allowedOrigins", ["https://evil.example"]],
    ["returnUrl", "https://evil.example/"],
    ["metrics", () => undefined],
    ["colour", "red"],
  ])("AT-P10 %s on Object.prototype changes nothing", async (name, value) => {
    const handler = (() => {
      Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
      try {
        return createConnectionHandler({ ...GOOD, store: createMemoryStore(), logger: SILENT });
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    })();
    onTestFinished(() => handler.close());
    const read = vi.fn(() => value);
    Object.defineProperty(Object.prototype, name, { get: read, configurable: true });
    try {
      const headers = { origin: "https://evil.example", "content-type": "application/json" };
      const url = `https://app.example.com${GOOD.basePath}/connection/refresh`;
      expect((await handler.fetch(new Request(url, { method: "POST", headers, body: "{}" }))).status).toBe(403);
      await handler.getConnection("org_ada");
      expect(read).not.toHaveBeenCalled();
    } finally {
      Reflect.deleteProperty(Object.prototype, name);
    }
  });

  test.each(["authorize", "webhookSecrets", "publishableKey"])(
    "AT-P10 %s on Object.prototype is no option given",
    (name) => {
      const { [name]: value, ...rest } = GOOD as unknown as Record<string, unknown>;
      Object.defineProperty(Object.prototype, name, { value, configurable: true });
      try {
        expect(() => createConnectionHandler(rest as unknown as ConnectionHandlerOptions)).toThrow(name);
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    },
  );
});

describe("an option's error", () => {
  const errorOf = (options: object) => {
    try {
      createConnectionHandler({ ...GOOD, ...options });
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown);
    }
    return null;
  };

  test.each([
    ["autorize", "authorize"],
    ["webhookSecret", "webhookSecrets"],
    ["onconnected", "onConnected"],
    ["basepath", "basePath"],
    ["onConnect", "onConnected"],
  ])("for %s asks whether %s was meant, also while that one is missing", (name, meant) => {
    expect(errorOf({ [name]: 1, [meant]: undefined })).toBe(
      `react-stripe-connection: createConnectionHandler: unknown option "${name}", did you mean "${meant}"?`,
    );
  });

  test("for an unknown name names the options there are", () => {
    expect(errorOf({ colour: "red" })).toMatch(
      /^react-stripe-connection: createConnectionHandler: unknown option "colour": remove it, or use one of stripe, store, .*runtime\.$/,
    );
  });

  test.each([
    [{ authorize: undefined }, "authorize must be a function: pass one that returns the viewer of a request."],
    [{ authorize: "ada" }, "authorize must be a function: pass one that returns the viewer of a request."],
    [{ metrics: null }, "metrics must be a function: pass one, or leave it out."],
    [
      { countries: ["DE", "Germany"] },
      'countries contains "Germany": pass two capital letters for each, such as "DE".',
    ],
    [{ countries: [""] }, 'countries must be an array of strings: pass two capital letters for each, such as "DE".'],
    [{ accounts: null }, 'accounts is null: pass "v1" or "v2".'],
    [{ mode: undefined }, 'mode is undefined: pass "test" or "live".'],
    [{ returnUrl: "/settings" }, 'returnUrl is "/settings": pass an absolute http(s) URL without user and password.'],
    [
      { accounts: "v2" },
      'accountParams is required with accounts "v2": pass a function that returns at least `contact_email`.',
    ],
  ])("for %j says what is wrong and the fix", (options, message) => {
    expect(errorOf(options)).toBe(`react-stripe-connection: createConnectionHandler: ${message}`);
  });

  test.each([
    { mode: "sk_test_planted" },
    { publicUrl: "sk_test_planted" },
    { publicUrl: "ftp://ada:planted@example.com" },
    { publicUrl: new URL("https://ada:planted@example.com") },
    { basePath: "whsec_planted" },
    { allowedOrigins: ["https://ada:planted@*.example.com"] },
    { countries: ["sk_test_planted"] },
    { accounts: "sk_test_planted" },
    { disconnectPolicy: "sk_test_planted" },
    { webhookSecrets: "whsec_planted" },
    { webhookSecrets: ["sk_test_planted"] },
    { publishableKey: "rk_test_planted" },
  ])("repeats no secret: %j", (options) => {
    expect(errorOf(options)).toMatch(/^react-stripe-connection: /);
    expect(errorOf(options)).not.toContain("planted");
  });
});

test("what is left out or undefined is the default", async () => {
  const left = {
    countries: undefined,
    onConnected: undefined,
    logger: undefined,
    returnUrl: undefined,
    runtime: undefined,
  };
  const handler = createConnectionHandler({ ...GOOD, ...(left as object), basePath: "", disconnectPolicy: "detach" });
  expect((await handler.fetch(new Request("https://app.example.com/connection"))).status).toBe(401);
  await handler.close();
});

test("G16 a sweep without a pause is refused at start", async () => {
  const handler = createConnectionHandler(GOOD);
  for (const reconcileEvery of [0, -1, 10, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, "60000"]) {
    expect(() => handler.start({ reconcileEvery: reconcileEvery as number })).toThrow(
      /reconcileEvery is .*milliseconds/,
    );
  }
  await handler.close();
});

test("F11 a tenant that is no text is told from one without a connection", async () => {
  const handler = createConnectionHandler(GOOD);
  for (const tenant of [undefined, null, "", 42] as unknown as string[]) {
    const refused = { code: "invalid_request" };
    await expect(handler.getConnection(tenant)).rejects.toMatchObject(refused);
    await expect(handler.purgeTenant(tenant)).rejects.toMatchObject(refused);
    await expect(handler.auditTrail(tenant)).rejects.toMatchObject(refused);
    await expect(handler.importConnection(tenant, "acct_1")).rejects.toMatchObject(refused);
  }
  await handler.close();
});

describe("SV-P4 a handler that is started again", () => {
  const startWith = (store: ConnectionStore) => {
    const handler = createConnectionHandler({ ...GOOD, store });
    onTestFinished(() => handler.close());
    handler.start();
    return handler;
  };
  /** A store that counts who listens. */
  const listened = () => {
    const store = createMemoryStore();
    const seen = { open: 0, opened: 0 };
    const subscribe: ConnectionStore["subscribe"] = async (...given) => {
      const end = await store.subscribe?.(...given);
      seen.open += 1;
      seen.opened += 1;
      return async () => {
        seen.open -= 1;
        await end?.();
      };
    };
    return { store: { ...store, subscribe }, seen };
  };

  test("in development closes the one from before a hot reload", async () => {
    vi.stubEnv("NODE_ENV", "development");
    const { store, seen } = listened();
    for (let reload = 0; reload < 15; reload += 1) startWith(store);
    await eventually(() => expect(seen).toEqual({ open: 1, opened: 15 }));
  });

  test("in production is an instance of its own", async () => {
    vi.stubEnv("NODE_ENV", "production");
    const { store, seen } = listened();
    for (let instance = 0; instance < 3; instance += 1) startWith(store);
    await eventually(() => expect(seen).toEqual({ open: 3, opened: 3 }));
  });
});
