// @vitest-environment node
import { readFileSync } from "node:fs";
import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { paramSource } from "../../params/paramSource.js";
import { routes } from "../../src/simulator/api/routes.js";
import { createStripeSimulator, type IgnoredParams } from "../../src/simulator/index.js";
import { PARAMS, plainClientOf } from "./stripeClient.js";

const setUp = () => {
  const ignored: IgnoredParams[] = [];
  const simulator = createStripeSimulator({ onIgnored: (each) => ignored.push(each) });
  return { simulator, stripe: plainClientOf(simulator), ignored };
};

const PARAMS_V2: Stripe.V2.Core.AccountCreateParams = {
  contact_email: "jenny.rosen@example.com",
  dashboard: "none",
  identity: { country: "us" },
  configuration: { merchant: { capabilities: { card_payments: { requested: true } } } },
};

/** What JavaScript and other languages send without types. */
const untyped = <T>(params: unknown): T => params as T;
const create = (stripe: Stripe, change: object) =>
  stripe.accounts.create(untyped<Stripe.AccountCreateParams>({ ...PARAMS, ...change }));
const createV2 = (stripe: Stripe, change: object) =>
  stripe.v2.core.accounts.create(untyped<Stripe.V2.Core.AccountCreateParams>({ ...PARAMS_V2, ...change }));

test("ST-3 the table of parameters is what the types of the installed stripe package say", { timeout: 120_000 }, () => {
  const kept = readFileSync(new URL("../../src/simulator/params/stripeParams.ts", import.meta.url), "utf8");
  expect(kept, "run `npm run params`").toBe(paramSource(routes.map(({ operation }) => operation)));
});

describe("ST-3 a name that Stripe does not know is refused, however deep it is", () => {
  test.each<[string, object]>([
    ["colour", { colour: "red" }],
    ["controller[fee]", { controller: { fee: { payer: "account" } } }],
    ["controller[fees][payers]", { controller: { fees: { payers: "account" } } }],
    ["capabilities[card_payment]", { capabilities: { card_payment: { requested: true } } }],
    ["capabilities[transfers][request]", { capabilities: { transfers: { request: true } } }],
    ["business_profile[foo]", { business_profile: { foo: "bar" } }],
    ["individual[dob][years]", { individual: { dob: { years: 1990 } } }],
    ["external_account[iban]", { external_account: { object: "bank_account", iban: "DE89" } }],
    ["settings[payouts][schedule][every]", { settings: { payouts: { schedule: { every: "day" } } } }],
  ])("%s of v1", async (param, change) => {
    const { stripe } = setUp();
    const message = `Received unknown parameter: ${param}`;
    const refusal = { statusCode: 400, code: "parameter_unknown", param, message };
    await expect(create(stripe, change)).rejects.toMatchObject(refusal);
    const { id } = await stripe.accounts.create(PARAMS);
    if (param.startsWith("controller")) return;
    await expect(stripe.accounts.update(id, untyped<Stripe.AccountUpdateParams>(change))).rejects.toMatchObject(
      refusal,
    );
  });

  test.each<[string, object]>([
    ["identity.foo", { identity: { country: "us", foo: "bar" } }],
    ["configuration.merchants", { configuration: { merchants: {} } }],
    [
      "configuration.merchant.capabilities.card_payment",
      { configuration: { merchant: { capabilities: { card_payment: {} } } } },
    ],
    [
      "identity.individual.id_numbers.0.number",
      { identity: { country: "us", individual: { id_numbers: [{ number: "1" }] } } },
    ],
  ])("%s of v2", async (param, change) => {
    const { stripe } = setUp();
    const refusal = { statusCode: 400, code: "parameter_unknown", message: `Received unknown parameter: ${param}` };
    await expect(createV2(stripe, change)).rejects.toMatchObject(refusal);
  });

  test("of sessions, links, lists and rejections", async () => {
    const { simulator, stripe } = setUp();
    const { id } = await stripe.accounts.create(PARAMS);
    const refused = (call: Promise<unknown>, param: string) =>
      expect(call).rejects.toMatchObject({ statusCode: 400, code: "parameter_unknown", param });
    const session = {
      account: id,
      components: { account_onboarding: { enabled: true, features: { nonsense: true } } },
    };
    await refused(
      stripe.accountSessions.create(untyped<Stripe.AccountSessionCreateParams>(session)),
      "components[account_onboarding][features][nonsense]",
    );
    const component = { account: id, components: { onboarding: { enabled: true } } };
    await refused(
      stripe.accountSessions.create(untyped<Stripe.AccountSessionCreateParams>(component)),
      "components[onboarding]",
    );
    const link = { account: id, type: "account_onboarding", collection_options: { field: "currently_due" } };
    await refused(
      stripe.accountLinks.create(untyped<Stripe.AccountLinkCreateParams>(link)),
      "collection_options[field]",
    );
    await refused(stripe.accounts.list(untyped<Stripe.AccountListParams>({ created: { since: 1 } })), "created[since]");
    await refused(stripe.accounts.listPersons(id, untyped<Stripe.AccountListPersonsParams>({ role: "owner" })), "role");
    await refused(stripe.accounts.reject(id, untyped<Stripe.AccountRejectParams>({ why: "other" })), "why");
    await refused(stripe.accounts.del(id, untyped<Stripe.AccountDeleteParams>({ force: true })), "force");
    expect(simulator.accounts()).toHaveLength(1);
    const persons = stripe.v2.core.accounts.persons;
    const asked = persons.list(id, untyped<{ limit?: number }>({ role: "owner" }));
    await expect(asked).rejects.toMatchObject({ statusCode: 400, code: "parameter_unknown" });
  });
});

