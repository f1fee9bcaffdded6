import type { Duration } from "./clock.js";
import type { Controls } from "./controls.js";
import type { EndpointOptions } from "./events/endpoints.js";
import type { Faults } from "./faults.js";
import type { Journal } from "./records.js";
import type { IgnoredParams } from "./params/ignoredParams.js";
import type { Rendered } from "./account/renderRequirements.js";
import type { ScenarioName } from "./scenarios.js";
import type { Attempt, ReleaseOptions } from "./events/webhooks.js";

/** What a simulated Stripe is made with. */
export interface StripeSimulatorOptions {
  /** Default `test`. */
  mode?: "test" | "live";
  /** The only secret key that it takes. Default `sk_test_simulated` or `sk_live_simulated`. */
  secretKey?: string;
  /** Default `pk_test_simulated` or `pk_live_simulated`. */
  publishableKey?: string;
  /** `real`: time passes by itself. `manual`: only by `clock.advance`. Default `manual`. */
  clock?: "real" | "manual";
  /** The time of day, in ms since 1970. Default `Date.now`. */
  now?: () => number;
  /** Keeps accounts, keys, sessions, the clock and undelivered events over a restart. Default: nothing is kept. */
  journal?: Journal;
  /** How long Stripe takes to check what was submitted. Default 2 s with a real clock, else one minute. */
  verificationDelay?: Duration;
  /** Between the attempts to deliver an event. Default 5 s, 1 min, 10 min, 1 h; then it is given up. */
  webhookRetryDelays?: Duration[];
  /** How long an account session can be used. Default 30 min. */
  sessionLifetime?: Duration;
  /** The API version that events are written in. Default the one of `stripe` 23.1. */
  apiVersion?: string;
  /** Letters and digits for ids and secrets. Default: random ones. Give fixed ones where pictures are compared. */
  randomText?: (length: number) => string;
  /** Told of parameters that Stripe takes and the simulator does not act on. Default: a warning for each, once. */
  onIgnored?: (ignored: IgnoredParams) => void;
  /** A live simulator refuses to start under NODE_ENV=production. */
  allowInProduction?: boolean;
}

/** What people do, each as a promise: resolved once it is in the journal. */
type Actions = {
  [Name in keyof Controls]: (...args: Parameters<Controls[Name]>) => Promise<ReturnType<Controls[Name]>>;
};

/** A Stripe that runs in the process or in the page. */
export interface StripeSimulator extends Actions, Pick<Faults, "fail" | "latency" | "down"> {
  /** Which of Stripe's two worlds it plays. */
  readonly mode: "test" | "live";
  /** For the `stripe` package; any other key is refused. */
  readonly secretKey: string;
  /** For the handler. */
  readonly publishableKey: string;
  /** How long it takes to check what was submitted. */
  readonly verificationDelay: Duration;
  /** Stripe's API, what connect.js calls, and `/_simulator/…`. Rejects where the line is to break. */
  fetch: (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
  /** An address, or a function that takes the request. Several endpoints may listen; the result takes this one away. */
  deliverWebhooksTo(
    target: string | ((request: Request) => Promise<Response>),
    secret: string,
    options?: EndpointOptions,
  ): () => void;
  /** Keeps events back until `releaseWebhooks`. */
  holdWebhooks(): Promise<void>;
  /** Lets go what was held back, and holds nothing any more. */
  releaseWebhooks(options?: ReleaseOptions): Promise<void>;
  /** The last 1000 attempts, oldest first. */
  webhookAttempts(): Attempt[];
  /** Takes back `fail`, `latency` and `down`. */
  clearFaults(): void;
  /** Stripe's own time: deadlines, checks and retries go by it. */
  readonly clock: {
    /** Simulated time, ms since 1970. */
    now(): number;
    /** Resolves when everything that fell due in between is done, deliveries included. */
    advance(by: Duration): Promise<void>;
  };
  /** Walks an account through a scenario. Default: the newest account. */
  run(scenario: ScenarioName, account?: string): Promise<void>;
  /** The accounts as Stripe's API shows them, newest first. */
  accounts(): Rendered[];
  /** Resolves when no event is on its way and nothing is due. */
  idle(): Promise<void>;
  /** Resolves once the journal is read; everything else waits for it. */
  readonly ready: Promise<void>;
  /** Ends deliveries and timers. What is not delivered stays in the journal. */
  close(): Promise<void>;
}
