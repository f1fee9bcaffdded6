// @vitest-environment node
import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { createStripeSimulator, type StripeSimulatorOptions } from "../../src/simulator/index.js";
import { validateThinEvent } from "../support/openapi.js";
import { clientOf, PARAMS } from "./stripeClient.js";

const THIN_SECRET = "whsec_thin";

const PARAMS_V2: Stripe.V2.Core.AccountCreateParams = {
  contact_email: "jenny.rosen@example.com",
  dashboard: "none",
  defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
  identity: { country: "us" },
  configuration: {
    merchant: { capabilities: { card_payments: { requested: true } } },
    recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
  },
  metadata: { tenant_id: "tenant_42" },
};

const INCLUDE: Stripe.V2.Core.AccountRetrieveParams["include"] = [
  "configuration.merchant",
  "configuration.recipient",
  "defaults",
  "future_requirements",
  "identity",
  "requirements",
];

interface PageV2 {
  data: { id: string }[];
  next_page_url: string | null;
  previous_page_url: string | null;
}

/** A simulator with an SDK and a destination that verifies and keeps every thin event. */
function withThinEvents(options: StripeSimulatorOptions = {}) {
  const simulator = createStripeSimulator(options);
  const stripe = clientOf(simulator);
  const thin: Stripe.V2.Core.EventNotification[] = [];
  simulator.deliverWebhooksTo(
    async (request) => {
      const body = await request.text();
      const header = request.headers.get("stripe-signature") ?? "";
      validateThinEvent(JSON.parse(body));
      thin.push(await stripe.parseEventNotificationAsync(body, header, THIN_SECRET));
      return new Response();
    },
    THIN_SECRET,
    { payload: "thin" },
  );
  return { simulator, stripe, thin };
}

const retrieve = (stripe: Stripe, id: string) => stripe.v2.core.accounts.retrieve(id, { include: INCLUDE });

