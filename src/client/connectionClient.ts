import { focusManager, hashKey, onlineManager, QueryClient, QueryObserver } from "@tanstack/query-core";
import { callHost } from "./async.js";
import { createAskAdapter } from "./askAdapter.js";
import { createConnectionLoader } from "./connectionLoader.js";
import { connectionQuery, FAMILY, KeptConnection } from "./connectionQuery.js";
import { createSnapshot } from "./connectionSnapshot.js";
import type { ConnectionState } from "./connectionState.js";
import type { ConnectionError } from "../core/errors.js";
import type { ConnectionEvent, Operation } from "../core/events.js";
import { createLiveUpdates } from "./live/liveUpdates.js";
import type { Connection } from "../core/connection.js";
import { readConnection } from "../core/protocol.js";
import { newerConnection } from "./newerConnection.js";
import { createOperations } from "./operations.js";
import type { ConnectionClientOptions, OwnedConnectionClient } from "./ownedConnectionClient.js";
import { pageRuntime } from "./runtime.js";
import { createSubscribable } from "./subscribable.js";
import { createWaiting } from "./waiting.js";

/** "Still checking with Stripe…" from here on. ms */
const SLOW = 3000;
/** With a scope the cache can't be another tenant's, so a card that comes back shows what it knew. ms */
const KEEP_SCOPED = 5 * 60_000;

const isWrite = (operation: Operation) => operation === "connect" || operation === "disconnect";

