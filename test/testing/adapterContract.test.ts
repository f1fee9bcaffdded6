import { describe, expect, test } from "vitest";
import { adapterContract } from "../../src/testing/index.js";
import { simulatedHarness } from "../support/simulatedHarness.js";

describe("the contract on simulatedAdapter, in a page without a browser", () => {
  test.each(adapterContract(() => simulatedHarness()))("$name", ({ run }) => run());
});

describe("the contract on accounts of Stripe's v2 API", () => {
  const accountParams = () => ({ contact_email: "jenny.rosen@example.com" });
  const harness = () => simulatedHarness({ accounts: "v2", countries: ["US"], accountParams });
  test.each(adapterContract(harness))("$name", ({ run }) => run());
});

describe("what a harness leaves out", () => {
  test("is asked for in a sentence that says what to write instead", async () => {
    const bare = () => {
      const { adapter, another, close } = simulatedHarness();
      const { subscribe: _, ...still } = adapter;
      return { adapter: still, another, ...(close ? { close } : {}) };
    };
    const said = await Promise.all(
      adapterContract(bare).map(({ run }) =>
        run().then(
          () => "",
          (thrown: Error) => thrown.message,
        ),
      ),
    );
    for (const option of ["controlled: false", "pushes: false", "switches: false"]) {
      expect(said.some((message) => message.includes(option))).toBe(true);
    }
  });

  test("is left out of the contract", () => {
    const all = adapterContract(() => simulatedHarness()).map(({ name }) => name);
    const least = { controlled: false, pushes: false, switches: false, limits: false };
    const some = adapterContract(() => simulatedHarness(), least).map(({ name }) => name);
    expect(new Set(all).size).toBe(all.length);
    expect(some.length).toBeGreaterThan(15);
    expect(all.length - some.length).toBeGreaterThan(12);
    expect(all).toEqual(expect.arrayContaining(some));
  });
});
