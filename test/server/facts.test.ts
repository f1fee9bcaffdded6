import { expect, test } from "vitest";
import type { StoredConnection } from "../../src/server/store/storedConnection.js";
import { factsOfSnapshot } from "../../src/server/operations/facts.js";
import { snapshotOf } from "../../src/testing/storeContract/storeContractSetup.js";

const NOW = Date.parse("2026-11-23T12:00:00.000Z");
const before = (status: "connected" | "error", revision: number) =>
  ({ revision, snapshot: snapshotOf("acct_1", { status }) }) as StoredConnection;
const error = snapshotOf("acct_1", { status: "error", reason: "past_due" });

test("two instances that see the same change tell the same fact, another change tells another", () => {
  const [first] = factsOfSnapshot(before("connected", 4), error, NOW);
  const [same] = factsOfSnapshot(before("connected", 4), error, NOW);
  const [later] = factsOfSnapshot(before("connected", 9), error, NOW);
  expect(first).toMatchObject({ name: "action_needed", payload: { accountId: "acct_1", reason: "past_due" } });
  expect(same).toEqual(first);
  expect(later?.id).not.toBe(first?.id);
});

test("what stays as it was tells nothing new", () => {
  expect(factsOfSnapshot(before("error", 4), error, NOW)).toEqual([]);
});

test("a deadline is near within fourteen days, and told once for each date", () => {
  const due = (deadline: string) =>
    factsOfSnapshot(before("connected", 1), snapshotOf("acct_1", { status: "in_progress", deadline }), NOW);
  expect(due("2026-12-07T12:00:00.000Z").map(({ id }) => id)).toEqual(["deadline_near:2026-12-07T12:00:00.000Z"]);
  expect(due("2026-12-07T12:00:01.000Z")).toEqual([]);
});
