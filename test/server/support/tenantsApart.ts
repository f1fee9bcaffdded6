import fc from "fast-check";
import { expect } from "vitest";
import type { ConnectionStore } from "react-stripe-connection/server";
import { seed } from "../property/rounds.js";
import { keyOf, linked, sequenceOf, snapshotOf } from "../../../src/testing/storeContract/storeContractSetup.js";

/** Anything that is a text, and what has hurt somebody once: quotes, NUL, halves of characters, names that objects have. */
const strange = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."'\"\\;%_$:|/ \n\t\u0000\u0001\ud800\udfff\u202e".split("")),
      fc.constantFrom("__proto__", "constructor", "toString", "--", "/*", "$1", "💳", "é", "e\u0301", "test:", "null"),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

/** Tenants of any two names are rows of their own, from the first verb to the last. */
export async function tenantsApart(store: ConnectionStore, numRuns: number): Promise<void> {
  console.info(`${numRuns} pairs of tenants, SEED=${seed}`);
  const pairs = fc.uniqueArray(strange, { minLength: 2, maxLength: 2 });
  const apart = fc.asyncProperty(pairs, async ([one = "", two = ""]) => {
    const unique = crypto.randomUUID();
    const accounts = [`acct_one${unique}`, `acct_two${unique}`] as const;
    const rows = [await linked(store, one, accounts[0]), await linked(store, two, accounts[1])] as const;
    for (const [index, row] of rows.entries()) {
      const key = keyOf(row);
      const eventId = `evt_${unique}_${index}`;
      const sequence = await sequenceOf(store, key, eventId);
      await store.apply({ ...key, sequence, snapshot: snapshotOf(accounts[index] ?? ""), eventId });
    }
    const read = async (tenant: string) => (await store.read("test", { tenant }))?.snapshot?.account.id ?? null;
    expect([await read(one), await read(two)]).toEqual(accounts);
    expect((await store.read("test", { accountId: accounts[0] }))?.tenant).toBe(one);
    await store.purge(one);
    expect([await read(one), await read(two)]).toEqual([null, accounts[1]]);
    await store.purge(two);
  });
  await fc.assert(apart, { numRuns, seed });
}
