// @vitest-environment node
import { expect, test } from "vitest";
import type { AccountDashboard } from "../../src/stripe/accountFacts.js";
import { type BackEnd, type BackEndOptions, startBackEnd } from "./support/backEnd.js";

const PATH = "/connection/dashboard-link";

type Api = "v1" | "v2";

const optionsOf = (api: Api, dashboard: AccountDashboard): NonNullable<BackEndOptions["options"]> =>
  api === "v2"
    ? {
        accounts: "v2",
        countries: ["US"],
        accountParams: () => ({ contact_email: "jenny.rosen@example.com", dashboard }),
      }
    : { countries: ["US"], accountParams: () => ({ controller: { stripe_dashboard: { type: dashboard } } }) };

/** A tenant with an account that was read. `submitted`: its details were given, and Stripe approved. */
async function withAccount(api: Api, dashboard: AccountDashboard, submitted = true): Promise<BackEnd> {
  const backEnd = await startBackEnd({ webhooks: false, options: optionsOf(api, dashboard) });
  await backEnd.post("/connection", { country: "US" });
  if (submitted) await backEnd.simulator.run("connected");
  await backEnd.post("/connection/refresh");
  return backEnd;
}

const canOf = async ({ get }: BackEnd, headers = {}) => (await get("/connection", headers)).body["can"];
const loginCalls = ({ calls }: BackEnd) => calls.filter((call) => call.endsWith("/login_links")).length;

test.each(["v1", "v2"] as const)(
  "the owner of an Express account of %s gets a link, new with each press",
  async (api) => {
    const backEnd = await withAccount(api, "express");
    expect(await canOf(backEnd)).toMatchObject({ dashboard: true });
    const [first, second] = [await backEnd.post(PATH), await backEnd.post(PATH)];
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("no-store");
    expect(first.body["url"]).toMatch(/^https:\/\/connect\.stripe\.com\/express\/acct_/);
    expect(second.body["url"]).not.toBe(first.body["url"]);
    expect(loginCalls(backEnd)).toBe(2);
  },
);

test("a link is neither logged nor stored, and one answer alone has it", async () => {
  const backEnd = await withAccount("v1", "express");
  const url = String((await backEnd.post(PATH)).body["url"]);
  await backEnd.get("/connection");
  expect(backEnd.sent.filter((text) => text.includes(url))).toHaveLength(1);
  expect(JSON.stringify(backEnd.logs)).not.toContain(url);
  expect(JSON.stringify(backEnd.metrics)).not.toContain(url);
  const tenant = "org_ada";
  const stored = await backEnd.store.read("test", { tenant });
  expect(JSON.stringify([stored, await backEnd.handler.auditTrail(tenant)])).not.toContain(url);
});

test.each(["v1", "v2"] as const)(
  "an account of %s with the full dashboard has its address, without a call",
  async (api) => {
    const backEnd = await withAccount(api, "full");
    expect(await canOf(backEnd)).toMatchObject({ dashboard: true });
    expect((await backEnd.post(PATH)).body["url"]).toBe("https://dashboard.stripe.com/");
    expect(loginCalls(backEnd)).toBe(0);
  },
);

test.each(["v1", "v2"] as const)("an account of %s without a dashboard is refused, without a call", async (api) => {
  const backEnd = await withAccount(api, "none");
  expect(await canOf(backEnd)).toMatchObject({ update: true, dashboard: "unsupported" });
  const refused = await backEnd.post(PATH);
  expect([refused.status, refused.body["code"]]).toEqual([409, "dashboard_unavailable"]);
  expect(loginCalls(backEnd)).toBe(0);
});

test.each(["v1", "v2"] as const)(
  "an Express account of %s is offered none before its details are submitted",
  async (api) => {
    const backEnd = await withAccount(api, "express", false);
    expect(await canOf(backEnd)).toMatchObject({ update: true, dashboard: "unsupported" });
    expect((await backEnd.post(PATH)).body["code"]).toBe("dashboard_unavailable");
    expect(loginCalls(backEnd)).toBe(0);
  },
);

test.each(["platform_paused", "under_review", "rejected.platform_other", "action_required.requested_capabilities"])(
  "an Express account on hold (%s) is offered none before its details are submitted",
  async (hold) => {
    const backEnd = await withAccount("v1", "express", false);
    const { accountId } = (await backEnd.store.read("test", { tenant: "org_ada" })) ?? {};
    await backEnd.simulator.restrict(accountId ?? "", false, hold);
    const { can, reason } = (await backEnd.post("/connection/refresh")).body;
    expect(reason).not.toBe("details_not_submitted");
    expect(can).toMatchObject({ dashboard: "unsupported" });
    expect((await backEnd.post(PATH)).body["code"]).toBe("dashboard_unavailable");
    expect(loginCalls(backEnd)).toBe(0);
  },
);

