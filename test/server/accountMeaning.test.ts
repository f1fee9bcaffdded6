import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AccountAnswer, createAccountMeaning } from "../../src/server/operations/accountMeaning.js";
import { createFingerprint } from "../../src/server/operations/fingerprint.js";

const ACCOUNT = {
  id: "acct_1",
  object: "account",
  details_submitted: true,
  charges_enabled: false,
  payouts_enabled: false,
  capabilities: { card_payments: "inactive", transfers: "active" },
  requirements: { currently_due: ["person_1.dob.day"], disabled_reason: null },
};
const ANSWER: AccountAnswer = {
  account: ACCOUNT,
  persons: [{ id: "person_1", first_name: "Jenny", relationship: { owner: true } }],
  capabilityReasons: {},
  connectedAt: null,
  simulated: false,
};

describe("what an answer of Stripe means", () => {
  const snapshotOf = (meaningOf: ReturnType<typeof createAccountMeaning>, id: string, answer: AccountAnswer) => {
    const meaning = meaningOf(id, answer);
    if (meaning.outcome !== "read") throw new Error("the account is there");
    return meaning.snapshot;
  };

  test("is derived once for the same answer", () => {
    const meaningOf = createAccountMeaning(undefined);
    const first = snapshotOf(meaningOf, "acct_1", ANSWER);
    expect(snapshotOf(meaningOf, "acct_1", structuredClone(ANSWER))).toBe(first);
    expect(first.account.id).toBe("acct_1");
  });

  test("is another one's for another account", () => {
    const meaningOf = createAccountMeaning(undefined);
    const first = snapshotOf(meaningOf, "acct_1", ANSWER);
    expect(snapshotOf(meaningOf, "acct_2", ANSWER)).not.toBe(first);
  });

  const changes: [string, Partial<AccountAnswer>, object][] = [
    ["the account", { account: { ...ACCOUNT, country: "de" } }, { account: { country: "DE" } }],
    [
      "the persons",
      { persons: [{ id: "person_1", first_name: "John" }] },
      { derived: { requirements: [{ person: { name: "John" } }] } },
    ],
    [
      "why a capability is off",
      { capabilityReasons: { card_payments: "rejected.other" } },
      { derived: { capabilities: [{ reason: "rejected.other" }, { reason: null }] } },
    ],
    ["whether it worked before", { connectedAt: "2026-11-01T12:00:00.000Z" }, { derived: { status: "error" } }],
    ["who answered", { simulated: true }, { simulated: true }],
  ];
  test.each(changes)("follows %s", (_, change, expected) => {
    const meaningOf = createAccountMeaning(undefined);
    snapshotOf(meaningOf, "acct_1", ANSWER);
    expect(snapshotOf(meaningOf, "acct_1", { ...ANSWER, ...change })).toMatchObject(expected);
  });

  test("follows what the platform requires", () => {
    const { derived } = snapshotOf(createAccountMeaning(["transfers"]), "acct_1", {
      ...ANSWER,
      account: { ...ACCOUNT, requirements: {} },
    });
    expect(derived.status).toBe("connected");
  });

  test("is an end where the account is gone, however often it is asked", () => {
    const meaningOf = createAccountMeaning(undefined);
    const gone = { ...ANSWER, account: { id: "acct_1", object: "account", deleted: true } };
    expect([meaningOf("acct_1", gone), meaningOf("acct_1", gone)]).toEqual(Array(2).fill({ outcome: "removed" }));
  });

  test("is forgotten after two thousand others", () => {
    const meaningOf = createAccountMeaning(undefined);
    const first = snapshotOf(meaningOf, "acct_1", ANSWER);
    for (let other = 0; other < 2_000; other += 1) snapshotOf(meaningOf, `acct_other_${other}`, ANSWER);
    const again = snapshotOf(meaningOf, "acct_1", ANSWER);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});

const fingerprint = createFingerprint();

test("texts that differ in a character, or are turned, have different fingerprints", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, at, letter) => {
        const index = at % text.length;
        const changed = text.slice(0, index) + letter + text.slice(index + 1);
        const turned = text.slice(index) + text.slice(0, index);
        for (const other of [changed, turned]) {
          expect(fingerprint(other) === fingerprint(text)).toBe(other === text);
        }
      },
    ),
  );
});

test("each process has fingerprints of its own, so a collision cannot be prepared", () => {
  expect(createFingerprint()("a text")).not.toBe(createFingerprint()("a text"));
});
