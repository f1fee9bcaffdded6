// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConnectionError } from "../../src/core/errors.js";
import { readConnection, readDisconnectPreview, readOnboardingLink } from "../../src/core/protocol.js";
import { connected } from "../support/connections.js";

const account = { id: "acct_1", displayName: null, country: "US", defaultCurrency: "usd", createdAt: null };
const preview = (own: object) => ({
  generation: 1,
  policy: "delete",
  account,
  startOver: false,
  blockers: [],
  warnings: [],
  ...own,
});
const balance = { kind: "balance", balance: "available", amount: 1200, currency: "usd" };

/** The names of what was read, or the code that reading failed with. */
function outcome(wire: unknown): string[] | string {
  try {
    return Object.keys(readConnection(wire)).sort();
  } catch (thrown) {
    if (thrown instanceof ConnectionError) return thrown.code;
    throw thrown;
  }
}

describe("what a page reads", () => {
  test("an answer that was validated is the same object when it is read again, and its copy is validated", () => {
    const read = readConnection(connected());
    expect(readConnection(read)).toBe(read);
    expect(() => readConnection({ ...read, revision: "8" })).toThrow("connection.revision");
  });

  test("A15 anything at all is a connection, or a ConnectionError that says where it is none", () => {
    const names = Object.keys(connected()).sort();
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (own) => {
        expect([names, "invalid_response"]).toContainEqual(outcome({ ...connected(), ...own }));
      }),
    );
    expect(() => readConnection({ ...connected(), capabilities: [{ name: 7 }] })).toThrow(
      "the back end's connection.capabilities.0.name is not of protocol 1: string",
    );
  });

  test("A14 a permission that this version does not know allows nothing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { can } = readConnection({ ...connected(), can: { ...connected().can, disconnect: value } });
        expect(can.disconnect === true).toBe(value === true);
      }),
    );
    expect(readConnection({ ...connected(), can: { ...connected().can, connect: "busy" } }).can.connect).toBe("busy");
  });

  test("numbers that count are whole and not negative, times are times", () => {
    for (const own of [{ revision: -1 }, { revision: 0.5 }, { generation: 2 ** 53 }, { serverTime: "soon" }]) {
      expect(() => readConnection({ ...connected(), ...own })).toThrow("not of protocol 1");
    }
    expect(() => readConnection({ ...connected(), mode: "sandbox" })).toThrow("connection.mode");
    expect(() => readConnection({ ...connected(), countries: ["us"] })).toThrow("connection.countries.0");
  });

  test.each([balance, { ...balance, amount: -5 }, { kind: "host", text: "A plan is sold." }])(
    "a notice such as %j is read as it is",
    (notice) => {
      expect(readDisconnectPreview(preview({ blockers: [notice] })).blockers).toEqual([notice]);
    },
  );

  test.each([
    { kind: "balance" },
    { ...balance, balance: "elsewhere" },
    { ...balance, amount: 0.5 },
    { ...balance, amount: undefined },
    { ...balance, currency: undefined },
    { kind: "host" },
    { kind: "rumour", text: "x" },
  ])("%j is no notice", (notice) => {
    const wire = JSON.parse(JSON.stringify(preview({ warnings: [notice] })));
    expect(() => readDisconnectPreview(wire)).toThrow("disconnect preview.warnings.0");
  });

  test("a link is an address", () => {
    const expiresAt = "2026-11-22T15:00:00.000Z";
    expect(() => readOnboardingLink({ url: "somewhere", expiresAt })).toThrow("onboarding link.url");
    expect(readOnboardingLink({ url: "https://connect.stripe.com/x", expiresAt }).expiresAt).toBe(expiresAt);
  });
});
