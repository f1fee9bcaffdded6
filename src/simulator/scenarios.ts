import type { StripeSimulator } from "./stripeSimulator.js";

type Steps = (simulator: StripeSimulator, account: string) => Promise<void>;

/** The form filled with test values that match, and the time that Stripe takes. */
const becomeEnabled: Steps = async (simulator, account) => {
  await simulator.completeOnboarding(account);
  await simulator.clock.advance(simulator.verificationDelay);
};

const after =
  (...steps: ((simulator: StripeSimulator, account: string) => Promise<unknown>)[]): Steps =>
  async (simulator, account) => {
    for (const step of [becomeEnabled, ...steps]) await step(simulator, account);
  };

/**
 * Ways that an account can go, from the moment it was created. Each is made of what people do, of documented test
 * values and of time; no result is planted.
 */
export const scenarios = {
  /** Nothing was given yet. */
  fresh: () => Promise.resolve(),
  /** Begun, and left half-way. */
  detailsNeeded: async (simulator, account) => {
    await simulator.answer(account, { business_type: "company", "business_profile.mcc": "5734" });
  },
  /** Everything submitted; the tax ID is one whose registry never answers. */
  inReview: async (simulator, account) => {
    await simulator.completeOnboarding(account, { tax_id: "222221005" });
    await simulator.clock.advance(simulator.verificationDelay);
  },
  connected: becomeEnabled,
  dueSoon: after((simulator, account) =>
    simulator.requireInformation(account, ["business_profile.product_description", "company.tax_id"]),
  ),
  futureRequirements: after((simulator, account) => simulator.addFutureRequirement(account)),
  identityDocumentNeeded: after((simulator, account) => simulator.requestIdentityDocument(account)),
  identityDocumentBlurry: after(
    (simulator, account) => simulator.requestIdentityDocument(account),
    (simulator, account) => simulator.refuseIdentityDocument(account),
  ),
  payoutsPaused: after((simulator, account) => simulator.pausePayouts(account)),
  paymentsPaused: after((simulator, account) => simulator.pausePayments(account)),
  bankAccountFailed: after((simulator, account) => simulator.failBankAccount(account)),
  pastDue: after(
    (simulator, account) => simulator.requireInformation(account, ["business_profile.product_description"], "60s"),
    (simulator) => simulator.clock.advance("90s"),
  ),
  /** The tax ID does not belong to this company. */
  taxIdMismatch: async (simulator, account) => {
    await simulator.completeOnboarding(account, { tax_id: "111111111" });
    await simulator.clock.advance(simulator.verificationDelay);
  },
  /** A date of birth that raises a sanctions alert. */
  listed: async (simulator, account) => {
    await simulator.completeOnboarding(account, { "dob.year": "1900" });
  },
  underReview: after((simulator, account) => simulator.startReview(account)),
  rejected: after((simulator, account) => simulator.reject(account, "other")),
  rejectedWithAppeal: after((simulator, account) => simulator.reject(account, "other", true)),
  rejectedByPlatform: after((simulator, account) => simulator.reject(account, "platform_terms_of_service")),
  platformPaused: after((simulator, account) => simulator.platformPause(account)),
  removedAtStripe: after((simulator, account) => simulator.removeAccount(account)),
} as const satisfies Record<string, Steps>;

export type ScenarioName = keyof typeof scenarios;
