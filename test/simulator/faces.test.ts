// @vitest-environment node
import type Stripe from "stripe";
import { describe, expect, onTestFinished, test } from "vitest";
import type { DerivedConnection } from "../../src/core/connection.js";
import { createStripeSimulator, type ScenarioName, scenarios } from "../../src/simulator/index.js";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { clientOf } from "./stripeClient.js";

const merchant = { capabilities: { card_payments: { requested: true } } };
const recipient = { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } };
/** What accounts are for, by what they request. */
const KINDS = {
  "payments and transfers": { merchant, recipient },
  "transfers alone": { recipient },
  "payments alone": { merchant },
} satisfies Record<string, Stripe.V2.Core.AccountCreateParams.Configuration>;

const NEW: Stripe.V2.Core.AccountCreateParams = {
  contact_email: "jenny.rosen@example.com",
  dashboard: "none",
  defaults: { responsibilities: { fees_collector: "stripe", losses_collector: "stripe" } },
  identity: { country: "us" },
};
const include: Stripe.V2.Core.AccountRetrieveParams.Include[] = [
  "configuration.merchant",
  "configuration.recipient",
  "future_requirements",
  "identity",
  "requirements",
];

/** What a person is told of it. The requirements' keys are each API's own, and so is the order of their groups. */
const told = ({ status, reason, action, waitingOn, payments, payouts, deadline, requirements }: DerivedConnection) => ({
  status,
  reason,
  action,
  waitingOn,
  payments,
  payouts,
  deadline,
  requirements: requirements.map((one) => `${one.state} ${one.deadline} ${one.error?.code}`).sort(),
});

/** v2 has one code for all of these: restricted, for another reason. */
const NO_WORD_IN_V2 = new Set<ScenarioName>(["listed", "underReview", "platformPaused"]);
/** v1 can't be asked any more, or says what its own document does not know. */
const NO_V1 = new Set<ScenarioName>(["removedAtStripe", "restrictedUnheardOf"]);

/** The same account, walked through a scenario and read by both APIs. */
async function readTwice(name: ScenarioName, kind: keyof typeof KINDS = "payments and transfers") {
  const simulator = createStripeSimulator();
  onTestFinished(() => simulator.close());
  const stripe = clientOf(simulator);
  const { id } = await stripe.v2.core.accounts.create({ ...NEW, configuration: KINDS[kind] });
  await simulator.run(name, id);
  return {
    v1: told(deriveConnection(await stripe.accounts.retrieve(id))),
    v2: told(deriveConnection(await stripe.v2.core.accounts.retrieve(id, { include }))),
  };
}

const all = Object.keys(scenarios) as ScenarioName[];
const readByBoth = all.filter((name) => !NO_V1.has(name) && !NO_WORD_IN_V2.has(name));

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])("ST-1 an account that requests %s", (kind) => {
  test.each(readByBoth)("%s means the same, read by v1 or by v2", async (name) => {
    const { v1, v2 } = await readTwice(name, kind);
    expect(v2).toEqual(v1);
  });
});

test.each([...NO_WORD_IN_V2])("%s is stopped for v2 too, which has no word for why", async (name) => {
  expect((await readTwice(name)).v2).toMatchObject({ status: "error", reason: "other", action: "contact_stripe" });
});
