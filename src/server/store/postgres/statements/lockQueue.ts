export type LockQueue = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Of the work with the same name, one runs at a time, in the order in which it came. */
export function createLockQueue(): LockQueue {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const before = last.get(name);
    const mine = before ? before.then(work, work) : work();
    const forget = () => {
      if (last.get(name) === mine) last.delete(name);
    };
    last.set(name, mine);
    mine.then(forget, forget);
    return mine;
  };
}
