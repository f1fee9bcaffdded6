import type { CallOptions, StripeConnectionAdapter } from "./adapter.js";
import type { Connection } from "./connection.js";
import type { ConnectionOperations } from "./connectionState.js";
import { ConnectionError, toConnectionError } from "./errors.js";
import type { Operation } from "./events.js";
import { readAccountSession, readConnection, readDisconnectPreview, readOnboardingLink } from "./protocol.js";

export interface OperationsOptions {
  adapter(): StripeConnectionAdapter;
  /** Ends what is under way. */
  signal(): AbortSignal;
  /** Throws what an automatic request would fail with: for what a server's pause holds back too. */
  checkPause(): void;
  /** `signal` is what `signal()` was when the operation began. */
  onConnection(connection: Connection, signal: AbortSignal): void;
  onStart(operation: Operation): void;
  onDone(operation: Operation): void;
  onFail(operation: Operation, error: ConnectionError): void;
  /** `pending()` has changed. */
  onChange(): void;
}

export interface RunningOperations extends ConnectionOperations {
  /** What is under way the longest. */
  pending(): Operation | null;
}

type Read<T> = (wire: unknown, signal: AbortSignal) => T;

/** Each operation at most once at a time, and never ahead of the server: what is shown changes with the answer. */
export function createOperations(options: OperationsOptions): RunningOperations {
  const running = new Map<Operation, Promise<unknown>>();

  function run<T>(operation: Operation, ask: (call: CallOptions) => Promise<unknown>, read: Read<T>) {
    const work = async (): Promise<T> => {
      const signal = options.signal();
      try {
        options.onStart(operation);
        const answer = read(await ask({ signal }), signal);
        options.onDone(operation);
        return answer;
      } catch (thrown) {
        if (signal.aborted) {
          throw new ConnectionError("network", { message: `${operation} was given up before its answer came` });
        }
        const error = toConnectionError(thrown);
        options.onFail(operation, error);
        throw error;
      } finally {
        if (running.get(operation) === promise) running.delete(operation);
        options.onChange();
      }
    };
    // Entered before the work begins, so that what it sets off already sees it as pending.
    const promise = Promise.resolve().then(work);
    running.set(operation, promise);
    options.onChange();
    return promise;
  }

  /** A second click gets the first one's promise. */
  function once<T>(operation: Operation, ask: (call: CallOptions) => Promise<unknown>, read: Read<T>) {
    const promise = running.get(operation) as Promise<T> | undefined;
    return promise ?? run(operation, ask, read);
  }

  const accept = (wire: unknown, signal: AbortSignal): Connection => {
    const connection = readConnection(wire);
    options.onConnection(connection, signal);
    return connection;
  };

  /** Somebody else is at it: what there is now is the answer, and the page waits with them. */
  const orWhatThereIs = async (ask: () => Promise<Connection>, call: CallOptions): Promise<Connection> => {
    try {
      return await ask();
    } catch (thrown) {
      if (thrown instanceof ConnectionError && thrown.code === "in_progress") {
        return options.adapter().getConnection(call);
      }
      throw thrown;
    }
  };

  return {
    pending: () => running.keys().next().value ?? null,
    connect: (input) =>
      once("connect", (call) => orWhatThereIs(() => options.adapter().connect(input, call), call), accept),
    refresh: () =>
      once(
        "refresh",
        (call) => {
          options.checkPause();
          return orWhatThereIs(() => options.adapter().refresh(call), call);
        },
        accept,
      ),
    // Not shared: a client secret serves one instance only.
    update: (input) => run("update", (call) => options.adapter().createAccountSession(input, call), readAccountSession),
    openHosted: () => once("open_hosted", (call) => options.adapter().createOnboardingLink(call), readOnboardingLink),
    previewDisconnect: () =>
      once("preview_disconnect", (call) => options.adapter().previewDisconnect(call), readDisconnectPreview),
    disconnect: (input) => once("disconnect", (call) => options.adapter().disconnect(input, call), accept),
  };
}
