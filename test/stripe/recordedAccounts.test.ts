// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DerivedConnection } from "../../src/core/connection.js";
import { type DeriveOptions, deriveConnection } from "../../src/stripe/deriveConnection.js";

interface RecordedAccount {
  /** Begins with the id of the fault that the account showed. */
  name: string;
  options: DeriveOptions;
  account: Record<string, unknown>;
  expect: Partial<DerivedConnection>;
}

const folder = new URL("./recorded/", import.meta.url);
const recorded = readdirSync(folder).map(
  (file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as RecordedAccount,
);

describe("accounts as Stripe answered with them, ids and names replaced", () => {
  test.each(recorded)("$name", ({ options, account, expect: expected }) => {
    expect(deriveConnection(account, options)).toMatchObject(expected);
  });
});
