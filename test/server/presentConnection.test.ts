// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DerivedConnection } from "../../src/core/connection.js";
import { type PresentationContext, presentConnection } from "../../src/server/presentConnection.js";
import type { StoredConnection } from "../../src/server/store/storedConnection.js";
import type { Viewer } from "../../src/server/viewer.js";
import { withholdReasons } from "../../src/server/withholdReasons.js";

const NOW = Date.parse("2026-11-23T12:00:00.000Z");
const context: PresentationContext = { mode: "test", now: NOW, scope: "s", countries: ["DE"], redact: withholdReasons };
const admin: Viewer = { tenant: "org", can: { view: true, connect: true, update: true, disconnect: true } };
const reader: Viewer = { tenant: "org", can: { view: true, connect: false, update: false, disconnect: false } };

const derived = (changes: Partial<DerivedConnection> = {}): DerivedConnection => ({
  status: "connected",
  reason: "ok",
  waitingOn: "nobody",
  action: "none",
  payments: "active",
  payouts: "active",
  requirements: [],
  deadline: null,
  disabledReason: null,
  capabilities: [],
  ...changes,
});

const account = { id: "acct_1", displayName: "Acme", country: "DE", defaultCurrency: "eur", createdAt: null };
const stored = (changes: Partial<StoredConnection> = {}): StoredConnection => ({
  tenant: "org",
  mode: "test",
  readAt: "2026-11-22T14:02:00.000Z",
  state: "linked",
  generation: 3,
  revision: 7,
  claim: null,
  accountId: "acct_1",
  platformId: "acct_platform",
  ending: null,
  snapshot: { derived: derived(), account, hosted: true, simulated: false },
  startedBy: "ada",
  statusSince: "2026-11-23T11:00:00.000Z",
  checkedAt: "2026-11-23T11:59:00.000Z",
  connectedAt: "2026-11-01T00:00:00.000Z",
  disconnectedAt: null,
  disconnectedWhy: null,
  lastEventId: "evt_1",
  ...changes,
});
const withDerived = (changes: Partial<DerivedConnection>) =>
  stored({ snapshot: { derived: derived(changes), account, hosted: true, simulated: false } });
const claim = (leaseUntil: string | null) =>
  stored({
    state: "claimed",
    claim: { id: "c", params: {}, leaseUntil },
    accountId: null,
    snapshot: null,
    checkedAt: null,
    connectedAt: null,
  });

const ending = (leaseUntil: string) =>
  stored({ state: "disconnecting", disconnectedWhy: "user", ending: { who: "ada", policy: "delete", leaseUntil } });

const CAN_NOTHING_YET = {
  connect: true,
  update: "not_connected",
  disconnect: "not_connected",
  hosted: "not_connected",
  dashboard: "not_connected",
};

