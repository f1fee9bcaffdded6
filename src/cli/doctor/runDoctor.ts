import { MODES } from "../../core/connection.js";
import { check, conclude, type Io, type Result, Wrong } from "../report.js";
import { checkMode, settingsOf } from "./modeChecks.js";
import { checkPage } from "./pageChecks.js";

export interface DoctorOptions {
  /** Where the handler is mounted, as Stripe reaches it: `https://app.example.com/api/stripe/test`. */
  url?: string | undefined;
  /** A page that shows the card. */
  page?: string | undefined;
  /**
   * Where Stripe's API is: the address of a simulator on this machine, which is sent no live key. Default: Stripe's own;
   * for test mode `STRIPE_API_URL` of the environment, where a host has it.
   */
  stripe?: string | undefined;
}

/** Looks at what keeps Connect from working, and says the fix for each. Never prints a secret. */
export async function runDoctor(
  { url, page, stripe }: DoctorOptions,
  given: Io,
): Promise<{ exitCode: number; results: Result[] }> {
  const io = { ...given, print: (line: string) => given.print(withoutSecrets(line, given.env)) };
  const modes = MODES.map((mode) => settingsOf(mode, io.env)).filter((settings) => settings !== null);
  const results: Result[] = [];
  // A page can be looked at without keys; whoever names the handler wants more.
  if (modes.length === 0 && (url || !page)) {
    results.push(
      await check(io, "Stripe's keys are in the environment", async () => {
        throw new Wrong(
          "there is none",
          "Set STRIPE_TEST_SECRET_KEY, STRIPE_TEST_PUBLISHABLE_KEY and STRIPE_TEST_WEBHOOK_SECRET, or the STRIPE_LIVE_ ones; `node --env-file=.env` reads a file.",
        );
      }),
    );
  }
  const simulated = { test: io.env["STRIPE_API_URL"]?.trim() || undefined, live: undefined };
  for (const settings of modes) {
    const stripeAddress = stripe ?? simulated[settings.mode];
    results.push(...(await checkMode(settings, { url, stripeAddress }, io)));
  }
  if (page)
    results.push(
      ...(await checkPage(
        page,
        modes.map(({ mode }) => mode),
        io,
      )),
    );
  return { exitCode: conclude(io, results), results };
}

/** A second lock: whatever a message holds, a value of the environment is not in it. */
function withoutSecrets(line: string, env: Io["env"]): string {
  const secrets = Object.entries(env).filter(([name]) => /^STRIPE_(TEST|LIVE)_/.test(name));
  return (
    secrets
      .reduce((text, [, value]) => (value && value.length > 5 ? text.replaceAll(value.trim(), "…") : text), line)
      .replace(/\b(sk|rk|whsec)_[\w+/=-]{8,}/g, "$1_…")
      // A password may hold a slash or an `@`, though it should not, and a path an `@`: after a host comes a port at most.
      .replace(/:\/\/(?:[^\s/?#:@]*:(?!\d+[/?#])\S*|[^\s/?#]*)@/g, "://…@")
  );
}
