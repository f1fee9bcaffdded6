import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createConnectionHandler, type Logger, type Metrics } from "react-stripe-connection/server";
import { eventually } from "./support/eventually.js";
import { startBackEnd } from "./support/backEnd.js";

const boom = () => {
  throw new Error("of the host's own");
};

/** What a library makes that is older than promises. */
const objectWith = (name: string, property: PropertyDescriptor) => Object.defineProperty({}, name, property);
const thenable = (then: PropertyDescriptor) => objectWith("then", then);

/** What a function of the host may do instead of returning nothing. TypeScript takes all of them for `void`. */
const RESULTS: [string, () => unknown][] = [
  ["throws", boom],
  [
    "throws a text",
    () => {
      throw "of the host's own";
    },
  ],
  ["rejects", () => Promise.reject(new Error("of the host's own"))],
  [
    "rejects later",
    async () => {
      await new Promise((resolve) => setImmediate(resolve));
      boom();
    },
  ],
  ["rejects with nothing", () => Promise.reject(undefined as unknown as Error)],
  ["never settles", () => new Promise<never>(() => {})],
  ["returns a thenable that throws", () => thenable({ value: boom })],
  ["returns a thenable whose then throws when it is read", () => thenable({ get: boom })],
  [
    "returns a thenable that rejects twice",
    () =>
      thenable({
        value(_: unknown, reject: (reason: Error) => void) {
          reject(new Error("first"));
          reject(new Error("second"));
        },
      }),
  ],
  ["returns a number", () => 7],
];

/** Unhandled rejections: by default they end the process. */
function unhandledRejections(): unknown[] {
  const reasons: unknown[] = [];
  const note = (reason: unknown) => void reasons.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  return reasons;
}

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe("AT-F4 a function of the host whose result is not used changes no answer and never ends the process", () => {
  test.each(RESULTS)("AT-F4 a logger that %s", async (_name, run) => {
    const unhandled = unhandledRejections();
    const { post, get } = await startBackEnd({
      webhooks: false,
      options: { logger: { info: run, warn: run, error: run } as Logger },
    });
    expect((await get("/connection", { authorization: "nobody" })).status).toBe(401);
    expect((await post("/connection", { nonsense: 1 })).body["code"]).toBe("invalid_request");
    expect((await get("/connection")).status).toBe(200);
    await turns();
    expect(unhandled).toEqual([]);
  });

  test.each(RESULTS)("AT-F4 metrics that %s", async (name, run) => {
    const unhandled = unhandledRejections();
    const { connected, get, logs, simulator, handler } = await startBackEnd({ options: { metrics: run as Metrics } });
    await connected();
    await simulator.clock.advance("2d");
    expect(await handler.reconcile()).toEqual({ checked: 1, failed: 0 });
    expect((await get("/connection")).body).toMatchObject({ status: "connected" });
    await turns();
    expect(unhandled).toEqual([]);
    const isFailure = !/never|number/.test(name);
    expect(JSON.stringify(logs).includes("metrics failed")).toBe(isFailure);
  });

  test.each(RESULTS)("AT-F4 a waitUntil that %s", async (name, run) => {
    const unhandled = unhandledRejections();
    const { handler, post, get, logs } = await startBackEnd({
      webhooks: false,
      options: { waitUntil: run as (work: Promise<unknown>) => void },
    });
    handler.start();
    expect((await post("/connection")).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
    expect((await get("/connection")).body).toMatchObject({ status: "in_progress" });
    await turns();
    expect(unhandled).toEqual([]);
    const isFailure = !/never|number/.test(name);
    expect(JSON.stringify(logs).includes("waitUntil failed")).toBe(isFailure);
  });

  test("AT-F4 an error whose properties throw is logged as that", async () => {
    const unreadable = Object.defineProperty(new Error("x"), "message", { get: boom });
    const { get, logs } = await startBackEnd({
      webhooks: false,
      options: { authorize: () => Promise.reject(unreadable) },
    });
    expect((await get("/connection")).status).toBe(500);
    expect(JSON.stringify(logs)).toContain("can't be read");
  });
});

describe("AT-F4 a gate of the host answers at once, or the request fails", () => {
  const ANSWERS: [string, () => unknown][] = [
    ...RESULTS,
    ["resolves to true", () => Promise.resolve(true)],
    ["returns nothing", () => undefined],
    ["returns an empty object", () => ({})],
  ];
  const cases = (["ready", "redact"] as const).flatMap((gate) =>
    ANSWERS.map(([name, run]) => [gate, name, run] as const),
  );

  test.each(cases)("AT-F4 %s that %s", async (gate, _name, run) => {
    const unhandled = unhandledRejections();
    const backEnd = await startBackEnd({ webhooks: false, options: { [gate]: () => run() } });
    const answer = await backEnd.get("/connection");
    expect([answer.status, answer.body["code"]]).toEqual([500, "internal"]);
    await turns();
    expect(unhandled).toEqual([]);
    expect(backEnd.logs.filter(({ level }) => level === "error")).toHaveLength(1);
  });
});

test("AT-F4 the host's own code is told that its gate failed", async () => {
  const { handler } = await startBackEnd({
    webhooks: false,
    options: { ready: (() => Promise.resolve(true)) as never },
  });
  await expect(handler.getConnection("org_ada")).rejects.toThrow(
    "`ready` must return true or false, without a promise",
  );
});

test("a callback that takes longer than it is waited for has run when it ends, and is not called again", async () => {
  const told: string[] = [];
  let end = () => {};
  const working = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { handler, connected, simulator, store, logs } = await startBackEnd({
    options: {
      // Whatever bounds work is over at once, but for a request's body, which has to arrive.
      runtime: { after: (ms, run) => clearLater(setTimeout(run, ms === 15_000 ? ms : 1)) },
      onConnected: async ({ tenant }) => {
        told.push(tenant);
        await working;
      },
    },
  });
  const acked = vi.spyOn(store, "ackCallback");
  await connected();
  await eventually(() => expect(JSON.stringify(logs)).toContain("did not end within 10 s"));
  expect(acked).not.toHaveBeenCalled();
  end();
  await eventually(() => expect(acked).toHaveBeenCalledTimes(told.length));
  const { length } = told;
  await simulator.clock.advance("2m");
  await handler.reconcile();
  expect(told).toHaveLength(length);
});

function clearLater(timer: ReturnType<typeof setTimeout>): () => void {
  return () => clearTimeout(timer);
}

test("importConnection takes nothing that is no account's id, and makes no account instead", async () => {
  const { handler, calls } = await startBackEnd({ webhooks: false });
  for (const id of [undefined, null, "", "acct_", "acct_1/persons", "cus_1"]) {
    await expect(handler.importConnection("org_ada", id as string)).rejects.toMatchObject({ code: "invalid_request" });
  }
  expect(calls).toEqual([]);
});

test("a handler without a store says what to pass", () => {
  const options = {
    stripe: {} as never,
    authorize: () => null,
    webhookSecrets: ["whsec_abcdefgh"],
    mode: "test",
    publishableKey: "pk_test_1",
    basePath: "/api/stripe/test",
    publicUrl: "https://app.example.com",
  } as const;
  expect(() => createConnectionHandler({ ...options, store: undefined as never })).toThrow(
    /the store has no read, .*createPostgresStore/,
  );
});
