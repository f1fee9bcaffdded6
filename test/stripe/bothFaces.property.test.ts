// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import { type DeriveOptions, deriveConnection } from "../../src/stripe/deriveConnection.js";

type Status = "active" | "pending" | "off";

/** One account, before either API has written it down. */
interface Abstract {
  cards: Status | null;
  /** Another way to pay, such as direct debits. */
  debits: Status | null;
  transfers: Status | null;
  payouts: Status;
  /** Of the whole account: what is off is off for it. */
  reason: "rejected" | "other" | "past_due" | "pending_verification" | null;
  asked: "past_due" | "due" | "pending" | null;
  isSubmitted: boolean;
}

const status = fc.constantFrom<Status>("active", "pending", "off");
const listed = fc.option(status, { nil: null });
const account: fc.Arbitrary<Abstract> = fc
  .record({
    cards: listed,
    debits: listed,
    transfers: listed,
    payouts: status,
    reason: fc.constantFrom("rejected", "other", "past_due", "pending_verification", null, null, null),
    asked: fc.constantFrom("past_due", "due", "pending", null, null),
    isSubmitted: fc.constantFrom(true, true, true, false),
  } satisfies { [Part in keyof Abstract]: fc.Arbitrary<Abstract[Part]> })
  // An account without any capability says nothing in v2.
  .filter(({ cards, debits, transfers }) => cards !== null || debits !== null || transfers !== null)
  .map((one): Abstract => (one.reason === null ? one : { ...one, ...allOff(one) }))
  // What is off because something is past due has that something listed.
  .map((one): Abstract => (one.reason === "past_due" ? { ...one, asked: "past_due" } : one));

function allOff({ cards, debits, transfers }: Abstract): Pick<Abstract, "cards" | "debits" | "transfers" | "payouts"> {
  const off = (is: Status | null) => (is === null ? null : "off");
  return { cards: off(cards), debits: off(debits), transfers: off(transfers), payouts: "off" };
}

const WORDS = {
  rejected: ["rejected.other", "rejected_other"],
  other: ["other", "restricted_other"],
  past_due: ["requirements.past_due", "requirements_past_due"],
  pending_verification: ["requirements.pending_verification", "requirements_pending_verification"],
} as const;

const URL = ["business_profile.url", "defaults.profile.business_url"] as const;
const TERMS = ["tos_acceptance.date", "identity.attestations.terms_of_service.account.date"] as const;

function inV1({ cards, debits, transfers, payouts, reason, asked, isSubmitted }: Abstract): object {
  const word = { active: "active", pending: "pending", off: "inactive" } as const;
  const capabilities = Object.entries({ card_payments: cards, sepa_debit_payments: debits, transfers }).flatMap(
    ([name, is]) => (is === null ? [] : [[name, word[is]] as const]),
  );
  const keys = (state: Abstract["asked"]) => (asked === state ? [URL[0]] : []);
  return {
    object: "account",
    id: "acct_1",
    capabilities: Object.fromEntries(capabilities),
    charges_enabled: (cards ?? debits) === "active",
    payouts_enabled: payouts === "active",
    details_submitted: isSubmitted,
    requirements: {
      disabled_reason: reason && WORDS[reason][0],
      past_due: keys("past_due"),
      currently_due: [...keys("due"), ...keys("past_due"), ...(isSubmitted ? [] : [TERMS[0]])],
      pending_verification: keys("pending"),
    },
  };
}

function inV2({ cards, debits, transfers, payouts, reason, asked, isSubmitted }: Abstract): object {
  const word = { active: "active", pending: "pending", off: reason === "rejected" ? "rejected" : "restricted" };
  const details = (is: Status) => {
    const code = is === "pending" ? "determining_status" : reason && WORDS[reason][1];
    return is === "active" || !code ? [] : [{ code, resolution: "contact_stripe" }];
  };
  const shown = (is: Status | null) => is && { status: word[is], status_details: details(is) };
  const entry = (description: string, state: Abstract["asked"]) => ({
    description,
    awaiting_action_from: state === "pending" ? "stripe" : "user",
    minimum_deadline: { status: state === "past_due" ? "past_due" : "currently_due" },
    errors: [],
  });
  const takesPayments = cards !== null || debits !== null;
  const balance = { payouts: shown(payouts) };
  return {
    object: "v2.core.account",
    id: "acct_1",
    applied_configurations: [...(takesPayments ? ["merchant"] : []), ...(transfers ? ["recipient"] : [])],
    configuration: {
      merchant: takesPayments
        ? { capabilities: { card_payments: shown(cards), sepa_debit_payments: shown(debits), stripe_balance: balance } }
        : null,
      recipient: transfers
        ? { capabilities: { stripe_balance: { ...balance, stripe_transfers: shown(transfers) } } }
        : null,
    },
    requirements: {
      entries: [...(asked ? [entry(URL[1], asked)] : []), ...(isSubmitted ? [] : [entry(TERMS[1], "due")])],
    },
  };
}

const options: fc.Arbitrary<DeriveOptions> = fc.record({
  connectedAt: fc.constantFrom(null, "2026-10-27T00:00:00.000Z"),
  requiredCapabilities: fc.constantFrom([], [], ["transfers"], ["stripe_balance.stripe_transfers"]),
});

/** What Stripe lists is requested; v1's booleans stand for what it does not list. */
const isListed = ({ transfers }: Abstract, { requiredCapabilities = [] }: DeriveOptions) =>
  requiredCapabilities.length === 0 || transfers !== null;

test("SV-F5 ST-1 an account reads the same by v1 and by v2", () => {
  fc.assert(
    fc.property(account, options, (one, chosen) => {
      fc.pre(isListed(one, chosen));
      const of = (raw: object) => {
        const { status: stands, reason, action, waitingOn, payments, payouts } = deriveConnection(raw, chosen);
        return { status: stands, reason, action, waitingOn, payments, payouts };
      };
      expect(of(inV2(one))).toEqual(of(inV1(one)));
    }),
    { numRuns: 3000 },
  );
});

test("SV-F5 ST-1 connected is an account whose requested capabilities work, and no other", () => {
  fc.assert(
    fc.property(account, (one) => {
      const { cards, debits, transfers, payouts, asked, isSubmitted } = one;
      const pays = cards ?? debits;
      const works = [...(pays ? [pays] : []), ...(transfers ? [transfers] : []), payouts].every(
        (is) => is === "active",
      );
      const isConnected = works && asked !== "past_due" && isSubmitted;
      expect(deriveConnection(inV1(one)).status === "connected").toBe(isConnected);
    }),
    { numRuns: 2000 },
  );
});

test("connecting is Stripe's turn: nothing that is needed is off for a reason that Stripe has said", () => {
  fc.assert(
    fc.property(account, options, (one, chosen) => {
      if (one.reason === null) return;
      for (const raw of [inV1(one), inV2(one)]) expect(deriveConnection(raw, chosen).status).not.toBe("connecting");
    }),
    { numRuns: 2000 },
  );
});
