// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Connection } from "../../src/core/connection.js";
import { presentConnection } from "../../src/server/presentConnection.js";
import { readConnection } from "../../src/core/protocol.js";
import type { StoredConnection } from "../../src/server/store/storedConnection.js";
import { withholdReasons } from "../../src/server/withholdReasons.js";
import { requirements as words } from "../../src/messages/en/requirements.js";
import { describeConnection } from "../../src/messages/describe/describeConnection.js";
import { accountFacts } from "../../src/stripe/accountFacts.js";
import { type DeriveOptions, deriveConnection } from "../../src/stripe/deriveConnection.js";
import { accountV1, accountV2, persons } from "./accountsOfSchema.js";

type Json = Record<string, unknown>;

const NOW = Date.parse("2026-11-22T14:02:00.000Z");
const account = fc.oneof(accountV1, accountV2) as fc.Arbitrary<Json>;
const options: fc.Arbitrary<DeriveOptions> = fc.record({
  connectedAt: fc.constantFrom(null, "2026-10-27T00:00:00.000Z"),
  requiredCapabilities: fc.constantFrom([], ["card_payments"], ["card_payments", "transfers"], ["sepa_debit_payments"]),
  persons,
});
const runs = { numRuns: 400 };

/** As a viewer's page gets it: stored, presented, sent and read. */
function connectionOf(raw: Json, chosen: DeriveOptions): Connection {
  const derived = deriveConnection(raw, chosen);
  const facts = accountFacts(raw) ?? {
    account: { id: "acct_1", displayName: null, country: null, defaultCurrency: null, createdAt: null },
    hosted: false,
    platformCollects: false,
  };
  const at = new Date(NOW).toISOString();
  const stored: StoredConnection = {
    tenant: "tenant",
    mode: "test",
    readAt: at,
    state: "linked",
    generation: 1,
    revision: 2,
    claim: null,
    accountId: "acct_1",
    platformId: null,
    ending: null,
    snapshot: { derived, ...facts, simulated: false },
    startedBy: null,
    statusSince: at,
    checkedAt: at,
    connectedAt: chosen.connectedAt ?? null,
    disconnectedAt: null,
    disconnectedWhy: null,
    lastEventId: null,
  };
  const viewer = { tenant: "tenant", can: { view: true, connect: true, update: true, disconnect: true } };
  const shown = presentConnection(stored, viewer, {
    mode: "test",
    now: NOW,
    scope: "scope",
    countries: [],
    redact: withholdReasons,
  });
  return readConnection(JSON.parse(JSON.stringify(shown)));
}

const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);
const part = (value: unknown, name: string) => ((value ?? {}) as Json)[name];

/** Whether Stripe itself lists something as past due, for the account holder to give. */
function isPastDue(raw: Json): boolean {
  const { requirements } = raw;
  if (raw["object"] === "account") return list(part(requirements, "past_due")).some((key) => key !== "");
  return list(part(requirements, "entries")).some(
    (entry) =>
      part(entry, "description") !== "" &&
      part(entry, "awaiting_action_from") !== "stripe" &&
      part(part(entry, "minimum_deadline"), "status") === "past_due",
  );
}

function statusesV2(raw: Json, name: string): unknown[] {
  const [outer = "", inner] = name.split(".");
  return Object.values((raw["configuration"] ?? {}) as Json).map((configuration) => {
    const found = part(part(configuration, "capabilities"), outer);
    return part(inner === undefined ? found : part(found, inner), "status");
  });
}

/** Whether Stripe itself says that everything works that is needed. */
function works(raw: Json, needed: readonly string[]): boolean {
  if (raw["object"] !== "account") {
    const names = needed.length > 0 ? needed : ["card_payments", "stripe_balance.payouts"];
    // One that Stripe does not list was not requested.
    return names.every((name) => {
      const statuses = statusesV2(raw, name === "transfers" ? "stripe_balance.stripe_transfers" : name);
      return statuses.includes("active") || (needed.length === 0 && !statuses.some(Boolean));
    });
  }
  const listed = (raw["capabilities"] ?? {}) as Json;
  const charges = raw["charges_enabled"] === true;
  const payouts = raw["payouts_enabled"] === true;
  // One that Stripe does not list is what the boolean says.
  const OF_BOOLEANS: Json = { card_payments: charges, transfers: payouts };
  if (needed.length > 0) {
    return needed.every((name) => (name in listed ? listed[name] === "active" : OF_BOOLEANS[name] === true));
  }
  const names = Object.keys(listed);
  const takesPayments = names.length === 0 || names.some((name) => name.endsWith("_payments"));
  return (charges || !takesPayments) && (payouts || !(takesPayments || names.includes("transfers")));
}

