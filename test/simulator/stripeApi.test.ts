// @vitest-environment node
import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { clientOf, PARAMS, plainClientOf } from "./stripeClient.js";

const setUp = () => {
  const simulator = createStripeSimulator();
  return { simulator, stripe: clientOf(simulator) };
};

describe("accounts", () => {
  test("a new account is asked for everything and can do nothing yet", async () => {
    const { stripe } = setUp();
    const account = await stripe.accounts.create(PARAMS);
    expect(account).toMatchObject({
      object: "account",
      country: "US",
      default_currency: "usd",
      details_submitted: false,
      charges_enabled: false,
      payouts_enabled: false,
      capabilities: { card_payments: "inactive", transfers: "inactive" },
      metadata: { tenant_id: "tenant_42" },
      type: "none",
    });
    expect(account.requirements).toMatchObject({ disabled_reason: "requirements.past_due" });
    expect(account.requirements?.past_due).toEqual(account.requirements?.currently_due);
    expect(account.requirements?.currently_due).toContain("representative.first_name");
    expect(await stripe.accounts.retrieve(account.id)).toEqual({ ...account, lastResponse: undefined });
  });

  test.each(["0", "7"])("metadata has keys that are numbers: %s", async (key) => {
    const stripe = plainClientOf(createStripeSimulator());
    const { id } = await stripe.accounts.create({ ...PARAMS, metadata: { [key]: "x" } });
    expect((await stripe.accounts.retrieve(id)).metadata).toEqual({ [key]: "x" });
    expect((await stripe.accounts.update(id, { metadata: { [key]: "" } })).metadata).toEqual({});
  });

  test("metadata is changed key by key", async () => {
    const { stripe } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    const account = await stripe.accounts.update(id, { metadata: { tenant_id: "", more: "x" } });
    expect(account.metadata).toEqual({ more: "x" });
  });

  test("lists are newest first and go page by page", async () => {
    const { stripe } = setUp();
    const made = [];
    for (let count = 0; count < 5; count += 1) made.unshift((await stripe.accounts.create(PARAMS)).id);
    const listed = [];
    for await (const account of stripe.accounts.list({ limit: 2 })) listed.push(account.id);
    expect(listed).toEqual(made);
    const page = await stripe.accounts.list({ limit: 2, ending_before: made[4] ?? "" });
    expect(page.data.map(({ id }) => id)).toEqual(made.slice(2, 4));
    const { created = 0 } = page.data[0] ?? {};
    expect((await stripe.accounts.list({ created: { gte: created + 60 } })).data).toEqual([]);
    expect((await stripe.accounts.list({ created: { gte: created, lt: created + 60 } })).data).toHaveLength(5);
  });

  test("an account that is deleted can't be reached any more", async () => {
    const { stripe } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    expect(await stripe.accounts.del(id)).toMatchObject({ id, deleted: true });
    await expect(stripe.accounts.retrieve(id)).rejects.toMatchObject({ statusCode: 403, code: "account_invalid" });
    await expect(stripe.accounts.del(id)).rejects.toBeInstanceOf(Stripe.errors.StripePermissionError);
    expect((await stripe.accounts.list()).data).toEqual([]);
  });

  test("a live account with money is not deleted, a test account is", async () => {
    const live = createStripeSimulator({ mode: "live" });
    const stripe = clientOf(live);
    const { id } = await stripe.accounts.create(PARAMS);
    await live.setBalance(id, { pending: 100 });
    await expect(stripe.accounts.del(id)).rejects.toMatchObject({ statusCode: 400, type: "StripeInvalidRequestError" });
    await live.setBalance(id, { pending: 0 });
    expect(await stripe.accounts.del(id)).toMatchObject({ deleted: true });

    const { simulator, stripe: test } = setUp();
    const account = await test.accounts.create(PARAMS);
    await simulator.setBalance(account.id, { available: -500 });
    expect(await test.accounts.del(account.id)).toMatchObject({ deleted: true });
  });

  test.each([
    [{ ...PARAMS, country: "KP" }, "country_unsupported"],
    [{ ...PARAMS, country: "Germany" }, "country_code_invalid"],
    [{ ...PARAMS, email: "nobody" }, "email_invalid"],
    [{ ...PARAMS, type: "express" as const }, "parameters_exclusive"],
  ])("refuses parameters that Stripe refuses", async (params, code) => {
    const { stripe } = setUp();
    await expect(stripe.accounts.create(params)).rejects.toMatchObject({ code, statusCode: 400 });
  });

  const unknown: [string, (stripe: Stripe) => Promise<unknown>][] = [
    ["an account", (stripe) => stripe.accounts.retrieve("acct_nope")],
    ["its update", (stripe) => stripe.accounts.update("acct_nope", { metadata: { a: "b" } })],
    ["its deletion", (stripe) => stripe.accounts.del("acct_nope")],
    ["its persons", (stripe) => stripe.accounts.listPersons("acct_nope")],
    ["its capabilities", (stripe) => stripe.accounts.listCapabilities("acct_nope")],
    ["one capability", (stripe) => stripe.accounts.retrieveCapability("acct_nope", "transfers")],
    ["a balance in its name", (stripe) => stripe.balance.retrieve({}, { stripeAccount: "acct_nope" })],
    ["events in its name", (stripe) => stripe.events.list({}, { stripeAccount: "acct_nope" })],
  ];
  test.each(unknown)("ST-7 %s of an account that does not exist is refused like a lost one", async (_name, call) => {
    const simulator = createStripeSimulator({ secretKey: "sk_test_51Example000000001234" });
    await expect(call(clientOf(simulator))).rejects.toMatchObject({
      type: "StripePermissionError",
      statusCode: 403,
      code: "account_invalid",
      message:
        "The provided key 'sk_test_*****************1234' does not have access to account 'acct_nope' (or that account " +
        "does not exist). Application access may have been revoked.",
    });
  });

  test("ST-7 an account that a parameter names is missing by that parameter", async () => {
    const { stripe } = setUp();
    const components = { account_onboarding: { enabled: true } };
    await expect(stripe.accountSessions.create({ account: "acct_nope", components })).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
      param: "account",
    });
  });
});

