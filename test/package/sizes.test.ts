import { expect, test } from "vitest";
import { report } from "./sizes.mjs";

// `pretest` has built dist.
test("H9 H1 every part of the package keeps its budget, and no first load holds Stripe, server or simulator code", async () => {
  const { rows, strangers } = await report();
  expect(strangers).toEqual([]);
  for (const { what, size, limit } of rows) {
    expect(size, `${what}: not found in the bundle`).toBeTypeOf("number");
    expect(size, what).toBeLessThanOrEqual(limit);
  }
});
