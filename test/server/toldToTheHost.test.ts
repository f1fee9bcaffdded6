import { expect, test } from "vitest";
import { createMemoryStore } from "../../src/simulator/store/memoryStore.js";
import { startBackEnd } from "./support/backEnd.js";

test("a database that can't be reached is told to the host with its reason, and to the page without", async () => {
  const refused = async (): Promise<never> => {
    throw new Error("connect ECONNREFUSED 127.0.0.1:5432");
  };
  const { get, logs } = await startBackEnd({ store: { ...createMemoryStore(), read: refused } });

  const answer = await get("/connection");

  expect(answer).toMatchObject({ status: 503, body: { code: "store_unavailable" } });
  expect(answer.text).not.toContain("ECONNREFUSED");
  expect(logs).toContainEqual({
    level: "warn",
    message: "the store failed; requests that need it get 503 until it answers",
    fields: { call: "`store.read`", error: "Error", message: "connect ECONNREFUSED 127.0.0.1:5432" },
  });
  expect(logs).toContainEqual({
    level: "info",
    message: "a request failed",
    fields: expect.objectContaining({
      status: 503,
      code: "store_unavailable",
      requestId: answer.body["requestId"],
      cause: "Error: connect ECONNREFUSED 127.0.0.1:5432",
    }),
  });
});

test("a Stripe that is down is told to the host with Stripe's own error", async () => {
  const { post, simulator, logs } = await startBackEnd();
  simulator.down(true);

  expect((await post("/connection")).status).toBe(503);

  const told = logs.filter(({ level, message }) => level === "warn" && message === "a request failed");
  expect(told.map(({ fields }) => fields?.["cause"])).toEqual([expect.stringMatching(/Stripe\w*Error/)]);
});

test("a webhook that is refused for its signature is told to the host with what may be wrong", async () => {
  const { send, logs, simulator } = await startBackEnd();
  const signature = `t=${Math.floor(simulator.clock.now() / 1000)},v1=${"0".repeat(64)}`;
  const headers = { "content-type": "application/json", "stripe-signature": signature };

  expect((await send("/webhooks", { method: "POST", headers, body: "{}" })).status).toBe(400);

  const told = logs.filter(({ level }) => level === "warn");
  expect(told).toMatchObject([{ message: "a webhook was refused", fields: { status: 400 } }]);
  expect(told[0]?.fields?.["message"]).toMatch(/raw body/);
});

test("whoever may not ask does not fill the host's log", async () => {
  const { get, logs } = await startBackEnd();

  expect((await get("/connection", { authorization: "nobody" })).status).toBe(401);
  expect((await get("/connection", { authorization: "stranger" })).status).toBe(403);

  expect(logs.filter(({ level }) => level !== "info")).toEqual([]);
});