describe("sessions, links and balances", () => {
  test("a session lists every component, those not asked for switched off", async () => {
    const { stripe, simulator } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    const session = await stripe.accountSessions.create({
      account: id,
      components: { account_onboarding: { enabled: true } },
    });
    expect(Object.keys(session.components)).toHaveLength(25);
    expect(session.components.account_onboarding.enabled).toBe(true);
    expect(session.components.payments.enabled).toBe(false);
    expect(session.expires_at * 1000).toBeGreaterThan(simulator.clock.now());
  });

  test("E18 Stripe's sign-in can't be switched off where Stripe collects the details", async () => {
    const { stripe } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    const components = {
      account_onboarding: { enabled: true, features: { disable_stripe_user_authentication: true } },
    };
    await expect(stripe.accountSessions.create({ account: id, components })).rejects.toMatchObject({ statusCode: 400 });
  });

  test("after the first session the platform can't prefill what Stripe collects", async () => {
    const { stripe } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    await stripe.accounts.update(id, { business_type: "company" });
    await stripe.accountSessions.create({ account: id, components: { account_onboarding: { enabled: true } } });
    await expect(stripe.accounts.update(id, { business_type: "individual" })).rejects.toMatchObject({
      statusCode: 400,
    });
    expect(await stripe.accounts.update(id, { metadata: { a: "b" } })).toMatchObject({ metadata: { a: "b" } });
  });

  test("hosted links are refused for the default account, and given to one with an Express dashboard", async () => {
    const { stripe } = setUp();
    const link = {
      refresh_url: "https://a.example/r",
      return_url: "https://a.example/b",
      type: "account_onboarding" as const,
    };
    const { id } = await stripe.accounts.create(PARAMS);
    await expect(stripe.accountLinks.create({ account: id, ...link })).rejects.toMatchObject({ statusCode: 400 });
    const express = await stripe.accounts.create({ ...PARAMS, controller: { stripe_dashboard: { type: "express" } } });
    expect(await stripe.accountLinks.create({ account: express.id, ...link })).toMatchObject({
      object: "account_link",
    });
  });

  test("balances are those of the account in the header", async () => {
    const { stripe, simulator } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    await simulator.setBalance(id, { available: 1200, pending: 300 });
    const own = await stripe.balance.retrieve({}, { stripeAccount: id });
    expect(own.available[0]).toMatchObject({ amount: 1200, currency: "usd" });
    expect(own.pending[0]).toMatchObject({ amount: 300 });
    expect((await stripe.balance.retrieve()).available[0]?.amount).toBe(0);
    expect(own.livemode).toBe(false);
  });

  test("capabilities are expanded on request", async () => {
    const { stripe } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    const capability = await stripe.accounts.retrieveCapability(id, "card_payments", { expand: ["account"] });
    expect(capability.account).toMatchObject({ id, object: "account" });
    await expect(stripe.accounts.retrieveCapability(id, "card_payments", { expand: ["status"] })).rejects.toMatchObject(
      { statusCode: 400 },
    );
  });
});

