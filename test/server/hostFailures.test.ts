import { describe, expect, onTestFinished, test } from "vitest";
import type { ConnectionHandlerOptions } from "react-stripe-connection/server";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { ALL, BASE, startBackEnd } from "./support/backEnd.js";
import { eventually } from "./support/eventually.js";

const ask = (path: string, body?: object) =>
  new Request(`https://app.example.com${BASE}${path}`, {
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", authorization: "ada" },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
  });

/** Thrown by plain JavaScript, by another realm, by a library of old: no `Error` of ours. */
const THROWN = [
  "a text",
  undefined,
  null,
  { status: 402 },
  Object.create({ message: "of another realm" }),
] as unknown[];

describe("whatever the host's code throws, the handler answers", () => {
  test.each<[string, (thrown: () => never) => Partial<ConnectionHandlerOptions>, string, object | undefined]>([
    ["accountParams", (accountParams) => ({ accountParams }), "/connection", {}],
    ["ready", (ready) => ({ ready }), "/connection", undefined],
    ["redact", (redact) => ({ redact }), "/connection", undefined],
    ["disconnectChecks", (disconnectChecks) => ({ disconnectChecks }), "/connection/disconnect-preview", {}],
    ["disconnectPolicy", (disconnectPolicy) => ({ disconnectPolicy }), "/connection/disconnect-preview", {}],
  ])("%s", async (name, options, path, body) => {
    let thrown: unknown;
    const throws = () => {
      throw thrown;
    };
    const store = createMemoryStore();
    const { handler, connected, logs, simulator } = await startBackEnd({ store, webhooks: false });
    if (name.startsWith("disconnect")) await connected();
    const failing = await startBackEnd({ store, simulator, webhooks: false, options: options(throws) });
    for (thrown of THROWN) {
      failing.logs.length = 0;
      const answer = await failing.handler.fetch(ask(path, body));
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        500,
        "application/problem+json; charset=utf-8",
      ]);
      expect(await answer.json()).toMatchObject({ code: "internal", requestId: answer.headers.get("x-request-id") });
      expect(failing.logs).toContainEqual(expect.objectContaining({ level: "error", message: "a request failed" }));
    }
    expect(logs.filter(({ level }) => level === "error")).toEqual([]);
    await handler.close();
  });

  test("and a failure of Stripe's beside it is nobody's unhandled rejection", async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => void unhandled.push(reason);
    process.on("unhandledRejection", note);
    onTestFinished(() => void process.off("unhandledRejection", note));
    const backEnd = await startBackEnd({
      webhooks: false,
      options: {
        disconnectChecks: () => {
          throw new Error("the host's billing is down");
        },
      },
    });
    await backEnd.connected();
    backEnd.calls.length = 0;
    backEnd.simulator.fail({ on: "balance.retrieve", with: { status: 500 }, times: 9 });
    expect((await backEnd.post("/connection/disconnect-preview")).status).toBeGreaterThanOrEqual(500);
    // The call of Stripe and both its retries.
    await eventually(() => expect(backEnd.calls.filter((call) => call === "GET /v1/balance")).toHaveLength(3));
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).toEqual([]);
  });
});

describe("a policy that is none ends nothing", () => {
  test.each([[undefined], ["remove"], [true]])("%j", async (policy) => {
    const backEnd = await startBackEnd({
      webhooks: false,
      options: { disconnectPolicy: () => policy as "delete" },
    });
    const id = await backEnd.connected();
    const { generation } = (await backEnd.get("/connection")).body;
    for (const [path, body] of [
      ["/connection/disconnect-preview", {}],
      ["/connection/disconnect", { generation }],
    ] as const) {
      expect((await backEnd.post(path, body)).status).toBe(500);
    }
    expect(await backEnd.handler.getConnection("org_ada")).toMatchObject({ status: "connected", account: { id } });
    expect(JSON.stringify(backEnd.logs)).toMatch(/`disconnectPolicy` must return \W+delete\W+ or \W+detach/);
  });
});

test("a viewer whose user is undefined is a viewer without one", async () => {
  const { get } = await startBackEnd({
    webhooks: false,
    options: { authorize: () => ({ tenant: "org_ada", user: undefined, can: ALL }) as never },
  });
  expect((await get("/connection")).status).toBe(200);
});