describe("each state of the row is told as what it means", () => {
  test.each<[string, StoredConnection | null, object]>([
    [
      "no row",
      null,
      {
        status: "not_connected",
        reason: "none",
        action: "connect",
        payments: "inactive",
        payouts: "inactive",
        revision: 0,
        can: CAN_NOTHING_YET,
      },
    ],
    [
      "a claim that is held",
      claim("2026-11-23T12:01:00.000Z"),
      {
        status: "connecting",
        reason: "creating",
        action: "wait",
        waitingOn: "stripe",
        account: null,
        startedBy: "ada",
        can: { connect: "busy", update: "busy" },
      },
    ],
    [
      "a claim whose owner died",
      claim("2026-11-23T11:59:00.000Z"),
      { status: "connecting", reason: "creating", can: { connect: true, disconnect: "busy" } },
    ],
    [
      "a claim that was given up",
      claim(null),
      { status: "not_connected", reason: "none", startedBy: null, can: CAN_NOTHING_YET },
    ],
    [
      "an account that was never read",
      stored({ snapshot: null }),
      {
        status: "connecting",
        reason: "awaiting_snapshot",
        action: "wait",
        waitingOn: "stripe",
        account: { id: "acct_1", displayName: null },
        can: { connect: "already_connected", update: "busy", disconnect: true },
      },
    ],
    [
      "an account that works",
      stored(),
      {
        status: "connected",
        ready: true,
        account,
        can: { connect: "already_connected", update: true, disconnect: true, hosted: true, dashboard: "unsupported" },
      },
    ],
    [
      "a disconnect under way",
      ending("2026-11-23T12:01:00.000Z"),
      {
        status: "connected",
        ready: false,
        account,
        disconnectedWhy: null,
        can: { connect: "busy", update: "busy", disconnect: "busy", hosted: "busy", dashboard: "busy" },
      },
    ],
    [
      "a disconnect whose owner died",
      ending("2026-11-23T12:00:00.000Z"),
      {
        status: "connected",
        ready: false,
        account,
        disconnectedWhy: null,
        can: { connect: "busy", update: "busy", disconnect: true, hosted: "busy", dashboard: "busy" },
      },
    ],
    ...[null, stored().snapshot].flatMap((snapshot): [string, StoredConnection, object][] => {
      const last = snapshot ? "last read as connected" : "without a snapshot";
      const ended = { state: "disconnected", snapshot, disconnectedAt: "2026-11-20T00:00:00.000Z" } as const;
      const shown = {
        status: "not_connected",
        action: "connect",
        waitingOn: "you",
        payments: "inactive",
        payouts: "inactive",
        account: null,
        disconnectedAt: "2026-11-20T00:00:00.000Z",
        can: CAN_NOTHING_YET,
      };
      return [
        [
          `disconnected by a person, ${last}`,
          stored({ ...ended, disconnectedWhy: "user" }),
          { ...shown, reason: "disconnected", disconnectedWhy: "user" },
        ],
        [
          `removed at Stripe, ${last}`,
          stored({ ...ended, disconnectedWhy: "removed_at_stripe" }),
          { ...shown, reason: "deleted", disconnectedWhy: "removed_at_stripe" },
        ],
        [
          `closed at Stripe, ${last}`,
          stored({ ...ended, disconnectedWhy: "closed_at_stripe" }),
          { ...shown, reason: "closed", disconnectedWhy: "removed_at_stripe" },
        ],
      ];
    }),
    [
      "rejected for good",
      withDerived({ status: "error", reason: "rejected", action: "contact_stripe" }),
      { can: { update: "terminal", hosted: "terminal", disconnect: true } },
    ],
    [
      "rejected with an appeal",
      withDerived({ status: "error", reason: "rejected", action: "open_onboarding" }),
      { can: { update: true } },
    ],
  ])("%s", (_name, row, expected) => {
    expect(presentConnection(row, admin, context)).toMatchObject({
      ...expected,
      serverTime: "2026-11-23T12:00:00.000Z",
    });
  });
});

describe("sections", () => {
  const sections = ["payouts", "documents", "tax_settings"] as const;
  const shown = (row: StoredConnection | null, viewer = admin) =>
    presentConnection(row, viewer, { ...context, sections }).sections;
  const all = (payouts: unknown, documents = payouts, tax_settings = payouts) => ({ payouts, documents, tax_settings });
  const collects = (platformCollects: boolean, changes: Partial<DerivedConnection> = {}) => {
    const row = withDerived(changes);
    return { ...row, snapshot: row.snapshot && { ...row.snapshot, platformCollects } };
  };
  const rejected = { status: "error", reason: "rejected", action: "contact_platform" } as const;
  const appealed = { status: "error", reason: "rejected", action: "open_onboarding" } as const;

  test.each<[string, StoredConnection | null, object, object]>([
    ["no account", null, all("not_connected"), all("not_connected", "not_connected", "role")],
    ["one that is made", claim("2026-11-23T12:01:00.000Z"), all("busy"), all("busy", "busy", "role")],
    ["one that was never read", stored({ snapshot: null }), all("busy"), all("busy", "busy", "role")],
    ["one that is there", collects(false), all(true), all("role", true, "role")],
    ["one whose details the platform collects", collects(true), all(true), all(true, true, "role")],
    ["one that is ended", ending("2026-11-23T12:01:00.000Z"), all("busy"), all("busy", "busy", "role")],
    [
      "one that was ended",
      stored({ state: "disconnected" }),
      all("not_connected"),
      all("not_connected", "not_connected", "role"),
    ],
    ["a rejected one", collects(true, rejected), all(true, true, "terminal"), all(true, true, "role")],
    ["a rejected one that may appeal", collects(true, appealed), all(true), all(true, true, "role")],
  ])("%s", (_row, row, toAdmin, toReader) => {
    expect(shown(row)).toEqual(toAdmin);
    expect(shown(row, reader)).toEqual(toReader);
  });

  test("only those that the host lists, in its order", () => {
    expect(Object.keys(shown(stored()))).toEqual(sections);
    expect(presentConnection(stored(), admin, context).sections).toEqual({});
  });
});

