import type { ConnectionReason, ConnectionStatus } from "../../src/core/connection.js";
import type { ScenarioName } from "../../src/simulator/index.js";

interface Shown {
  /** What the page gets; a possible match on a list is withheld from it. */
  status: ConnectionStatus;
  reason: ConnectionReason;
  /** All that the card says: label and sentence, its small line, (banners), - what is asked for, ~ what is checked. */
  told: string[];
}

/** What becomes of each scenario, down to the words on the card. Written by hand: read it as a customer would. */
export const SHOWN: Record<ScenarioName, Shown> = {
  fresh: {
    status: "in_progress",
    reason: "details_not_submitted",
    told: [
      "In progress: Stripe needs 4 more details before you can publish plans.",
      "- Business details: Business type, website, industry and name on bank statements",
      "- Account representative: Name, date of birth and email address",
      "- Bank account: Add the bank account that Stripe sends your payouts to.",
      "- Terms of service: Read and accept Stripe's terms of service at the end of Stripe's form.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  detailsNeeded: {
    status: "in_progress",
    reason: "details_not_submitted",
    told: [
      "In progress: Stripe needs 6 more details before you can publish plans.",
      "- Contact details: Business address and business phone number",
      "- Business details: Legal company name, website and name on bank statements",
      "- Tax ID: Enter your business's tax number exactly as it is on the letter from the tax office.",
      "- Account representative: Name, date of birth, address, email address, phone number, ID number and role in the business",
      "- Bank account: Add the bank account that Stripe sends your payouts to.",
      "- Terms of service: Read and accept Stripe's terms of service at the end of Stripe's form.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  submitted: {
    status: "in_progress",
    reason: "pending_verification",
    told: [
      "In progress: Stripe is checking your details. You don't need to do anything.",
      "Being checked: tax ID, ID number.",
      "~ Tax ID",
      "~ ID number",
      "Payments Pending, payouts Pending.",
    ],
  },
  inReview: {
    status: "in_progress",
    reason: "pending_verification",
    told: [
      "In progress: Stripe is checking your details. You don't need to do anything.",
      "Being checked: tax ID.",
      "~ Tax ID",
      "Payments Pending, payouts Pending.",
    ],
  },
  switchingOn: {
    status: "connecting",
    reason: "syncing",
    told: [
      "Connecting: Stripe is still sending your account information.",
      "This usually takes less than a minute. You can leave this page.",
      "Payments Not active, payouts Not active.",
    ],
  },
  connected: {
    status: "connected",
    reason: "ok",
    told: [
      "Connected: Stripe is syncing. You're ready to publish plans.",
      "Payments Active, payouts Active.",
      "[Update Stripe information]",
    ],
  },
  taxIdMismatch: {
    status: "in_progress",
    reason: "past_due",
    told: [
      "In progress: Stripe needs 1 more detail before you can publish plans.",
      "- Tax ID: Stripe couldn't verify your tax ID. Check the number and the company's name, or upload the tax office's letter.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  taxIdNotIssued: {
    status: "in_progress",
    reason: "past_due",
    told: [
      "In progress: Stripe needs 1 more detail before you can publish plans.",
      "- Tax ID: The tax office doesn't know this tax number yet. Check it, or upload the letter that it came with.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  companyNotInRegister: {
    status: "in_progress",
    reason: "past_due",
    told: [
      "In progress: Stripe needs 1 more detail before you can publish plans.",
      "- Tax ID: Stripe couldn't confirm the company's name, number or address. Correct them, or upload a document with them.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  directorsMismatch: {
    status: "in_progress",
    reason: "past_due",
    told: [
      "In progress: Stripe needs 1 more detail before you can publish plans.",
      "- Directors: The directors differ from the public register. Correct the list, and upload a current proof of directors.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  ownersMissing: {
    status: "in_progress",
    reason: "past_due",
    told: [
      "In progress: Stripe needs 1 more detail before you can publish plans.",
      "- Owners: An owner is missing from the list. Add everybody who owns 25% or more.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  addressNotFound: {
    status: "in_progress",
    reason: "past_due",
    told: [
      "In progress: Stripe needs 2 more details before you can publish plans.",
      "- Business address: Stripe couldn't confirm the address. Correct it, or upload a document that shows it.",
      "- Address for Jenny Rosen: Stripe couldn't confirm the address. Correct it, or upload a document that shows it.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  idNumberMismatch: {
    status: "in_progress",
    reason: "past_due",
    told: [
      "In progress: Stripe needs 1 more detail before you can publish plans.",
      "- ID number for Jenny Rosen: The ID number doesn't match the document. Correct the number, or upload the right document.",
      "Payments Not active, payouts Not active.",
      "[Update Stripe information]",
    ],
  },
  dueSoon: {
    status: "connected",
    reason: "due_soon",
    told: [
      "Connected: Stripe is syncing. You're ready to publish plans.",
      "(warning) Add 2 more details by December 6, 2026 to keep taking payments.",
      "- Product description: Describe in a sentence or two what you sell, to whom, and when customers pay. Due Dec 6, in 14 days.",
      "- Tax ID: Enter your business's tax number exactly as it is on the letter from the tax office. Due Dec 6, in 14 days.",
      "Payments Active, payouts Active.",
      "[Update Stripe information]",
    ],
  },
  websiteIncomplete: {
    status: "connected",
    reason: "due_soon",
    told: [
      "Connected: Stripe is syncing. You're ready to publish plans.",
      "(warning) Add a working website for your business by December 6, 2026 to keep taking payments.",
      "- Business website: Your website doesn't say how refunds work. Add it, then check again. Due Dec 6, in 14 days.",
      "Payments Active, payouts Active.",
      "[Update Stripe information]",
    ],
  },
  futureRequirements: {
    status: "connected",
    reason: "future_requirements",
    told: [
      "Connected: Stripe is syncing. You're ready to publish plans.",
      "(info) Stripe will need your confirmation of the owners by January 21, 2027.",
      "- Confirmation of owners: Check the list of owners in Stripe's form and confirm that it is complete. Due Jan 21, 2027, in 2 months.",
      "Payments Active, payouts Active.",
      "[Update Stripe information]",
    ],
  },
  futureRequirementsDue: {
    status: "connected",
    reason: "due_soon",
    told: [
      "Connected: Stripe is syncing. You're ready to publish plans.",
      "(warning) Add your confirmation of the owners by December 6, 2026 to keep taking payments.",
      "- Confirmation of owners: Check the list of owners in Stripe's form and confirm that it is complete. Due Dec 6, in 14 days.",
      "Payments Active, payouts Active.",
      "[Update Stripe information]",
    ],
  },
  identityDocumentNeeded: {
    status: "connected",
    reason: "due_soon",
    told: [
      "Connected: Stripe is syncing. You're ready to publish plans.",
      "(warning) Add a photo of Jenny Rosen's ID by December 6, 2026 to keep taking payments.",
      "- Proof of identity for Jenny Rosen: Upload a photo of Jenny Rosen's ID: passport, ID card or driver's license, in color. Due Dec 6, in 14 days.",
      "Payments Active, payouts Active.",
      "[Update Stripe information]",
    ],
  },
  identityDocumentOverdue: {
    status: "error",
    reason: "identity_document",
    told: [
      "Action needed: Update your Stripe information to start payments and payouts again.",
      "(danger) Payments and payouts are paused. Upload a photo of Jenny Rosen's ID: passport, ID card or driver's license, in color.",
      "- Proof of identity for Jenny Rosen: Upload a photo of Jenny Rosen's ID: passport, ID card or driver's license, in color. Was due Nov 22, today.",
      "Payments Paused, payouts Paused.",
      "[Update Stripe information]",
    ],
  },
  identityDocumentBlurry: {
    status: "error",
    reason: "identity_document",
    told: [
      "Action needed: Update your Stripe information to start payments and payouts again.",
      "(danger) Payments and payouts are paused. Stripe couldn't read the photo because it was blurry or dark. Take a new one in good light and upload it in color.",
      "- Proof of identity for Jenny Rosen: Stripe couldn't read the photo because it was blurry or dark. Take a new one in good light and upload it in color.",
      "Payments Paused, payouts Paused.",
      "[Update Stripe information]",
    ],
  },
  payoutsPaused: {
    status: "error",
    reason: "payouts_disabled",
    told: [
      "Action needed: Update your Stripe information to start payouts again.",
      "(danger) Payouts are paused. Confirm your bank account, for example with a bank statement.",
      "- Check of your bank account: Confirm your bank account, for example with a bank statement.",
      "Payments Active, payouts Paused.",
      "[Update Stripe information]",
    ],
  },
  paymentsPaused: {
    status: "error",
    reason: "charges_disabled",
    told: [
      "Action needed: Update your Stripe information to start payments again.",
      "(danger) Payments are paused. Answer Stripe's questions about what you sell and how you earn money.",
      "- How your business works: Answer Stripe's questions about what you sell and how you earn money.",
      "Payments Paused, payouts Active.",
      "[Update Stripe information]",
    ],
  },
  bankAccountFailed: {
    status: "error",
    reason: "payouts_disabled",
    told: [
      "Action needed: Update your Stripe information to start payouts again.",
      "(danger) Payouts are paused. Stripe couldn't pay out to your bank account. Check its details, or add another one.",
      "- Bank account: Stripe couldn't pay out to your bank account. Check its details, or add another one.",
      "Payments Active, payouts Paused.",
      "[Update Stripe information]",
    ],
  },
  pastDue: {
    status: "error",
    reason: "past_due",
    told: [
      "Action needed: Update your Stripe information to start payments and payouts again.",
      "(danger) Payments and payouts are paused. Describe in a sentence or two what you sell, to whom, and when customers pay.",
      "- Product description: Describe in a sentence or two what you sell, to whom, and when customers pay. Was due Nov 22, today.",
      "Payments Paused, payouts Paused.",
      "[Update Stripe information]",
    ],
  },
  listed: {
    status: "in_progress",
    reason: "under_review",
    told: [
      "In progress: Stripe is reviewing this account. You don't need to do anything.",
      "Being checked: tax ID, ID number.",
      "~ Tax ID",
      "~ ID number",
      "Payments Pending, payouts Pending.",
    ],
  },
  underReview: {
    status: "in_progress",
    reason: "under_review",
    told: [
      "In progress: Stripe is reviewing this account. You don't need to do anything.",
      "(warning) Payments and payouts are paused. They start again when Stripe has finished checking.",
      "Payments Paused, payouts Paused.",
    ],
  },
  restricted: {
    status: "error",
    reason: "other",
    told: [
      "Action needed: Stripe has restricted this account.",
      "(danger) Payments and payouts are paused. Contact Stripe support to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  restrictedWithQuestion: {
    status: "error",
    reason: "other",
    told: [
      "Action needed: Update your Stripe information to start payments and payouts again.",
      "(danger) Payments and payouts are paused. Your website must show what you sell. Update it, then tell Stripe in its form.",
      "- Website check: Your website must show what you sell. Update it, then tell Stripe in its form.",
      "Payments Paused, payouts Paused.",
      "[Update Stripe information]",
    ],
  },
  restrictedUnheardOf: {
    status: "error",
    reason: "unknown",
    told: [
      "Action needed: Something about this account needs attention.",
      "(neutral) Payments and payouts are paused. Contact Stripe support to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  rejected: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Stripe can't support this account.",
      "(danger) Payments and payouts are paused. Contact Stripe support to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  rejectedWithAppeal: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Stripe can't support this account.",
      "(danger) Payments and payouts are paused. If you think this is a mistake, you can appeal in Stripe's form.",
      "- Appeal: Stripe has closed this account to payments. If that is a mistake, explain it in Stripe's form.",
      "Payments Paused, payouts Paused.",
      "[Update Stripe information]",
    ],
  },
  rejectedForFraud: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Stripe can't support this account.",
      "(danger) Payments and payouts are paused. Contact Stripe support to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  rejectedForTerms: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Stripe can't support this account.",
      "(danger) Payments and payouts are paused. Contact Stripe support to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  rejectedAsListed: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Stripe can't support this account.",
      "(danger) Payments and payouts are paused. Contact Stripe support to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  rejectedUnverified: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Stripe can't support this account.",
      "The details weren't confirmed in time.",
      "(danger) Payments and payouts are off. Contact Stripe support to find out more.",
      "Payments Not active, payouts Not active.",
    ],
  },
  rejectedByPlatform: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Acme Cloud can't support this account.",
      "(danger) Payments and payouts are paused. Contact Acme Cloud to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  rejectedByPlatformForFraud: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Acme Cloud can't support this account.",
      "(danger) Payments and payouts are paused. Contact Acme Cloud to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  rejectedByPlatformOtherwise: {
    status: "error",
    reason: "rejected",
    told: [
      "Action needed: Acme Cloud can't support this account.",
      "(danger) Payments and payouts are paused. Contact Acme Cloud to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  platformPaused: {
    status: "error",
    reason: "platform_paused",
    told: [
      "Action needed: Acme Cloud has paused this account.",
      "(danger) Payments and payouts are paused. Contact Acme Cloud to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  capabilitiesWithdrawn: {
    status: "error",
    reason: "requested_capabilities",
    told: [
      "Action needed: Acme Cloud has to finish setting up this account.",
      "(danger) Payments and payouts are paused. Contact Acme Cloud to find out more.",
      "Payments Paused, payouts Paused.",
    ],
  },
  removedAtStripe: {
    status: "not_connected",
    reason: "deleted",
    told: [
      "Not connected: Connect Stripe to start billing your customers.",
      "A new Stripe account is created for you. An existing Stripe account can't be connected.",
      "(warning) This account was removed at Stripe on November 22, 2026.",
      "Payments Not active, payouts Not active.",
      "[Connect Stripe account]",
    ],
  },
};
