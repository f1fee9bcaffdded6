import { httpAdapter } from "react-stripe-connection/headless";
import type { Connection } from "../../src/core/connection.js";

/** A page that looks on: its stream of changes is opened again whenever it ended. */
export interface Page {
  readonly tenant: string;
  /** What the page shows. */
  connection(): Connection | null;
  /** How often its stream ended. */
  ends(): number;
}

export function openPage(endpoint: string, tenant: string, signal: AbortSignal): Page {
  const adapter = httpAdapter({ url: endpoint, headers: { authorization: tenant } });
  let shown: Connection | null = null;
  let ends = 0;
  const stay = async () => {
    let lastEventId: string | null = null;
    while (!signal.aborted) {
      const onConnection = (connection: Connection, id: string | null) => {
        lastEventId = id;
        if (!shown || connection.revision >= shown.revision) shown = connection;
      };
      // Whether it ended or broke: the page comes back.
      await adapter.subscribe?.({ onConnection }, { signal, lastEventId }).catch(() => undefined);
      ends += 1;
      await new Promise((resolve) => setTimeout(resolve, 800 + Math.random() * 400));
    }
  };
  void stay();
  return { tenant, connection: () => shown, ends: () => ends };
}
