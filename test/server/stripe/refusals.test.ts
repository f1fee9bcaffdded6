import { describe, expect, test } from "vitest";
import { toStripeFault } from "../../../src/server/stripe/stripeFault.js";
import { type BackEnd, startBackEnd } from "../support/backEnd.js";

/** Stripe refuses a call with this error. */
function refuse({ simulator }: BackEnd, path: RegExp, status: number, error: object): void {
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!path.test(`${request.method} ${new URL(request.url).pathname}`)) return answer(request);
    const headers = { "content-type": "application/json", "request-id": "req_refused" };
    return new Response(JSON.stringify({ error: { type: "invalid_request_error", ...error } }), { status, headers });
  };
}

const CREATION = /^POST \/v1\/accounts$/;
const IN_JM = "Connected accounts in JM cannot be created by platforms in US.";

describe("SV-F7 what Stripe refuses at a creation", () => {
  test.each([
    ["by its sentence", { message: IN_JM }],
    ["by its parameter", { message: "Country 'JM' is unknown.", param: "country" }],
  ])("SV-F7 a country, known %s, is told to the person who chose it", async (_how, error) => {
    const backEnd = await startBackEnd({ webhooks: false });
    refuse(backEnd, CREATION, 400, error);
    const { status, body } = await backEnd.post("/connection");
    expect([status, body["code"]]).toEqual([422, "country_unsupported"]);
  });

  test("SV-F7 another parameter that ends in country is not the account's country", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    refuse(backEnd, CREATION, 400, { message: "Invalid.", param: "company[address][country]" });
    expect((await backEnd.post("/connection")).body["code"]).toBe("platform_not_ready");
  });

  test.each([
    ["the address that Stripe gives", { request_log_url: "https://dashboard.stripe.com/test/logs/req_refused?t=1" }],
    ["what to search for", {}],
  ])("SV-F7 the log has %s, and nothing that Stripe writes about the account", async (_what, error) => {
    const backEnd = await startBackEnd({ webhooks: false });
    const message = "Invalid email: ada@example.com. `controller[losses][payments]` can't be set with type=standard.";
    refuse(backEnd, CREATION, 400, { message, param: "controller[losses][payments]", ...error });
    const { body } = await backEnd.post("/connection");
    expect(body).toMatchObject({ code: "platform_not_ready", title: expect.stringMatching(/`stripeLog`/) });
    const told = backEnd.logs.filter((one) => one.message === "an account could not be created");
    const stripeLog =
      "request_log_url" in error ? error.request_log_url : "search for req_refused in Stripe's dashboard, under Logs";
    expect(told).toMatchObject([
      { level: "warn", fields: { stripeLog, cause: expect.stringContaining("controller[losses][payments]") } },
    ]);
    expect(JSON.stringify([backEnd.logs, backEnd.sent])).not.toMatch(/ada@example|type=standard/);
  });

  test("AT-P3 a message of half a megabyte is cut before it is read", () => {
    const message = "responsibilit".repeat(40_000);
    // Uncut it takes most of a minute, which is longer than a test may.
    expect(toStripeFault({ statusCode: 400, message }).code).toBe("platform_not_ready");
  });
});

describe("ST-5 a platform whose pages Stripe does not know, in live mode", () => {
  const message =
    "You cannot create livemode account sessions or account links until you have supplied URLs at https://dashboard.stripe.com/settings/connect/site-links for notification banner, account management, payouts, payments, and balance.";
  const accountParams = () => ({
    controller: { stripe_dashboard: { type: "express" as const } },
    capabilities: { transfers: { requested: true } },
  });

  test.each([
    ["/connection/account-session", { purpose: "onboarding" }, /^POST \/v1\/account_sessions$/],
    ["/connection/onboarding-link", {}, /^POST \/v1\/account_links$/],
  ] as const)("ST-5 %s says where to name them, and not that the account is at fault", async (path, body, call) => {
    const backEnd = await startBackEnd({ options: { accountParams } });
    await backEnd.post("/connection");
    await backEnd.settled();
    refuse(backEnd, call, 400, { message });
    const refused = await backEnd.post(path, body);
    expect([refused.status, refused.body["code"]]).toEqual([503, "platform_not_ready"]);
    expect(refused.body["title"]).toMatch(/fill in dashboard\.stripe\.com\/settings\/connect\/site-links/);
  });
});

