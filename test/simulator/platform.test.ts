// @vitest-environment node
import { describe, expect, test } from "vitest";
import type Stripe from "stripe";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { clientOf, PARAMS, withEvents } from "./stripeClient.js";

const answersOk = () => Promise.resolve(new Response());

/** Accounts that the platform is liable for: those it may reject. */
const LIABLE: Stripe.AccountCreateParams = {
  ...PARAMS,
  controller: {
    stripe_dashboard: { type: "none" },
    losses: { payments: "application" },
    fees: { payer: "application" },
    requirement_collection: "application",
  },
};

describe("what Stripe says of the platform", () => {
  test("endpoints are listed newest first, with their scope and events, and without their secrets", async () => {
    const simulator = createStripeSimulator();
    const stripe = clientOf(simulator);
    simulator.deliverWebhooksTo(answersOk, "whsec_platform", { connect: false, url: "https://app.example.com/own" });
    simulator.deliverWebhooksTo(answersOk, "whsec_connect", {
      url: "https://app.example.com/connect",
      events: ["account.updated", "person.updated"],
    });
    simulator.deliverWebhooksTo(answersOk, "whsec_thin", { payload: "thin" });
    const { data } = await stripe.webhookEndpoints.list();
    expect(data.map(({ url, application, enabled_events }) => [url, application !== null, enabled_events])).toEqual([
      ["https://app.example.com/connect", true, ["account.updated", "person.updated"]],
      ["https://app.example.com/own", false, ["*"]],
    ]);
    expect(data[0]).toMatchObject({ status: "enabled", livemode: false, api_version: "2026-10-28.endive" });
    expect(data[0]).not.toHaveProperty("secret");
    expect((await stripe.webhookEndpoints.retrieve(data[0]?.id ?? "")).url).toBe("https://app.example.com/connect");
  });

  test("an endpoint is told of its own events only, and no longer once it was taken away", async () => {
    const simulator = createStripeSimulator();
    const stripe = clientOf(simulator);
    const told: string[] = [];
    const leave = simulator.deliverWebhooksTo(
      async (request) => {
        told.push(((await request.json()) as Stripe.Event).type);
        return new Response();
      },
      "whsec_test",
      { events: ["person.created"] },
    );
    const { id } = await stripe.accounts.create(PARAMS);
    await simulator.completeOnboarding(id);
    await simulator.idle();
    expect(told).toEqual(["person.created"]);
    leave();
    expect((await stripe.webhookEndpoints.list()).data).toEqual([]);
  });

  test("its own account and balance, and the events of one account", async () => {
    const { simulator, stripe, events } = withEvents();
    const [{ id }, other] = [await stripe.accounts.create(PARAMS), await stripe.accounts.create(PARAMS)];
    await simulator.idle();
    expect((await stripe.accounts.retrieveCurrent()).id).not.toBe(id);
    expect((await stripe.balance.retrieve()).livemode).toBe(false);
    expect((await stripe.events.list()).data).toEqual([]);
    const own = await stripe.events.list({ types: ["account.updated"] }, { stripeAccount: id });
    expect(own.data.map((event) => event.account)).toEqual([id]);
    expect(events).toContainEqual(expect.objectContaining({ id: own.data[0]?.id }));
    const again = await stripe.events.retrieve(own.data[0]?.id ?? "", {}, { stripeAccount: id });
    expect(again.id).toBe(own.data[0]?.id);
    expect((await stripe.events.list({ type: "person.*" }, { stripeAccount: other.id })).data).toEqual([]);
  });

  test("a platform that is liable rejects an account, and takes it back", async () => {
    const { simulator, stripe } = withEvents();
    const { id } = await stripe.accounts.create(LIABLE);
    await simulator.run("connected", id);
    const rejected = await stripe.accounts.reject(id, { reason: "fraud_other" });
    expect(rejected.requirements?.disabled_reason).toBe("rejected.platform_fraud");
    expect(rejected.charges_enabled).toBe(false);
    expect((await stripe.accounts.unreject(id)).charges_enabled).toBe(true);
    const mine = await stripe.accounts.create(PARAMS);
    await expect(stripe.accounts.reject(mine.id, { reason: "other" })).rejects.toMatchObject({ statusCode: 400 });
  });
});
