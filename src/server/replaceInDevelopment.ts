import { mayReload } from "./runtime.js";

const STARTED = Symbol.for("react-stripe-connection/started");

/**
 * Remembers what was started under `key`, and returns the `close` of what was started there before, once. Only where
 * modules are reloaded: a hot reload evaluates the host's module again, and without this each handler of before would
 * keep its timer and its listening connection.
 */
export function replaceInDevelopment(key: string, close: () => Promise<void>): (() => Promise<void>) | null {
  if (!mayReload()) return null;
  const shared: typeof globalThis & { [STARTED]?: Map<string, () => Promise<void>> } = globalThis;
  const started = (shared[STARTED] ??= new Map<string, () => Promise<void>>());
  const before = started.get(key);
  started.set(key, close);
  return before && before !== close ? before : null;
}
