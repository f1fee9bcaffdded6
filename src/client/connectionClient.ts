import type { StripeConnectionAdapter } from "../core/adapter.js";
import type { Connection } from "../core/connection.js";
import { type ConnectionError, toConnectionError } from "../core/errors.js";
import type { ConnectionEvent } from "../core/events.js";
import { readConnection } from "../core/protocol.js";
import { callHost, withDeadline } from "./async.js";
import { createSnapshot, firstState } from "./connectionSnapshot.js";
import type { ConnectionClient } from "./connectionState.js";
import {
  canConnect,
  initialFacts,
  isActive,
  isWorthPolling,
  type PageStatus,
  pauseLeft,
  refusal,
  serverNow,
} from "./facts.js";
import { hostEventsOf } from "./hostEvents.js";
import { createLiveUpdates } from "./live/liveUpdates.js";
import { type Call, createOperations } from "./operations.js";
import { createPolling } from "./polling.js";
import { type ClientEvent, reduce } from "./reduce.js";
import { withRetries } from "./retry.js";
import { pageRuntime, type Runtime } from "./runtime.js";
import { createSubscribable } from "./subscribable.js";

/** The first fetch counts as slow from here on. ms */
const SLOW_AFTER = 3000;
/** For an adapter that names no timeout. ms */
const TIMEOUT = 30_000;
/** Polling catches what a push has missed. ms */
const POLL_BESIDE_PUSH = 10_000;
/** With a scope the connection can't be another viewer's: a card that comes back within this time shows it. ms */
const KEEP_SCOPED = 5 * 60_000;

/** What `createConnectionClient` takes. */
export interface ConnectionClientOptions {
  /** The way to the back end. */
  adapter: StripeConnectionAdapter;
  /** Whose connection it is, e.g. the organisation's id, where one adapter serves several in turn. */
  scope?: string | undefined;
  /** What the server rendered: shown at once, and confirmed by a request. */
  initialConnection?: Connection | null | undefined;
  /** What happens, to be counted: no personal data, no addresses, no raw messages. */
  onEvent?: (event: ConnectionEvent) => void;
  /** The session is over; called once until an answer comes again. */
  onAuthError?: (error: ConnectionError) => void;
  /** Other clock, timers, locks or channels than the page's, e.g. in a test. */
  runtime?: Partial<Runtime>;
}

/** A client whose owner may change what it is made of. */
export interface OwnedConnectionClient extends ConnectionClient {
  /** Goes on with an adapter of the same key, e.g. one with a new token. */
  replaceAdapter(adapter: StripeConnectionAdapter): void;
  /** What the server rendered later on; counts if it is newer. */
  offer(connection: Connection): void;
}

/**
 * The state of one connection, without React. `dispatch` is the one place where it changes: `reduce` makes the next facts
 * of an event, and `runEffects` starts, keeps and ends requests, polling, push and timers as the facts say.
 */
