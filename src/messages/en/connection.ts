import type { Flow, PersonRole, RequirementGroup } from "../../core/connection.js";

/** What a sentence about what stopped is about. */
type Which = "both" | "payments" | "payouts";
/** What a sentence about a deadline is about. */
export interface Due {
  /** "your tax ID"; null while the explainer's words are loaded, or where there are several. */
  thing: string | null;
  /** How many details Stripe needs. */
  count: number;
  /** The deadline as the reader's language writes it; null where Stripe names none. */
  date: string | null;
  /** The deadline has passed. */
  isPast: boolean;
}
/** How many details Stripe needs. */
export interface Count {
  /** 0 where Stripe has not said what is missing. */
  count: number;
}
/** The company whose page this is. */
export interface Platform {
  /** The provider's `platformName`. */
  platformName: string;
}

const details = (count: number) =>
  count === 0 ? "more details" : count === 1 ? "1 more detail" : `${count} more details`;

const needsBefore =
  (goal: string) =>
  ({ count }: Count) =>
    `Stripe needs ${details(count)} before you can ${goal}.`;

const addToKeep =
  (goal: string) =>
  ({ thing, count, date, isPast }: Due) => {
    const what = thing ?? details(count);
    if (date === null) return `Add ${what} to keep ${goal}.`;
    return isPast
      ? `Add ${what} now to keep ${goal}. It was due on ${date}.`
      : `Add ${what} by ${date} to keep ${goal}.`;
  };

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
  } satisfies Record<Exclude<Flow, "not_requested">, string>,

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
  /** Confirmed, here or in another tab, and not over yet. */
  disconnecting: "Disconnecting from Stripe…",

  needs: {
    plans: needsBefore("publish plans"),
    billing: needsBefore("bill your customers"),
    payouts: needsBefore("receive payouts"),
  },
  checking: "Stripe is checking your details. You don't need to do anything.",
  reviewing: "Stripe is reviewing this account. You don't need to do anything.",
  /** Something is due all the same. */
  reviewingAsks: "Stripe is reviewing this account. You can add what is missing meanwhile.",
  /** `things` are titles of rows. */
  beingChecked: ({ things }: { things: string[] }) => {
    const inside = things.join(", ").replace(/(^|, )[A-Z](?=[a-z])/g, (start) => start.toLowerCase());
    return `Being checked: ${inside}.`;
  },

  connected: {
    plans: "Stripe is syncing. You're ready to publish plans.",
    billing: "Stripe is syncing. You're ready to bill your customers.",
    payouts: "Stripe is syncing. You're ready to receive payouts.",
  },
  /** The host's own gate is still closed. */
  connectedNotReady: ({ platformName }: Platform) =>
    `Stripe is syncing. ${platformName} still has to finish something on its side.`,

  dueSoon: {
    plans: addToKeep("taking payments"),
    billing: addToKeep("taking payments"),
    payouts: addToKeep("receiving payouts"),
  },
  willNeed: ({ thing, count, date }: Due) =>
    date === null
      ? `Stripe will soon need ${thing ?? details(count)}.`
      : `Stripe will need ${thing ?? details(count)} by ${date}.`,

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
  needsNow: ({ count }: Count) => `Stripe needs ${details(count)} from you.`,

  rejected: "Stripe can't support this account.",
  /** The platform itself has turned the account down. */
  rejectedByPlatform: ({ platformName }: Platform) => `${platformName} can't support this account.`,
  appeal: "If you think this is a mistake, you can appeal in Stripe's form.",
  platformPaused: ({ platformName }: Platform) => `${platformName} has paused this account.`,
  requestedCapabilities: ({ platformName }: Platform) => `${platformName} has to finish setting up this account.`,
  restricted: "Stripe has restricted this account.",
  /** Why something is off, as the small line below the sentence. Never the suspicion behind it. */
  why: {
    platform: ({ platformName }: Platform) => `${platformName} has switched this off.`,
    unconfirmed: "The details weren't confirmed in time.",
    unused: "Stripe switches off what hasn't been used for a long time.",
    business: "Stripe doesn't offer this for your kind of business.",
    country: "Stripe doesn't offer this in your country.",
    legalForm: "Stripe doesn't offer this for the legal form of your business.",
    restricted: "Stripe has switched this off.",
    details: "Stripe still needs details before it switches this on.",
    checking: "Stripe is still checking this.",
  },
  unknown: "Something about this account needs attention.",
  contactStripe: "Contact Stripe support to find out more.",
  contactPlatform: ({ platformName }: Platform) => `Contact ${platformName} to find out more.`,

  readOnly: "Ask an admin to change this.",
  due: ({ date }: { date: string }) => `Due ${date}`,
  wasDue: ({ date }: { date: string }) => `Was due ${date}`,

  /** Titles of rows that ask for several things, and of all until the explainer's words are there. */
  groups: {
    contact: "Contact details",
    business: "Business details",
    tax: "Tax details",
    representative: "Account representative",
    owners: "Owners and directors",
    identity_document: "Proof of identity",
    bank_account: "Bank account",
    terms: "Terms of service",
    other: "Other details",
  } satisfies Record<RequirementGroup, string>,
  /** The same, for details of a person. */
  people: {
    representative: "Account representative",
    owner: "Owner",
    director: "Director",
    executive: "Executive",
    authorizer: "Authorized signer",
    legal_guardian: "Legal guardian",
    person: "Person in your business",
  } satisfies Record<PersonRole, string>,
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