describe("a v2 account", () => {
  test("is created with its configurations, and shows only what is asked for", async () => {
    const { stripe } = withThinEvents();
    const account = await stripe.v2.core.accounts.create({ ...PARAMS_V2, include: ["identity"] });
    expect(account).toMatchObject({
      object: "v2.core.account",
      applied_configurations: ["merchant", "recipient"],
      closed: false,
      dashboard: "none",
      identity: { country: "us" },
      metadata: { tenant_id: "tenant_42" },
    });
    expect(account).not.toHaveProperty("configuration");
    const whole = await retrieve(stripe, account.id);
    expect(whole.configuration?.merchant?.capabilities?.card_payments).toEqual({
      status: "restricted",
      status_details: [{ code: "requirements_past_due", resolution: "provide_info" }],
    });
    expect(whole.defaults?.responsibilities).toEqual({
      fees_collector: "stripe",
      losses_collector: "stripe",
      requirements_collector: "stripe",
    });
    expect(whole.requirements?.entries?.map(({ description }) => description)).toContain(
      "identity.attestations.terms_of_service.account.date",
    );
  });

  test("is the same account for v1, through its whole life", async () => {
    const { simulator, stripe } = withThinEvents();
    const { id } = await stripe.v2.core.accounts.create(PARAMS_V2);
    expect((await stripe.accounts.retrieve(id)).requirements?.disabled_reason).toBe("requirements.past_due");
    expect(
      await stripe.accountSessions.create({ account: id, components: { account_onboarding: { enabled: true } } }),
    ).toMatchObject({ account: id });
    await simulator.completeOnboarding(id);
    const checked = await retrieve(stripe, id);
    expect(checked.configuration?.merchant?.capabilities?.card_payments?.status).toBe("pending");
    expect(checked.requirements?.entries?.map((entry) => entry.awaiting_action_from)).toContain("stripe");
    await simulator.clock.advance("1m");
    const working = await retrieve(stripe, id);
    expect(working.configuration?.merchant?.capabilities).toMatchObject({
      card_payments: { status: "active" },
      stripe_balance: { payouts: { status: "active" } },
    });
    expect(working.identity?.business_details?.registered_name).toBe("Furever Software LLC");
    expect((await stripe.accounts.retrieve(id)).charges_enabled).toBe(true);
  });

  test("names the person that something is asked of", async () => {
    const { simulator, stripe } = withThinEvents();
    const { id } = await stripe.v2.core.accounts.create(PARAMS_V2);
    await simulator.run("identityDocumentBlurry", id);
    const { data } = await stripe.v2.core.accounts.persons.list(id);
    expect(data[0]).toMatchObject({ given_name: "Jenny", surname: "Rosen", relationship: { representative: true } });
    const [entry] = (await retrieve(stripe, id)).requirements?.entries ?? [];
    expect(entry).toMatchObject({
      description: "identity.individual.verification.document",
      errors: [{ code: "verification_document_not_readable" }],
      reference: { type: "person", resource: data[0]?.id },
    });
  });

  test("is closed with all of its configurations only, stays readable, and is gone for v1", async () => {
    const { simulator, stripe, thin } = withThinEvents();
    const { id } = await stripe.v2.core.accounts.create(PARAMS_V2);
    await expect(stripe.v2.core.accounts.close(id, { applied_configurations: ["merchant"] })).rejects.toMatchObject({
      statusCode: 400,
      code: "configs_must_match_to_close",
    });
    const closed = await stripe.v2.core.accounts.close(id, { applied_configurations: ["merchant", "recipient"] });
    expect(closed.closed).toBe(true);
    expect((await stripe.v2.core.accounts.retrieve(id)).closed).toBe(true);
    await expect(stripe.accounts.retrieve(id)).rejects.toMatchObject({ statusCode: 403, code: "account_invalid" });
    await simulator.idle();
    expect(thin.at(-1)).toMatchObject({ type: "v2.core.account.closed", related_object: { id } });
  });

  test("can't be closed in live mode while it has a balance", async () => {
    const { simulator, stripe } = withThinEvents({ mode: "live", allowInProduction: true });
    const { id } = await stripe.v2.core.accounts.create(PARAMS_V2);
    await simulator.setBalance(id, { pending: 1200 });
    const close = () => stripe.v2.core.accounts.close(id, { applied_configurations: ["merchant", "recipient"] });
    await expect(close()).rejects.toMatchObject({ code: "cannot_delete_account_with_balance" });
    await simulator.setBalance(id, { pending: 0 });
    expect((await close()).closed).toBe(true);
  });

  test("takes what Stripe requires, and says what is missing by a code", async () => {
    const { stripe } = withThinEvents();
    const create = (change: Stripe.V2.Core.AccountCreateParams) =>
      stripe.v2.core.accounts.create({ ...PARAMS_V2, ...change });
    await expect(create({ identity: {} })).rejects.toMatchObject({ code: "identity_country_required" });
    await expect(stripe.v2.core.accounts.retrieve("acct_1Nowhere")).rejects.toMatchObject({
      statusCode: 404,
      code: "not_found",
    });
    const { id } = await stripe.accounts.create(PARAMS);
    await expect(stripe.v2.core.accounts.retrieve(id)).rejects.toMatchObject({
      statusCode: 400,
      code: "v1_account_instead_of_v2_account",
    });
  });

  test("is made once by one idempotency key, and changed by an update", async () => {
    const { simulator, stripe } = withThinEvents();
    const options = { idempotencyKey: "connect-1" };
    simulator.fail({ on: "v2.core.accounts.create", with: "lost_answer" });
    await expect(stripe.v2.core.accounts.create(PARAMS_V2, options)).rejects.toThrow("connection to Stripe");
    const { id } = await stripe.v2.core.accounts.create(PARAMS_V2, options);
    expect(simulator.accounts()).toHaveLength(1);
    const other = { ...PARAMS_V2, display_name: "Other" };
    await expect(stripe.v2.core.accounts.create(other, options)).rejects.toMatchObject({
      statusCode: 400,
      rawType: "idempotency_error",
    });
    const updated = await stripe.v2.core.accounts.update(id, { display_name: "Furever", metadata: { a: "b" } });
    expect(updated).toMatchObject({ display_name: "Furever", metadata: { tenant_id: "tenant_42", a: "b" } });
    expect((await stripe.v2.core.accounts.list()).data.map((account) => account.id)).toEqual([id]);
  });
});

