import { withDeadline } from "../src/client/async.js";
import { pageClock } from "../src/client/runtime.js";
import { parseStripeKey } from "../src/core/stripeKeys.js";
import { StripeFault } from "../src/server/stripe/stripeFault.js";
import { ask, CALL } from "../src/server/stripe/stripeGateway.js";
import type { StripeSimulator } from "../src/simulator/index.js";
import { type Check, type CheckContext, type Outcome, saidBy, shown, Skipped } from "./check.js";
import { checks } from "./checks/all.js";
import { judge } from "./judge.js";
import { createLedger, type Ledger } from "./ledger.js";
import { createPlace, type Place, type Side } from "./place.js";
import { issueText, linesOf, type Result, summaryOf } from "./report.js";
import { simulatedSide } from "./simulatedSide.js";
import { stripeSide } from "./stripeSide.js";

/** For one check, with its waits for webhooks and for Stripe's own checks. ms */
const CHECK_LIMIT = 180_000;
/** For ending all that was made. ms */
const END_LIMIT = 180_000;
/** For the two questions before the checks. ms */
const START_LIMIT = 60_000;

export const EXIT = { fine: 0, differs: 1, usage: 2, stopped: 130 } as const;

export interface CheckStripeOptions {
  env: Record<string, string | undefined>;
  print: (line: string) => void;
  /** Aborted at Ctrl+C: no check goes on, and what was made is ended. */
  signal: AbortSignal;
  /** Asked instead of Stripe. The caller closes it. */
  simulator?: StripeSimulator | undefined;
  /** Of the accounts that are made. Default: the platform's own. */
  country?: string | undefined;
}

/** Holds our assumptions against Stripe. Resolves with the exit code, once all that was made has ended. */
export async function runCheckStripe(options: CheckStripeOptions): Promise<number> {
  const print = (line: string) => options.print(shown(line));
  const { env, simulator } = options;
  const secretKey = env["STRIPE_SECRET_KEY"]?.trim() ?? "";
  if (!simulator && secretKey === "") {
    printPlan(print);
    return EXIT.fine;
  }
  const refusal = simulator ? null : refusalOf(secretKey, env);
  if (refusal !== null) {
    // It names prefixes of keys, and no key.
    options.print(refusal);
    return EXIT.usage;
  }
  let side: Side;
  try {
    side = simulator ? simulatedSide(simulator) : await stripeSide(keysOf(secretKey, env));
  } catch (thrown) {
    print(`Nothing was checked: ${whyOf(thrown)}`);
    return EXIT.usage;
  }
  try {
    return await runOn(side, options);
  } finally {
    await side.close();
  }
}

function printPlan(print: (line: string) => void): void {
  print("STRIPE_SECRET_KEY is not set, so nothing is asked. With a test key of your platform this would:");
  print("");
  for (const { id, does } of checks) print(`${id.padEnd(3)}  ${does}`);
  print("");
  print("All that it makes is ended again. `npm run check:stripe -- --simulator` runs the same against the simulator.");
}

/** Why nothing is asked with this key; null: it may be. Never repeats a key. */
function refusalOf(secretKey: string, env: CheckStripeOptions["env"]): string | null {
  const key = parseStripeKey(secretKey);
  if (/_live_/i.test(secretKey)) {
    return "STRIPE_SECRET_KEY is a live key. The checks make accounts and delete them: set the test key of dashboard.stripe.com/test/apikeys.";
  }
  if (!key?.mode || key.kind === "publishable") {
    return "STRIPE_SECRET_KEY must be a whole secret or restricted key of test mode: it begins with sk_test_ or rk_test_.";
  }
  const restricted = env["STRIPE_RESTRICTED_KEY"]?.trim();
  if (restricted && !restricted.startsWith("rk_test_")) {
    return "STRIPE_RESTRICTED_KEY must be a restricted key of test mode: it begins with rk_test_.";
  }
  if (env["STRIPE_API_URL"]?.trim()) {
    return "STRIPE_API_URL is set, and the checks ask Stripe itself: unset it, or pass --simulator, which starts a simulator.";
  }
  return null;
}

