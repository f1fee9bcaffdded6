import { createSubscribable } from "../../client/subscribable.js";

/** Often enough that "after 60 s" and "2 min ago" are not far off. ms */
const EVERY = 15_000;

let timer: ReturnType<typeof setInterval> | undefined;
const { subscribe, notify } = createSubscribable({
  onFirst() {
    timer = setInterval(notify, EVERY);
  },
  onLast: () => clearInterval(timer),
});

/** One clock for every card of the page. Its timer stops while no card is mounted. */
export const minuteTick = {
  /** Grows by one every 15 seconds, also while no card is mounted. */
  count: () => Math.floor(performance.now() / EVERY),
  subscribe,
};
