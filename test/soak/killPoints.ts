/** Where the process dies: at the so-and-so-many-th thing that it says to the database or to Stripe. */
export interface KillPoints {
  /** From now on. */
  arm(step: number): void;
  /** A thing said, and what it is answered: the process may die before, during, or after it. */
  around<T>(say: () => Promise<T>): Promise<T>;
}

export function createKillPoints(): KillPoints {
  let left = Number.POSITIVE_INFINITY;
  const pass = () => {
    left -= 1;
    // No exit handler, no flush: as a power cut.
    if (left <= 0) process.kill(process.pid, "SIGKILL");
  };
  return {
    arm(step) {
      left = step;
    },
    async around(say) {
      pass();
      const answer = say();
      // One step as it leaves, and one a moment later, when the other side may have it.
      pass();
      setTimeout(pass, 2).unref();
      try {
        return await answer;
      } finally {
        pass();
      }
    },
  };
}
