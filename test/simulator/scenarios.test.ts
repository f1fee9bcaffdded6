// @vitest-environment node
import { expect, test } from "vitest";
import { type ConnectionReason, REASONS } from "../../src/core/connection.js";
import { type ScenarioName, scenarios } from "../../src/simulator/index.js";
import disabledReasons from "../stripe/disabled-reasons.json" with { type: "json" };
import { walk } from "./scenarioAccount.js";
import { SHOWN } from "./scenarioTable.js";

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
