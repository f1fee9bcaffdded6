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
  /** The store gave out facts again that this run has called already. */
  onRepeat: () => void;
}

const nameOf = ({ tenant, generation, id }: PendingFact) => JSON.stringify([tenant, generation, id]);

export function createCallbackLane({ claim, call, onRepeat }: LaneWork): CallbackLane {
  const underWay = new Set<Promise<void>>();
  let running: Promise<void> | null = null;
  let mayBeDue = false;
  let isClosed = false;
  let wake = () => {};

  const begin = (fact: PendingFact) => {
    const done: Promise<void> = call(fact).finally(() => void underWay.delete(done));
    underWay.add(done);
  };

  /** Fills the free places. */
  const take = async (ran: Set<string>) => {
    while (mayBeDue && !isClosed && underWay.size < AT_ONCE) {
      mayBeDue = false;
      const due = await claim(AT_ONCE - underWay.size);
      const fresh = due.filter((fact) => !ran.has(nameOf(fact)));
      for (const fact of fresh) {
        ran.add(nameOf(fact));
        begin(fact);
      }
      if (fresh.length > 0) mayBeDue = true;
      else if (due.length > 0) onRepeat();
    }
  };

  const untilNoneIsDue = async () => {
    // A fact that comes back was neither acknowledged nor leased. Calling it again in this run would never end.
    const ran = new Set<string>();
    try {
      for (;;) {
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await take(ran);
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
