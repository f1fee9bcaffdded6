import type { Connection } from "../core/connection.js";
import type { ConnectionError } from "../core/errors.js";
import type { Operation } from "../core/events.js";
import {
  type Facts,
  isActive,
  isStale,
  type Moment,
  type PageStatus,
  pauseLeft,
  POLL_FOR,
  refusal,
  serverNow,
} from "./facts.js";
import { newerConnection } from "./newerConnection.js";

/** Everything that can happen to a client. */
export type ClientEvent =
  /** The first listener subscribed. */
  | ({ type: "subscribed" } & PageStatus)
  /** The last listener left. `isOver`: the next one may be another viewer. */
  | { type: "unsubscribed"; isOver: boolean }
  /** What the back end answered is too old to be kept without a listener. */
  | { type: "forgotten" }
  /** The page was shown or hidden, or its browser says that it is online or offline. */
  | ({ type: "pageChanged" } & PageStatus)
  /** A timer ran out: nothing but time has changed. */
  | { type: "timePassed" }
  | { type: "slow" }
  /** It is time to poll. */
  | { type: "polled" }
  | { type: "fetched"; connection: Connection }
  | { type: "fetchFailed"; error: ConnectionError }
  | { type: "pushed"; connection: Connection }
  | { type: "pushFailed"; error: ConnectionError }
  /** Another tab says that there is something newer. */
  | { type: "outdated" }
  /** The server rendered a connection. */
  | { type: "rendered"; connection: Connection }
  /** A person did something at Stripe. */
  | { type: "settling" }
  | { type: "operationStarted"; operation: Operation }
  /** The answer of an operation is a connection. */
  | { type: "operationAnswered"; viewerId: number; connection: Connection }
  /** `error`: null where it succeeded. */
  | { type: "operationEnded"; operation: Operation; viewerId: number; error: ConnectionError | null };

/** The next facts. Nothing is done here, and nothing is read but the arguments. */
export function reduce(facts: Facts, event: ClientEvent, at: Moment): Facts {
  const next = { ...facts, ...changesOf(facts, event, at) };
  if (next.connection !== facts.connection) followConnection(facts, next, at.now);
  if (next.pause && pauseLeft(next, at.now) === 0) next.pause = null;
  if (next.connection && isSettled(next.connection, next)) next.settling = null;
  next.failingSince = next.error && isActive(next) ? (next.failingSince ?? at.now) : null;
  // Not during a fetch: a page that comes back asks before it says so.
  if (isActive(next) && !next.isFetching) next.isOverdue = waitedFor(next, at) >= POLL_FOR;
  return next;
}

function changesOf(facts: Facts, event: ClientEvent, at: Moment): Partial<Facts> {
  switch (event.type) {
    case "subscribed": {
      const { isVisible, isOnline } = event;
      const error = facts.connection ? facts.error : null;
      const came = { ...facts, isSubscribed: true, isVisible, isOnline, error, signedOut: null };
      return { ...came, ...((!came.connection || isDue(came, at)) && startFetch(came)) };
    }
    case "unsubscribed":
      return {
        isSubscribed: false,
        isFetching: false,
        isSlow: false,
        ...(event.isOver && anotherViewer(facts)),
      };
    case "forgotten":
      return { connection: facts.rendered, error: null };
    case "pageChanged": {
      const { isVisible, isOnline } = event;
      const isNetwork = isVisible === facts.isVisible;
      // A page that was opened offline never went offline: the failure of its fetch tells.
      const isBack = isNetwork && isOnline && (!facts.isOnline || facts.error !== null);
      const isWanted = isBack ? refusal(facts, at.now) === null : isVisible && !isNetwork && isDue(facts, at);
      return { isVisible, isOnline, ...(isWanted && startFetch(facts)) };
    }
    case "timePassed":
      return {};
    case "slow":
      return { isSlow: true };
    case "polled":
      return startFetch(facts);
    case "fetched":
      return { ...answered(facts, event.connection, at), isFetching: false };
    case "fetchFailed":
      return { ...failed(facts, event.error, at), isFetching: false, error: event.error };
    case "pushed":
      return answered(facts, event.connection, at);
    case "pushFailed":
      // A proxy may have held back what there was to say.
      return { ...failed(facts, event.error, at), ...(event.error.code === "timeout" && startFetch(facts)) };
    case "outdated":
      return { answeredAt: null, ...(facts.isVisible && restartFetch(facts)) };
    case "rendered": {
      const rendered = isStale(facts, at) ? newest(facts.rendered, event.connection) : undefined;
      return { ...known(facts, event.connection, at), rendered };
    }
    case "settling":
      return { settling: { since: at.now, revision: facts.connection?.revision } };
    case "operationStarted":
      return { operations: [...facts.operations, event.operation] };
    case "operationAnswered":
      // Another viewer's by now: their connection is fetched, and this one is not shown.
      return event.viewerId === facts.viewerId ? answered(facts, event.connection, at) : restartFetch(facts);
    case "operationEnded": {
      const { operation, viewerId, error } = event;
      // What another viewer was refused is not refused to this one.
      if (viewerId !== facts.viewerId) return error && mayHaveChanged(operation, error) ? restartFetch(facts) : {};
      const ended = facts.operations.indexOf(operation);
      const operations = facts.operations.filter((_, index) => index !== ended);
      if (error === null) return { operations, signedOut: null };
      const after = { ...facts, ...failed(facts, error, at), operations };
      return { ...after, ...(mayHaveChanged(operation, error) && restartFetch(after)) };
    }
  }
}

