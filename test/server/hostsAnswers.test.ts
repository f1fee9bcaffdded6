import { describe, expect, onTestFinished, test } from "vitest";
import type { ConnectionHandlerOptions } from "react-stripe-connection/server";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { type BackEnd, BASE, startBackEnd } from "./support/backEnd.js";
import { connectWithoutAnswer } from "./support/connectWithoutAnswer.js";

type Options = Partial<ConnectionHandlerOptions>;
type Asked = "accountParams" | "ready" | "redact" | "disconnectChecks" | "disconnectPolicy";
const PATH: Record<Asked, [string, object | undefined]> = {
  accountParams: ["/connection", {}],
  ready: ["/connection", undefined],
  redact: ["/connection", undefined],
  disconnectChecks: ["/connection/disconnect-preview", {}],
  disconnectPolicy: ["/connection/disconnect-preview", {}],
};

const ask = (path: string, body?: object) =>
  new Request(`https://app.example.com${BASE}${path}`, {
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", authorization: "ada" },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
  });

/** A handler whose option answers like that, over an account that stands where the option is asked. */
async function asking(name: Asked, answer: () => unknown, others: Options = {}) {
  const store = createMemoryStore();
  const { connected, simulator } = await startBackEnd({ store, webhooks: false });
  if (name.startsWith("disconnect")) await connected();
  const backEnd = await startBackEnd({ store, simulator, webhooks: false, options: { [name]: answer, ...others } });
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on("unhandledRejection", note);
  onTestFinished(() => void process.off("unhandledRejection", note));
  const answered = await backEnd.handler.fetch(ask(...PATH[name]));
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled).toEqual([]);
  return { status: answered.status, body: (await answered.json()) as Record<string, unknown>, ...backEnd };
}

const SECRET = "sk_live_0123456789abcdef";
const cyclic: Record<string, unknown> = {};
cyclic["self"] = cyclic;

describe("AT-F4 what the host's options do is told in the log by their name, and to a viewer by nothing", () => {
  test.each<[string, Asked, () => unknown]>([
    ["throws", "accountParams", () => boom()],
    ["rejects", "accountParams", async () => boom()],
    ["is a bigint in", "accountParams", () => ({ email: 1n })],
    ["is a cycle in", "accountParams", () => cyclic],
    ["is a text from", "accountParams", () => "DE"],
    ["is an array from", "accountParams", () => [{}]],
    ["throws", "ready", () => boom()],
    ["is a promise from", "ready", async () => true],
    ["rejects", "ready", async () => boom()],
    ["is undefined from", "ready", () => undefined],
    ["throws", "redact", () => boom()],
    ["rejects", "redact", async () => boom()],
    ["is a promise from", "redact", async (...given: unknown[]) => given[0]],
    ["is nothing from", "redact", () => undefined],
    ["is an empty object from", "redact", () => ({})],
    ["throws", "disconnectChecks", () => boom()],
    ["rejects", "disconnectChecks", async () => boom()],
    ["is a text in", "disconnectChecks", () => ({ blockers: "no" })],
    ["is a number in", "disconnectChecks", () => ({ warnings: [1] })],
    ["is a text from", "disconnectChecks", () => "open invoices"],
    ["is an array from", "disconnectChecks", () => ["open invoices"]],
    ["is a misspelt name in", "disconnectChecks", () => ({ blocker: ["open invoices"] })],
    ["rejects", "disconnectPolicy", async () => boom()],
    ["is another word from", "disconnectPolicy", () => "remove"],
  ])("AT-F4 what %s %s", async (_how, name, answer) => {
    const { status, body, logs } = await asking(name, answer);
    expect([status, body["code"]]).toEqual([500, "internal"]);
    expect(JSON.stringify(body)).not.toMatch(/sk_live|boom|accountParams|ready`|redact|disconnect/);
    const told = logs.filter(({ message }) => message === "a request failed");
    expect(told).toMatchObject([{ level: "error", fields: { requestId: body["requestId"] } }]);
    expect(String(told[0]?.fields?.["message"])).toMatch(new RegExp(`^\`${name}\` (failed|must return)`));
    expect(JSON.stringify(logs)).not.toContain("sk_live");
  });

  test.each<[Asked]>([["accountParams"], ["disconnectChecks"], ["disconnectPolicy"]])(
    "AT-F4 a promise of %s that never settles is given up after ten seconds",
    async (name) => {
      const waits: number[] = [];
      const after = (ms: number, run: () => void) => {
        waits.push(ms);
        const timer = setTimeout(run, ms === 10_000 ? 200 : ms);
        timer.unref();
        return () => clearTimeout(timer);
      };
      const { status, logs } = await asking(name, () => new Promise(() => {}), { runtime: { after } });
      expect([status, waits.includes(10_000)]).toEqual([500, true]);
      const told = logs.find(({ message }) => message === "a request failed");
      expect(told?.fields).toMatchObject({ message: `\`${name}\` failed`, cause: "Error: it did not end within 10 s" });
    },
  );
});

function boom(): never {
  throw new Error(`boom ${SECRET}`);
}