describe("keys and requests", () => {
  test("every answer names the request and says that it is simulated", async () => {
    const { stripe } = setUp();
    const { lastResponse } = await stripe.accounts.create(PARAMS);
    expect(new Headers(lastResponse.headers).get("stripe-simulator")).toBe("1");
    expect(lastResponse.requestId).toMatch(/^req_/);
    expect(lastResponse.apiVersion).toBe("2026-10-28.endive");
  });

  test.each(["sk_test_other", "sk_live_simulated"])("a wrong key is 401 and is not shown whole", async (key) => {
    const { simulator } = setUp();
    const failure: Stripe.errors.StripeError = await clientOf(simulator, key)
      .accounts.list()
      .then(
        () => expect.unreachable(),
        (thrown: Stripe.errors.StripeError) => thrown,
      );
    expect(failure).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(failure.message).not.toContain(key);
    expect(failure.message).toMatch(/^Invalid API Key provided: sk_(test|live)_\*+(ther|ated)$/);
  });

  test("a publishable key is told apart, and no key at all", async () => {
    const { simulator } = setUp();
    await expect(clientOf(simulator, "pk_test_simulated").accounts.list()).rejects.toMatchObject({
      code: "secret_key_required",
    });
    expect((await simulator.fetch("https://api.stripe.com/v1/accounts")).status).toBe(401);
  });

  test.each(["/v1/payouts", "/v1/tokens", "/v1/no_such_thing", "/v2/core/account_links"])(
    "ST-12 %s is not played, which the simulator says in its own words",
    async (path) => {
      const { simulator } = setUp();
      const headers = { authorization: `Bearer ${simulator.secretKey}`, "stripe-version": "2026-10-28.endive" };
      const missing = await simulator.fetch(`https://api.stripe.com${path}`, { headers });
      expect(missing.status).toBe(404);
      const { error } = (await missing.json()) as { error: Record<string, string> };
      expect(error).toMatchObject({
        code: "not_simulated",
        message: `The simulator of Stripe does not play GET ${path}. What it plays: docs/simulator.md`,
      });
      expect(JSON.stringify(error)).not.toMatch(/invalid_request_error|stripe\.com\/docs|Unrecognized/);
    },
  );

  test("an unknown parameter is Stripe's own 400", async () => {
    const { simulator } = setUp();
    const headers = { authorization: `Bearer ${simulator.secretKey}` };
    const body = "colour=red";
    const unknown = await simulator.fetch("https://api.stripe.com/v1/accounts", { method: "POST", headers, body });
    expect(await unknown.json()).toMatchObject({ error: { code: "parameter_unknown", param: "colour" } });
  });

  test("the same idempotency key gives the same account, marked as replayed", async () => {
    const { stripe } = setUp();
    const once = await stripe.accounts.create(PARAMS, { idempotencyKey: "k" });
    const again = await stripe.accounts.create(PARAMS, { idempotencyKey: "k" });
    expect(again.id).toBe(once.id);
    expect(new Headers(again.lastResponse.headers).get("idempotent-replayed")).toBe("true");
    expect((await stripe.accounts.list()).data).toHaveLength(1);
  });

  test("E12 the same idempotency key with other parameters is refused", async () => {
    const { stripe } = setUp();
    await stripe.accounts.create(PARAMS, { idempotencyKey: "k" });
    await expect(stripe.accounts.create({ ...PARAMS, country: "DE" }, { idempotencyKey: "k" })).rejects.toBeInstanceOf(
      Stripe.errors.StripeIdempotencyError,
    );
  });

  test("a refused call leaves its key free, and keys are forgotten after a day", async () => {
    const { stripe, simulator } = setUp();
    await expect(stripe.accounts.create({ ...PARAMS, country: "KP" }, { idempotencyKey: "k" })).rejects.toThrow("KP");
    const first = await stripe.accounts.create(PARAMS, { idempotencyKey: "k" });
    await simulator.clock.advance("25h");
    expect((await stripe.accounts.create(PARAMS, { idempotencyKey: "k" })).id).not.toBe(first.id);
  });

  test("while a call is under way its key is in use", async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const simulator = createStripeSimulator({ journal: { load: () => Promise.resolve([]), append: () => held } });
    const stripe = clientOf(simulator);
    const calls = Array.from({ length: 5 }, () => stripe.accounts.create(PARAMS, { idempotencyKey: "k" }));
    let refusals = 0;
    for (const call of calls) call.catch(() => (refusals += 1));
    // The first one is under way until all the others are answered.
    await expect.poll(() => refusals).toBe(4);
    letGo();
    const answers = await Promise.allSettled(calls);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = answers.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { statusCode: 409, code: "idempotency_key_in_use" } });
    expect(simulator.accounts()).toHaveLength(1);
  });
});
