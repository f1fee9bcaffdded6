// @vitest-environment node
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIONS, FLOWS, REASONS, REQUIREMENT_STATES, STATUSES } from "../../src/core/connection.js";
import { waitingOnFor } from "../../src/core/waitingOn.js";
import { accountFacts } from "../../src/stripe/accountFacts.js";
import { type DeriveOptions, deriveConnection } from "../../src/stripe/deriveConnection.js";
import disabledReasons from "./disabled-reasons.json" with { type: "json" };
import errorCodes from "./requirement-errors.json" with { type: "json" };
import fields from "./requirement-fields.json" with { type: "json" };

const key = fc.oneof(
  fc.constantFrom(...fields.fields.map((one) => one.key), ...fields.v2Fields.map((one) => one.key)),
  fc.constantFrom("person_1.dob.day", "person_2.verification.document", "__proto__", "constructor.x"),
  fc.string(),
);
const odd = fc.constantFrom(undefined, null, 0, "", "x", true, {}, []);
const or = <T>(usual: fc.Arbitrary<T>) => fc.oneof({ weight: 9, arbitrary: usual as fc.Arbitrary<unknown> }, odd);
const keys = fc.array(key, { maxLength: 6 });
const disabledReason = fc.oneof(
  fc.constantFrom(...disabledReasons.account.map((one) => one.value)),
  fc.constant(null),
  fc.string(),
);
const when = fc.oneof(fc.integer(), fc.double(), fc.constant(null));
const error = fc.record({
  code: or(fc.constantFrom(...errorCodes.errors.map((one) => one.code))),
  reason: or(fc.string()),
  requirement: or(key),
});

const requirements = fc.record(
  {
    past_due: or(keys),
    currently_due: or(keys),
    eventually_due: or(keys),
    pending_verification: or(keys),
    disabled_reason: or(disabledReason),
    current_deadline: or(when),
    errors: or(fc.array(or(error))),
    alternatives: or(fc.array(fc.record({ original_fields_due: or(keys), alternative_fields_due: or(keys) }))),
  },
  { requiredKeys: [] },
);
const accountV1 = fc.record(
  {
    id: or(fc.constant("acct_1")),
    object: fc.constant("account"),
    deleted: fc.constantFrom(undefined, false),
    charges_enabled: or(fc.boolean()),
    payouts_enabled: or(fc.boolean()),
    details_submitted: or(fc.boolean()),
    capabilities: or(fc.dictionary(fc.constantFrom("card_payments", "transfers"), or(fc.constantFrom("active", "inactive", "pending", "new")))),
    requirements: or(requirements),
    future_requirements: or(requirements),
    individual: or(fc.record({ id: fc.constant("person_1"), first_name: or(fc.string()), relationship: or(fc.object()) })),
  },
  { requiredKeys: [] },
);
const capability = fc.record({
  status: or(fc.constantFrom(...disabledReasons.v2CapabilityStatus.statuses)),
  status_details: or(
    fc.array(fc.record({ code: or(fc.constantFrom(...disabledReasons.v2CapabilityStatus.statusDetailCodes)) })),
  ),
});
const configuration = fc.record(
  { capabilities: or(fc.record({ card_payments: or(capability), stripe_balance: or(fc.record({ payouts: or(capability) })) })) },
  { requiredKeys: [] },
);
const entry = fc.record(
  {
    description: or(key),
    awaiting_action_from: or(fc.constantFrom("user", "stripe")),
    minimum_deadline: or(fc.record({ status: or(fc.constantFrom("past_due", "currently_due", "eventually_due")) })),
    reference: or(fc.record({ type: fc.constant("person"), resource: or(fc.constantFrom("person_1", "person_2")) })),
    errors: or(fc.array(or(error))),
  },
  { requiredKeys: [] },
);
const requirementsV2 = fc.record({ entries: or(fc.array(or(entry))), summary: or(fc.object()) }, { requiredKeys: [] });
const accountV2 = fc.record(
  {
    id: or(fc.constant("acct_1")),
    object: fc.constant("v2.core.account"),
    closed: or(fc.boolean()),
    configuration: or(fc.record({ merchant: or(configuration), recipient: or(configuration) })),
    requirements: or(requirementsV2),
    future_requirements: or(requirementsV2),
  },
  { requiredKeys: [] },
);
const account = fc.oneof(accountV1, accountV2);
const options: fc.Arbitrary<DeriveOptions> = fc
  .record({
    connectedAt: fc.constantFrom(null, "2026-10-27T00:00:00.000Z"),
    requiredCapabilities: fc.constantFrom(undefined, [], ["card_payments"], ["card_payments", "transfers"]),
    persons: fc.array(fc.record({ id: fc.constantFrom("person_1", "person_2"), last_name: or(fc.string()) }), { maxLength: 1 }),
  })
  .map(({ requiredCapabilities, ...rest }) => ({
    ...rest,
    ...(requiredCapabilities && { requiredCapabilities }),
  }));

