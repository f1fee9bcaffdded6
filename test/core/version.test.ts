// @vitest-environment node
import { expect, test } from "vitest";
import { VERSION } from "../../src/core/version.js";
import { supportDetails } from "../../src/client/supportDetails.js";
import packageJson from "../../package.json" with { type: "json" };
import { inProgress } from "../support/onboardingPage.js";

test("the version that support is told is the package's", () => {
  expect(VERSION).toBe(packageJson.version);
});

test("support details are facts, a line each, and leave out what is not known", () => {
  expect(supportDetails(inProgress, { requestId: "req_7", loadFailure: "script_blocked" }).split("\n")).toEqual([
    "account: acct_1Acme",
    "mode: test",
    "status: in_progress",
    "reason: details_not_submitted",
    "disabled reason: requirements.past_due",
    "checked at: 2026-11-22T14:02:00Z",
    "last event: evt_1",
    "request: req_7",
    "form: script_blocked",
    `react-stripe-connection: ${VERSION}`,
  ]);
  expect(supportDetails(undefined)).toBe(`react-stripe-connection: ${VERSION}`);
});