const keysOf = (secretKey: string, env: CheckStripeOptions["env"]) => ({
  secretKey,
  restrictedKey: env["STRIPE_RESTRICTED_KEY"]?.trim() || undefined,
  webhookSecret: env["STRIPE_WEBHOOK_SECRET"]?.trim() || undefined,
});

async function runOn(side: Side, options: CheckStripeOptions): Promise<number> {
  const { signal } = options;
  const print = (line: string) => options.print(shown(line));
  const place = createPlace(side, { runId: crypto.randomUUID(), now: Date.now() });
  let country: string;
  try {
    country = await within(START_LIMIT, signal, () => readPlatform(place, options.country));
  } catch (thrown) {
    print(`Nothing was checked: ${whyOf(thrown)}`);
    return signal.aborted ? EXIT.stopped : EXIT.usage;
  }
  const ledger = createLedger();
  const results: Result[] = [];
  let isAllEnded = false;
  try {
    const context = { place, ledger, country, found: {} };
    for (const check of checks) {
      const result = { check, outcome: await outcomeOf(check, context, signal) };
      results.push(result);
      for (const line of linesOf(result)) print(line);
    }
  } finally {
    isAllEnded = await endAll(ledger, options.print);
  }
  print("");
  print(summaryOf(results));
  print("");
  print("For an issue:");
  for (const line of issueText(results, { isSimulated: place.isSimulated, country })) print(line);
  if (signal.aborted) return EXIT.stopped;
  return isAllEnded && results.every(({ outcome }) => outcome.kind !== "DIFFERS") ? EXIT.fine : EXIT.differs;
}

/** The country to make accounts in. Throws where the key is not one to check with. */
async function readPlatform({ gateway, stripe, isSimulated }: Place, country: string | undefined): Promise<string> {
  if (await gateway.isLive()) throw new Error("Stripe says that the key is of live mode");
  const platform = await ask(() => stripe.accounts.retrieve(null, {}, CALL));
  const own = country ?? platform.country;
  if (own === undefined) throw new Error("Stripe names no country of the platform: pass --country");
  if (!isSimulated && platform.lastResponse.headers["stripe-simulator"] !== undefined) {
    throw new Error("a simulator answered in Stripe's place");
  }
  return own;
}

async function outcomeOf(check: Check, context: Omit<CheckContext, "signal">, stopped: AbortSignal): Promise<Outcome> {
  try {
    const note = await within(CHECK_LIMIT, stopped, (signal) => check.run({ ...context, signal }));
    return { kind: "PASS", note };
  } catch (thrown) {
    return judge(stopped.aborted ? new Skipped("stopped") : thrown);
  }
}

/** Whether all that was made has ended. */
async function endAll(ledger: Ledger, print: (line: string) => void): Promise<boolean> {
  print("");
  try {
    // Not to be stopped: a second Ctrl+C must not leave accounts behind.
    const { ended, left } = await within(END_LIMIT, undefined, () => ledger.endAll());
    print(`Ended what was made: ${ended}.`);
    for (const { kind, id, why } of left) {
      // Its id is what the reader needs, and it is in nothing that is pasted into an issue.
      print(`LEFT BEHIND: ${kind} ${id ?? "(maybe)"}: ${shown(whyOf(why))}`);
    }
    if (left.length > 0)
      print("End it at dashboard.stripe.com/test/connect/accounts or dashboard.stripe.com/test/webhooks.");
    return left.length === 0;
  } catch (thrown) {
    print(`LEFT BEHIND: not all that was made could be ended: ${shown(whyOf(thrown))}`);
    return false;
  }
}

const within = <T>(ms: number, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>) =>
  withDeadline(pageClock().after, ms, signal, work);

function whyOf(thrown: unknown): string {
  if (thrown instanceof StripeFault) return `${thrown.message} (${saidBy(thrown)})`;
  return thrown instanceof Error ? thrown.message : String(thrown);
}
