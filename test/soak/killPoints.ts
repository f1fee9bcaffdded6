/** Where the process dies: at the so-and-so-many-th thing that it says, to anybody or to one only. */
export interface KillPoint {
  step: number;
  /** How what is said begins, such as `POST` to Stripe. Left out: anything counts. */
  of?: string;
}

export interface KillPoints {
  /** From now on. */
  arm(point: KillPoint): void;
  /** A thing said, and what it is answered: the process may die before, during, or after it. */
  around<T>(what: string, say: () => Promise<T>): Promise<T>;
}

export function createKillPoints(): KillPoints {
  let left = Number.POSITIVE_INFINITY;
  let of = "";
  return {
    arm(point) {
      left = point.step;
      of = point.of ?? "";
    },
    async around(what, say) {
      const pass = () => {
        if (what.startsWith(of)) left -= 1;
        // No exit handler, no flush: as a power cut.
        if (left <= 0) process.kill(process.pid, "SIGKILL");
      };
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
