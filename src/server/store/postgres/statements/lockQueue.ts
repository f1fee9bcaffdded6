/** What the work with one name knows in common, for as long as some of it waits. */
export interface SharedLock {
  /** The error that told that another session holds the row. */
  heldBy?: unknown;
}

export type LockQueue = <T>(name: string, work: (shared: SharedLock) => Promise<T>) => Promise<T>;

/** Of the work with the same name, one runs at a time, in the order in which it came. */
export function createLockQueue(): LockQueue {
  const queues = new Map<string, { last: Promise<unknown>; shared: SharedLock }>();
  return (name, work) => {
    const before = queues.get(name);
    const shared = before?.shared ?? {};
    const run = () => work(shared);
    const mine = before ? before.last.then(run, run) : run();
    const forget = () => {
      if (queues.get(name)?.last === mine) queues.delete(name);
    };
    queues.set(name, { last: mine, shared });
    mine.then(forget, forget);
    return mine;
  };
}
