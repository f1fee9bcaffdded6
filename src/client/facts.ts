import type { Connection } from "../core/connection.js";
import { ConnectionError } from "../core/errors.js";
import type { Operation } from "../core/events.js";

/** A focus, or another card, does not ask again for an answer that is younger. ms */
const STALE_AFTER = 10_000;
/** How long the page polls by itself. After that a person asks. ms */
export const POLL_FOR = 5 * 60_000;

/** Now, by the monotonic clock and by the device's clock. ms */
export interface Moment {
  now: number;
  wallClock: number;
}

/** Everything that a client knows. `reduce` alone changes it. */
export interface Facts {
  /** The newest answer, or what the server rendered. */
  connection: Connection | undefined;
  /** What the server rendered, until the first answer. */
  rendered: Connection | undefined;
  /** What the last fetch failed with; null after an answer. */
  error: ConnectionError | null;
  /** The session is over. Nothing is fetched until a person's operation is answered. */
  signedOut: ConnectionError | null;
  /** The pause that the server asked for: its end in monotonic time, and in the server's time. */
  pause: { until: number; retryAt: string } | null;
  /** When the back end answered last; null before, and once something newer is known to exist. */
  answeredAt: Moment | null;
  /** What time it was at the server (ms since 1970) at a moment of the monotonic clock. */
  serverClock: { server: number; local: number } | null;

  isSubscribed: boolean;
  isVisible: boolean;
  isOnline: boolean;
  /** An answer is wanted. Offline, its request waits for the network. */
  isFetching: boolean;
  /** Which fetch: a restarted one has another number than the one that it replaces. */
  fetchId: number;
  /** The first fetch is taking long. */
  isSlow: boolean;
  /** Which viewer: another one gets another number, so that what was under way for the last one is not theirs. */
  viewerId: number;
  /** The operations under way for this viewer, oldest first. */
  operations: readonly Operation[];

  /** Since when the page knows the present status, in monotonic time. */
  statusSeenAt: number;
  /** Something was done at Stripe, and its result is worth polling for. */
  settling: { since: number; revision: number | undefined } | null;
  /** Since when fetches have been failing while the page was active, in monotonic time. */
  failingSince: number | null;
  /** The account has been connecting for so long that polling has ended. */
  isOverdue: boolean;
}

/** What a browser says about the page. */
export type PageStatus = Pick<Facts, "isVisible" | "isOnline">;

export const initialFacts = (
  rendered: Connection | undefined,
  { isVisible, isOnline }: PageStatus,
  now: number,
): Facts => ({
  connection: rendered,
  rendered,
  error: null,
  signedOut: null,
  pause: null,
  answeredAt: null,
  serverClock: rendered ? { server: Date.parse(rendered.serverTime), local: now } : null,
  isSubscribed: false,
  isVisible,
  isOnline,
  isFetching: false,
  fetchId: 0,
  isSlow: false,
  viewerId: 0,
  operations: [],
  statusSeenAt: now,
  settling: null,
  failingSince: null,
  isOverdue: false,
});

/** The server's time, ms since 1970: the device's clock counts only until the first answer. */
export const serverNow = ({ serverClock }: Facts, { now, wallClock }: Moment): number =>
  serverClock ? serverClock.server + (now - serverClock.local) : wallClock;

/** What is left of the server's pause, ms. */
export const pauseLeft = ({ pause }: Facts, now: number): number => Math.max(0, (pause?.until ?? 0) - now);

/** What a request fails with now without being sent; null where it may be sent. */
export function refusal(facts: Facts, now: number): ConnectionError | null {
  if (facts.signedOut) return facts.signedOut;
  const left = pauseLeft(facts, now);
  if (left === 0) return null;
  return new ConnectionError("rate_limited", { message: "the server asked for a pause", retryAfter: left / 1000 });
}

/** Whether the page may keep a connection to the back end. */
export const canConnect = ({ isSubscribed, isOnline, signedOut }: Facts): boolean =>
  isSubscribed && isOnline && signedOut === null;

/** Whether the page may poll. */
export const isActive = (facts: Facts): boolean => facts.isVisible && canConnect(facts);

/** The monotonic clock of some browsers stops while a laptop sleeps: the device's clock tells then. */
export function isStale({ answeredAt }: Facts, { now, wallClock }: Moment): boolean {
  return !answeredAt || now - answeredAt.now > STALE_AFTER || wallClock - answeredAt.wallClock > STALE_AFTER;
}

/** Whether there is something that polling may bring. */
export function isWorthPolling(facts: Facts, now: number): boolean {
  const { connection, error, failingSince, settling } = facts;
  if (error && !error.retryable) return false;
  if (failingSince !== null && now - failingSince < POLL_FOR) return true;
  if (!connection) return error === null;
  if (connection.status === "connecting") return !facts.isOverdue;
  return settling !== null && now - settling.since < POLL_FOR;
}