/** The state of one connection, without React. */
export function createConnectionClient(options: ConnectionClientOptions): OwnedConnectionClient {
  const { scope } = options;
  const runtime = { ...pageRuntime(), ...options.runtime };
  let { adapter, initialConnection: initial } = options;
  const emit = (event: ConnectionEvent) => void callHost(options.onEvent, event);

  const { subscribe, notify, clear } = createSubscribable({ onFirst: () => wake(), onLast: () => rest() });
  const snapshot = createSnapshot();
  const ask = createAskAdapter(runtime, () => adapter);
  const loader = createConnectionLoader(runtime, ask, (error) => void callHost(options.onAuthError, error));
  const { clock, gate } = loader;
  const waiting = createWaiting(runtime, clock, () => reload(false));
  let controller = new AbortController();
  let queries: QueryClient | undefined = options.queryClient;
  let awake: { observer: QueryObserver<KeptConnection, ConnectionError>; end: () => void } | null = null;
  let shown = initial;
  let published: ConnectionState | null = null;
  let loadError: ConnectionError | null = null;
  let isSlow = false;
  let endPause = () => {};
  if (initial) clock.heard(initial.serverTime);

  const key = [FAMILY, adapter.key, scope ?? null];
  const hash = hashKey(key); // `find` would look through the queries of a thousand connections
  const queryOptions = () =>
    connectionQuery({
      key,
      hash,
      load: (signal) => loader.load(signal),
      mayLoad: (why) => gate.closed() === null && (why === "reconnect" || loadError !== null || !loader.isFresh()),
      random: runtime.random,
      initial,
      keepFor: scope === undefined ? 0 : KEEP_SCOPED,
    });

  const queryClient = () => (queries ??= new QueryClient());
  const query = () =>
    awake?.observer.getCurrentQuery() ?? queryClient().getQueryCache().build(queryClient(), queryOptions());
  const found = () => awake?.observer.getCurrentQuery() ?? queries?.getQueryCache().get(hash);
  const known = () => KeptConnection.read(found()?.state.data) ?? initial;

  /** `afresh`: an answer that is on its way may be too old. */
  function reload(afresh: boolean) {
    if (gate.signedOut()) return;
    // Never rejects: what fails arrives in the query's state.
    void awake?.observer.refetch({ cancelRefetch: afresh, throwOnError: false });
  }

  function accept(wire: unknown): Connection {
    const connection = loader.read(wire);
    query().setData(new KeptConnection(connection), { manual: true });
    return connection;
  }

  function failed(operation: Operation | "push", error: ConnectionError) {
    emit({ type: "failed", operation, code: error.code });
    loader.failed(error);
  }

  const live = createLiveUpdates({
    runtime,
    adapter: () => adapter,
    onConnection: accept,
    onNews() {
      loader.outdate();
      if (focusManager.isFocused()) reload(true);
    },
    onError(error) {
      failed("push", error);
      // A proxy may have held back what there was to say.
      if (error.code === "timeout") reload(false);
      arrange();
    },
    onOpenChange: () => arrange(),
  });

  const operations = createOperations({
    ask,
    signal: () => controller.signal,
    checkPause() {
      const closed = gate.closed();
      if (closed && !gate.signedOut()) throw closed;
    },
    isSimulated: () => known()?.simulated === true,
    accept(wire, signal) {
      if (signal === controller.signal) return accept(wire);
      // The page shows another viewer since it began: their connection is read, and this answer is not shown.
      const connection = readConnection(wire);
      reload(true);
      return connection;
    },
    onStart(operation) {
      if (isWrite(operation)) emit({ type: `${operation}_started` });
    },
    onDone(operation) {
      gate.answered();
      if (isWrite(operation)) emit({ type: `${operation}_succeeded` });
      if (operation === "refresh") emit({ type: "checked" });
    },
    onFail(operation, error) {
      failed(operation, error);
      // It may have been done all the same, or somebody else did something: see how things are.
      if (error.code === "forbidden" || (isWrite(operation) && (error.retryable || error.code === "conflict")))
        reload(true);
    },
    onChange: () => arrange(),
  });

  /** After anything that can change what is known, shown or waited for. */
  function arrange() {
    if (!awake) return publish();
    const { data, error, status, fetchStatus } = awake.observer.getCurrentQuery().state;
    const connection = KeptConnection.read(data);
    if (error && error !== loadError) emit({ type: "failed", operation: "load", code: error.code });
    // While it is loaded again, a first load that failed is still a failed one.
    if (error || status === "success") loadError = error;
    if (connection && connection !== shown) {
      // Another viewer's: what is under way was begun by the last one.
      if (shown && shown.scope !== connection.scope) controller = new AbortController();
      else if (shown && shown.status !== connection.status) {
        emit({ type: "status_changed", from: shown.status, to: connection.status, reason: connection.reason });
      }
      shown = connection;
      // It may have come by another client of the same QueryClient, or with the page.
      clock.heard(connection.serverTime);
    }
    // From here on there is something better than what the server rendered.
    if (loader.isFresh()) initial = undefined;
    const pause = gate.pause();
    endPause();
    // Nobody may ask by itself then, but whoever waits for it must be told.
    if (pause > 0) endPause = runtime.after(pause, arrange);
    const isOn = gate.signedOut() === null && onlineManager.isOnline();
    if (!isOn) live.stop();
    else if (connection) live.follow(connection);
    if (!isOn || !focusManager.isFocused()) waiting.rest();
    else if (fetchStatus === "idle") waiting.arrange({ connection, error: loadError, pushed: live.isOpen(), pause });
    publish();
  }

  function publish() {
    const state = getState();
    if (state === published) return;
    published = state;
    notify();
  }

  function getState(): ConnectionState {
    const connection = known();
    return snapshot({
      connection,
      error: gate.signedOut() ?? loadError,
      pending: operations.pending(),
      isOffline: !onlineManager.isOnline(),
      retryAt: gate.retryAt(),
      // Of the first load only: what is known already would be drawn once more for nothing.
      isSlow: isSlow && !connection,
      isOverdue: waiting.isOverdue(),
    });
  }

  function wake() {
    gate.answered();
    loadError = null;
    published = getState();
    const observer = new QueryObserver<KeptConnection, ConnectionError>(queryClient(), queryOptions());
    queryClient().mount();
    const ends = [
      observer.subscribe(arrange),
      focusManager.subscribe(arrange),
      onlineManager.subscribe(arrange),
      runtime.onOnline(() => void (loadError && reload(false))), // a page opened offline never went offline
      runtime.after(SLOW, () => {
        isSlow = true;
        arrange();
      }),
      () => queryClient().unmount(),
    ];
    awake = { observer, end: () => ends.forEach((end) => end()) };
  }

  function rest() {
    awake?.end();
    awake = null;
    live.stop();
    waiting.rest();
    endPause();
    isSlow = false;
    // Without a scope, whoever looks next may be another tenant.
    if (scope !== undefined) return;
    shown = initial;
    controller = new AbortController();
  }

  return {
    ...operations,
    getState,
    subscribe,
    async settle() {
      waiting.begin();
      // A failure is told by `onFail`, and the polling that has begun asks again.
      await Promise.allSettled([operations.refresh()]);
      arrange();
    },
    serverNow: () => clock.now(),
    replaceAdapter(next) {
      if (next.key !== adapter.key)
        throw new Error("react-stripe-connection: can't switch to an adapter with another key");
      adapter = next;
    },
    offer(connection) {
      initial = initial ? newerConnection(initial, connection) : connection;
      if (awake) query().setData(new KeptConnection(connection), { manual: true });
    },
    destroy() {
      controller.abort();
      clear();
      rest();
      controller = new AbortController();
    },
  };
}
