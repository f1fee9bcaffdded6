/** What goes wrong with a call. */
export type FaultKind =
  /** No answer, ever: the caller's own timeout ends it. */
  | "timeout"
  /** The line breaks before Stripe has done anything. */
  | "reset"
  /** Stripe does it, and the answer is lost on the way. */
  | "lost_answer"
  /** A page of some proxy in between, with status 502. */
  | "html"
  /** Stripe's error envelope with this status; the rest is made up to fit it. */
  | { status: number; type?: string; code?: string; message?: string; headers?: Record<string, string> };

/** A call that goes wrong. */
export interface Fault {
  /**
   * The call as the SDK names it (`accounts.create`, `accountSessions.create`, `balance.retrieve` …), or `*` for all.
   * `fail` throws where it is left out.
   */
  on: string;
  /** How it goes wrong. */
  with: FaultKind;
  /** How often. Default 1. */
  times?: number;
}

export interface Faults {
  fail(fault: Fault): void;
  /** Real milliseconds that each answer is late. */
  latency(ms: number): void;
  /** True: every call answers 503. */
  down(isDown: boolean): void;
  /** Forgets every fault. */
  clear(): void;
  /** The fault for this call, used up by it. */
  take(operation: string): FaultKind | null;
  /** Waits out the latency, at most until `signal`. */
  delay(signal: AbortSignal): Promise<void>;
  /** Resolves only by rejection, when the caller or the simulator gives up. */
  never(signal: AbortSignal): Promise<never>;
  close(): void;
}

/** From JavaScript a fault may have any shape, and one that fits no call would never happen. */
function checkFault(fault: { [Part in "on" | "with"]?: unknown } | undefined): void {
  const missing = [
    ...(typeof fault?.on === "string" && fault.on !== "" ? [] : ["on"]),
    ...(fault?.with === undefined || fault.with === null ? ["with"] : []),
  ];
  if (missing.length === 0) return;
  throw new TypeError(
    `react-stripe-connection: simulator.fail() needs ${missing.join(" and ")}, or no call would fail. ` +
      'Pass on: "accounts.create" (or "*" for every call) and with: { status: 429 } (or "timeout", "reset", "lost_answer", "html").',
  );
}

export function createFaults(): Faults {
  let faults: (Fault & { times: number })[] = [];
  let late = 0;
  let isDown = false;
  const closing = new AbortController();

  /** Runs `onEnd` once when the caller or the simulator gives up; the result takes that back. */
  function whenGivenUp(signal: AbortSignal, onEnd: () => void): () => void {
    const signals = [signal, closing.signal];
    if (signals.some((each) => each.aborted)) onEnd();
    for (const each of signals) each.addEventListener("abort", onEnd, { once: true });
    return () => {
      for (const each of signals) each.removeEventListener("abort", onEnd);
    };
  }

  return {
    fail(fault) {
      checkFault(fault);
      faults.push({ ...fault, times: fault.times ?? 1 });
    },
    latency: (ms) => void (late = ms),
    down: (value) => void (isDown = value),
    clear() {
      faults = [];
      late = 0;
      isDown = false;
    },
    take(operation) {
      if (isDown) return { status: 503, message: "Stripe is down." };
      const fault = faults.find((candidate) => candidate.on === "*" || candidate.on === operation);
      if (!fault) return null;
      fault.times -= 1;
      faults = faults.filter((candidate) => candidate.times > 0);
      return fault.with;
    },
    delay: (signal) =>
      late <= 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            const done = () => {
              clearTimeout(timer);
              release();
              resolve();
            };
            const timer = setTimeout(done, late);
            const release = whenGivenUp(signal, done);
          }),
    never: (signal) =>
      new Promise((_, reject) => {
        whenGivenUp(signal, () => reject(new DOMException("The simulator did not answer.", "AbortError")));
      }),
    close: () => closing.abort(),
  };
}
