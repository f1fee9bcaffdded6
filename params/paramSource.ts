import Stripe from "stripe";
import { paramTable } from "./paramTable.js";

/** `src/simulator/params/stripeParams.ts` as it should be: laid out as Biome lays it out. */
export function paramSource(operations: readonly string[]): string {
  const { objects, calls } = paramTable(operations);
  return [
    `// Made by \`npm run params\` from the types of stripe ${Stripe.PACKAGE_VERSION}. Do not edit: a test compares it with them.`,
    "",
    "interface StripeParams {",
    "  /** What is in each object. */",
    "  readonly objects: readonly string[];",
    "  /** Which object a call takes. */",
    "  readonly calls: Readonly<Record<string, number>>;",
    "}",
    "",
    "/** What each of Stripe's calls takes, in the notation of `paramType.ts`. */",
    "export const STRIPE_PARAMS: StripeParams = {",
    "  objects: [",
    ...objects.map((text) => `    ${JSON.stringify(text)},`),
    "  ],",
    "  calls: {",
    ...Object.entries(calls).map(([operation, at]) => `    ${JSON.stringify(operation)}: ${at},`),
    "  },",
    "};",
    "",
  ].join("\n");
}
