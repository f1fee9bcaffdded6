import { loadConnectAndInitialize } from "@stripe/connect-js/pure.js";
import type { StripeConnectInstance } from "@stripe/connect-js";
import type { AccountSession } from "../../core/connection.js";
import { type ConnectionError, toConnectionError } from "../../core/errors.js";
import { createSubscribable } from "../../client/subscribable.js";
import type { OnboardingFailure } from "../../core/events.js";
import { checkedSecret, createSecretSource } from "./clientSecrets.js";
import type { StripeFont } from "../../theme/stripeFont.js";
import { loadConnectScript, type ScriptOptions } from "./loadConnect.js";
import { OnboardingError } from "./OnboardingError.js";

/** A form that has not begun so long after connect.js runs is said to be slow. Its frame may still be loading. Milliseconds. */
const SLOW_AFTER = 15_000;

/** One opening of Stripe's form. */
export interface ConnectRequest {
  /** Equal keys are the same opening: account, mode, purpose and attempt are in it. */
  key: string;
  /** Where connect.js is. Throws an `OnboardingError` for what is wrong before anything is asked of the network. */
  prepare(): ScriptOptions;
  createSession(): Promise<AccountSession>;
  /** The key to start with, checked. Throws an `OnboardingError`. */
  publishableKey(session: AccountSession): string;
  /** Can't be changed once the form is open. */
  fonts: readonly StripeFont[] | undefined;
  /** Appearance and locale, read from the page when they are needed. */
  look(): Pick<Parameters<typeof loadConnectAndInitialize>[0], "appearance" | "locale">;
}

export type ConnectState =
  | { phase: "opening"; key: string | null; isSlow: boolean }
  | { phase: "open"; key: string; instance: StripeConnectInstance; hasStarted: boolean; isSlow: boolean }
  | FailedState;

export interface FailedState {
  phase: "failed";
  key: string;
  failure: OnboardingFailure;
  /** What the back end answered, where it was asked. */
  error: ConnectionError | null;
  /** For the developer: what happened, why, what to do. Null where Stripe's own event has it. */
  message: string | null;
}

export interface ConnectSession {
  getState: () => ConnectState;
  subscribe: (listener: () => void) => () => void;
  open(request: ConnectRequest): void;
  /** Ends it in a task of its own, unless `open` with the same key comes first (StrictMode mounts twice). */
  close(): void;
  /** The form has begun to draw itself. */
  started(key: string): void;
  /** Terminal: what comes later for this key changes nothing. */
  fail(key: string, failure: OnboardingFailure): void;
}

interface Run {
  readonly key: string;
  isOver: boolean;
  instance: StripeConnectInstance | null;
  watchdog: ReturnType<typeof setTimeout> | undefined;
}

/** Script, then session, then connect.js: one of each for an opening, and a logout after it. */
export function createConnectSession(): ConnectSession {
  const { subscribe, notify } = createSubscribable();
  let state: ConnectState = { phase: "opening", key: null, isSlow: false };
  let current: Run | null = null;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const set = (next: ConnectState) => {
    state = next;
    notify();
  };

  const end = (run: Run) => {
    // What has failed has been logged out already.
    if (run.isOver) return;
    run.isOver = true;
    clearTimeout(run.watchdog);
    // Without a connection Stripe can't be told, and the session ends by itself soon.
    run.instance?.logout().catch(() => undefined);
  };

  const fail = (run: Run, failure: OnboardingFailure, message: string | null, error: ConnectionError | null = null) => {
    if (run.isOver) return;
    end(run);
    set({ phase: "failed", key: run.key, failure, error, message });
  };

  // The page may belong to another account by then: a session of that one must not reach the old form.
  const renewed = async (run: Run, request: ConnectRequest) => {
    if (!run.isOver) {
      const session = await request.createSession();
      if (!run.isOver) return session;
    }
    throw new OnboardingError("session_failed", "the form was closed.");
  };

  const start = async (run: Run, request: ConnectRequest) => {
    await loadConnectScript(request.prepare());
    if (run.isOver) return;
    const first = await request.createSession().catch((thrown: unknown) => {
      const error = toConnectionError(thrown);
      throw new OnboardingError("session_failed", error.message, error);
    });
    if (run.isOver) return;
    checkedSecret(first);
    const initialise = () =>
      loadConnectAndInitialize({
        publishableKey: request.publishableKey(first),
        fetchClientSecret: createSecretSource({
          first,
          renew: () => renewed(run, request),
          onExhausted: (error) => fail(run, "session_failed", error.message, error),
        }),
        ...(request.fonts ? { fonts: [...request.fonts] } : {}),
        ...request.look(),
      });
    const instance = withoutScriptWarning(initialise);
    run.instance = instance;
    run.watchdog = setTimeout(() => {
      if (state.phase !== "failed") set({ ...state, isSlow: true });
    }, SLOW_AFTER);
    await initialised(instance);
    if (run.isOver) return;
    set({
      phase: "open",
      key: run.key,
      instance,
      hasStarted: false,
      isSlow: state.phase === "opening" && state.isSlow,
    });
  };

  const runOf = (key: string) => (current?.key === key && !current.isOver ? current : null);

  return {
    getState: () => state,
    subscribe,
    open(request) {
      clearTimeout(closing);
      if (current?.key === request.key) return;
      if (current) end(current);
      const run: Run = { key: request.key, isOver: false, instance: null, watchdog: undefined };
      current = run;
      set({ phase: "opening", key: run.key, isSlow: false });
      start(run, request).catch((thrown: unknown) => {
        if (thrown instanceof OnboardingError) fail(run, thrown.failure, thrown.message, thrown.connectionError);
        else fail(run, "script_broken", `connect.js threw while starting: ${String(thrown)}`);
      });
    },
    close() {
      clearTimeout(closing);
      closing = setTimeout(() => {
        if (current) end(current);
        current = null;
      });
    },
    started(key) {
      const run = runOf(key);
      if (!run?.instance || state.phase !== "open" || state.hasStarted) return;
      clearTimeout(run.watchdog);
      set({ ...state, hasStarted: true, isSlow: false });
    },
    fail(key, failure) {
      const run = runOf(key);
      if (run) fail(run, failure, null);
    },
  };
}

/**
 * Stripe's loader warns of a connect.js that is in the page before it is asked, as ours always is: it would keep a failed
 * load for good. No other message is held back, and the loader is done with warning when it returns.
 */
function withoutScriptWarning<T>(load: () => T): T {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes("existing Connect.js script already exists")) warn(...said);
  };
  try {
    return load();
  } finally {
    console.warn = warn;
  }
}

/**
 * `init` of the live script may throw, and the package then rejects behind each setter of each element.
 * Its untyped `debugInstance` tells before an element is made; where it is gone, the watchdog is left.
 */
async function initialised(instance: StripeConnectInstance): Promise<void> {
  const { debugInstance } = instance as { debugInstance?: unknown };
  if (typeof debugInstance === "function") await debugInstance();
}
