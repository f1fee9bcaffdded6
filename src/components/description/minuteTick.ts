/** Often enough that "after 60 s" and "2 min ago" are not far off. */
const EVERY = 15_000;

/** One clock for every card of the page; it stands still while nobody looks at it. */
function createTick(every: number) {
  const listeners = new Set<() => void>();
  let count = 0;
  let wasStill = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    count: () => count,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      // It stood still for a while: how long, nobody counted.
      if (!timer && wasStill) count += 1;
      timer ??= setInterval(() => {
        count += 1;
        for (const each of listeners) each();
      }, every);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
        wasStill = true;
      };
    },
  };
}

export const minuteTick = createTick(EVERY);
