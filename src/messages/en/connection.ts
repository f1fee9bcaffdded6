import type { Flow, PersonRole, RequirementGroup } from "../../core/connection.js";
import { formatList, plural } from "../format.js";

/** What a sentence about what stopped is about. */
type Which = "both" | "payments" | "payouts";
interface Due {
  /** "your tax ID"; null while the explainer's words are loaded, or where there are several. */
  thing: string | null;
  count: number;
  /** Null where Stripe names none. */
  date: string | null;
  isPast: boolean;
}

/** "your tax ID", or "2 more details". */
const what = ({ thing, count }: Due): string =>
  (count === 1 ? thing : null) ?? plural("en", count, { one: "1 more detail", other: `${count} more details` });

/** The sentences of `describeConnection`. */
export const connection = {
  actions: {
    connect: "Connect Stripe account",
    update: "Update Stripe information",
    check: "Check again",
  },
  flows: {
    active: "Active",
    pending: "Pending",
    paused: "Paused",
    inactive: "Not active",
  } satisfies Record<Flow, string>,

  notConnected: {
    plans: "Connect Stripe to start billing your customers.",
    billing: "Connect Stripe to start billing your customers.",
    payouts: "Connect Stripe to start receiving payouts.",
  },
  notConnectedDetail: "A new Stripe account is created for you. An existing Stripe account can't be connected.",
  removed: ({ date }: { date: string | null }) =>
    date === null ? "This account was removed at Stripe." : `This account was removed at Stripe on ${date}.`,

  connecting: "Stripe is still sending your account information.",
  connectingDetail: "This usually takes less than a minute. You can leave this page.",
  connectingSlow: "Stripe is still sending your account information. This takes longer than usual.",
  connectingSlowDetail: "You can leave this page and come back later.",

  needs: {
    plans: ({ count }: { count: number }) =>
      plural("en", count, {
        one: "Stripe needs 1 more detail before you can publish plans.",
        other: `Stripe needs ${count} more details before you can publish plans.`,
      }),
    billing: ({ count }: { count: number }) =>
      plural("en", count, {
        one: "Stripe needs 1 more detail before you can bill your customers.",
        other: `Stripe needs ${count} more details before you can bill your customers.`,
      }),
    payouts: ({ count }: { count: number }) =>
      plural("en", count, {
        one: "Stripe needs 1 more detail before you can receive payouts.",
        other: `Stripe needs ${count} more details before you can receive payouts.`,
      }),
  },
  /** Stripe's form isn't finished, and Stripe has not said what is missing. */
  needsSome: {
    plans: "Stripe needs more details before you can publish plans.",
    billing: "Stripe needs more details before you can bill your customers.",
    payouts: "Stripe needs more details before you can receive payouts.",
  },
  checking: "Stripe is checking your details. You don't need to do anything.",
  reviewing: "Stripe is reviewing this account. You don't need to do anything.",
  /** `things` are titles of rows. */
  beingChecked: ({ things }: { things: string[] }) => {
    const inside = things.map((title) =>
      /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title,
    );
    return `Being checked: ${formatList(inside, "en-GB")}.`;
  },

  connected: {
    plans: "Stripe is syncing. You're ready to publish plans.",
    billing: "Stripe is syncing. You're ready to bill your customers.",
    payouts: "Stripe is syncing. You're ready to receive payouts.",
  },
  /** The host's own gate is still closed. */
  connectedNotReady: ({ platformName }: { platformName: string }) =>
    `Stripe is syncing. ${platformName} still has to finish something on its side.`,

  dueSoon: {
    plans: (due: Due) => keepTakingPayments(due),
    billing: (due: Due) => keepTakingPayments(due),
    payouts: (due: Due) =>
      due.date === null
        ? `Add ${what(due)} to keep receiving payouts.`
        : due.isPast
          ? `Add ${what(due)} now to keep receiving payouts. It was due on ${due.date}.`
          : `Add ${what(due)} by ${due.date} to keep receiving payouts.`,
  },
  willNeed: (due: Due) =>
    due.date === null ? `Stripe will soon need ${what(due)}.` : `Stripe will need ${what(due)} by ${due.date}.`,

  paused: {
    both: "Payments and payouts are paused.",
    payments: "Payments are paused.",
    payouts: "Payouts are paused.",
  } satisfies Record<Which, string>,
  off: {
    both: "Payments and payouts are off.",
    payments: "Payments are off.",
    payouts: "Payouts are off.",
  } satisfies Record<Which, string>,
  /** What being off means while the connection is otherwise fine. */
  offMeans: {
    both: "Customers can't pay you, and Stripe holds your money.",
    payments: "Customers can't pay you until they are on.",
    payouts: "Stripe holds your money until they are on.",
  } satisfies Record<Which, string>,
  afterCheck: "They start again when Stripe has finished checking.",
  fix: {
    both: "Update your Stripe information to start payments and payouts again.",
    payments: "Update your Stripe information to start payments again.",
    payouts: "Update your Stripe information to start payouts again.",
  } satisfies Record<Which, string>,
  /** Something is overdue, and nothing has stopped yet. */
  fixInTime: "Update your Stripe information so that nothing stops.",
  needsNow: ({ count }: { count: number }) =>
    count === 0
      ? "Stripe needs more details from you."
      : plural("en", count, {
          one: "Stripe needs 1 more detail from you.",
          other: `Stripe needs ${count} more details from you.`,
        }),

  rejected: "Stripe can't support this account.",
  appeal: "If you think this is a mistake, you can appeal in Stripe's form.",
  platformPaused: ({ platformName }: { platformName: string }) => `${platformName} has paused this account.`,
  requestedCapabilities: ({ platformName }: { platformName: string }) =>
    `${platformName} has to finish setting up this account.`,
  restricted: "Stripe has restricted this account.",
  unknown: "Something about this account needs attention.",
  contactStripe: "Contact Stripe support to find out more.",
  contactPlatform: ({ platformName }: { platformName: string }) => `Contact ${platformName} to find out more.`,

  readOnly: "Ask an admin to change this.",
  due: ({ date }: { date: string }) => `Due ${date}`,
  wasDue: ({ date }: { date: string }) => `Was due ${date}`,

  /** Titles of rows until the explainer's words are there. */
  groups: {
    contact: "Contact information",
    business: "Business information",
    tax: "Tax information",
    representative: "Account representative",
    owners: "Owners, directors and executives",
    identity_document: "Proof of identity",
    bank_account: "Bank account",
    terms: "Terms of service",
    other: "Other details",
  } satisfies Record<RequirementGroup, string>,
  /** For a person whose name is not known, or not for this viewer. */
  roles: {
    representative: "the account representative",
    owner: "an owner",
    director: "a director",
    executive: "an executive",
    authorizer: "the authorized signer",
    legal_guardian: "the legal guardian",
    person: "a person in your business",
  } satisfies Record<PersonRole, string>,
};

function keepTakingPayments(due: Due): string {
  if (due.date === null) return `Add ${what(due)} to keep taking payments.`;
  return due.isPast
    ? `Add ${what(due)} now to keep taking payments. It was due on ${due.date}.`
    : `Add ${what(due)} by ${due.date} to keep taking payments.`;
}
