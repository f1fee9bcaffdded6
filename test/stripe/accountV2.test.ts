// @vitest-environment node
import { describe, expect, it } from "vitest";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { sampleAccount } from "./accountSamples.js";
import disabledReasons from "./disabled-reasons.json" with { type: "json" };

const ACTIVE = { status: "active", status_details: [] };
interface Detail {
  code: string;
  resolution?: string;
}

/** An account whose card payments are in a state, with nothing asked for unless told otherwise. */
function accountWith(
  status: string,
  details: Detail[],
  requirements: unknown = { entries: [] },
  changes: Record<string, unknown> = {},
) {
  const capabilities = { card_payments: { status, status_details: details }, stripe_balance: { payouts: ACTIVE } };
  return sampleAccount("account.enabled", {
    configuration: { merchant: { capabilities } },
    requirements,
    ...changes,
  });
}

const entry = (description: string, changes: Record<string, unknown> = {}) => ({
  awaiting_action_from: "user",
  description,
  errors: [],
  minimum_deadline: { status: "currently_due" },
  ...changes,
});

/** What each of Stripe's status codes means to us. */
const MEANS: Record<string, [status: string, reason: string, action: string]> = {
  determining_status: ["connecting", "syncing", "wait"],
  rejected_fraud: ["error", "rejected", "contact_stripe"],
  rejected_incomplete_verification: ["error", "rejected", "contact_stripe"],
  rejected_listed: ["error", "rejected", "contact_stripe"],
  rejected_other: ["error", "rejected", "contact_stripe"],
  rejected_platform_fraud: ["error", "rejected", "contact_platform"],
  rejected_platform_other: ["error", "rejected", "contact_platform"],
  rejected_platform_terms_of_service: ["error", "rejected", "contact_platform"],
  rejected_terms_of_service: ["error", "rejected", "contact_stripe"],
  requirements_past_due: ["connecting", "syncing", "wait"],
  requirements_pending_verification: ["in_progress", "pending_verification", "wait"],
  restricted_other: ["error", "other", "contact_stripe"],
  unsupported_business: ["error", "other", "contact_stripe"],
  unsupported_country: ["error", "requested_capabilities", "contact_platform"],
  unsupported_entity_type: ["error", "requested_capabilities", "contact_platform"],
};

describe("a capability of a v2 account", () => {
  it.each(disabledReasons.v2CapabilityStatus.statusDetailCodes)("that is off for %s", (code) => {
    const [status, reason, action] = MEANS[code] ?? [];
    const account = accountWith(code.startsWith("rejected") ? "rejected" : "restricted", [{ code }]);
    expect(deriveConnection(account)).toMatchObject({ status, reason, action });
  });

  it.each([
    ["unsupported", [], "other"],
    ["rejected", [], "rejected"],
    ["rejected", [{ code: "requirements_past_due" }], "rejected"],
    ["frozen_by_the_next_version", [], "unknown"],
    ["restricted", [{ code: "of_the_next_version", resolution: "no_resolution" }], "unknown"],
  ])("that is %s with the codes %j does not wait for ever", (status, details, reason) => {
    expect(deriveConnection(accountWith(status, details))).toMatchObject({ status: "error", reason, waitingOn: "nobody" });
  });

  it("leaves to the requirements what a new code says can be mended by information", () => {
    const details = [{ code: "of_the_next_version", resolution: "provide_info" }];
    const account = accountWith("restricted", details, { entries: [entry("identity.business_details.phone")] });
    expect(deriveConnection(account)).toMatchObject({ status: "in_progress", action: "open_onboarding" });
  });

  it.each([
    [["determining_status", "unsupported_country"], "unsupported_country", "requested_capabilities"],
    [["requirements_past_due", "rejected_other"], "rejected_other", "rejected"],
    [["unsupported_country", "rejected_other"], "rejected_other", "rejected"],
  ])("with the codes %j is told by the gravest, %s", (codes, code, reason) => {
    for (const order of [codes, codes.toReversed()]) {
      const derived = deriveConnection(accountWith("restricted", order.map((one) => ({ code: one }))));
      expect(derived.reason).toBe(reason);
      expect(derived.capabilities.find(({ name }) => name === "card_payments")?.reason).toBe(code);
    }
  });

  it("that the platform needs and never requested is the platform's turn", () => {
    const account = sampleAccount("account.enabled");
    expect(deriveConnection(account, { requiredCapabilities: ["sepa_debit_payments"] })).toMatchObject({
      status: "error",
      reason: "requested_capabilities",
      waitingOn: "platform",
    });
  });
});

describe("the requirements of a v2 account", () => {
  const derived = (requirements: unknown, future: unknown = null) =>
    deriveConnection(accountWith("active", [], requirements, { future_requirements: future }));
  const states = (connection: ReturnType<typeof deriveConnection>) =>
    connection.requirements.map(({ key, state, deadline }) => [key, state, deadline]);

  it("wait for whom Stripe says, as urgently as it says", () => {
    const entries = [
      entry("a", { minimum_deadline: { status: "past_due" } }),
      entry("b"),
      entry("c", { awaiting_action_from: "stripe" }),
      entry("d", { minimum_deadline: { status: "eventually_due" } }),
    ];
    expect(states(derived({ entries }))).toEqual([
      ["a", "past_due", null],
      ["b", "due", null],
      ["c", "pending", null],
    ]);
  });

  it("without a minimum of their own are as urgent as the most urgent of what they restrict", () => {
    const restricting = (...statuses: string[]) => ({
      minimum_deadline: null,
      impact: {
        restricts_capabilities: statuses.map((status) => ({
          capability: "card_payments",
          configuration: "merchant",
          deadline: { status },
        })),
      },
    });
    const entries = [
      entry("a", restricting("eventually_due", "past_due")),
      entry("b", restricting("currently_due", "eventually_due")),
      entry("c", restricting("eventually_due")),
      entry("d", restricting()),
    ];
    expect(states(derived({ entries }))).toEqual([
      ["a", "past_due", null],
      ["b", "due", null],
      ["d", "due", null],
    ]);
  });

  it("have the summary's date where they have its status", () => {
    const time = "2026-12-06T00:00:00.000Z";
    const entries = [entry("a"), entry("b", { minimum_deadline: { status: "past_due" } })];
    const summary = { minimum_deadline: { status: "currently_due", time } };
    expect(states(derived({ entries, summary }))).toEqual([
      ["b", "past_due", null],
      ["a", "due", time],
    ]);
  });

  it("of the future are wanted by the day on which they begin to count", () => {
    const minimum_transition_date = "2027-01-01T00:00:00Z";
    const later = { entries: [entry("a"), entry("b", { awaiting_action_from: "stripe" })], minimum_transition_date };
    const connection = derived({ entries: [] }, later);
    expect(states(connection)).toEqual([
      ["b", "pending", null],
      ["a", "upcoming", "2027-01-01T00:00:00.000Z"],
    ]);
    expect(connection).toMatchObject({ reason: "future_requirements", deadline: "2027-01-01T00:00:00.000Z" });
  });

  it("are asked for once where one does instead of another, with what was wrong with it", () => {
    const instead = entry("identity.business_details.documents.company_tax_id_verification", {
      errors: [{ code: "verification_document_expired", description: "It has expired." }],
    });
    const key = "identity.business_details.id_numbers.us_ein";
    const connection = derived({
      entries: [entry(key), entry(instead.description)],
      alternatives: [{ original_entries: [{ description: key }], options: [{ entries: [instead] }] }],
    });
    expect(connection.requirements).toMatchObject([
      { key, error: { code: "verification_document_expired", reason: "It has expired." } },
    ]);
  });
});
