export interface Subscribable {
  /** Each call is a subscription of its own, also for the same function. The result ends it. */
  subscribe: (listener: () => void) => () => void;
  /** Calls every listener. */
  notify: () => void;
  /** Ends all subscriptions without `onLast`. */
  clear: () => void;
}

/** A set of listeners. `onFirst` runs when the first one subscribes, `onLast` when the last one leaves. */
export function createSubscribable({
  onFirst,
  onLast,
}: {
  onFirst?: () => void;
  onLast?: () => void;
} = {}): Subscribable {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      if (listeners.size === 1) onFirst?.();
      return () => {
        if (listeners.delete(own) && listeners.size === 0) onLast?.();
      };
    },
    notify() {
      for (const listener of listeners) {
        try {
          listener();
        } catch (thrown) {
          // The page reports it. It keeps nothing from the other listeners, and fails no request.
          void Promise.reject(thrown);
        }
      }
    },
    clear: () => listeners.clear(),
  };
}
