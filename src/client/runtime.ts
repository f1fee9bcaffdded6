import type { After } from "../core/async.js";
import { browserChannels } from "./live/browserChannels.js";
import { pageStatus } from "./pageStatus.js";

/** What the client needs of the page that it runs in. A test replaces all of it. */
export interface Runtime {
  /** Milliseconds that only grow: not the device's clock, which may be wrong or set back. */
  now(): number;
  /** The device's clock, ms since 1970. Asked only until the server's first answer. */
  wallClock(): number;
  /** Runs once after `ms`; the result takes it back. */
  after: After;
  /** Whether a person can see the page. */
  isVisible(): boolean;
  /** False from the browser's `offline` event to its `online` event. */
  isOnline(): boolean;
  /** Calls the listener when the page is shown or hidden, and at each `online` and `offline`; the result ends it. */
  onPageChange(listener: () => void): () => void;
  /** 0 ≤ n < 1 */
  random: () => number;
  /** Waits for the lock that all tabs share, works, lets go. Null where the page has no locks. */
  lock: ((name: string, signal: AbortSignal, work: () => Promise<void>) => Promise<void>) | null;
  /** A line to the other tabs; null where the page has none. */
  openChannel(name: string, onMessage: (message: unknown) => void): Channel | null;
}

/** A line to the other tabs of the page's origin. */
export interface Channel {
  /** Reaches all but the sender. */
  post(message: unknown): void;
  /** Nothing is heard any more. */
  close(): void;
}

/** Time and chance, without the page and the other tabs. */
export type Clock = Pick<Runtime, "now" | "wallClock" | "after" | "random">;

/** The page itself: nothing is read from it before this is called. */
export const pageRuntime = (): Runtime => Object.assign(pageClock(), browserChannels(), pageStatus);

export function pageClock(): Clock {
  return {
    now: () => performance.now(),
    wallClock: () => Date.now(),
    after(ms, run) {
      // A longer one would end at once.
      const timer = setTimeout(run, Math.min(ms, 2 ** 31 - 1));
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
}
