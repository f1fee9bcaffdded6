import type { Mode } from "../../core/connection.js";
import { isWebhookSecret } from "../../core/stripeKeys.js";
import { assertStripeKeys } from "../../server/assertStripeKeys.js";
import { within } from "../limit.js";
import { check, type Io, NotRun, type Result, Wrong } from "../report.js";
import { checkEndpoint, type ExpectedEndpoint } from "./endpoints.js";
import { readFacts, type StripeFacts } from "./stripeClient.js";

/** Further off than this and Stripe's signatures are refused. ms */
const TOLERANCE = 300_000;
/** Nothing fails yet. ms */
const NOTEWORTHY = 30_000;
/** Three calls of Stripe's API, each of them twice, and all pages of a list. ms */
const PATIENCE = 120_000;
/** The only key that the simulator's command takes. */
const SIMULATED_KEY = "sk_test_simulated";

export interface ModeSettings {
  mode: Mode;
  secretKey: string | undefined;
  publishableKey: string | undefined;
  webhookSecret: string | undefined;
}

/** The three of a mode, by the names of the README. */
export function settingsOf(mode: Mode, env: Io["env"]): ModeSettings | null {
  const read = (name: string) => env[`STRIPE_${mode.toUpperCase()}_${name}`]?.trim() || undefined;
  const [secretKey, publishableKey, webhookSecret] = ["SECRET_KEY", "PUBLISHABLE_KEY", "WEBHOOK_SECRET"].map(read);
  if (!secretKey && !publishableKey && !webhookSecret) return null;
  return { mode, secretKey, publishableKey, webhookSecret };
}

/** Everything about one mode. */
export async function checkMode(
  settings: ModeSettings,
  about: { stripeAddress?: string | undefined } & ExpectedEndpoint,
  io: Io,
): Promise<Result[]> {
  const { mode, secretKey, webhookSecret } = settings;
  const name = (what: string) => `${mode}: ${what}`;
  const results: Result[] = [];
  const run = async (what: string, work: () => Promise<string | void>) => {
    const result = await check(io, name(what), () => within(PATIENCE, work()));
    results.push(result);
    return result.outcome.kind === "passed";
  };

  const keysFit = await run("the keys are there and of this mode", async () => {
    assertStripeKeys(settings);
  });
  await run("the webhook secret is there", async () => {
    const variable = `STRIPE_${mode.toUpperCase()}_WEBHOOK_SECRET`;
    const fix = `Put the endpoint's signing secret, which begins with whsec_, into ${variable}.`;
    if (!webhookSecret) throw new Wrong(`${variable} is missing`, fix);
    if (!isWebhookSecret(webhookSecret)) throw new Wrong(`${variable} is not a signing secret`, fix);
  });

  let facts: StripeFacts | null = null;
  const known = async (): Promise<StripeFacts> => {
    if (!facts) throw new NotRun("Stripe did not answer");
    return facts;
  };
  await run("Stripe takes the secret key", async () => {
    if (!keysFit || !secretKey) throw new NotRun("the keys must be corrected first");
    if (secretKey === SIMULATED_KEY && about.stripeAddress === undefined) {
      throw new Wrong(
        "it is the simulator's key, and Stripe is asked",
        "Set STRIPE_API_URL to the address that `npx react-stripe-connection simulator` prints, or copy Stripe's keys.",
      );
    }
    if (about.stripeAddress !== undefined && /_live_/.test(secretKey)) {
      throw new Wrong(
        `a live key is sent to Stripe only, not to ${about.stripeAddress}`,
        "Leave --stripe out, so that Stripe itself is asked.",
      );
    }
    facts = await readFacts(secretKey, about.stripeAddress);
    return facts.simulated
      ? `platform ${facts.platformId} of the simulator at ${about.stripeAddress}, not of Stripe`
      : `platform ${facts.platformId}`;
  });
  await run("Stripe's side of the key is of this mode", async () => {
    const { livemode } = await known();
    if (livemode !== (mode === "live"))
      throw new Wrong("Stripe says that the key is of the other mode", "Copy the key of this mode from the Dashboard.");
  });
  await run("this machine's clock is right", async () => {
    const { stripeTime } = await known();
    if (stripeTime === null) throw new NotRun("Stripe's answer has no date");
    const off = io.now() - stripeTime;
    const says = `it is ${Math.round(Math.abs(off) / 1000)} s ${off > 0 ? "ahead of" : "behind"} Stripe's`;
    if (Math.abs(off) >= TOLERANCE)
      throw new Wrong(`${says}, so that signatures are refused`, "Switch time synchronisation (NTP) on.");
    return Math.abs(off) >= NOTEWORTHY ? `${says}; more than 300 s would refuse signatures` : undefined;
  });
  await run("Stripe sends its events to the handler", async () => {
    const { endpoints, simulated } = await known();
    return checkEndpoint(endpoints, mode, { ...about, simulated });
  });
  return results;
}
