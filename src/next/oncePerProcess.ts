import { untilItSucceeds } from "../core/async.js";
import type { ConnectionHandler } from "../server/handlerOptions.js";

interface Slot<Options> {
  /** Those of the module that was evaluated last. */
  options: Options;
  handler: () => Promise<ConnectionHandler>;
}

const SLOTS = Symbol.for("react-stripe-connection/next");

/**
 * The process's handler for `key`, opened with the first call. The bundles of a Next.js server share nothing but the
 * global object, and a hot reload evaluates a module again.
 */
export function oncePerProcess<Options>(
  key: string,
  options: Options,
  open: (newest: () => Options) => Promise<ConnectionHandler>,
): () => Promise<ConnectionHandler> {
  const shared: typeof globalThis & { [SLOTS]?: Map<string, Slot<Options>> } = globalThis;
  const slots = (shared[SLOTS] ??= new Map<string, Slot<Options>>());
  const known = slots.get(key);
  if (known) {
    known.options = options;
    return known.handler;
  }
  const slot: Slot<Options> = { options, handler: untilItSucceeds(() => open(() => slot.options)) };
  slots.set(key, slot);
  return slot.handler;
}
