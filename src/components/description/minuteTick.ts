import { createSubscribable } from "../../client/subscribable.js";

/** Often enough that "after 60 s" and "2 min ago" are not far off. ms */
const EVERY = 15_000;

const current = () => Math.floor(performance.now() / EVERY);

let count = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const { subscribe, notify } = createSubscribable({
  onFirst() {
    count = current();
    timer = setInterval(() => {
      count = current();
      notify();
    }, EVERY);
  },
  onLast() {
    clearInterval(timer);
    timer = undefined;
  },
});

/** One clock for every card of the page. Its timer stops while no card is mounted. */
export const minuteTick = {
  /** Grows by one every 15 seconds, also while no card is mounted. While one is, all of them see it change at once. */
  count: () => (timer === undefined ? current() : count),
  subscribe,
};
