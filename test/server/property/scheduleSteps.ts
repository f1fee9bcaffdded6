import fc from "fast-check";
import type { FaultKind } from "../../../src/simulator/index.js";
import type { StoreCrash } from "../support/mortalStore.js";

export type Crash =
  | StoreCrash
  | { at: "stripe"; on: string; fault: FaultKind; times: number }
  /** The host's own callback throws. */
  | { at: "callback" };

const CHANGES = [
  "completeOnboarding",
  "completeOnboarding",
  "approve",
  "pausePayouts",
  "pausePayments",
  "requestIdentityDocument",
  "makePastDue",
  "addFutureRequirement",
  "failBankAccount",
  "removeAccount",
] as const;

type Change = (typeof CHANGES)[number];

export type Step =
  | { kind: "change"; what: Change }
  /** Any event that Stripe ever made, so often at once: late, twice, out of order. */
  | { kind: "deliver"; which: number; times: number; crash: Crash | null }
  | { kind: "connect" | "disconnect" | "look" | "reconcile"; crash: Crash | null }
  /** A read whose answer is late: meanwhile the account changes, and another instance is told of it. */
  | { kind: "overtake"; what: Change }
  /** The endpoint was switched off: what was not taken by now never comes again. */
  | { kind: "forget" }
  /** Thirty events about the account at once. */
  | { kind: "burst" }
  /** Three days pass. */
  | { kind: "wait" };

const crash: fc.Arbitrary<Crash> = fc.oneof(
  fc.record({
    at: fc.constant("store" as const),
    verb: fc.constantFrom(
      "claim",
      "commitAccount",
      "hear",
      "nextSequence",
      "apply",
      "apply",
      "tombstone",
      "finishDisconnect",
      "ackCallback",
      "read",
    ),
    when: fc.constantFrom("before", "after"),
    dies: fc.boolean(),
  }),
  fc.record({
    at: fc.constant("stripe" as const),
    on: fc.constantFrom("*", "accounts.create", "accounts.retrieve", "accounts.del"),
    fault: fc.constantFrom<FaultKind>("reset", "lost_answer", "html", { status: 500 }, { status: 429 }),
    times: fc.integer({ min: 1, max: 4 }),
  }),
  fc.constant({ at: "callback" as const }),
);
const perhaps = fc.option(crash, { freq: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ kind: fc.constant("change" as const), what: fc.constantFrom(...CHANGES) }) },
  {
    weight: 36,
    arbitrary: fc.record({
      kind: fc.constant("deliver" as const),
      which: fc.nat(1_000),
      times: fc.integer({ min: 1, max: 3 }),
      crash: perhaps,
    }),
  },
  {
    weight: 18,
    arbitrary: fc.record({
      kind: fc.constantFrom("connect", "connect", "disconnect", "look", "reconcile"),
      crash: perhaps,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("overtake" as const), what: fc.constantFrom(...CHANGES) }) },
  { weight: 3, arbitrary: fc.constant({ kind: "forget" as const }) },
  { weight: 6, arbitrary: fc.constant({ kind: "wait" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "burst" as const }) },
);

/** What happens to one tenant: it begins with a connect that may go wrong. */
export const schedule: fc.Arbitrary<Step[]> = fc
  .tuple(
    perhaps.map((first): Step => ({ kind: "connect", crash: first })),
    fc.array(step, { minLength: 4, maxLength: 18 }),
  )
  .map(([first, rest]) => [first, ...rest]);
