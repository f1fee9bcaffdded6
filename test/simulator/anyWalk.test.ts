// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import type { StripeSimulator } from "../../src/simulator/index.js";
import { PARAMS, withEvents } from "./stripeClient.js";

type Step = (simulator: StripeSimulator, id: string) => Promise<unknown>;

const STEPS: Record<string, Step> = {
  completeOnboarding: (simulator, id) => simulator.completeOnboarding(id),
  completeWrongly: (simulator, id) => simulator.completeOnboarding(id, { tax_id: "111111111" }),
  asIndividual: (simulator, id) => simulator.answer(id, { business_type: "individual" }),
  requestIdentityDocument: (simulator, id) => simulator.requestIdentityDocument(id, "2d"),
  refuseIdentityDocument: (simulator, id) => simulator.refuseIdentityDocument(id),
  approve: (simulator, id) => simulator.approve(id),
  startReview: (simulator, id) => simulator.startReview(id),
  pausePayouts: (simulator, id) => simulator.pausePayouts(id),
  pausePayments: (simulator, id) => simulator.pausePayments(id),
  platformPause: (simulator, id) => simulator.platformPause(id),
  addFutureRequirement: (simulator, id) => simulator.addFutureRequirement(id, "3d"),
  makePastDue: (simulator, id) => simulator.makePastDue(id),
  failBankAccount: (simulator, id) => simulator.failBankAccount(id),
  reject: (simulator, id) => simulator.reject(id, "other", true),
  refuseWebsite: (simulator, id) => simulator.refuseWebsite(id),
  restrict: (simulator, id) => simulator.restrict(id, true),
  withdrawCapabilities: (simulator, id) => simulator.withdrawCapabilities(id),
  wrongOwners: (simulator, id) => simulator.completeOnboarding(id, { tax_id: "222221003" }),
  startAgain: (simulator, id) => simulator.startAgain(id),
  aMinute: (simulator) => simulator.clock.advance("1m"),
  aWeek: (simulator) => simulator.clock.advance("7d"),
};

test("whatever is done to an account, Stripe's document and Stripe's rules hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(STEPS)), { maxLength: 8 }), async (walk) => {
      const { simulator, stripe, events } = withEvents();
      const { id } = await stripe.accounts.create(PARAMS);
      for (const name of walk) await STEPS[name]?.(simulator, id);
      await simulator.idle();
      const account = await stripe.accounts.retrieve(id);
      const { currently_due, eventually_due, past_due, pending_verification, errors, disabled_reason } =
        account.requirements!;
      expect(currently_due).toEqual(expect.arrayContaining(past_due ?? []));
      expect(eventually_due).toEqual(expect.arrayContaining(currently_due ?? []));
      expect((pending_verification ?? []).filter((key) => currently_due?.includes(key))).toEqual([]);
      for (const error of errors ?? []) expect(currently_due).toContain(error.requirement);
      // What is off has a reason, and what has one is off.
      expect(disabled_reason !== null).toBe(!account.charges_enabled || !account.payouts_enabled);
      // The last change was told, whenever it arrived: Stripe promises no order.
      const told = events.filter(({ type }) => type === "account.updated").map((event) => event.data.object);
      expect(told).toContainEqual({ ...account });
      await simulator.close();
    }),
    { numRuns: 40 },
  );
});