test("a list has pages: the next one is where Stripe says, with what was asked for, and the way back, too", async () => {
  const { simulator, stripe } = withThinEvents();
  const asked: [string, string | null][] = [];
  const answer = simulator.fetch.bind(simulator);
  simulator.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === "GET")
      asked.push([`${pathname} ${searchParams.get("limit")}`, request.headers.get("stripe-version")]);
    return answer(request);
  };
  const ids: string[] = [];
  for (let one = 0; one < 7; one += 1) ids.unshift((await stripe.v2.core.accounts.create(PARAMS_V2)).id);
  const listed: string[] = [];
  const options = { apiVersion: "2026-10-28.endive" };
  for await (const { id } of stripe.v2.core.accounts.list({ limit: 3 }, options)) listed.push(id);
  expect(listed).toEqual(ids);
  expect(asked).toEqual(Array(3).fill(["/v2/core/accounts 3", "2026-10-28.endive"]));

  const page = async (url: string | null | undefined) =>
    (await stripe.rawRequest("GET", url ?? "")) as unknown as PageV2;
  const first = await page("/v2/core/accounts?limit=3");
  expect(first.previous_page_url).toBeNull();
  const last = await page((await page(first.next_page_url)).next_page_url);
  expect([last.data.map(({ id }) => id), last.next_page_url]).toEqual([ids.slice(6), null]);
  const back = await page((await page(last.previous_page_url)).previous_page_url);
  expect(back.data.map(({ id }) => id)).toEqual(ids.slice(0, 3));
  const events = await page("/v2/core/events?limit=5&types[0]=v2.core.account.created");
  expect((await page(events.next_page_url)).data).toHaveLength(2);
  await expect(page("/v2/core/accounts?page=page_of_mine")).rejects.toMatchObject({ statusCode: 400 });
  await expect(page("/v2/core/accounts?limit=0")).rejects.toMatchObject({ statusCode: 400 });
});

describe("thin events", () => {
  test("tell that something changed and where to look, and no more", async () => {
    const { simulator, stripe, thin } = withThinEvents();
    const { id } = await stripe.v2.core.accounts.create(PARAMS_V2);
    await simulator.run("connected", id);
    await simulator.idle();
    expect(new Set(thin.map(({ type }) => type))).toEqual(
      new Set([
        "v2.core.account.created",
        "v2.core.account[requirements].updated",
        "v2.core.account[identity].updated",
        "v2.core.account[defaults].updated",
        "v2.core.account[configuration.merchant].updated",
        "v2.core.account[configuration.merchant].capability_status_updated",
        "v2.core.account[configuration.recipient].capability_status_updated",
        "v2.core.account_person.created",
        "v2.core.account_person.updated",
      ]),
    );
    const changed = thin.find(({ type }) => type.endsWith("capability_status_updated"));
    expect(changed).not.toHaveProperty("data");
    const event = await stripe.v2.core.events.retrieve(changed?.id ?? "");
    expect(event).toMatchObject({ data: { updated_capability: "card_payments" }, related_object: { id } });
    const listed = await stripe.v2.core.events.list({ object_id: id, types: ["v2.core.account.created"] });
    expect(listed.data).toHaveLength(1);
  });

  test("are of v2 accounts and go to thin destinations; the others hear of both faces by v1's events", async () => {
    const { simulator, stripe, thin } = withThinEvents();
    const types: string[] = [];
    simulator.deliverWebhooksTo(async (request) => {
      types.push(((await request.json()) as Stripe.Event).type);
      return new Response();
    }, "whsec_snapshot");
    await stripe.accounts.create(PARAMS);
    await stripe.v2.core.accounts.create(PARAMS_V2);
    await simulator.idle();
    expect(types).toEqual(["account.updated", "account.updated"]);
    expect(thin.map(({ type }) => type)).toEqual(["v2.core.account.created"]);
    const { data } = await stripe.v2.core.eventDestinations.list({ include: ["webhook_endpoint.url"] });
    expect(data.map((each) => [each.event_payload, each.events_from])).toEqual([
      ["thin", ["self"]],
      ["snapshot", ["other_accounts"]],
    ]);
  });
});