/** The same JSON with every array in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, item]) => [name, reversed(item)]));
}

describe("deriveConnection of any account", () => {
  it("answers JSON of any shape with words of the closed lists", () => {
    fc.assert(
      fc.property(fc.oneof(account, fc.jsonValue(), fc.anything()), options, (value, chosen) => {
        const derived = deriveConnection(value, chosen);
        expect(STATUSES).toContain(derived.status);
        expect(REASONS).toContain(derived.reason);
        expect(ACTIONS).toContain(derived.action);
        expect(FLOWS).toContain(derived.payments);
        expect(FLOWS).toContain(derived.payouts);
        for (const one of derived.requirements) expect(REQUIREMENT_STATES).toContain(one.state);
        expect(JSON.parse(JSON.stringify(derived))).toEqual(derived);
        expect(() => accountFacts(value)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it("is never connected while something is past due or a needed flow is off", () => {
    fc.assert(
      fc.property(account, options, (value, chosen) => {
        const derived = deriveConnection(value, chosen);
        if (derived.status !== "connected") return;
        expect(derived.requirements.filter((one) => one.state === "past_due")).toEqual([]);
        const past = (value as { requirements?: { past_due?: unknown } }).requirements?.past_due;
        if (Array.isArray(past)) expect(past.filter((one) => typeof one === "string" && one !== "")).toEqual([]);
        if (chosen.requiredCapabilities?.length) {
          const off = derived.capabilities.filter((one) => one.status !== "active").map((one) => one.name);
          expect(chosen.requiredCapabilities.filter((name) => off.includes(name))).toEqual([]);
        } else {
          for (const flow of [derived.payments, derived.payouts]) expect(["active", "not_requested"]).toContain(flow);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("names whoever the action leaves the ball with", () => {
    fc.assert(
      fc.property(account, options, (value, chosen) => {
        const derived = deriveConnection(value, chosen);
        expect(derived.waitingOn).toBe(waitingOnFor(derived.action));
      }),
    );
  });

  it("says the same twice, whatever the order of Stripe's arrays, and leaves its input as it was", () => {
    fc.assert(
      fc.property(account, options, (value, chosen) => {
        const before = structuredClone(value);
        const derived = deriveConnection(value, chosen);
        expect(deriveConnection(value, chosen)).toEqual(derived);
        expect(deriveConnection(reversed(value), chosen)).toEqual(derived);
        expect(value).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it("has been connected before changes how bad it is, never what is asked for", () => {
    fc.assert(
      fc.property(account, (value) => {
        const first = deriveConnection(value);
        const again = deriveConnection(value, { connectedAt: "2026-10-27T00:00:00.000Z" });
        expect({ ...again, status: "", payments: "", payouts: "" }).toEqual({
          ...first,
          status: "",
          payments: "",
          payouts: "",
        });
        if (again.status !== first.status) expect([first.status, again.status]).toEqual(["in_progress", "error"]);
      }),
    );
  });
});