describe("what a viewer may not know", () => {
  const requirement = {
    key: "person_1.verification.document",
    group: "identity_document" as const,
    state: "past_due" as const,
    deadline: null,
    person: { id: "person_1", role: "owner" as const, name: "Jenny Rosen" },
  };

  test("names of persons are for those who can update", () => {
    const row = withDerived({ requirements: [requirement] });
    expect(presentConnection(row, admin, context).requirements[0]?.person?.name).toBe("Jenny Rosen");
    expect(JSON.stringify(presentConnection(row, reader, context))).not.toContain("Jenny");
    expect(presentConnection(row, reader, context).requirements[0]?.person).toMatchObject({
      role: "owner",
      name: null,
    });
  });

  test("a reader is told that it is the role", () => {
    const role = { connect: "role", update: "role", disconnect: "role", hosted: "role", dashboard: "role" };
    for (const row of [null, stored(), claim(null), stored({ state: "disconnecting" })]) {
      expect(presentConnection(row, reader, context).can).toEqual(role);
    }
  });

  test("that Stripe looks through its lists reads as a review; fraud is not named", () => {
    const row = withDerived({
      status: "error",
      reason: "listed",
      action: "wait",
      disabledReason: "listed",
      capabilities: [{ name: "card_payments", status: "inactive", reason: "listed" }],
      requirements: [
        { ...requirement, error: { code: "verification_document_fraudulent", reason: "This looks like fraud." } },
        { ...requirement, error: { code: "invalid_value_other", reason: "The name matches a sanctions list." } },
        { ...requirement, error: { code: "matches_a_fraud_ring", reason: "Stolen." } },
        { ...requirement, error: { code: "invalid_statement_descriptor_length", reason: "Too short." } },
      ],
    });
    const seen = presentConnection(row, admin, context);
    expect(seen).toMatchObject({ status: "in_progress", reason: "under_review", action: "wait", waitingOn: "stripe" });
    expect(JSON.stringify(seen)).not.toMatch(/listed|fraud|sanction/i);
    expect(seen.requirements.map(({ error }) => error)).toEqual([
      { code: "verification_document_failed_other", reason: null },
      { code: "invalid_value_other", reason: null },
      { code: "verification_failed_other", reason: null },
      { code: "invalid_statement_descriptor_length", reason: "Too short." },
    ]);
    const { redact: _without, ...whole } = context;
    expect(presentConnection(row, admin, whole)).toMatchObject({
      status: "error",
      reason: "listed",
      disabledReason: "listed",
    });
  });

  test("a rejection for fraud is a rejection", () => {
    const row = withDerived({
      status: "error",
      reason: "rejected",
      action: "contact_stripe",
      disabledReason: "rejected.platform_fraud",
    });
    expect(presentConnection(row, admin, context)).toMatchObject({
      reason: "rejected",
      disabledReason: "rejected.platform_other",
    });
    const other = withDerived({ status: "error", reason: "rejected", disabledReason: "rejected.terms_of_service" });
    expect(presentConnection(other, admin, context).disabledReason).toBe("rejected.terms_of_service");
  });
});

test("who began is told to everybody else", () => {
  const seenBy = (user: { user?: string }) => presentConnection(stored(), { ...reader, ...user }, context).startedBy;
  expect([seenBy({ user: "ada" }), seenBy({ user: "bob" }), seenBy({})]).toEqual([null, "ada", "ada"]);
  const unknown = stored({ startedBy: null });
  expect(presentConnection(unknown, { ...reader, user: "ada" }, context).startedBy).toBeNull();
});

test("the host's gate sees everything and rules `ready`; neither it nor the redaction can change what is stored", () => {
  const row = withDerived({
    status: "error",
    reason: "listed",
    disabledReason: "listed",
    capabilities: [{ name: "a", status: "active", reason: null }],
  });
  const before = structuredClone(row);
  const seen = presentConnection(row, admin, {
    ...context,
    ready: (truth) => {
      truth.capabilities.length = 0;
      return truth.reason === "listed";
    },
    redact: (truth) => Object.assign(truth, { requirements: [], capabilities: [] }),
  });
  expect(seen.ready).toBe(true);
  expect(row).toEqual(before);
});

test("it is pure: the same answer twice, what is stored left alone, and revision and generation passed on", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("claimed", "linked", "disconnecting", "disconnected"),
      fc.constantFrom(admin, reader),
      fc.boolean(),
      fc.nat(),
      (state, viewer, read, revision) => {
        const row = stored({ state, revision, ...(read ? {} : { snapshot: null }) });
        const before = JSON.stringify(row);
        const first = presentConnection(row, viewer, context);
        expect(presentConnection(row, viewer, context)).toEqual(first);
        expect(JSON.stringify(row)).toBe(before);
        expect([first.revision, first.generation, first.scope]).toEqual([revision, 3, "s"]);
      },
    ),
  );
});
