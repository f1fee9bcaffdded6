import type { CallOptions, StripeConnectionAdapter } from "../core/adapter.js";
import type { Connection } from "../core/connection.js";
import { ConnectionError, toConnectionError } from "../core/errors.js";
import type { Operation } from "../core/events.js";
import {
  readAccountSession,
  readConnection,
  readDashboardLink,
  readDisconnectPreview,
  readOnboardingLink,
} from "../core/protocol.js";
import type { ConnectionOperations } from "./connectionState.js";
import type { ClientEvent } from "./reduce.js";

/** One call of the adapter. */
export type Call = (adapter: StripeConnectionAdapter, options: CallOptions) => unknown;

export interface OperationsOptions {
  /** Calls the adapter of the moment, with a deadline. */
  ask(call: Call, signal: AbortSignal): Promise<unknown>;
  dispatch(event: ClientEvent): void;
  /** Aborted when the client is destroyed. */
  signal(): AbortSignal;
  viewerId(): number;
  /** Throws while the server's pause lasts. */
  checkPause(): void;
  /** Whether a simulator holds the account, as far as is known. */
  isSimulated(): boolean;
  /** Whether the adapter can open dashboards. */
  opensDashboard: boolean;
}

/** What a person can ask for. What is shown changes with the answer, never ahead of it. */
export function createOperations(options: OperationsOptions): ConnectionOperations {
  const { dispatch } = options;
  const running = new Map<Operation, { viewerId: number; promise: Promise<unknown> }>();

  function run<T>(operation: Operation, call: Call, read: (wire: unknown, viewerId: number) => T): Promise<T> {
    const viewerId = options.viewerId();
    const signal = options.signal();
    const end = (error: ConnectionError | null) => dispatch({ type: "operationEnded", operation, viewerId, error });

    const work = async (): Promise<T> => {
      try {
        const answer = read(await options.ask(call, signal), viewerId);
        end(null);
        return answer;
      } catch (thrown) {
        if (signal.aborted) throw new ConnectionError("network", { message: "the client was destroyed" });
        const error = toConnectionError(thrown);
        end(error);
        throw error;
      } finally {
        if (running.get(operation)?.promise === promise) running.delete(operation);
      }
    };
    // The adapter is called in a later task, so that whatever it sets off finds the operation running.
    const promise = Promise.resolve().then(work);
    running.set(operation, { viewerId, promise });
    dispatch({ type: "operationStarted", operation });
    return promise;
  }

  /** Shares what is running: a second click gets the promise of the first. What another viewer began is not shared. */
  function once<T>(operation: Operation, call: Call, read: (wire: unknown, viewerId: number) => T): Promise<T> {
    const known = running.get(operation);
    // Each operation has one `read`, and so one type of answer.
    if (known?.viewerId === options.viewerId()) return known.promise as Promise<T>;
    return run(operation, call, read);
  }

  function show(wire: unknown, viewerId: number): Connection {
    const connection = readConnection(wire);
    dispatch({ type: "operationAnswered", viewerId, connection });
    return connection;
  }

  /** Another request is doing it: the answer is the connection as it is, and the page waits for it. */
  const orCurrent =
    (call: Call): Call =>
    async (adapter, callOptions) => {
      try {
        return await call(adapter, callOptions);
      } catch (thrown) {
        if (toConnectionError(thrown).code === "in_progress") return adapter.getConnection(callOptions);
        throw thrown;
      }
    };
  const refresh: Call = (adapter, call) => {
    options.checkPause();
    return adapter.refresh(call);
  };

  return {
    connect: (input) => {
      const connect: Call = (adapter, call) => adapter.connect(input, call);
      return once("connect", orCurrent(connect), show);
    },
    refresh: () => once("refresh", orCurrent(refresh), show),
    // Not shared: a client secret serves one instance only.
    update: (input) => run("update", (adapter, call) => adapter.createAccountSession(input, call), readAccountSession),
    openHosted: () =>
      once(
        "open_hosted",
        (adapter, call) => adapter.createOnboardingLink(call),
        (wire) => followable(readOnboardingLink(wire), options.isSimulated()),
      ),
    openDashboard: options.opensDashboard
      ? () =>
          once(
            "open_dashboard",
            (adapter, call) => adapter.createDashboardLink?.(call),
            (wire) => followable(readDashboardLink(wire), options.isSimulated(), STRIPE),
          )
      : undefined,
    previewDisconnect: () =>
      once("preview_disconnect", (adapter, call) => adapter.previewDisconnect(call), readDisconnectPreview),
    disconnect: (input) => once("disconnect", (adapter, call) => adapter.disconnect(input, call), show),
  };
}

/** Stripe's own hosts. */
const STRIPE = /(^|\.)stripe\.com$/;

/** A link that a page may follow: Stripe's pages are https, and only a simulator may serve http, at a host of its own. */
function followable<T extends { url: string }>(link: T, isSimulated: boolean, hosts = /./): T {
  const { protocol, hostname } = new URL(link.url);
  if (isSimulated ? /^https?:$/.test(protocol) : protocol === "https:" && hosts.test(hostname)) return link;
  throw new ConnectionError("invalid_response", {
    message: `the link leads to ${protocol}//${hostname}, not to Stripe`,
  });
}