describe("ST-3 a value of the wrong kind is refused", () => {
  test.each<[string, object, string, string?]>([
    [
      "controller[fees][payer]",
      { controller: { fees: { payer: "platform" } } },
      "Invalid controller[fees][payer]: must be one of account or application",
    ],
    [
      "business_type",
      { business_type: "llc" },
      "Invalid business_type: must be one of company, government_entity, individual, or non_profit",
    ],
    ["type", { controller: undefined, type: "premium" }, "Invalid type: must be one of custom, express, or standard"],
    [
      "capabilities[transfers][requested]",
      { capabilities: { transfers: { requested: "yes" } } },
      "Invalid boolean: yes",
    ],
    [
      "individual[dob][year]",
      { individual: { dob: { year: "MCMXC" } } },
      "Invalid integer: MCMXC",
      "parameter_invalid_integer",
    ],
    ["controller", { controller: "mine" }, "Invalid object: mine"],
    ["email", { email: { at: "example.com" } }, 'Invalid string: {"at":"example.com"}'],
    [
      "documents[company_license][files]",
      { documents: { company_license: { files: "file_1" } } },
      "Invalid array: file_1",
    ],
    [
      "settings[payouts][schedule][interval]",
      { settings: { payouts: { schedule: { interval: "hourly" } } } },
      "Invalid settings[payouts][schedule][interval]: must be one of daily, manual, monthly, or weekly",
    ],
  ])("%s", async (param, change, message, code) => {
    const { stripe } = setUp();
    await expect(create(stripe, change)).rejects.toMatchObject({ statusCode: 400, param, message, code });
  });

  test("an empty value is refused where nothing can be unset", async () => {
    const { simulator } = setUp();
    const response = await simulator.fetch("https://api.stripe.com/v1/accounts", {
      method: "POST",
      headers: { authorization: `Bearer ${simulator.secretKey}` },
      body: "business_type=&metadata=",
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: "parameter_invalid_empty", param: "business_type" } });
  });

  test.each<[string, string | undefined]>([
    ["", "parameter_invalid_empty"],
    ["zzz", undefined],
    ["dollars", undefined],
  ])("a default currency that Stripe pays out in no country: %j", async (default_currency, code) => {
    const { stripe } = setUp();
    const refusal = { statusCode: 400, code, param: "default_currency" };
    await expect(create(stripe, { default_currency })).rejects.toMatchObject(refusal);
    const { id } = await stripe.accounts.create(PARAMS);
    await expect(stripe.accounts.update(id, { default_currency })).rejects.toMatchObject(refusal);
    const defaults = { currency: default_currency || null };
    await expect(createV2(stripe, { defaults })).rejects.toMatchObject({ statusCode: 400 });
    const { id: other } = await stripe.v2.core.accounts.create(PARAMS_V2);
    const change = untyped<Stripe.V2.Core.AccountUpdateParams>({ defaults });
    await expect(stripe.v2.core.accounts.update(other, change)).rejects.toMatchObject({ statusCode: 400 });
  });

  test("a default currency is kept in lower case", async () => {
    const { stripe } = setUp();
    expect(await create(stripe, { default_currency: "EUR" })).toMatchObject({ default_currency: "eur" });
    const { id } = await stripe.v2.core.accounts.create(PARAMS_V2);
    const change = { defaults: { currency: "eur" }, include: ["defaults" as const] };
    expect((await stripe.v2.core.accounts.update(id, change)).defaults?.currency).toBe("eur");
  });

  test("of v2 by a code and a path", async () => {
    const { stripe } = setUp();
    await expect(createV2(stripe, { dashboard: "some" })).rejects.toMatchObject({
      statusCode: 400,
      code: "invalid_fields",
      message: "Invalid dashboard: must be one of express, full, or none",
    });
    await expect(createV2(stripe, { include: ["everything"] })).rejects.toMatchObject({ code: "invalid_fields" });
  });
});

