import { createSubscribable } from "../../client/subscribable.js";

/** Often enough that "after 60 s" and "2 min ago" are not far off. */
const EVERY = 15_000;

/** One clock for every card of the page. It stops while no card is mounted. */
function createTick(every: number) {
  let count = 0;
  let wasStopped = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const { subscribe, notify } = createSubscribable({
    onFirst() {
      // The time since the last tick is unknown, so that what was described then is described again.
      if (wasStopped) count += 1;
      timer = setInterval(() => {
        count += 1;
        notify();
      }, every);
    },
    onLast() {
      clearInterval(timer);
      wasStopped = true;
    },
  });
  return { count: () => count, subscribe };
}

export const minuteTick = createTick(EVERY);