describe("AT-M5 names of ours in what accountParams returns are left out", () => {
  const given = {
    email: "ada@example.com",
    rsc_import: "acct_ofAnother",
    RSC_Import: "acct_ofAnother",
    metadata: { rsc_tenant: "another", Rsc_claim: "x", kept: "yes" },
    business_profile: { name: "Ada", rsc_generation: "7" },
  };

  test("AT-M5 of v1: an account of its own is made, and the log says so once", async () => {
    const { post, stripe, connected, store, logs, simulator } = await startBackEnd({
      options: { accountParams: () => ({ ...given, capabilities: { transfers: { requested: true } } }) },
      webhooks: false,
    });
    const other = await stripe.accounts.create({
      country: "US",
      controller: { stripe_dashboard: { type: "express" } },
      capabilities: { transfers: { requested: true } },
    });
    given.rsc_import = other.id;
    const id = await connected();
    expect(id).not.toBe(other.id);
    const made = await stripe.accounts.retrieve(id);
    expect(made.metadata).toMatchObject({ kept: "yes", rsc_tenant: expect.stringMatching(/^[\da-f]{64}$/) });
    expect(Object.keys(made.metadata ?? {}).toSorted()).toEqual(["kept", "rsc_claim", "rsc_generation", "rsc_tenant"]);
    expect(made.business_profile?.name).toBe("Ada");
    await post("/connection", {}, { authorization: "bob" });
    expect((await store.read("test", { tenant: "org_bob" }))?.accountId).not.toBe(other.id);
    expect(simulator.accounts()).toHaveLength(3);
    const told = logs.filter(({ message }) => message.includes("rsc_"));
    expect(told).toMatchObject([{ level: "warn", message: expect.stringMatching(/Rename/) }]);
    for (const name of ["rsc_import", "RSC_Import", "rsc_tenant", "Rsc_claim", "rsc_generation"]) {
      expect(String(told[0]?.fields?.["names"])).toContain(name);
    }
  });

  test("AT-M5 of v2", async () => {
    const { post, settled, stripe, store } = await startBackEnd({
      options: {
        accounts: "v2",
        countries: ["US"],
        accountParams: () => ({
          contact_email: "ada@example.com",
          metadata: { RSC_tenant: "another", kept: "yes" },
          rsc_import: "acct_ofAnother",
        }),
      },
      webhooks: false,
    });
    await post("/connection", { country: "US" });
    await settled();
    const stored = await store.read("test", { tenant: "org_ada" });
    const { metadata } = await stripe.v2.core.accounts.retrieve(stored?.accountId ?? "", {});
    expect(stored?.accountId).not.toBe("acct_ofAnother");
    expect(Object.keys(metadata ?? {}).toSorted()).toEqual(["kept", "rsc_claim", "rsc_generation", "rsc_tenant"]);
  });
});

test("AT-M6 importConnection for a tenant whose own connect was interrupted makes no account, and leaves the connect to be finished", async () => {
  const { handler, post, stripe, calls, simulator, store } = await startBackEnd({ webhooks: false });
  const { id } = await stripe.accounts.create({
    country: "US",
    controller: { stripe_dashboard: { type: "express" } },
    capabilities: { transfers: { requested: true } },
  });
  simulator.fail({ on: "accounts.create", with: "reset", times: 3 });
  expect((await post("/connection")).status).toBe(503);
  const before = await store.read("test", { tenant: "org_ada" });
  calls.length = 0;

  await expect(handler.importConnection("org_ada", id)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/`reconcile` finishes that/),
  });

  expect(calls.filter((call) => call.startsWith("POST"))).toEqual([]);
  expect(simulator.accounts()).toHaveLength(1);
  expect((await store.read("test", { tenant: "org_ada" }))?.claim?.params).toEqual(before?.claim?.params);
  // The claim has no owner: the next caller goes on, with the same key.
  expect((await post("/connection")).body).toMatchObject({ status: "connecting", reason: "awaiting_snapshot" });
  expect(simulator.accounts()).toHaveLength(2);
});

test("AT-P11 the handler's functions take strings, and nothing that becomes one", async () => {
  const { handler, calls } = await startBackEnd({ webhooks: false });
  const odd = [["acct_1x"], { toString: () => "acct_1x" }, new String("acct_1x"), 1, null, undefined, true];
  for (const one of odd as never[]) {
    await expect(handler.importConnection("org_ada", one)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(handler.importConnection(one, "acct_1x")).rejects.toMatchObject({ code: "invalid_request" });
    await expect(handler.getConnection(one)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(handler.auditTrail(one)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(handler.purgeTenant(one)).rejects.toMatchObject({ code: "invalid_request" });
  }
  for (const limit of ["5", [5], 1n, null] as never[]) {
    await expect(handler.auditTrail("org_ada", { limit })).rejects.toMatchObject({ code: "invalid_request" });
  }
  expect(await handler.auditTrail("org_ada", null as never)).toEqual([]);
  expect(calls).toEqual([]);
});

test.each([
  ["behind by six hours", -6],
  ["ahead by a day", 24],
])(
  "AT-M4 an app whose clock is %s makes no second account when the answer of the creation was lost",
  async (_name, hours) => {
    const backEnd: BackEnd = await startBackEnd({
      webhooks: false,
      options: { runtime: { now: () => backEnd.simulator.clock.now() + hours * 3_600_000 } },
    });
    const { post, simulator, calls } = backEnd;
    await connectWithoutAnswer(backEnd);
    // Stripe has forgotten the idempotency key.
    await simulator.clock.advance("25h");
    calls.length = 0;
    expect((await post("/connection")).body).toMatchObject({ account: { id: simulator.accounts()[0]?.["id"] } });
    expect(simulator.accounts()).toHaveLength(1);
    expect(calls).toContain("GET /v1/accounts");
  },
);