describe("ST-3 what Stripe takes is taken", () => {
  test("parameters that are not played are kept, named in a header, and told to the host", async () => {
    const { stripe, ignored } = setUp();
    const account = await stripe.accounts.create({
      ...PARAMS,
      tos_acceptance: { service_agreement: "recipient" },
      external_account: "btok_us_verified",
      settings: {
        branding: { primary_color: "#635bff" },
        payouts: { schedule: { interval: "weekly", delay_days: 4 } },
      },
      documents: { company_license: { files: ["file_1"] } },
      groups: { payments_pricing: "pricing_1" },
      account_token: "ct_1",
    });
    expect(account).toMatchObject({
      tos_acceptance: { service_agreement: "recipient" },
      settings: {
        branding: { primary_color: "#635bff" },
        payouts: { schedule: { interval: "weekly", delay_days: 4 } },
      },
      groups: { payments_pricing: "pricing_1" },
    });
    const params = [
      "tos_acceptance",
      "external_account",
      "settings.branding",
      "settings.payouts",
      "documents",
      "groups",
    ];
    expect(new Headers(account.lastResponse.headers).get("stripe-simulator-ignored")?.split(", ").sort()).toEqual(
      [...params, "account_token"].sort(),
    );
    expect(ignored.map(({ operation }) => operation)).toEqual(["accounts.create"]);
    expect(ignored[0]?.params).toEqual(expect.arrayContaining(params));
    const later = await stripe.accounts.update(account.id, { settings: { branding: { secondary_color: "#0a2540" } } });
    expect(later.settings?.branding).toMatchObject({ primary_color: "#635bff", secondary_color: "#0a2540" });
  });

  test("a call that is played whole has no such header", async () => {
    const { stripe, ignored } = setUp();
    const { lastResponse } = await stripe.accounts.create({
      ...PARAMS,
      business_profile: { url: "https://a.example" },
    });
    expect(new Headers(lastResponse.headers).has("stripe-simulator-ignored")).toBe(false);
    expect(ignored).toEqual([]);
  });

  test("a replayed answer has the header of the first", async () => {
    const { stripe } = setUp();
    const call = () =>
      stripe.accounts.create({ ...PARAMS, groups: { payments_pricing: "p_1" } }, { idempotencyKey: "k" });
    for (const { lastResponse } of [await call(), await call()]) {
      expect(new Headers(lastResponse.headers).get("stripe-simulator-ignored")).toBe("groups");
    }
  });

  test("of v2, too", async () => {
    const { stripe, ignored } = setUp();
    const account = await createV2(stripe, {
      account_token: "acctok_1",
      contact_phone: "+15551234567",
      defaults: { locales: ["de-DE"] },
      configuration: {
        merchant: {
          capabilities: { card_payments: { requested: true } },
          statement_descriptor: { descriptor: "FUREVER" },
        },
      },
      include: ["defaults", "configuration.merchant"],
    });
    expect(account).toMatchObject({
      contact_phone: "+15551234567",
      defaults: { locales: ["de-DE"] },
      configuration: { merchant: { statement_descriptor: { descriptor: "FUREVER" } } },
    });
    expect([...(ignored[0]?.params ?? [])].sort()).toEqual([
      "account_token",
      "configuration.merchant.statement_descriptor",
      "contact_phone",
      "defaults.locales",
    ]);
  });
});

