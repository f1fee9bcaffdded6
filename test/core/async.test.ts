// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type After, rejectAfter, untilItSucceeds } from "../../src/core/async.js";

/** Timers that run when the test says so. */
function manualTimers() {
  const pending = new Map<() => void, number>();
  const after: After = (ms, run) => {
    pending.set(run, ms);
    return () => void pending.delete(run);
  };
  const runAll = () => {
    for (const run of pending.keys()) run();
  };
  return { after, pending, runAll };
}

const late = () => new Error("late");

describe("rejectAfter", () => {
  it("resolves as the work does, and leaves no timer", async () => {
    const { after, pending } = manualTimers();
    const result = rejectAfter(after, 10_000, Promise.resolve("done"), late);
    expect([...pending.values()]).toEqual([10_000]);
    expect(await result).toBe("done");
    expect(pending.size).toBe(0);
  });

  it("rejects as the work does, and leaves no timer", async () => {
    const { after, pending } = manualTimers();
    await expect(rejectAfter(after, 10_000, Promise.reject(new Error("broken")), late)).rejects.toThrow("broken");
    expect(pending.size).toBe(0);
  });

  it("rejects with the error of `late` when the time is over, whatever the work does afterwards", async () => {
    const { after, runAll } = manualTimers();
    let fail: (reason: Error) => void = () => {};
    const work = new Promise((_, reject) => {
      fail = reject;
    });
    const result = rejectAfter(after, 10_000, work, late);
    runAll();
    await expect(result).rejects.toThrow("late");
    // An unhandled rejection would fail the run.
    fail(new Error("broken, but too late"));
    await expect(work).rejects.toThrow("too late");
  });
});

describe("untilItSucceeds", () => {
  it("shares one run among callers, runs again after a failure, and keeps the first success", async () => {
    let runs = 0;
    const get = untilItSucceeds(async () => {
      runs += 1;
      if (runs === 1) throw new Error("not yet");
      return runs;
    });
    const first = [get(), get()];
    expect((await Promise.allSettled(first)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(runs).toBe(1);
    expect(await Promise.all([get(), get()])).toEqual([2, 2]);
    expect(await get()).toBe(2);
    expect(runs).toBe(2);
  });
});
