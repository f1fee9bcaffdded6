// @vitest-environment node
import { expect, test } from "vitest";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";

const off = (code: string, status = "rejected") => ({
  status,
  status_details: [{ code, resolution: "contact_stripe" }],
});
const on = { status: "active", status_details: [] };

const merchant = (ways: object) => ({
  object: "v2.core.account",
  applied_configurations: ["merchant"],
  configuration: { merchant: { capabilities: { ...ways, stripe_balance: { payouts: on } } } },
  requirements: { entries: [] },
});

test.each([
  ["cards alone, rejected", { card_payments: off("rejected_other") }, "error", "rejected"],
  [
    "cards rejected beside another way that works",
    { card_payments: off("rejected_other"), ach_debit_payments: on },
    "error",
    "rejected",
  ],
  [
    "another way rejected beside cards that work",
    { card_payments: on, ach_debit_payments: off("rejected_other") },
    "connected",
    "ok",
  ],
  ["no cards, and the only way rejected", { ach_debit_payments: off("rejected_other") }, "error", "rejected"],
  [
    "no cards, and the only way not for this business",
    { ach_debit_payments: off("unsupported_business", "unsupported") },
    "error",
    "other",
  ],
  [
    "no cards, and one of two ways works",
    { ach_debit_payments: off("rejected_other"), sepa_debit_payments: on },
    "connected",
    "ok",
  ],
  [
    "no cards, and Stripe checks the only way",
    { ach_debit_payments: off("requirements_pending_verification", "pending") },
    "in_progress",
    "pending_verification",
  ],
])("ST-1 ways to pay of v2, payouts work: %s", (_, ways, status, reason) => {
  expect(deriveConnection(merchant(ways))).toMatchObject({ status, reason, payouts: "active" });
});

test.each([["transfers"], ["stripe_balance.stripe_transfers"]])(
  "SV-F5 a rejected transfers capability says why, where the platform requires it as %s",
  (name) => {
    const recipient = {
      object: "v2.core.account",
      applied_configurations: ["recipient"],
      configuration: {
        recipient: { capabilities: { stripe_balance: { payouts: on, stripe_transfers: off("rejected_fraud") } } },
      },
      requirements: { entries: [] },
    };
    expect(deriveConnection(recipient, { requiredCapabilities: [name] })).toMatchObject({
      status: "error",
      reason: "rejected",
      disabledReason: "rejected.fraud",
    });
  },
);
