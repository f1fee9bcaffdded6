import type { Runtime } from "../runtime.js";
import type { PendingFact } from "../store/connectionStore.js";

/** How many callbacks of one name run at the same time. */
const AT_ONCE = 5;

/** The due facts of one callback name. A lane waits for no other lane. */
export interface CallbackLane {
  /** Takes facts until none is due, and resolves when all that it began have ended. Rejects when the store fails. */
  run: () => Promise<void>;
  /** Whether a callback is running. */
  isBusy: () => boolean;
  /** Takes no more facts. */
  close: () => void;
}

interface LaneWork {
  claim: (limit: number) => Promise<PendingFact[]>;
  /** Never rejects, and ends. */
  call: (fact: PendingFact) => Promise<void>;
  /** The store gave out facts again that this run called less than `repeatMs` ago. */
  onRepeat: () => void;
  /** Shorter than the shortest lease. Milliseconds. */
  repeatMs: number;
  now: Runtime["monotonicNow"];
}

const nameOf = ({ tenant, generation, id }: PendingFact) => JSON.stringify([tenant, generation, id]);

export function createCallbackLane({ claim, call, onRepeat, repeatMs, now }: LaneWork): CallbackLane {
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | null = null;
  let mayBeDue = false;
  let isClosed = false;
  let wake = () => {};

  /** When this run called each fact. */
  const called = new Map<string, number>();

  // Neither acknowledged nor leased: calling it again and again would never end.
  const isRepeat = (fact: PendingFact) => called.has(nameOf(fact));

  const forgetOld = () => {
    for (const [name, at] of called) if (now() - at >= repeatMs) called.delete(name);
  };

  const begin = (fact: PendingFact) => {
    called.set(nameOf(fact), now());
    const done: Promise<void> = call(fact).finally(() => void underWay.delete(done));
    underWay.add(done);
  };

  /** Fills the free places. */
  const take = async () => {
    while (mayBeDue && !isClosed && underWay.size < AT_ONCE) {
      mayBeDue = false;
      const due = await claim(AT_ONCE - underWay.size);
      forgetOld();
      const fresh = due.filter((fact) => !isRepeat(fact));
      fresh.forEach(begin);
      if (fresh.length > 0) mayBeDue = true;
      if (fresh.length < due.length) onRepeat();
    }
  };

  const untilNoneIsDue = async () => {
    called.clear();
    try {
      for (;;) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await take();
        if (underWay.size > 0) await Promise.race([...underWay, woken]);
        else if (isClosed || !mayBeDue) return;
      }
    } finally {
      // In the same turn as the last look: a later `run` begins a new one.
      running = null;
    }
  };

  return {
    run() {
      mayBeDue = true;
      wake();
      running ??= untilNoneIsDue();
      return running;
    },
    isBusy: () => underWay.size > 0,
    close: () => void (isClosed = true),
  };
}