test("a v2 account on hold is offered none before its details are submitted", async () => {
  const backEnd = await withAccount("v2", "express", false);
  const { accountId } = (await backEnd.store.read("test", { tenant: "org_ada" })) ?? {};
  await backEnd.simulator.platformPause(accountId ?? "");
  const { can, reason } = (await backEnd.post("/connection/refresh")).body;
  expect(reason).not.toBe("details_not_submitted");
  expect(can).toMatchObject({ dashboard: "unsupported" });
});

test("what Stripe refuses all the same is said to the developer in the log", async () => {
  const backEnd = await withAccount("v1", "express");
  backEnd.simulator.fail({ on: "accounts.createLoginLink", with: { status: 400, type: "invalid_request_error" } });
  const refused = await backEnd.post(PATH);
  expect([refused.status, refused.body["code"], refused.body["retryable"]]).toEqual([
    409,
    "dashboard_unavailable",
    false,
  ]);
  expect(loginCalls(backEnd)).toBe(1);
  const logged = backEnd.logs.find(({ fields }) => String(fields?.["path"]).endsWith(PATH));
  expect([logged?.message, JSON.stringify(logged?.fields)]).toEqual([
    "a request was refused",
    expect.stringContaining("StripeInvalidRequestError"),
  ]);
});

test("what the platform's own set-up lacks is not said of the account", async () => {
  const backEnd = await withAccount("v1", "express");
  const message = "Supply URLs at https://dashboard.stripe.com/settings/connect/site-links first.";
  backEnd.simulator.fail({
    on: "accounts.createLoginLink",
    with: { status: 400, type: "invalid_request_error", message },
  });
  const refused = await backEnd.post(PATH);
  expect([refused.status, refused.body["code"]]).toEqual([503, "platform_not_ready"]);
});

test("a rejected account's owner can still open it: money may be left there", async () => {
  const backEnd = await withAccount("v1", "express");
  await backEnd.simulator.run("rejectedForFraud");
  await backEnd.post("/connection/refresh");
  expect(await canOf(backEnd)).toMatchObject({ update: "terminal", dashboard: true });
  expect((await backEnd.post(PATH)).status).toBe(200);
});

test("who may not update gets none", async () => {
  const backEnd = await withAccount("v1", "express");
  const member = { authorization: "member" };
  expect(await canOf(backEnd, member)).toMatchObject({ dashboard: "role" });
  expect((await backEnd.post(PATH, {}, member)).body["code"]).toBe("forbidden");
  expect(loginCalls(backEnd)).toBe(0);
});

test("without an account there is nothing to open, and nothing after a disconnect", async () => {
  const backEnd = await startBackEnd({ webhooks: false, options: optionsOf("v1", "express") });
  expect(await canOf(backEnd)).toMatchObject({ dashboard: "not_connected" });
  expect((await backEnd.post(PATH)).body["code"]).toBe("conflict");
  await backEnd.post("/connection", { country: "US" });
  await backEnd.simulator.run("connected");
  await backEnd.post("/connection/refresh");
  const { generation } = (await backEnd.post("/connection/disconnect-preview")).body;
  await backEnd.post("/connection/disconnect", { generation });
  expect(await canOf(backEnd)).toMatchObject({ dashboard: "not_connected" });
  expect((await backEnd.post(PATH)).body["code"]).toBe("conflict");
});

test("an account that is gone at Stripe is a conflict", async () => {
  const backEnd = await withAccount("v1", "express");
  const { accountId } = (await backEnd.store.read("test", { tenant: "org_ada" })) ?? {};
  await backEnd.simulator.removeAccount(accountId ?? "");
  expect((await backEnd.post(PATH)).body["code"]).toBe("conflict");
});

test("a snapshot of an earlier version says nothing of a dashboard until the account is read", async () => {
  const backEnd = await withAccount("v1", "express");
  const { snapshot, generation = 0 } = (await backEnd.store.read("test", { tenant: "org_ada" })) ?? {};
  if (!snapshot) throw new Error("there is a snapshot");
  const { dashboard, ...earlier } = snapshot;
  expect(dashboard).toBe("express");
  const key = { tenant: "org_ada", mode: "test", generation } as const;
  const sequence = await backEnd.store.nextSequence(key);
  if (typeof sequence !== "number") throw new Error("there is a sequence");
  await backEnd.store.apply({ ...key, sequence, snapshot: earlier });
  expect(await canOf(backEnd)).toMatchObject({ dashboard: "unsupported" });
  expect((await backEnd.post(PATH)).body["code"]).toBe("dashboard_unavailable");
  await backEnd.post("/connection/refresh");
  expect(await canOf(backEnd)).toMatchObject({ dashboard: true });
});

test("E19 links are limited for each tenant, and the wait is told", async () => {
  const backEnd = await withAccount("v1", "express");
  const answers = [];
  for (let turn = 0; turn < 11; turn += 1) answers.push(await backEnd.post(PATH));
  expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429]);
  expect(Number(answers.at(-1)?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(loginCalls(backEnd)).toBe(10);
});
