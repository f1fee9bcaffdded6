import type { StripeConnectionAdapter } from "../core/adapter.js";
import type { Connection, DisconnectPreview } from "../core/connection.js";
import { ConnectionError } from "../core/errors.js";

/** What the back end is in: a connection, a first load that never ends, or a failure of every call. */
export type FixtureState = Connection | "loading" | ConnectionError;

/** What is not as usual. */
export interface FixtureAdapterOptions {
  /** Until each answer, ms. Default: 0. */
  delay?: number;
  /** What single calls do instead, by name: fail, or never answer. */
  fail?: Partial<
    Record<Exclude<keyof StripeConnectionAdapter, "key" | "timeout" | "subscribe">, ConnectionError | "never">
  >;
  /** What a disconnect would do. Default: delete, with nothing in its way. */
  preview?: Partial<DisconnectPreview>;
}

let made = 0;

/** An adapter that stands still in one state: for stories and tests of how that looks. Asks nobody. */
export function fixtureAdapter(state: FixtureState, options: FixtureAdapterOptions = {}): StripeConnectionAdapter {
  const { delay = 0, fail = {}, preview = {} } = options;
  made += 1;

  async function answer<T>(
    method: keyof typeof fail,
    value: (connection: Connection) => T,
    signal?: AbortSignal,
  ): Promise<T> {
    const failure = fail[method];
    signal?.throwIfAborted();
    if (delay > 0) await pause(delay, signal);
    if (failure === "never" || (state === "loading" && !failure)) return never(signal);
    if (failure) throw failure;
    if (state instanceof ConnectionError) throw state;
    return value(state as Connection);
  }
  const same = (connection: Connection) => connection;

  return {
    // Each has a state of its own, also two of the same fixture on one page.
    key: `fixture:${made}`,
    // What stands still is not given up.
    timeout: Number.POSITIVE_INFINITY,
    getConnection: (call) => answer("getConnection", same, call?.signal),
    connect: (_input, call) => answer("connect", same, call?.signal),
    refresh: (call) => answer("refresh", same, call?.signal),
    createAccountSession: (_input, call) =>
      answer(
        "createAccountSession",
        ({ serverTime }) => ({
          clientSecret: "accs_secret__fixture",
          publishableKey: "pk_test_fixture",
          expiresAt: new Date(Date.parse(serverTime) + 30 * 60_000).toISOString(),
        }),
        call?.signal,
      ),
    createOnboardingLink: (call) =>
      answer(
        "createOnboardingLink",
        ({ can, serverTime }) => {
          if (can.hosted !== true) throw new ConnectionError("hosted_unavailable");
          return {
            url: "https://connect.stripe.com/setup/fixture",
            expiresAt: new Date(Date.parse(serverTime) + 5 * 60_000).toISOString(),
          };
        },
        call?.signal,
      ),
    createDashboardLink: (call) =>
      answer(
        "createDashboardLink",
        ({ can }) => {
          if (can.dashboard !== true) throw new ConnectionError("dashboard_unavailable");
          return { url: "https://connect.stripe.com/express/fixture" };
        },
        call?.signal,
      ),
    previewDisconnect: (call) =>
      answer(
        "previewDisconnect",
        ({ account, generation, connectedAt }): DisconnectPreview => {
          if (!account) throw new ConnectionError("conflict", { message: "there is no account to disconnect" });
          return {
            generation,
            policy: "delete",
            account,
            startOver: connectedAt === null,
            blockers: [],
            warnings: [],
            ...preview,
          };
        },
        call?.signal,
      ),
    disconnect: (_input, call) => answer("disconnect", same, call?.signal),
  };
}

function never(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
