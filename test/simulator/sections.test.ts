// @vitest-environment node
import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import type { SectionData } from "../../src/simulator/account/sectionData.js";
import { createStripeSimulator, type ScenarioName } from "../../src/simulator/index.js";
import { clientOf, PARAMS } from "./stripeClient.js";

type Features = Record<string, boolean>;
interface Shown {
  granted: Record<string, Features>;
  data: SectionData;
}

const SECTIONS: Stripe.AccountSessionCreateParams.Components = {
  payouts: { enabled: true },
  payments: { enabled: true, features: { refund_management: false } },
  documents: { enabled: true },
};
const LIABLE: Stripe.AccountCreateParams = {
  ...PARAMS,
  controller: {
    stripe_dashboard: { type: "none" },
    losses: { payments: "application" },
    fees: { payer: "application" },
    requirement_collection: "application",
  },
};

async function walked(scenario: ScenarioName, params: Stripe.AccountCreateParams = PARAMS) {
  const simulator = createStripeSimulator({ randomText: numbered() });
  const stripe = clientOf(simulator);
  const { id } = await stripe.accounts.create(params);
  await simulator.run(scenario, id);
  /** As connect.js does: claims a session and asks what to draw for a component. */
  const shown = async (component = "payouts", components = SECTIONS, account = id): Promise<Shown> => {
    const { client_secret } = await stripe.accountSessions.create({ account, components });
    const post = async (what: string, body: object, token?: string) => {
      const response = await simulator.fetch(`https://simulator.test/_connect/${what}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(body),
      });
      const answer = (await response.json()) as { token: string; sections: Shown; error?: { message: string } };
      if (!response.ok) throw new Error(answer.error?.message);
      return answer;
    };
    const { token } = await post("claim", { client_secret });
    return (await post("view", { component }, token)).sections;
  };
  return { simulator, stripe, id, shown };
}

function numbered() {
  let count = 0;
  return (length: number) => String((count += 1)).padStart(length, "0");
}

describe("what a section's stand-in is told", () => {
  test("what the session grants, with every feature, and nothing of what it does not", async () => {
    const { shown } = await walked("connected");
    const { granted } = await shown();
    expect(granted).toEqual({
      payouts: {
        disable_stripe_user_authentication: false,
        edit_payout_schedule: true,
        external_account_collection: true,
        instant_payouts: true,
        standard_payouts: true,
      },
      payments: {
        capture_payments: true,
        destination_on_behalf_of_charge_management: false,
        dispute_management: true,
        refund_management: false,
        smart_disputes_management: true,
      },
      documents: {},
    });
    await expect(shown("balances")).rejects.toThrow("does not allow balances");
  });

  test("payments, payouts and sums of an account that works say the same, the same again, in its currency", async () => {
    const { shown, simulator } = await walked("connected", { ...PARAMS, country: "JP" });
    const { data } = await shown();
    expect([data.currency, data.decimals, data.country]).toEqual(["jpy", 0, "JP"]);
    expect(data.payments.length).toBeGreaterThan(0);
    expect(data.payments.every(({ amount }) => Number.isInteger(amount) && amount >= 1000)).toBe(true);
    const { charges, refunds, fees, payouts } = data.report;
    expect(payouts).toBe(charges - refunds - fees);
    expect(data.payouts.reduce((total, { amount }) => total + amount, 0)).toBe(payouts);
    expect(data.disputes.map(({ payment }) => payment)).toEqual(
      data.payments.filter(({ status }) => status === "disputed").map(({ id }) => id),
    );
    const now = simulator.clock.now() / 1000;
    expect([...data.payments, ...data.documents].every(({ created }) => created <= now)).toBe(true);
    expect((await shown("documents")).data).toEqual(data);
  });

  test("another account has other amounts, the same account the same in another process", async () => {
    const one = await walked("connected");
    const twin = await walked("connected");
    expect((await twin.shown()).data).toEqual((await one.shown()).data);
    const { id } = await one.stripe.accounts.create(PARAMS);
    await one.simulator.run("connected", id);
    const amounts = (data: SectionData) => data.payments.map(({ amount }) => amount);
    expect(amounts((await one.shown("payouts", SECTIONS, id)).data)).not.toEqual(amounts((await one.shown()).data));
  });

  test("balances are those of the account, in each of its currencies", async () => {
    const { simulator, id, shown } = await walked("connected");
    await simulator.setBalance(id, { available: 1500, currency: "isk" });
    await simulator.setBalance(id, { pending: 2_000 });
    expect((await shown()).data.balances).toEqual([
      { kind: "available", amount: 0, currency: "usd", decimals: 2 },
      { kind: "available", amount: 1500, currency: "isk", decimals: 2 },
      { kind: "pending", amount: 2000, currency: "usd", decimals: 2 },
    ]);
  });

  test.each(["fresh", "detailsNeeded", "submitted", "inReview", "taxIdMismatch"] as const)(
    "an account that never worked has nothing to show: %s",
    async (scenario) => {
      const { data } = await (await walked(scenario)).shown();
      expect([data.payments, data.payouts, data.disputes, data.documents, data.taxRegistrations]).toEqual([
        [],
        [],
        [],
        [],
        [],
      ]);
      expect(data.report).toMatchObject({ charges: 0, refunds: 0, fees: 0, payouts: 0 });
    },
  );

  test("an account that is paid out and takes no payments has payouts only", async () => {
    const { data } = await (
      await walked("connected", { ...PARAMS, capabilities: { transfers: { requested: true } } })
    ).shown();
    expect(data.payments).toEqual([]);
    expect(data.payouts.length).toBeGreaterThan(0);
    expect(data.documents.length).toBeGreaterThan(0);
  });

  test("an account that Stripe rejects keeps its past", async () => {
    const before = await walked("connected", LIABLE);
    const { data } = await before.shown();
    await before.simulator.reject(before.id);
    expect((await before.shown()).data.payouts).toEqual(data.payouts);
  });
});

describe("what Stripe refuses of a session", () => {
  const off = { payouts: { enabled: true, features: { external_account_collection: false } } };

  test("the bank account's form can't be switched off where Stripe collects the details", async () => {
    const { stripe, id } = await walked("connected");
    await expect(stripe.accountSessions.create({ account: id, components: off })).rejects.toMatchObject({
      statusCode: 400,
      param: "components[payouts][features][external_account_collection]",
    });
  });

  test("where the platform collects them it can, and Stripe's sign-in goes with it", async () => {
    const { shown } = await walked("connected", LIABLE);
    expect((await shown("payouts", off)).granted["payouts"]).toEqual({
      disable_stripe_user_authentication: true,
      // Stripe does not let an account whose losses the platform bears pay itself out by default.
      edit_payout_schedule: false,
      external_account_collection: false,
      instant_payouts: false,
      standard_payouts: false,
    });
  });

  test("smart disputes follow what is said of disputes", async () => {
    const { shown } = await walked("connected");
    const components = { payments: { enabled: true, features: { dispute_management: false } } };
    expect((await shown("payments", components)).granted["payments"]).toMatchObject({
      dispute_management: false,
      smart_disputes_management: false,
    });
  });
});
