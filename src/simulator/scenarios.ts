import type { StripeSimulator } from "./stripeSimulator.js";

type Steps = (simulator: StripeSimulator, account: string) => Promise<void>;

/** The whole form, filled with test values that match where `values` say nothing else, and the time that Stripe takes. */
const submitted =
  (values?: Record<string, string>): Steps =>
  async (simulator, account) => {
    await simulator.completeOnboarding(account, values);
    await simulator.clock.advance(simulator.verificationDelay);
  };
const becomeEnabled = submitted();

const after =
  (...steps: ((simulator: StripeSimulator, account: string) => Promise<unknown>)[]): Steps =>
  async (simulator, account) => {
    for (const step of [becomeEnabled, ...steps]) await step(simulator, account);
  };

/**
 * Ways that an account can go, from the moment it was created. Each is made of what people do, of documented test
 * values and of time; no result is planted. Together they reach every reason that a Stripe account can have.
 */
export const scenarios = {
  /** Nothing was given yet. */
  fresh: () => Promise.resolve(),
  /** Begun, and left half-way. */
  detailsNeeded: async (simulator, account) => {
    await simulator.answer(account, { business_type: "company", "business_profile.mcc": "5734" });
  },
  /** Just submitted: Stripe checks it for a minute. */
  submitted: (simulator, account) => simulator.completeOnboarding(account),
  /** Everything submitted; the tax ID is one whose registry never answers. */
  inReview: submitted({ tax_id: "222221005" }),
  /** Checked, and not switched on yet. */
  switchingOn: async (simulator, account) => {
    await simulator.completeOnboarding(account);
    await simulator.switchOnLater(account);
    await simulator.clock.advance(simulator.verificationDelay);
  },
  connected: becomeEnabled,

  /** The tax ID does not belong to this company. */
  taxIdMismatch: submitted({ tax_id: "111111111" }),
  taxIdNotIssued: submitted({ tax_id: "111111112" }),
  /** The business register does not know this company. */
  companyNotInRegister: submitted({ tax_id: "222221000" }),
  directorsMismatch: submitted({ tax_id: "222221002" }),
  ownersMissing: submitted({ tax_id: "222221003" }),
  addressNotFound: submitted({ line1: "address_no_match" }),
  idNumberMismatch: submitted({ ssn_last_4: "1111" }),

  dueSoon: after((simulator, account) =>
    simulator.requireInformation(account, ["business_profile.product_description", "company.tax_id"]),
  ),
  websiteIncomplete: after((simulator, account) => simulator.refuseWebsite(account)),
  futureRequirements: after((simulator, account) => simulator.addFutureRequirement(account)),
  /** The day on which announced requirements begin to count has passed. */
  futureRequirementsDue: after(
    (simulator, account) => simulator.addFutureRequirement(account, "60s"),
    (simulator) => simulator.clock.advance("90s"),
  ),
  identityDocumentNeeded: after((simulator, account) => simulator.requestIdentityDocument(account)),
  identityDocumentOverdue: after(
    (simulator, account) => simulator.requestIdentityDocument(account, "60s"),
    (simulator) => simulator.clock.advance("90s"),
  ),
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

  /** A date of birth that raises a sanctions alert. */
  listed: (simulator, account) => simulator.completeOnboarding(account, { "dob.year": "1900" }),
  underReview: after((simulator, account) => simulator.startReview(account)),
  restricted: after((simulator, account) => simulator.restrict(account)),
  restrictedWithQuestion: after((simulator, account) => simulator.restrict(account, true)),
  /** A reason that a later version of Stripe's API may have. */
  restrictedUnheardOf: after((simulator, account) => simulator.restrict(account, false, "paused_by_next_year")),
  rejected: after((simulator, account) => simulator.reject(account, "other")),
  rejectedWithAppeal: after((simulator, account) => simulator.reject(account, "other", true)),
  rejectedForFraud: after((simulator, account) => simulator.reject(account, "fraud")),
  rejectedForTerms: after((simulator, account) => simulator.reject(account, "terms_of_service")),
  rejectedAsListed: after((simulator, account) => simulator.reject(account, "listed")),
  /** Stripe waited for a proof that never came. */
  rejectedUnverified: async (simulator, account) => {
    await submitted({ tax_id: "111111111" })(simulator, account);
    await simulator.reject(account, "incomplete_verification");
  },
  rejectedByPlatform: after((simulator, account) => simulator.reject(account, "platform_terms_of_service")),
  rejectedByPlatformForFraud: after((simulator, account) => simulator.reject(account, "platform_fraud")),
  rejectedByPlatformOtherwise: after((simulator, account) => simulator.reject(account, "platform_other")),
  platformPaused: after((simulator, account) => simulator.platformPause(account)),
  /** The platform asks for none of the capabilities any more. */
  capabilitiesWithdrawn: after((simulator, account) => simulator.withdrawCapabilities(account)),
  removedAtStripe: after((simulator, account) => simulator.removeAccount(account)),
} as const satisfies Record<string, Steps>;

/** Each is a state that Stripe can bring an account into, and a story in Storybook. */
export type ScenarioName = keyof typeof scenarios;
