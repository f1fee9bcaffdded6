// @vitest-environment node
import { expect, it } from "vitest";
import { en } from "../../src/messages/en.js";
import { requirements } from "../../src/messages/en/requirements.js";
import { coverageOf } from "./coverage.js";

it("everything that Stripe names has words of its own", () => {
  expect(coverageOf(en, requirements).map(({ what, known, missing }) => [what, known, missing])).toEqual([
    ["error codes", 106, []],
    ["error codes of older versions", 6, []],
    ["disabled reasons of accounts", 15, []],
    ["disabled reasons of capabilities", 10, []],
    ["v2 status codes", 15, []],
    ["v1 requirement keys", 525, []],
    ["v2 requirement keys", 110, []],
    ["risk inquiries", 21, []],
  ]);
});

it("what only a fallback tells is not covered", () => {
  const without = coverageOf(
    {
      ...en,
      connection: { ...en.connection, why: { ...en.connection.why, unused: "", business: "reason_of_stripe" } },
    },
    {
      ...requirements,
      problem: (code) => (code === "invalid_tax_id" ? null : requirements.problem(code)),
      explain: (key, person) => ({
        ...requirements.explain(key, person),
        text: key === "company.tax_id" ? key : "Words.",
      }),
    },
  );
  expect(without.flatMap(({ missing }) => missing)).toEqual([
    "invalid_tax_id",
    "paused.inactivity",
    "rejected.inactivity",
    "rejected.unsupported_business",
    "unsupported_business",
    "company.tax_id",
  ]);
});