describe("ST-3 limits hold", () => {
  const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`key_${at}`, "x"]));

  test.each<[string, Record<string, string>, string]>([
    ["51 keys", pairs(51), "metadata"],
    ["a key of 41 characters", { ["k".repeat(41)]: "x" }, `metadata[${"k".repeat(41)}]`],
    ["a value of 501 characters", { note: "x".repeat(501) }, "metadata[note]"],
  ])("metadata: %s", async (_name, metadata, param) => {
    const { stripe } = setUp();
    await expect(create(stripe, { metadata })).rejects.toMatchObject({ statusCode: 400, param });
    await expect(createV2(stripe, { metadata })).rejects.toMatchObject({ statusCode: 400 });
  });

  test("metadata: 50 keys of 40 characters with 500 fit, and a 51st does not join them", async () => {
    const { stripe } = setUp();
    const metadata = { ...pairs(49), ["k".repeat(40)]: "x".repeat(500) };
    const { id } = await create(stripe, { metadata });
    await expect(stripe.accounts.update(id, { metadata: { more: "x" } })).rejects.toMatchObject({ param: "metadata" });
    expect((await stripe.accounts.update(id, { metadata: { more: "x", key_0: "" } })).metadata).toHaveProperty("more");
  });

  test("an idempotency key has at most 255 characters", async () => {
    const { stripe, simulator } = setUp();
    const call = (length: number) => stripe.accounts.create(PARAMS, { idempotencyKey: "k".repeat(length) });
    await expect(call(256)).rejects.toMatchObject({ statusCode: 400, type: "StripeInvalidRequestError" });
    await call(255);
    expect(simulator.accounts()).toHaveLength(1);
  });

  test.each([
    [0, "This value must be greater than or equal to 1."],
    [101, "This value must be less than or equal to 100 (it currently is '101')."],
  ])("a list of v1 has 1 to 100: %i", async (limit, message) => {
    const { stripe } = setUp();
    await expect(stripe.accounts.list({ limit })).rejects.toMatchObject({
      statusCode: 400,
      code: "parameter_invalid_integer",
      param: "limit",
      message,
    });
    expect((await stripe.accounts.list({ limit: 100 })).data).toEqual([]);
  });

  test("a list of v2 has at most 20", async () => {
    const { stripe } = setUp();
    const { id } = await createV2(stripe, {});
    const { accounts } = stripe.v2.core;
    await expect(accounts.list({ limit: 21 })).rejects.toMatchObject({ statusCode: 400, code: "invalid_fields" });
    await expect(accounts.persons.list(id, { limit: 100 })).rejects.toMatchObject({ code: "invalid_fields" });
    expect((await accounts.list({ limit: 20 })).data).toHaveLength(1);
  });
});

describe("ST-14 a reason for a rejection that the version does not have", () => {
  const liable = { controller: { losses: { payments: "application" }, fees: { payer: "application" } } };

  test("is an invalid value of a known parameter", async () => {
    const { stripe } = setUp();
    const { id } = await create(stripe, liable);
    const failure = stripe.accounts.reject(id, { reason: "fraud" });
    await expect(failure).rejects.toMatchObject({ statusCode: 400, param: "reason", code: undefined });
    await expect(failure).rejects.toThrow(/^Invalid reason: must be one of credit, .*, or terms_of_service$/);
    await expect(stripe.accounts.reject(id, untyped<Stripe.AccountRejectParams>({}))).rejects.toMatchObject({
      code: "parameter_missing",
      param: "reason",
    });
  });

  test("is taken from an older version, which has it", async () => {
    const { stripe } = setUp();
    const { id } = await create(stripe, liable);
    const rejected = await stripe.accounts.reject(id, { reason: "fraud" }, { apiVersion: "2026-07-29.dahlia" });
    expect(rejected.requirements?.disabled_reason).toBe("rejected.platform_fraud");
  });
});