/** The same JSON with every array in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, item]) => [name, reversed(item)]),
  );
}

describe("whatever account Stripe's OpenAPI document allows", () => {
  it("is a connection that a page can read, and that says the same to it as to the server", () => {
    fc.assert(
      fc.property(account, options, (raw, chosen) => {
        const derived = deriveConnection(raw, chosen);
        const read = connectionOf(raw, chosen);
        const { status, reason, action, waitingOn, payments, payouts, deadline } = withholdReasons(derived);
        expect(read).toMatchObject(
          reason === "unknown"
            ? { status, reason, action: "contact_stripe", payments, payouts, deadline }
            : { status, reason, action, waitingOn, payments, payouts, deadline },
        );
        expect(read.requirements).toHaveLength(derived.requirements.length);
      }),
      runs,
    );
  });

  it("is connected only where all that is needed works and nothing is past due", () => {
    fc.assert(
      fc.property(account, options, (raw, chosen) => {
        if (deriveConnection(raw, chosen).status !== "connected") return;
        expect(works(raw, chosen.requiredCapabilities ?? [])).toBe(true);
        expect(isPastDue(raw)).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  it("never waits for a person who has nothing to do, and is never in progress with nobody to act", () => {
    fc.assert(
      fc.property(account, options, (raw, chosen) => {
        const { status, reason, waitingOn, requirements } = deriveConnection(raw, chosen);
        if (waitingOn === "you" && status !== "not_connected") {
          const toGive = requirements.filter(({ state }) => state !== "pending");
          // Before its end the form itself is what there is to do.
          expect(toGive.length > 0 || reason === "details_not_submitted").toBe(true);
        }
        if (status === "in_progress" || status === "connecting") expect(waitingOn).not.toBe("nobody");
        if (status === "connecting") {
          expect(requirements.filter(({ state }) => state === "due" || state === "past_due")).toEqual([]);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("has no deadline that is later than that of anything asked for, or than Stripe's own", () => {
    fc.assert(
      fc.property(account, options, (raw, chosen) => {
        const { deadline, requirements } = deriveConnection(raw, chosen);
        const dates = requirements.flatMap((one) => one.deadline ?? []);
        for (const date of dates) expect(Date.parse(deadline ?? "")).toBeLessThanOrEqual(Date.parse(date));
        if (dates.length === 0) expect(deadline).toBeNull();
        const current = part(raw["requirements"], "current_deadline");
        if (requirements.some(({ state }) => state === "due") && typeof current === "number") {
          expect(Date.parse(deadline ?? "")).toBeLessThanOrEqual(current * 1000);
        }
      }),
      runs,
    );
  });

  it("gives the same answer twice, whatever the order of arrays", () => {
    fc.assert(
      fc.property(account, options, (raw, chosen) => {
        const derived = deriveConnection(raw, chosen);
        expect(deriveConnection(structuredClone(raw), chosen)).toEqual(derived);
        const persons = reversed(chosen.persons) as unknown[];
        expect(deriveConnection(reversed(raw), { ...chosen, persons })).toEqual(derived);
      }),
      runs,
    );
  });

  it("asks for each thing once, of each person", () => {
    fc.assert(
      fc.property(account, options, (raw, chosen) => {
        const ids = deriveConnection(raw, chosen).requirements.map(({ key, person }) => `${key} ${person?.id ?? ""}`);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      runs,
    );
  });

  it("B10 is told in words, never in Stripe's own", () => {
    fc.assert(
      fc.property(account, options, (raw, chosen) => {
        const connection = connectionOf(raw, { ...chosen, persons: [] });
        const told = describeConnection(
          { ...connection, requirements: connection.requirements.map(({ person: _, ...rest }) => rest) },
          { platformName: "Acme Cloud", requirementMessages: words, now: NOW, relative: true },
        );
        for (const text of [
          told.label,
          told.sentence,
          ...told.notices.map((notice) => notice.text),
          ...[...told.rows, ...told.checking].flatMap((row) => [row.title, row.text]),
        ]) {
          expect(text).not.toBe("");
          expect(text).not.toMatch(/_|undefined|null|\bNaN\b/);
          expect(text.length).toBeLessThanOrEqual(160);
        }
        expect(told.detail ?? "").not.toMatch(/_|undefined/);
      }),
      runs,
    );
  });
});
