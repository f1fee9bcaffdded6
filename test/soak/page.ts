import { httpAdapter } from "react-stripe-connection/headless";
import { startPush } from "../../src/client/live/push.js";
import { pageClock } from "../../src/client/runtime.js";
import type { Connection } from "../../src/core/connection.js";

/** A page that looks on: the one of its tabs that holds the stream of changes. */
export interface Page {
  readonly tenant: string;
  /** What the page shows. */
  connection(): Connection | null;
  /** How often its stream ended. */
  ends(): number;
}

export function openPage(endpoint: string, tenant: string, signal: AbortSignal): Page {
  const { subscribe } = httpAdapter({ url: endpoint, headers: { authorization: tenant } });
  if (!subscribe) throw new Error("the adapter has no stream of changes");
  let shown: Connection | null = null;
  let ends = 0;
  const end = startPush({
    runtime: { ...pageClock(), lock: (_name, _signal, work) => work() },
    name: tenant,
    subscribe,
    onConnection(connection) {
      if (!shown || connection.revision >= shown.revision) shown = connection;
    },
    onOpenChange(isOpen) {
      if (!isOpen) ends += 1;
    },
    // Counted by `onOpenChange`, and the stream is opened again.
    onError: () => undefined,
  });
  signal.addEventListener("abort", end);
  return { tenant, connection: () => shown, ends: () => ends };
}
