import type { After } from "../core/async.js";

/** What the server takes from its surroundings. The only place that reaches for globals; tests pass their own. */
export interface Runtime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after `ms`; the result cancels it. A pending one never keeps a process alive. */
  after: After;
  /** For ids of claims and requests. Unique across all processes. */
  randomUUID(): string;
  /** From 0 to 1, for jitter. */
  random(): number;
  /** How long a disconnect is left to whoever began it, ms. Default: longer than Stripe is waited for, twice 3 × 15 s and the pauses. */
  disconnectLease: number;
}

export const systemRuntime: Runtime = {
  now: () => Date.now(),
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

/** As bundlers, Node.js and frameworks have it; where there is no `process`, nothing says that this is development. */
export function isDevelopment(): boolean {
  const { process }: { process?: { env?: Record<string, string | undefined> } } = globalThis;
  return process?.env !== undefined && process.env["NODE_ENV"] !== "production";
}
