// @vitest-environment node
import { describe, expect, it } from "vitest";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import { type Expectation, accountSamples, sampleAccount } from "./accountSamples.js";

const connectedAt = "2026-10-27T00:00:00.000Z";

function expectDerived(derived: ReturnType<typeof deriveConnection>, expected: Expectation) {
  const { groups, ...rest } = expected;
  expect(derived).toMatchObject(rest);
  if (groups) expect([...new Set(derived.requirements.map((one) => one.group))].sort()).toEqual(groups);
}

describe("every account sample", () => {
  it("is there", () => {
    expect(accountSamples).toHaveLength(23);
  });

  it.each(accountSamples)("$name gives what it expects", (sample) => {
    expectDerived(deriveConnection(sample.account), sample.expect);
  });

  it.each(accountSamples)("$name gives what it expects when it was connected before", (sample) => {
    const derived = deriveConnection(sample.account, { connectedAt });
    // The v2 samples say nothing about this case. The rules are the same for both.
    const stopped = sample.name === "account.identity-document" ? { status: "error", reason: "identity_document" } : null;
    expectDerived(derived, stopped ?? sample.expectWhenConnectedBefore ?? sample.expect);
  });
});

describe("no account", () => {
  it.each([null, undefined, "", 7, true, []])("%j is not connected", (account) => {
    expect(deriveConnection(account)).toMatchObject({
      status: "not_connected",
      reason: "none",
      action: "connect",
      waitingOn: "you",
      payments: "inactive",
      payouts: "inactive",
    });
  });

  it("a closed v2 account reads closed", () => {
    expect(deriveConnection(sampleAccount("account.closed")).reason).toBe("closed");
  });
});

function disabled(reason: string, requirements: Record<string, unknown> = {}) {
  return sampleAccount("rejected-other", { requirements: { disabled_reason: reason, ...requirements } });
}

describe("rules 1 to 4: disabled for other reasons than requirements", () => {
  const appeal = { currently_due: ["interv_abc.rejection_appeal.form"] };

  it.each(["rejected.fraud", "rejected.platform_fraud", "rejected.something_new"])("%s with an appeal opens it", (reason) => {
    expect(deriveConnection(disabled(reason, appeal))).toMatchObject({
      status: "error",
      reason: "rejected",
      action: "open_onboarding",
      waitingOn: "you",
    });
  });

  it("requested capabilities are the platform's turn", () => {
    expect(deriveConnection(disabled("action_required.requested_capabilities"))).toMatchObject({
      status: "error",
      reason: "requested_capabilities",
      action: "contact_platform",
      waitingOn: "platform",
    });
  });

  it.each([
    ["other", "other"],
    ["a_reason_from_next_year", "unknown"],
  ])("%s is an error that asks for what is due, or else for Stripe", (value, reason) => {
    expect(deriveConnection(disabled(value))).toMatchObject({ status: "error", reason, action: "contact_stripe" });
    expect(deriveConnection(disabled(value, { past_due: ["interv_abc.url_inquiry.form"] }))).toMatchObject({
      status: "error",
      reason,
      action: "open_onboarding",
    });
  });

  it("is decided before the form is finished", () => {
    const account = { ...disabled("under_review"), details_submitted: false };
    expect(deriveConnection(account).reason).toBe("under_review");
  });
});

describe("rules 5 to 9", () => {
  it("details that were never submitted are progress, also after a connection", () => {
    expect(deriveConnection(sampleAccount("brand-new"), { connectedAt })).toMatchObject({
      status: "in_progress",
      reason: "details_not_submitted",
    });
  });

  it("what will be due one day never nags", () => {
    const account = sampleAccount("enabled", { requirements: { eventually_due: ["individual.id_number"] } });
    expect(deriveConnection(account)).toMatchObject({ status: "connected", reason: "ok", requirements: [] });
  });

  it.each([
    [false, true, "charges_disabled"],
    [true, false, "payouts_disabled"],
    [false, false, "past_due"],
    [true, true, "past_due"],
  ])("charges %s and payouts %s with something overdue reads %s", (charges, payouts, reason) => {
    const account = sampleAccount("past-due", { charges_enabled: charges, payouts_enabled: payouts });
    expect(deriveConnection(account)).toMatchObject({ status: "in_progress", reason });
    expect(deriveConnection(account, { connectedAt })).toMatchObject({ status: "error", reason });
  });

  it("nothing due, nothing checked and still off is Stripe syncing", () => {
    const account = sampleAccount("enabled", { charges_enabled: false, payouts_enabled: false });
    expect(deriveConnection(account)).toMatchObject({ status: "connecting", reason: "syncing", action: "wait" });
  });

  it("a fresh account without requirements at all is a form to fill", () => {
    expect(deriveConnection({ id: "acct_1", object: "account" })).toMatchObject({
      status: "in_progress",
      reason: "details_not_submitted",
      action: "open_onboarding",
    });
  });
});

describe("required capabilities", () => {
  const payoutsOff = sampleAccount("enabled", { payouts_enabled: false });

  it("replace the two booleans", () => {
    expect(deriveConnection(payoutsOff).status).toBe("connecting");
    expect(deriveConnection(payoutsOff, { requiredCapabilities: ["card_payments"] })).toMatchObject({
      status: "connected",
      payments: "active",
      payouts: "inactive",
    });
  });

  it("that the account lacks keep it from being connected", () => {
    const options = { requiredCapabilities: ["card_payments", "klarna_payments"] };
    expect(deriveConnection(sampleAccount("enabled"), options).status).not.toBe("connected");
  });

  it("decide for a v2 account whose other capability was rejected", () => {
    const account = sampleAccount("account.enabled");
    const merchant = { capabilities: { card_payments: { status: "active" }, klarna_payments: { status: "rejected" } } };
    account["configuration"] = { merchant };
    expect(deriveConnection(account, { requiredCapabilities: ["card_payments"] }).status).toBe("connected");
    expect(deriveConnection(account, { requiredCapabilities: ["klarna_payments"] })).toMatchObject({
      status: "error",
      reason: "rejected",
      action: "contact_stripe",
    });
  });
});

describe("payments and payouts", () => {
  const flows = (name: string, options = {}) => {
    const { payments, payouts } = deriveConnection(sampleAccount(name), options);
    return [payments, payouts];
  };
  it("are two facts", () => {
    expect(flows("enabled")).toEqual(["active", "active"]);
    expect(flows("payouts-disabled-bank-errored")).toEqual(["active", "inactive"]);
    expect(flows("payouts-disabled-bank-errored", { connectedAt })).toEqual(["active", "paused"]);
  });
  it("are pending while Stripe checks, inactive before", () => {
    expect(flows("pending-verification")).toEqual(["pending", "pending"]);
    expect(flows("under-review")).toEqual(["pending", "pending"]);
    expect(flows("brand-new")).toEqual(["inactive", "inactive"]);
    expect(flows("past-due")).toEqual(["inactive", "inactive"]);
  });
  it("are paused where they worked before, or the platform paused them", () => {
    expect(flows("past-due", { connectedAt })).toEqual(["paused", "paused"]);
    expect(flows("rejected-fraud", { connectedAt })).toEqual(["paused", "paused"]);
    expect(flows("platform-paused")).toEqual(["paused", "paused"]);
  });
});
