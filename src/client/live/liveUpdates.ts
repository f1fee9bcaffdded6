import type { StripeConnectionAdapter } from "../../core/adapter.js";
import type { Connection } from "../../core/connection.js";
import { type ConnectionError, toConnectionError } from "../../core/errors.js";
import type { Runtime } from "../runtime.js";
import { type OtherTabs, openOtherTabs } from "./otherTabs.js";
import { startPush } from "./push.js";

export interface LiveUpdates {
  /** Listens for changes of this viewer's connection, and tells other tabs what is known here. */
  follow(connection: Connection): void;
  /** Whether changes are being pushed to this tab. */
  isOpen(): boolean;
  stop(): void;
}

export interface LiveUpdatesOptions {
  runtime: Runtime;
  adapter(): StripeConnectionAdapter;
  /** May throw: a pushed connection is validated like any answer. */
  onConnection(connection: Connection): void;
  /** Another tab says that there is something newer. */
  onNews: () => void;
  onError: (error: ConnectionError) => void;
  onOpenChange(): void;
}

/** The stream of changes and the channel to the other tabs, for as long as they belong to the same viewer. */
export function createLiveUpdates(options: LiveUpdatesOptions): LiveUpdates {
  const { runtime } = options;
  let current: { scope: string; tabs: OtherTabs; endPush: () => void } | null = null;
  let isOpen = false;

  function stop() {
    current?.endPush();
    current?.tabs.close();
    current = null;
    isOpen = false;
  }

  function push(name: string): () => void {
    return startPush({
      runtime,
      name,
      subscribe: async (listener, call) => {
        const adapter = options.adapter();
        if (!adapter.subscribe) throw toConnectionError(new Error("the adapter can't push"), "invalid_request");
        await adapter.subscribe(listener, call);
      },
      onConnection(connection) {
        try {
          options.onConnection(connection);
        } catch (thrown) {
          options.onError(toConnectionError(thrown));
        }
      },
      onOpenChange(open) {
        isOpen = open;
        options.onOpenChange();
      },
      onError: options.onError,
    });
  }

  return {
    follow(connection) {
      const { scope } = connection;
      if (current?.scope !== scope) {
        stop();
        const name = `react-stripe-connection ${options.adapter().key} ${scope}`;
        const started = { scope, tabs: openOtherTabs(runtime, name, scope, options.onNews), endPush: () => {} };
        // Before the stream starts: an adapter may report at once, and then `follow` is called again.
        current = started;
        if (options.adapter().subscribe) started.endPush = push(name);
      }
      current?.tabs.tell(connection);
    },
    isOpen: () => isOpen,
    stop,
  };
}
