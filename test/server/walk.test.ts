import { expect, test } from "vitest";
import { readConnection } from "../../src/core/protocol.js";
import { startBackEnd } from "./support/backEnd.js";
import { openStream } from "./support/openStream.js";

test("from not connected to connected and back, pushed all the way", async () => {
  const backEnd = await startBackEnd();
  const { simulator, get, post, settled } = backEnd;
  const stream = await openStream(backEnd, "ada");
  expect((await stream.next()).status).toBe("not_connected");

  const created = await post("/connection", {});
  expect(created.status).toBe(200);
  const connecting = readConnection(created.body);
  expect(connecting).toMatchObject({ status: "connecting", reason: "awaiting_snapshot", startedBy: null });
  await settled();
  const inProgress = await stream.until((connection) => connection.status === "in_progress");
  expect(inProgress).toMatchObject({ reason: "details_not_submitted", simulated: true, ready: false });
  expect(inProgress.requirements.length).toBeGreaterThan(3);

  const session = await post("/connection/account-session", { purpose: "onboarding" });
  expect(session.body).toMatchObject({ protocol: 1, publishableKey: simulator.publishableKey });
  await simulator.run("connected", inProgress.account?.id);
  await settled();
  const connected = await stream.until((connection) => connection.status === "connected");
  expect(connected).toMatchObject({ reason: "ok", payments: "active", payouts: "active", ready: true });
  expect(connected.revision).toBeGreaterThan(inProgress.revision);
  expect(readConnection((await get("/connection")).body)).toMatchObject({
    status: "connected",
    revision: connected.revision,
  });

  const preview = await post("/connection/disconnect-preview", {});
  expect(preview.body).toMatchObject({ policy: "delete", blockers: [], startOver: false });
  const ended = await post("/connection/disconnect", { generation: preview.body["generation"] });
  expect(ended.body).toMatchObject({
    status: "not_connected",
    reason: "disconnected",
    disconnectedWhy: "user",
    account: null,
  });
  expect((await stream.until((connection) => connection.status === "not_connected")).reason).toBe("disconnected");
  expect(simulator.accounts()).toHaveLength(0);

  const again = readConnection((await post("/connection", {})).body);
  expect(again.generation).toBeGreaterThan(connected.generation);
  expect(again.account?.id).not.toBe(connected.account?.id);
  await stream.close();
});

test("a page of another tenant hears nothing, and asks in vain", async () => {
  const backEnd = await startBackEnd();
  const { get, post } = backEnd;
  const stream = await openStream(backEnd, "bob");
  expect((await stream.next()).status).toBe("not_connected");
  const own = await openStream(backEnd, "ada");
  const id = await backEnd.connected("ada");
  expect((await own.until(({ status }) => status === "connected")).account?.id).toBe(id);
  await own.close();
  expect((await get("/connection", { authorization: "bob" })).text).not.toContain(id);
  expect((await post("/connection/disconnect-preview", {}, { authorization: "bob" })).status).toBe(409);
  expect((await post("/connection/account-session", { purpose: "onboarding" }, { authorization: "bob" })).status).toBe(
    409,
  );
  const mine = readConnection((await get("/connection")).body);
  const stolen = await post("/connection/disconnect", { generation: mine.generation }, { authorization: "bob" });
  expect(stolen.status).toBe(409);
  await backEnd.connected("bob");
  const seen = await stream.until((connection) => connection.status === "connected");
  expect(stream.texts.join("")).not.toContain(id);
  expect(seen.account?.id).not.toBe(id);
  expect(seen.scope).not.toBe(mine.scope);
  await stream.close();
});

test("E8 twenty connects at once make one account, and all answers are one connection", async () => {
  const { simulator, post } = await startBackEnd();
  const answers = await Promise.all(Array.from({ length: 20 }, () => post("/connection", {})));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(new Set(answers.map(({ body }) => body["generation"])).size).toBe(1);
  expect(simulator.accounts()).toHaveLength(1);
});

test("a reader without rights sees the state, no names, and can do nothing", async () => {
  const { get, post, connected, calls, simulator } = await startBackEnd();
  const id = await connected();
  await simulator.requestIdentityDocument(id);
  await simulator.idle();
  const seen = readConnection((await get("/connection", { authorization: "member" })).body);
  expect(seen.can).toEqual({ connect: "role", update: "role", disconnect: "role", hosted: "role", dashboard: "role" });
  expect(seen.requirements.length).toBeGreaterThan(0);
  const before = calls.length;
  for (const [path, body] of [
    ["/connection", {}],
    ["/connection/account-session", { purpose: "onboarding" }],
    ["/connection/onboarding-link", {}],
    ["/connection/dashboard-link", {}],
    ["/connection/disconnect-preview", {}],
    ["/connection/disconnect", { generation: 1 }],
  ] as const) {
    const refused = await post(path, body, { authorization: "member" });
    expect([refused.status, refused.body["code"]]).toEqual([403, "forbidden"]);
  }
  expect(calls).toHaveLength(before);
});
