import type { StripeSimulator } from "../../../src/simulator/index.js";

/** The work of each webhook is bounded by ten seconds, and so it is known when all of a burst have begun. */
const BOUND_MS = 10_000;

/** A burst comes while its first read is under way: Stripe answers nothing before all of `count` webhooks have begun. */
export function wholeBurst(count: number) {
  let begun = 0;
  let isHeld = false;
  let release = () => {};
  const allBegan = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    /** For the handler's `runtime`. */
    after(ms: number, run: () => void): () => void {
      if (isHeld && ms === BOUND_MS && ++begun === count) release();
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    /** From now on. */
    hold(simulator: StripeSimulator): void {
      const answer = simulator.fetch.bind(simulator);
      simulator.fetch = async (input, init) => {
        await allBegan;
        await new Promise((resolve) => setImmediate(resolve));
        return answer(input, init);
      };
      isHeld = true;
    },
  };
}
