// @vitest-environment node
import type Stripe from "stripe";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { clientOf, PARAMS, SECRET, withEvents } from "./stripeClient.js";

/** What an endpoint's function received, unverified. */
const listening = (options = {}) => {
  const simulator = createStripeSimulator();
  const received: Request[] = [];
  const status = { now: 200 };
  simulator.deliverWebhooksTo(
    (request) => {
      received.push(request);
      return Promise.resolve(new Response(null, { status: status.now }));
    },
    SECRET,
    options,
  );
  return { simulator, stripe: clientOf(simulator), received, status };
};

describe("events", () => {
  test("an event is signed, names its account, and has the old values of what changed", async () => {
    const { simulator, stripe, events } = withEvents();
    const { id } = await stripe.accounts.create(PARAMS);
    await simulator.completeOnboarding(id);
    await simulator.clock.advance("1m");
    // Stripe promises no order of arrival, and neither does the simulator.
    const enabled = events.find(
      ({ data }) => data.previous_attributes && "charges_enabled" in data.previous_attributes,
    );
    expect(enabled).toMatchObject({
      object: "event",
      type: "account.updated",
      account: id,
      livemode: false,
      api_version: "2026-10-28.endive",
      data: {
        object: { id, charges_enabled: true },
        previous_attributes: { charges_enabled: false, capabilities: { card_payments: "pending" } },
      },
    });
    expect(enabled?.data.previous_attributes).not.toHaveProperty("email");
    const capabilities = events.filter(({ type }) => type === "capability.updated");
    expect(capabilities).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ previous_attributes: expect.objectContaining({ status: "inactive" }) }),
      }),
    );
  });

  test("a delivery that waits for its turn to leave is not given up before it left", async () => {
    const simulator = createStripeSimulator();
    const stripe = clientOf(simulator);
    simulator.deliverWebhooksTo(async ({ signal }) => {
      signal.throwIfAborted();
      return new Response();
    }, SECRET);
    await simulator.holdWebhooks();
    await stripe.accounts.create(PARAMS);
    await stripe.accounts.create(PARAMS);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    // The first one is signed for half a minute, as the last of some thousand waits for its turn.
    const sign = vi.spyOn(crypto.subtle, "sign");
    onTestFinished(() => sign.mockRestore());
    let finish: (signature: ArrayBuffer) => void = () => undefined;
    sign.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
    const released = simulator.releaseWebhooks();
    await vi.waitFor(() => expect(sign).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(30_000);
    finish(new ArrayBuffer(32));
    await released;
    await simulator.idle();
    const [first, ...others] = simulator.webhookAttempts();
    expect(first?.status).toBeNull();
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
  });

  test("each endpoint has a secret of its own", async () => {
    const { simulator, stripe, received } = listening();
    const others: Request[] = [];
    simulator.deliverWebhooksTo((request) => {
      others.push(request);
      return Promise.resolve(new Response());
    }, "whsec_other");
    await stripe.accounts.create(PARAMS);
    await simulator.idle();
    const verify = async (request: Request | undefined, secret: string) =>
      stripe.webhooks.constructEventAsync(
        await request!.clone().text(),
        request!.headers.get("stripe-signature") ?? "",
        secret,
      );
    await expect(verify(received[0], SECRET)).resolves.toMatchObject({ object: "event" });
    await expect(verify(others[0], "whsec_other")).resolves.toMatchObject({ object: "event" });
    await expect(verify(others[0], SECRET)).rejects.toThrow("signature");
  });

  test.each(["standard", "express", "custom"] as const)(
    "ST-8 an account of type %s that the platform deletes is told of as deauthorized, to Connect endpoints alone",
    async (type) => {
      const { simulator, stripe, events } = withEvents();
      const platform: string[] = [];
      const own = async (request: Request) => {
        platform.push(((await request.json()) as Stripe.Event).type);
        return new Response();
      };
      simulator.deliverWebhooksTo(own, "whsec_own", { connect: false });
      const { id } = await stripe.accounts.create({ type });
      const { lastResponse } = await stripe.accounts.del(id);
      await simulator.idle();
      expect(events.at(-1)).toMatchObject({
        object: "event",
        type: "account.application.deauthorized",
        account: id,
        livemode: false,
        data: { object: { object: "application", id: expect.stringMatching(/^ca_/) as string } },
        request: { id: lastResponse.requestId },
      });
      expect(events.filter((event) => event.type === "account.application.deauthorized")).toHaveLength(1);
      expect(platform).toEqual([]);
    },
  );

  test("an endpoint of the platform's own scope hears nothing of connected accounts", async () => {
    const { simulator, stripe, received } = listening({ connect: false });
    await stripe.accounts.create(PARAMS);
    await simulator.clock.advance("1d");
    expect(received).toEqual([]);
  });

  test("G2 an endpoint without a secret is refused", () => {
    const { simulator } = listening();
    expect(() => simulator.deliverWebhooksTo("http://127.0.0.1:1/", "  ")).toThrow("needs a secret");
  });

  test("a change that changes nothing is no event", async () => {
    const { simulator, stripe, events } = withEvents();
    const { id } = await stripe.accounts.create(PARAMS);
    await stripe.accounts.update(id, { metadata: { tenant_id: "tenant_42" } });
    await simulator.idle();
    expect(events).toHaveLength(1);
  });
});

