import { fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";
import * as actionNeeded from "../../stories/ActionNeeded.stories.js";
import * as connected from "../../stories/Connected.stories.js";
import * as connecting from "../../stories/Connecting.stories.js";
import * as inProgress from "../../stories/InProgress.stories.js";
import * as notConnected from "../../stories/NotConnected.stories.js";
import * as everyScenario from "../../stories/Scenarios.stories.js";
import { scenarios } from "../../src/simulator/scenarios.js";

const stories = [notConnected, connecting, inProgress, connected, actionNeeded].flatMap((file) =>
  Object.entries(file as Record<string, { args?: { state?: unknown } }>),
);

test("every fixture has a story of its name", () => {
  const told = new Map(stories.map(([name, story]) => [name, story.args?.state]));
  const missing = Object.entries(fixtures)
    .filter(([key, fixture]) => told.get(key.charAt(0).toUpperCase() + key.slice(1)) !== fixture)
    .map(([key]) => key);
  expect(missing).toEqual([]);
});

test("every scenario has a story of its name", () => {
  const told = Object.entries(everyScenario as Record<string, { args?: { scenario?: string } }>).map(
    ([name, story]) => [name.charAt(0).toLowerCase() + name.slice(1), story.args?.scenario],
  );
  expect(
    Object.keys(scenarios).filter((name) => !told.some(([key, scenario]) => key === name && scenario === name)),
  ).toEqual([]);
});
