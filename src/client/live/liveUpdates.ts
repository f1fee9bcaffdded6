import type { StripeConnectionAdapter } from "../../core/adapter.js";
import type { Connection } from "../../core/connection.js";
import type { ConnectionError } from "../../core/errors.js";
import { type OtherTabs, openOtherTabs } from "./otherTabs.js";
import { type PushTools, startPush } from "./push.js";
import { pageLines } from "./pageLines.js";
import type { Clock, Runtime } from "../runtime.js";

export interface LiveUpdates {
  /** Listens for changes of this viewer's connection, and tells other tabs what is known here. */
  follow(connection: Connection): void;
  /** Whether changes are being pushed to this tab. */
  isOpen(): boolean;
  stop(): void;
}

export interface LiveUpdatesOptions {
  runtime: Clock & Partial<Runtime>;
  tools: PushTools;
  adapter(): StripeConnectionAdapter;
  /** May throw: what an adapter pushes is not to be trusted more than what it answers. */
  onConnection(connection: Connection): void;
  /** Another tab knows this revision. */
  onRevision: (revision: number) => void;
  onError: (error: ConnectionError) => void;
  onOpenChange(): void;
}

/** The stream of changes and the line to the other tabs, for as long as they are the same viewer's. */
export function createLiveUpdates(options: LiveUpdatesOptions): LiveUpdates {
  const runtime: Runtime = { ...pageLines(), ...options.runtime };
  let current: { scope: string; tabs: OtherTabs; endPush: () => void } | null = null;
  let isOpen = false;

  function stop() {
    current?.endPush();
    current?.tabs.close();
    current = null;
    isOpen = false;
  }

  function start(scope: string) {
    const name = `react-stripe-connection ${options.adapter().key} ${scope}`;
    const tabs = openOtherTabs(runtime, name, scope, options.onRevision);
    const endPush = options.adapter().subscribe
      ? startPush({
          runtime,
          tools: options.tools,
          name,
          subscribe: async (listener, call) => {
            const adapter = options.adapter();
            if (!adapter.subscribe) throw options.tools.toError(new Error("the adapter can't push"), "invalid_request");
            await adapter.subscribe(listener, call);
          },
          onConnection(connection) {
            try {
              options.onConnection(connection);
            } catch (thrown) {
              options.onError(options.tools.toError(thrown));
            }
          },
          onOpenChange(open) {
            isOpen = open;
            options.onOpenChange();
          },
          onError: options.onError,
        })
      : () => {};
    return { scope, tabs, endPush };
  }

  return {
    follow(connection) {
      if (current?.scope !== connection.scope) {
        stop();
        current = start(connection.scope);
      }
      current.tabs.tell(connection);
    },
    isOpen: () => isOpen,
    stop,
  };
}