/** Whether what is known needs to be confirmed, and may be. */
const isDue = (facts: Facts, at: Moment) =>
  refusal(facts, at.now) === null && (facts.error !== null || isStale(facts, at));

/** Asks for an answer; a fetch under way brings it. */
function startFetch({ isSubscribed, signedOut, isFetching, fetchId }: Facts): Partial<Facts> {
  if (!isSubscribed || signedOut || isFetching) return {};
  return { isFetching: true, fetchId: fetchId + 1 };
}

/** Asks for an answer; the one that is on its way may be too old. A first one is waited for. */
function restartFetch(facts: Facts): Partial<Facts> {
  return startFetch(facts.connection ? { ...facts, isFetching: false } : facts);
}

export const isWrite = (operation: Operation): operation is "connect" | "disconnect" =>
  operation === "connect" || operation === "disconnect";

/** It may have been done all the same, or another person changed something, or the rights that are shown are wrong. */
const mayHaveChanged = (operation: Operation, { code, retryable }: ConnectionError) =>
  code === "forbidden" || (isWrite(operation) && (retryable || code === "conflict"));

/** The back end gave this connection: newer or not, the last failure is over. */
function answered(facts: Facts, connection: Connection, at: Moment): Partial<Facts> {
  return { ...known(facts, connection, at), rendered: undefined, answeredAt: at };
}

const newest = (before: Connection | undefined, next: Connection) => (before ? newerConnection(before, next) : next);

function known({ connection: before, serverClock }: Facts, connection: Connection, at: Moment): Partial<Facts> {
  const server = Date.parse(connection.serverTime);
  // An answer that was overtaken on its way must not turn the clock back.
  const isLater = !serverClock || server > serverClock.server;
  return {
    connection: newest(before, connection),
    error: null,
    serverClock: isLater ? { server, local: at.now } : serverClock,
  };
}

/** What a failure says about asking: the session is over, or the server wants a pause. */
function failed(facts: Facts, error: ConnectionError, at: Moment): Partial<Facts> {
  const signedOut = error.code === "session_expired" ? error : facts.signedOut;
  const wanted = (error.retryAfter ?? 0) * 1000;
  // Whole seconds, or an error that was made of the pause would extend it.
  if (wanted <= Math.ceil(pauseLeft(facts, at.now) / 1000) * 1000) return { signedOut };
  const retryAt = new Date(serverNow(facts, at) + wanted).toISOString();
  return { signedOut, pause: { until: at.now + wanted, retryAt } };
}

const anotherViewer = ({ viewerId }: Facts): Partial<Facts> => ({ viewerId: viewerId + 1, operations: [] });

/** Another connection is known than before. */
function followConnection({ connection: before }: Facts, next: Facts, now: number): void {
  const { connection } = next;
  if (before && connection && before.scope !== connection.scope) Object.assign(next, anotherViewer(next));
  if (before?.status !== connection?.status) next.statusSeenAt = now;
}

/** What may have been sent for something that was asked for shows when anything moves. */
function isSettled({ status, requirements, revision }: Connection, { settling }: Facts): boolean {
  if (status === "connecting" || status === "in_progress") return false;
  return revision !== settling?.revision || !requirements.some(({ state }) => state.endsWith("due"));
}

/** How long Stripe has been waited for, ms: on over a reload of the page, and again from what a person did. */
function waitedFor(facts: Facts, at: Moment): number {
  const { connection, statusSeenAt, settling } = facts;
  if (connection?.status !== "connecting") return 0;
  const since = connection.statusSince;
  const waited = since === null ? at.now - statusSeenAt : serverNow(facts, at) - Date.parse(since);
  return settling ? Math.min(waited, at.now - settling.since) : waited;
}
