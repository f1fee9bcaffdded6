import type { After } from "../core/async.js";

/** What the server takes from its surroundings. The only place that reaches for globals; tests pass their own. */
export interface Runtime {
  /** Milliseconds since 1970. May be set back or ahead at any time: measure durations with `monotonicNow`. */
  now(): number;
  /** Milliseconds since some moment. Never goes back, whatever happens to the clock. */
  monotonicNow(): number;
  /** Runs once after `ms`; the result cancels it. A pending one never keeps a process alive. */
  after: After;
  /** For ids of claims and requests. Unique across all processes. */
  randomUUID(): string;
  /** From 0 to 1, for jitter. */
  random(): number;
  /** How long a disconnect is left to the process that began it, ms. Default: longer than Stripe is waited for, twice 3 × 15 s and the pauses. */
  disconnectLease: number;
}

export const systemRuntime: Runtime = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  after(ms, run) {
    const timer: unknown = setTimeout(run, ms);
    // Node's timers hold the process open until they are told not to; a page's are numbers.
    if (typeof timer === "object" && timer !== null && "unref" in timer && typeof timer.unref === "function") {
      timer.unref();
    }
    return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
  },
  randomUUID: () => crypto.randomUUID(),
  random: () => Math.random(),
  disconnectLease: 120_000,
};

/** Where there is no `process`, nothing says that this is development. */
function environment(): Record<string, string | undefined> | undefined {
  const { process }: { process?: { env?: Record<string, string | undefined> } } = globalThis;
  return process?.env;
}

/** As bundlers, Node.js and frameworks mean it: not in production. */
export function isDevelopment(): boolean {
  const env = environment();
  return env !== undefined && env["NODE_ENV"] !== "production";
}

/** Development servers of frameworks set it, and reload modules. A server that sets nothing may be in production. */
export function mayReload(): boolean {
  return environment()?.["NODE_ENV"] === "development";
}