export function createConnectionClient(options: ConnectionClientOptions): OwnedConnectionClient {
  const isScoped = options.scope !== undefined;
  const rendered = options.initialConnection ?? undefined;
  const runtime: Runtime = Object.assign(pageRuntime(), options.runtime);
  const pageStatus = (): PageStatus => ({ isVisible: runtime.isVisible(), isOnline: runtime.isOnline() });
  const moment = () => ({ now: runtime.now(), wallClock: runtime.wallClock() });
  const snapshot = createSnapshot();
  const listeners = createSubscribable({ onFirst: start, onLast: () => stop(!isScoped) });
  const polling = createPolling(runtime, () => dispatch({ type: "polled" }));
  let { adapter } = options;
  let facts = initialFacts(rendered, pageStatus(), runtime.now());
  let published = getState();
  let lifetime = new AbortController();
  let request: { fetchId: number; controller: AbortController } | null = null;
  let unsubscribe: Array<() => void> = [];
  let cancelPauseTimer = () => {};
  let cancelForget = () => {};

  function dispatch(event: ClientEvent) {
    const { connection, signedOut } = facts;
    const next = reduce(facts, event, moment());
    facts = next;
    for (const happened of hostEventsOf(event, connection, next.connection)) void callHost(options.onEvent, happened);
    if (next.signedOut && !signedOut) void callHost(options.onAuthError, next.signedOut);
    runEffects(connection);
    const state = getState();
    if (state === published) return;
    published = state;
    listeners.notify();
  }

  /** Brings what is under way in line with the facts. `before`: the connection that was known. */
  function runEffects(before: Connection | undefined) {
    if (request && !(facts.isFetching && facts.fetchId === request.fetchId)) {
      request.controller.abort();
      request = null;
    }
    if (facts.isFetching && facts.isOnline && !request) request = startRequest(facts.fetchId);

    if (!canConnect(facts)) live.stop();
    else if (facts.connection) live.follow(facts.connection);

    const now = runtime.now();
    const pause = pauseLeft(facts, now);
    if (hasMoved(before, facts.connection) || !isActive(facts)) polling.stop();
    if (isActive(facts) && !facts.isFetching) {
      if (isWorthPolling(facts, now)) polling.plan(Math.max(live.isOpen() ? POLL_BESIDE_PUSH : 0, pause));
      else polling.stop();
    }

    cancelPauseTimer();
    if (facts.isSubscribed && pause > 0) cancelPauseTimer = runtime.after(pause, timePassed);
    if (!facts.isSubscribed && facts.connection !== facts.rendered) forgetLater();
  }

  const timePassed = () => dispatch({ type: "timePassed" });

  function startRequest(fetchId: number) {
    const controller = new AbortController();
    const { signal } = controller;
    const attempt = async () => {
      // StrictMode unsubscribes in the same task: then no request is sent.
      await Promise.resolve();
      signal.throwIfAborted();
      const refused = refusal(facts, runtime.now());
      if (refused) throw refused;
      return readConnection(await ask((current, call) => current.getConnection(call), signal));
    };
    const settle = (event: ClientEvent) => {
      if (!signal.aborted) dispatch(event);
    };
    void withRetries(runtime, signal, attempt).then(
      (connection) => settle({ type: "fetched", connection }),
      (thrown: unknown) => settle({ type: "fetchFailed", error: toConnectionError(thrown) }),
    );
    return { fetchId, controller };
  }

  /** Every wait has an end, also where the adapter has none and does not listen to the signal. */
  function ask(call: Call, signal: AbortSignal): Promise<unknown> {
    const current = adapter;
    return withDeadline(runtime.after, current.timeout ?? TIMEOUT, signal, async (own) =>
      call(current, { signal: own }),
    );
  }

  const live = createLiveUpdates({
    runtime,
    adapter: () => adapter,
    onConnection: (wire) => dispatch({ type: "pushed", connection: readConnection(wire) }),
    onNews: () => dispatch({ type: "outdated" }),
    onError: (error) => dispatch({ type: "pushFailed", error }),
    onOpenChange: timePassed,
  });

  const operations = createOperations({
    ask,
    dispatch,
    signal: () => lifetime.signal,
    viewerId: () => facts.viewerId,
    checkPause() {
      const refused = facts.signedOut ? null : refusal(facts, runtime.now());
      if (refused) throw refused;
    },
    isSimulated: () => facts.connection?.simulated === true,
    opensDashboard: adapter.createDashboardLink !== undefined,
  });

  /** With the first listener. */
  function start() {
    cancelForget();
    unsubscribe = [
      runtime.onPageChange(() => dispatch({ type: "pageChanged", ...pageStatus() })),
      runtime.after(SLOW_AFTER, () => dispatch({ type: "slow" })),
    ];
    dispatch({ type: "subscribed", ...pageStatus() });
  }

  /** After the last one. */
  function stop(isOver: boolean) {
    for (const end of unsubscribe.splice(0)) end();
    dispatch({ type: "unsubscribed", isOver });
  }

  function forgetLater() {
    cancelForget();
    cancelForget = runtime.after(isScoped ? KEEP_SCOPED : 0, () => dispatch({ type: "forgotten" }));
  }

  function getState() {
    return snapshot({
      connection: facts.connection,
      error: facts.signedOut ?? facts.error,
      pending: facts.operations[0] ?? null,
      isOffline: !facts.isOnline,
      retryAt: pauseLeft(facts, runtime.now()) > 0 && facts.pause ? facts.pause.retryAt : null,
      // What is known already would be drawn once more for nothing.
      isSlow: facts.isSlow && !facts.connection,
      isOverdue: facts.isOverdue,
    });
  }

  const initialState = firstState(rendered);
  return {
    getState,
    ...operations,
    getInitialState: () => initialState,
    subscribe: listeners.subscribe,
    async settle() {
      dispatch({ type: "settling" });
      polling.stop();
      // `onEvent` tells of a failure, and polling has begun.
      await Promise.allSettled([operations.refresh()]);
    },
    serverNow: () => serverNow(facts, moment()),
    replaceAdapter(next) {
      if (next.key !== adapter.key) {
        throw new Error("react-stripe-connection: can't switch to an adapter with another key");
      }
      adapter = next;
    },
    offer: (connection) => dispatch({ type: "rendered", connection }),
    destroy() {
      lifetime.abort();
      lifetime = new AbortController();
      listeners.clear();
      stop(true);
      cancelForget();
      dispatch({ type: "forgotten" });
    },
  };
}

/** The back end has something new to say, so that pauses start short again. */
const hasMoved = (before: Connection | undefined, after: Connection | undefined) =>
  before?.revision !== after?.revision || before?.status !== after?.status;
