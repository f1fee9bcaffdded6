import type { StoredConnection } from "../store/storedConnection.js";
import { ConnectionError } from "../../core/errors.js";
import type { Callbacks } from "./callbacks.js";
import type { AccountConnector } from "./connectAccount.js";
import type { AccountDisconnector } from "./disconnectAccount.js";
import type { ReconcileReport } from "../handlerOptions.js";
import type { HandlerContext } from "../context.js";
import { StripeFault } from "../stripe/stripeFault.js";
import type { AccountSync } from "./syncAccount.js";

/** How old a copy may be before a sweep reads it again. */
const UNSETTLED_MS = 60_000;
const SETTLED_MS = 24 * 60 * 60 * 1000;
/** At most so many in one sweep; the next one goes on where this one ended. */
const LIMIT = 50;

export interface Reconciler {
  run: () => Promise<ReconcileReport>;
  /** Ends a sweep after the connection that it is at; the next one, here or elsewhere, goes on. */
  close: () => void;
}

/** Webhooks get lost and processes die: goes through what is unfinished or old. Safe to run anywhere at any time. */
export function createReconciler(
  context: HandlerContext,
  parts: {
    sync: AccountSync["sync"];
    connector: AccountConnector;
    disconnector: AccountDisconnector;
    callbacks: Callbacks;
  },
): Reconciler {
  const { store, options, count } = context;
  let running: Promise<ReconcileReport> | null = null;
  let isClosed = false;

  const repair = (stored: StoredConnection): Promise<unknown> => {
    switch (stored.state) {
      case "claimed":
        return parts.connector.resume(stored);
      case "disconnecting":
        return parts.disconnector.finish(stored);
      case "linked":
        return parts.sync(stored);
      case "disconnected":
        return Promise.resolve();
      default:
        return stored.state satisfies never;
    }
  };

  const sweep = async (): Promise<ReconcileReport> => {
    const report = { checked: 0, failed: 0 };
    // One at a time: what is listed steps back, and so only what was tried does, wherever the sweep ends.
    const window = { mode: options.mode, unsettledMs: UNSETTLED_MS, settledMs: SETTLED_MS, limit: 1 };
    const seen = new Set<string>();
    while (!isClosed && report.checked < LIMIT) {
      const [stored] = await store.listStale(window);
      if (!stored || seen.has(stored.tenant)) break;
      seen.add(stored.tenant);
      report.checked += 1;
      try {
        await repair(stored);
        count("reconciled", { state: stored.state });
      } catch (thrown) {
        report.failed += 1;
        context.logFailure("a connection could not be reconciled", thrown, { state: stored.state });
        // Stripe or the store is in trouble: more of the same would not help it.
        if (isTrouble(thrown)) break;
      }
    }
    return report;
  };

  return {
    async run() {
      running ??= sweep().finally(() => {
        running = null;
      });
      const report = await running;
      // Not part of what is shared: a callback may call this, and would wait for itself.
      await parts.callbacks.run();
      return report;
    },
    close: () => void (isClosed = true),
  };
}

function isTrouble(thrown: unknown): boolean {
  if (thrown instanceof StripeFault) {
    return thrown.kind === "limited" || (thrown.kind === "unknown" && thrown.status === null);
  }
  return thrown instanceof ConnectionError && thrown.code === "store_unavailable";
}
