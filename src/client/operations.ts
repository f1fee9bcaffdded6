import type { CallOptions, OnboardingLink, StripeConnectionAdapter } from "../core/adapter.js";
import type { AskAdapter } from "./askAdapter.js";
import type { Connection } from "../core/connection.js";
import type { ConnectionOperations } from "./connectionState.js";
import { ConnectionError, toConnectionError } from "../core/errors.js";
import type { Operation } from "../core/events.js";
import { readAccountSession, readDisconnectPreview, readOnboardingLink } from "../core/protocol.js";

export interface OperationsOptions {
  ask: AskAdapter;
  /** Ends what is under way. */
  signal(): AbortSignal;
  /** Throws what an automatic request would fail with: for what a server's pause holds back too. */
  checkPause(): void;
  /** Whether a simulator holds the account, as far as is known. */
  isSimulated(): boolean;
  /** Validates the answer and shows it. `signal` is what `signal()` was when the operation began. */
  accept(wire: unknown, signal: AbortSignal): Connection;
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

type Ask = (adapter: StripeConnectionAdapter, call: CallOptions) => Promise<unknown>;
type Read<T> = (wire: unknown, signal: AbortSignal) => T;

/** Each operation at most once at a time, and never ahead of the server: what is shown changes with the answer. */
export function createOperations(options: OperationsOptions): RunningOperations {
  let of = options.signal();
  let running = new Map<Operation, Promise<unknown>>();

  /** What is under way for whoever looks now: what somebody before began goes on, but is none of theirs. */
  const ours = () => {
    const signal = options.signal();
    if (signal !== of) running = new Map();
    of = signal;
    return running;
  };

  function run<T>(operation: Operation, ask: Ask, read: Read<T>) {
    const work = async (): Promise<T> => {
      const signal = options.signal();
      try {
        options.onStart(operation);
        const answer = read(await options.ask(signal, ask), signal);
        options.onDone(operation);
        return answer;
      } catch (thrown) {
        if (signal.aborted) {
          throw new ConnectionError("network", { message: `${operation} was aborted` });
        }
        const error = toConnectionError(thrown);
        options.onFail(operation, error);
        throw error;
      } finally {
        if (ours().get(operation) === promise) running.delete(operation);
        options.onChange();
      }
    };
    // Entered before the work begins, so that what it sets off already sees it as pending.
    const promise = Promise.resolve().then(work);
    ours().set(operation, promise);
    options.onChange();
    return promise;
  }

  /** A second click gets the first one's promise. */
  function once<T>(operation: Operation, ask: Ask, read: Read<T>) {
    const promise = ours().get(operation) as Promise<T> | undefined;
    return promise ?? run(operation, ask, read);
  }

  const { accept } = options;

  /** Somebody else is at it: what there is now is the answer, and the page waits with them. */
  const orWhatThereIs =
    (ask: Ask): Ask =>
    async (adapter, call) => {
      try {
        return await ask(adapter, call);
      } catch (thrown) {
        if (toConnectionError(thrown).code === "in_progress") return adapter.getConnection(call);
        throw thrown;
      }
    };

  return {
    pending: () => ours().keys().next().value ?? null,
    connect: (input) =>
      once(
        "connect",
        orWhatThereIs((adapter, call) => adapter.connect(input, call)),
        accept,
      ),
    refresh: () =>
      once(
        "refresh",
        orWhatThereIs((adapter, call) => {
          options.checkPause();
          return adapter.refresh(call);
        }),
        accept,
      ),
    // Not shared: a client secret serves one instance only.
    update: (input) => run("update", (adapter, call) => adapter.createAccountSession(input, call), readAccountSession),
    openHosted: () =>
      once(
        "open_hosted",
        (adapter, call) => adapter.createOnboardingLink(call),
        (wire) => readHostedLink(wire, options.isSimulated()),
      ),
    previewDisconnect: () =>
      once("preview_disconnect", (adapter, call) => adapter.previewDisconnect(call), readDisconnectPreview),
    disconnect: (input) => once("disconnect", (adapter, call) => adapter.disconnect(input, call), accept),
  };
}

/** A link that a page may follow: Stripe's pages are https, and only a simulator may serve http. */
function readHostedLink(wire: unknown, isSimulated: boolean): OnboardingLink {
  const link = readOnboardingLink(wire);
  const { protocol } = new URL(link.url);
  if (protocol === "https:" || (isSimulated && protocol === "http:")) return link;
  throw new ConnectionError("invalid_response", { message: `the onboarding link must be https, and is ${protocol}` });
}
