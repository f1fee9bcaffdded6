import type { Runtime } from "../runtime.js";

interface Lane<T> {
  running: Promise<T>;
  /** The read that begins after the running one; whoever comes meanwhile waits for it. */
  next: Promise<T> | null;
  /** Resolves when another read may begin. */
  rested: Promise<void>;
}

export interface SharedReads<T> {
  /** A read that begins after this call: what happened before it is seen by it. */
  join: (id: string, read: () => Promise<T>) => Promise<T>;
  close: () => void;
}

/**
 * One read at a time for each id, and none right after another: a burst of thirty asks makes two reads, the one that
 * runs and the one that begins after the last ask.
 */
export function createSharedReads<T>(runtime: Runtime, restMs: number): SharedReads<T> {
  const lanes = new Map<string, Lane<T>>();
  const resting = new Set<() => void>();

  let isClosed = false;

  const rest = () =>
    new Promise<void>((resolve) => {
      if (isClosed) return resolve();
      const end = () => {
        cancel();
        resting.delete(end);
        resolve();
      };
      const cancel = runtime.after(restMs, end);
      resting.add(end);
    });

  const begin = (id: string, read: () => Promise<T>): Promise<T> => {
    const lane: Lane<T> = { running: read(), next: null, rested: rest() };
    lanes.set(id, lane);
    const leave = () => {
      if (lane.next === null) lanes.delete(id);
    };
    void Promise.allSettled([lane.running, lane.rested]).then(leave);
    return lane.running;
  };

  return {
    join(id, read) {
      const lane = lanes.get(id);
      if (!lane) return begin(id, read);
      lane.next ??= Promise.allSettled([lane.running, lane.rested]).then(() => begin(id, read));
      return lane.next;
    },
    close() {
      isClosed = true;
      for (const end of resting) end();
    },
  };
}
