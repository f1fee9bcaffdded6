import type { ScenarioName } from "react-stripe-connection/simulator";

/** The situations that the drawer offers, in the words of whoever plays with it. */
export const SCENARIO_LABELS: Record<ScenarioName, string> = {
  fresh: "Nothing given yet",
  detailsNeeded: "Form left half-way",
  submitted: "Just submitted",
  inReview: "Registry never answers",
  switchingOn: "Checked, not switched on yet",
  connected: "Everything works",
  taxIdMismatch: "Tax ID of another company",
  taxIdNotIssued: "Tax ID not issued",
  companyNotInRegister: "Company not in the register",
  directorsMismatch: "Other directors in the register",
  ownersMissing: "Owners missing",
  addressNotFound: "Address not found",
  idNumberMismatch: "ID number of somebody else",
  dueSoon: "Two details due soon",
  websiteIncomplete: "No refund policy on the website",
  futureRequirements: "Something announced",
  futureRequirementsDue: "What was announced is due",
  identityDocumentNeeded: "ID wanted",
  identityDocumentOverdue: "ID overdue",
  identityDocumentBlurry: "ID blurry",
  payoutsPaused: "Payouts stopped",
  paymentsPaused: "Payments stopped",
  bankAccountFailed: "Payout came back",
  pastDue: "A detail overdue",
  listed: "Possibly on a sanctions list",
  underReview: "Under review",
  restricted: "Restricted",
  restrictedWithQuestion: "Restricted, with a question",
  restrictedUnheardOf: "Restricted for a reason of next year",
  rejected: "Rejected",
  rejectedWithAppeal: "Rejected, appeal possible",
  rejectedForFraud: "Rejected for fraud",
  rejectedForTerms: "Rejected for Stripe's terms",
  rejectedAsListed: "Rejected as listed",
  rejectedUnverified: "Rejected, never verified",
  rejectedByPlatform: "Rejected by the platform for its terms",
  rejectedByPlatformForFraud: "Rejected by the platform for fraud",
  rejectedByPlatformOtherwise: "Rejected by the platform",
  platformPaused: "Paused by the platform",
  capabilitiesWithdrawn: "Capabilities withdrawn",
  removedAtStripe: "Removed at Stripe",
};
const NAMES = Object.keys(SCENARIO_LABELS) as ScenarioName[];

/** The scenario of that name, or undefined. */
export function scenarioNamed(name: unknown): ScenarioName | undefined {
  return NAMES.find((known) => known === name);
}
