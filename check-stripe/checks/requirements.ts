import type Stripe from "stripe";
import { DEFAULT_V1 } from "../../src/server/stripe/accountParams.js";
import { StripeFault } from "../../src/server/stripe/stripeFault.js";
import { createStripeGateway } from "../../src/server/stripe/stripeGateway.js";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { makeAccount } from "../calls.js";
import { type Check, type CheckContext, Differs, saidBy, Skipped } from "../check.js";
import { stripeOf } from "../simulatedSide.js";

const COUNTRIES = ["US", "DE", "JP"] as const;

export const freshRequirements: Check = {
  id: "A7",
  title: "a fresh account needs what the simulator's needs",
  does: `create an account in ${COUNTRIES.join(", ")} and compare its requirements and disabled_reason with the simulator's`,
  async run(context) {
    const refused: string[] = [];
    const differences: string[] = [];
    const same: string[] = [];
    for (const country of COUNTRIES) {
      const account = await fresh(context, country);
      if (typeof account === "string") refused.push(`${country} is refused: ${account}`);
      else {
        const found = differencesBetween(account, await simulated(country));
        if (found) differences.push(`${country}: ${found}`);
        else same.push(country);
      }
    }
    if (differences.length > 0) throw new Differs([...differences, ...refused].join("; "), "the simulator's");
    if (same.length === 0) throw new Skipped(refused.join("; "));
    return [same.join(", "), ...refused].join("; ");
  },
};

/** The account; a text is why Stripe refuses it. */
async function fresh(context: CheckContext, country: string): Promise<Stripe.Account | string> {
  try {
    const id = await makeAccount(context, { ...DEFAULT_V1, country });
    return (await context.place.gateway.retrieveAccount(id)).account as Stripe.Account;
  } catch (thrown) {
    if (thrown instanceof StripeFault && thrown.kind === "refused") return saidBy(thrown);
    throw thrown;
  }
}

async function simulated(country: string): Promise<Stripe.Account> {
  const simulator = createStripeSimulator();
  try {
    const gateway = createStripeGateway(stripeOf(simulator));
    const { id } = await gateway.createAccount({ ...DEFAULT_V1, country }, "fresh");
    return (await gateway.retrieveAccount(id)).account as Stripe.Account;
  } finally {
    await simulator.close();
  }
}

/** What Stripe has and the simulator has not (`+`), and the other way round (`-`). Empty: nothing. */
function differencesBetween(stripes: Stripe.Account, ours: Stripe.Account): string {
  const parts = (["currently_due", "past_due"] as const).flatMap((list) => {
    const [theirs, own] = [stripes, ours].map(({ requirements }) => new Set(requirements?.[list] ?? []));
    const more = [...(theirs ?? [])].filter((key) => !own?.has(key)).map((key) => `+${key}`);
    const less = [...(own ?? [])].filter((key) => !theirs?.has(key)).map((key) => `-${key}`);
    return more.length + less.length > 0 ? [`${list} ${[...more, ...less].join(" ")}`] : [];
  });
  const [theirs, own] = [stripes, ours].map(({ requirements }) => String(requirements?.disabled_reason ?? null));
  if (theirs !== own) parts.push(`disabled_reason ${theirs}, not ${own}`);
  return parts.join(", ");
}
