import { createAccountHolder } from "./account/answers.js";
import { createAccounts } from "./account/accounts.js";
import { createTimeKeeper, milliseconds } from "./clock.js";
import { answerConnect, CONNECT_PATH } from "./api/connectEndpoint.js";
import { answerControl, CONTROL_PATH } from "./api/controlEndpoint.js";
import { type Controls, createControls } from "./controls.js";
import { answerDashboard, DASHBOARD_PATH } from "./dashboard/dashboardPage.js";
import { createLoginLinks } from "./dashboard/loginLinks.js";
import { createEventLog } from "./events/eventLog.js";
import { createFaults } from "./faults.js";
import { createIdempotency } from "./api/idempotency.js";
import { inPage } from "./inPage.js";
import { randomText } from "./randomText.js";
import { createRecords } from "./records.js";
import { refuseInProduction } from "./refuseInProduction.js";
import { renderAccount } from "./account/renderAccount.js";
import { scenarios } from "./scenarios.js";
import { createScheduler } from "./scheduler.js";
import { createSessions } from "./api/sessions.js";
import { answerStripe } from "./api/stripeEndpoint.js";
import { maskedKey } from "./api/credentials.js";
import { API_VERSION } from "./api/versions.js";
import { warnOfIgnored } from "./params/ignoredParams.js";
import type { StripeSimulator, StripeSimulatorOptions } from "./stripeSimulator.js";
import { createWebhooks } from "./events/webhooks.js";

/** A Stripe of its own: nothing leaves the process or the page. */
export function createStripeSimulator(options: StripeSimulatorOptions = {}): StripeSimulator {
  const mode = options.mode ?? "test";
  const livemode = mode === "live";
  if (livemode) refuseInProduction("the live-mode simulator of Stripe", options.allowInProduction);

  const wall = options.now ?? Date.now;
  const random = options.randomText ?? randomText;
  const clockMode = options.clock ?? "manual";
  const verificationDelay = options.verificationDelay ?? (clockMode === "real" ? "2s" : "1m");
  const secretKey = options.secretKey ?? `sk_${mode}_simulated`;

  const records = createRecords(options.journal);
  const time = createTimeKeeper(records, clockMode, wall);
  const scheduler = createScheduler(records, time);
  const log = createEventLog();
  const webhooks = createWebhooks({
    records,
    log,
    scheduler,
    time,
    wall,
    retryDelays: options.webhookRetryDelays ?? ["5s", "1m", "10m", "1h"],
    random,
  });
  const apiVersion = options.apiVersion ?? API_VERSION;
  const accounts = createAccounts({
    records,
    scheduler,
    time,
    webhooks,
    random,
    livemode,
    apiVersion,
    maskedKey: maskedKey(secretKey),
    verificationDelay,
  });
  const sessions = createSessions({ records, time, random, lifetime: options.sessionLifetime ?? "30m", livemode });
  const loginLinks = createLoginLinks({ records, time, random });
  const holder = createAccountHolder({ accounts, time, random });
  const controls = createControls({ accounts, holder, time, random });
  const faults = createFaults();
  const idempotency = createIdempotency(records, time);
  const onIgnored = options.onIgnored ?? warnOfIgnored();
  const platform = { accounts, sessions, loginLinks, webhooks, log, time, random, livemode, secretKey, apiVersion };

  const ready = records.load().then(() => scheduler.wake());
  const commit = async () => {
    await records.flush();
    scheduler.wake();
  };
  /** A change from outside: after the journal was read, and told when it is written. */
  const act = async <T>(change: () => T): Promise<T> => {
    await ready;
    const result = change();
    await commit();
    return result;
  };

  const simulator: StripeSimulator = {
    ...asActions(controls, act),
    mode,
    secretKey,
    publishableKey: options.publishableKey ?? `pk_${mode}_simulated`,
    verificationDelay,
    ready,
    async fetch(input, init) {
      const request = input instanceof Request && init === undefined ? input : new Request(input, init);
      await ready;
      const { pathname } = new URL(request.url);
      if (CONNECT_PATH.test(pathname))
        return answerConnect(request, { accounts, holder, sessions, faults, time, livemode, commit });
      if (CONTROL_PATH.test(pathname)) return answerControl(request, simulator);
      if (DASHBOARD_PATH.test(pathname)) return answerDashboard(request, { accounts, loginLinks, commit });
      return answerStripe(request, {
        platform,
        faults,
        idempotency,
        records,
        wall,
        onIgnored,
        wake: () => scheduler.wake(),
      });
    },
    deliverWebhooksTo: (target, secret, endpoint) => webhooks.register(target, secret, endpoint),
    holdWebhooks: () => act(() => webhooks.hold()),
    releaseWebhooks: (release) => act(() => webhooks.release(release)),
    webhookAttempts: () => webhooks.attempts(),
    fail: (fault) => faults.fail(fault),
    latency: (ms) => faults.latency(ms),
    down: (isDown) => faults.down(isDown),
    clearFaults: () => faults.clear(),
    clock: {
      now: () => time.now(),
      async advance(by) {
        await ready;
        await scheduler.advanceTo(time.now() + milliseconds(by));
      },
    },
    async run(name, account) {
      await ready;
      const id = account ?? accounts.list()[0]?.id;
      if (id === undefined) throw new Error("react-stripe-connection: there is no account yet to run a scenario on.");
      await scenarios[name](simulator, id);
    },
    accounts: () => accounts.list().map(renderAccount),
    async idle() {
      await ready;
      await scheduler.idle();
    },
    async close() {
      leavePage();
      faults.close();
      webhooks.close();
      await scheduler.close();
      await records.close();
    },
  };
  const leavePage = inPage(simulator);
  return simulator;
}

/** Every control as a promise that waits for the journal. */
function asActions(controls: Controls, act: <T>(change: () => T) => Promise<T>): Pick<StripeSimulator, keyof Controls> {
  const actions = Object.entries(controls).map(([name, control]) => {
    const change = control as (...args: unknown[]) => unknown;
    return [name, (...args: unknown[]) => act(() => change(...args))] as const;
  });
  // The names and parameters are those of `controls`; only the promise is new.
  return Object.fromEntries(actions) as unknown as Pick<StripeSimulator, keyof Controls>;
}
