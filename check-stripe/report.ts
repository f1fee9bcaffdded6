import Stripe from "stripe";
import { VERSION } from "../src/core/version.js";
import { STRIPE_VERSION } from "../src/server/stripe/stripeGateway.js";
import type { Check, Outcome } from "./check.js";

export interface Result {
  check: Check;
  outcome: Outcome;
}

/** The lines of one result. */
export function linesOf({ check, outcome }: Result): string[] {
  const head = `${outcome.kind.padEnd(7)}  ${check.id.padEnd(3)}  ${check.title}`;
  switch (outcome.kind) {
    case "PASS":
      return [outcome.note ? `${head}: ${outcome.note}` : head];
    case "SKIPPED":
      return [`${head}: ${outcome.why}`];
    case "DIFFERS":
      return [head, `              Stripe said: ${outcome.said}`, `              We assumed:  ${outcome.assumed}`];
    default:
      return outcome satisfies never;
  }
}

export function summaryOf(results: readonly Result[]): string {
  const count = (kind: Outcome["kind"]) => results.filter(({ outcome }) => outcome.kind === kind).length;
  return `${count("PASS")} PASS, ${count("DIFFERS")} DIFFERS, ${count("SKIPPED")} SKIPPED`;
}

/** What an issue needs: nothing in it belongs to the platform. */
export function issueText(results: readonly Result[], about: { isSimulated: boolean; country: string }): string[] {
  const against = about.isSimulated ? "the simulator" : "Stripe in test mode";
  return [
    "```text",
    `check:stripe of react-stripe-connection ${VERSION} against ${against}`,
    `stripe ${Stripe.PACKAGE_VERSION}, API ${STRIPE_VERSION}, Node ${process.version}, platform in ${about.country}`,
    ...results.flatMap(linesOf),
    summaryOf(results),
    "```",
  ];
}
