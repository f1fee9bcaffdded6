import { parseArgs } from "node:util";
import { createStripeSimulator } from "../src/simulator/index.js";
import { EXIT, runCheckStripe } from "./runCheckStripe.js";

const HELP = `npm run check:stripe [-- --simulator] [-- --country DE]

Holds what this package assumes about Stripe against Stripe itself, in test mode.

  STRIPE_SECRET_KEY       a test key of a platform; without it nothing is asked
  STRIPE_RESTRICTED_KEY   a restricted test key without the right to read balances, for A11
  STRIPE_WEBHOOK_SECRET   what \`stripe listen --forward-connect-to 127.0.0.1:4245/webhooks\` prints, for A5

  --simulator             asks a simulator of its own instead
  --country               of the accounts that are made; default: the platform's own

Ends with 0, with 1 where Stripe differs or something was left behind, with 2 where nothing could be checked.`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { simulator: { type: "boolean" }, country: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) {
    print(HELP);
    return EXIT.fine;
  }
  if (values.country !== undefined && !/^[A-Z]{2}$/.test(values.country)) {
    print("--country takes two capital letters, such as DE");
    return EXIT.usage;
  }
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => stop.abort(new Error("stopped")));
  const simulator = values.simulator ? createStripeSimulator({ onIgnored: () => undefined }) : undefined;
  try {
    return await runCheckStripe({
      env: process.env,
      print,
      signal: stop.signal,
      simulator,
      country: values.country,
    });
  } finally {
    await simulator?.close();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const exitCode = await main();
// A call that a check has given up may still be under way, and would keep the process.
process.stdout.write("", () => process.exit(exitCode));
