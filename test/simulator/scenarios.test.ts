// @vitest-environment node
import { expect, test } from "vitest";
import { type ConnectionReason, REASONS } from "../../src/core/connection.js";
import { createStripeSimulator, type ScenarioName, scenarios } from "../../src/simulator/index.js";
import disabledReasons from "../stripe/disabled-reasons.json" with { type: "json" };
import { walk } from "./scenarioAccount.js";
import { SHOWN } from "./scenarioTable.js";
import { clientOf, PARAMS } from "./stripeClient.js";

const NAMES = Object.keys(scenarios) as ScenarioName[];
const walked = new Map<ScenarioName, ReturnType<typeof walk>>();

/** Each scenario once, for all tests. */
function once(name: ScenarioName): ReturnType<typeof walk> {
  const found = walked.get(name) ?? walk(name, name === "restrictedUnheardOf");
  walked.set(name, found);
  return found;
}

test.each(NAMES)("%s: from the account of Stripe's API to the words on the card", async (name) => {
  const { shown, told } = await once(name);
  expect({ status: shown.status, reason: shown.reason, told }).toEqual(SHOWN[name]);
});

/** Reasons that are ours, and one of accounts that only the v2 API has. */
const NOT_OF_AN_ACCOUNT: readonly ConnectionReason[] = [
  "none",
  "disconnected",
  "creating",
  "awaiting_snapshot",
  "closed",
];

test("together they reach every reason that an account can have", async () => {
  const all = await Promise.all(NAMES.map(once));
  const reached = all.flatMap(({ derived, shown }) => [derived.reason, shown.reason]);
  const wanted = REASONS.filter((reason) => !NOT_OF_AN_ACCOUNT.includes(reason));
  expect(wanted.filter((reason) => !reached.includes(reason))).toEqual([]);
});

test("together they reach every disabled reason of Stripe's", async () => {
  const reached = (await Promise.all(NAMES.map(once))).map(({ derived }) => derived.disabledReason);
  expect(disabledReasons.account.map(({ value }) => value).filter((value) => !reached.includes(value))).toEqual([]);
});

test("an account that went one way can start again and go another", async () => {
  const [simulator, again] = [createStripeSimulator(), createStripeSimulator()];
  const stripe = clientOf(simulator);
  const { id } = await stripe.accounts.create(PARAMS);
  for (const name of ["rejectedWithAppeal", "capabilitiesWithdrawn", "bankAccountFailed", "listed"] as const) {
    await simulator.startAgain(id);
    await simulator.run(name, id);
  }
  await simulator.startAgain(id);
  await simulator.run("fresh", id);
  const { requirements, charges_enabled, capabilities, details_submitted } = await stripe.accounts.retrieve(id);
  const other = clientOf(again);
  const fresh = await other.accounts.retrieve((await other.accounts.create(PARAMS)).id);
  expect({ requirements, charges_enabled, capabilities, details_submitted }).toEqual({
    requirements: fresh.requirements,
    charges_enabled: fresh.charges_enabled,
    capabilities: fresh.capabilities,
    details_submitted: fresh.details_submitted,
  });
  await simulator.startAgain(id);
  await simulator.run("connected", id);
  expect(await stripe.accounts.retrieve(id)).toMatchObject({ charges_enabled: true, payouts_enabled: true });
});