describe("ST-5 the log of a refusal by v2", () => {
  test.each([
    ["whose class has Stripe's name", {}],
    ["whose class has not", { type: "cannot_proceed" }],
    ["of a field", { code: "invalid_fields" }],
  ])("ST-5 %s has its code and where to read on, and nothing of what Stripe writes", async (_how, more) => {
    const options = {
      accounts: "v2" as const,
      countries: ["US"],
      accountParams: () => ({ contact_email: "a@b.example" }),
    };
    const backEnd = await startBackEnd({ webhooks: false, options });
    const error = {
      code: "connect_profile_not_submitted",
      message: "Planted: 12 Main Street is not a profile.",
      ...more,
    };
    const answer = backEnd.simulator.fetch.bind(backEnd.simulator);
    backEnd.simulator.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.endsWith("/v2/core/accounts") || request.method !== "POST") return answer(request);
      return Response.json({ error }, { status: 400, headers: { "request-id": "req_refused" } });
    };
    expect((await backEnd.post("/connection", { country: "US" })).body["code"]).toBe("platform_not_ready");
    const told = backEnd.logs.filter((one) => one.message === "an account could not be created");
    expect(told).toMatchObject([
      {
        fields: {
          stripeLog: "search for req_refused in Stripe's dashboard, under Logs",
          cause: expect.stringContaining(error.code) as string,
        },
      },
    ]);
    expect(JSON.stringify([backEnd.logs, backEnd.sent])).not.toMatch(/Main Street/);
  });
});

const lacks = (right: string) => ({
  message: `The provided key 'rk_test_***abcd' does not have the required permissions for this endpoint on account 'acct_1'. Having the '${right}' permission would allow this request to continue.`,
});

describe("SV-F11 a restricted key", () => {
  test("SV-F11 that may not read its own account is told which right it lacks", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    refuse(backEnd, /^GET \/v1\/account$/, 403, lacks("rak_accounts_kyc_basic_read"));
    const { status, body } = await backEnd.post("/connection");
    expect([status, body["code"]]).toEqual([503, "platform_not_ready"]);
    expect(body["title"]).toMatch(/add rak_accounts_kyc_basic_read to it/);
    expect(JSON.stringify(backEnd.logs)).toContain("rak_accounts_kyc_basic_read");
    expect(JSON.stringify([body, backEnd.logs])).not.toContain("rk_test_");
  });

  test("SV-F11 without a name in Stripe's text is told to be widened", () => {
    const fault = toStripeFault({ statusCode: 403, message: "This is a restricted API key." });
    expect(fault.message).toMatch(/widen the key/);
  });

  test("SV-F11 that may not read balances does not stop a disconnect that keeps the account", async () => {
    const backEnd = await startBackEnd({ webhooks: false, options: { disconnectPolicy: "detach" } });
    const id = await backEnd.connected();
    refuse(backEnd, /^GET \/v1\/balance$/, 403, lacks("rak_balance_read"));
    const preview = await backEnd.post("/connection/disconnect-preview");
    expect(preview.body).toMatchObject({ policy: "detach", blockers: [], warnings: [], account: { id } });
    const told = backEnd.logs.filter(({ message }) => message === "the balance of an account can't be read");
    expect(told).toMatchObject([{ level: "warn", fields: { message: expect.stringMatching(/rak_balance_read/) } }]);
    const { generation } = preview.body;
    expect((await backEnd.post("/connection/disconnect", { generation })).body["status"]).toBe("not_connected");
    expect(backEnd.simulator.accounts()).toHaveLength(1);
  });

  test("SV-F11 that may not read balances does stop one that deletes the account, with its money", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    await backEnd.connected();
    refuse(backEnd, /^GET \/v1\/balance$/, 403, lacks("rak_balance_read"));
    const { status, body } = await backEnd.post("/connection/disconnect-preview");
    expect([status, body["code"]]).toEqual([503, "platform_not_ready"]);
    expect((await backEnd.get("/connection")).body["status"]).toBe("connected");
  });
});