describe("delivery", () => {
  test("a bad answer is tried again, later each time, with a fresh signature, and given up at last", async () => {
    const { simulator, stripe, received, status } = listening();
    status.now = 500;
    await stripe.accounts.create(PARAMS);
    await simulator.idle();
    expect(received).toHaveLength(1);
    await simulator.clock.advance("4s");
    expect(received).toHaveLength(1);
    await simulator.clock.advance("1s");
    expect(received).toHaveLength(2);
    await simulator.clock.advance("1m");
    expect(received).toHaveLength(3);
    await simulator.clock.advance("30d");
    expect(received).toHaveLength(5);
    expect(simulator.webhookAttempts().map(({ attempt, status: answer }) => [attempt, answer])).toEqual(
      [1, 2, 3, 4, 5].map((attempt) => [attempt, 500]),
    );
  });

  test("a redirect is no delivery, and neither is a broken line", async () => {
    const { simulator, stripe, status, received } = listening();
    status.now = 302;
    await stripe.accounts.create(PARAMS);
    await simulator.idle();
    status.now = 200;
    await simulator.clock.advance("5s");
    await simulator.clock.advance("1d");
    expect(received).toHaveLength(2);

    const broken = createStripeSimulator();
    broken.deliverWebhooksTo(() => Promise.reject(new TypeError("fetch failed")), SECRET);
    await clientOf(broken).accounts.create(PARAMS);
    await broken.idle();
    expect(broken.webhookAttempts()).toMatchObject([{ attempt: 1, status: null }]);
  });

  test("events held back come when they are released, as often and in the order that is asked for", async () => {
    const { simulator, stripe, received } = listening();
    await simulator.holdWebhooks();
    const { id } = await stripe.accounts.create(PARAMS);
    await simulator.answer(id, { business_type: "company" });
    await simulator.clock.advance("1h");
    expect(received).toEqual([]);
    await simulator.releaseWebhooks({ order: "reversed", times: 2 });
    await simulator.idle();
    const events = (await Promise.all(received.map((request) => request.json()))) as Stripe.Event[];
    expect(events).toHaveLength(4);
    expect(new Set(events.map((event) => event.id)).size).toBe(2);
    expect(events[0]?.created).toBeGreaterThanOrEqual(events.at(-1)?.created ?? 0);
    expect(events[0]?.data.object).toMatchObject({ business_type: "company" });
    expect(events.at(-1)?.data.object).toMatchObject({ business_type: null });
  });

  test("what is released leaves in its order, also where the first takes longest to sign", async () => {
    const { simulator, stripe, received } = listening();
    await simulator.holdWebhooks();
    const { id } = await stripe.accounts.create(PARAMS);
    await simulator.answer(id, { business_type: "company" });
    const sign = vi.spyOn(crypto.subtle, "sign");
    onTestFinished(() => sign.mockRestore());
    sign.mockImplementationOnce(async (...given) => {
      await new Promise((resume) => setTimeout(resume, 50));
      return crypto.subtle.sign(...given);
    });
    await simulator.releaseWebhooks();
    await simulator.idle();
    const events = (await Promise.all(received.map((request) => request.json()))) as Stripe.Event[];
    expect(events.map(({ data }) => (data.object as Stripe.Account).business_type)).toEqual([null, "company"]);
  });

  test("an endpoint may ask Stripe about the account while it is being told", async () => {
    const simulator = createStripeSimulator();
    const stripe = clientOf(simulator);
    const seen: boolean[] = [];
    simulator.deliverWebhooksTo(async (request) => {
      const event = (await request.json()) as { account: string };
      seen.push((await stripe.accounts.retrieve(event.account)).details_submitted);
      return new Response();
    }, SECRET);
    const { id } = await stripe.accounts.create(PARAMS);
    await simulator.completeOnboarding(id);
    await simulator.idle();
    expect(seen.at(-1)).toBe(true);
  });

  test("closing ends what is under way, and nothing comes after", async () => {
    const simulator = createStripeSimulator({ clock: "real", verificationDelay: 5 });
    let waiting: Request | undefined;
    simulator.deliverWebhooksTo((request) => {
      waiting = request;
      return new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(new Error("gone"))));
    }, SECRET);
    await clientOf(simulator).accounts.create(PARAMS);
    await expect.poll(() => waiting).toBeDefined();
    await simulator.close();
    expect(waiting?.signal.aborted).toBe(true);
    expect(simulator.webhookAttempts()).toEqual([]);
  });
});
