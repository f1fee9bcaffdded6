import { systemRuntime } from "../server/runtime.js";
import type { TimeKeeper } from "./clock.js";
import type { Records } from "./records.js";

/** Something to do at a time. A record, not a closure, so that a restart does not lose it. */
interface Job {
  id: string;
  at: number;
  kind: string;
  /** What the job is about: an account's or a delivery's id. */
  subject: string;
}

export interface Scheduler {
  handle(kind: string, run: (job: Job) => Promise<void> | void): void;
  add(job: Job): void;
  /** Starts what is due, in the background. Call it after each change. */
  wake(): void;
  /** Lets simulated time pass, job by job. Resolves when all that fell due is done. */
  advanceTo(time: number): Promise<void>;
  /** Resolves when nothing is due and nothing is being done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** `setTimeout` takes no more than this; it is set again after. */
const LONGEST_TIMER = 2 ** 31 - 1;

export function createScheduler(records: Records, time: TimeKeeper): Scheduler {
  const jobs = records.table<Job>("jobs");
  const handlers = new Map<string, (job: Job) => Promise<void> | void>();
  const running = new Map<string, Promise<void>>();
  let cancelWake: (() => void) | null = null;
  let closed = false;

  const waiting = () =>
    jobs
      .values()
      .filter((job) => !running.has(job.id))
      .sort((a, b) => a.at - b.at);

  async function perform(job: Job): Promise<void> {
    try {
      await handlers.get(job.kind)?.(job);
    } catch (failure) {
      console.error("react-stripe-connection: the simulator could not do a job", job.kind, failure);
    } finally {
      // A handler that wants to be called again has put the job anew, with another time.
      const now = jobs.get(job.id);
      if (now && now.at === job.at && !closed) jobs.remove(job.id);
      running.delete(job.id);
    }
    await records.flush().catch((failure: unknown) => {
      console.error("react-stripe-connection: the simulator's journal can't be written", failure);
    });
    wake();
  }

  function wake(): void {
    cancelWake?.();
    if (closed) return;
    for (const job of waiting()) {
      if (job.at > time.now()) break;
      const copy = { ...job };
      // Not at once: the caller's answer goes out before its consequences.
      running.set(
        job.id,
        Promise.resolve().then(() => perform(copy)),
      );
    }
    const next = waiting()[0];
    if (next && time.runs) {
      cancelWake = systemRuntime.after(Math.min(LONGEST_TIMER, Math.max(1, next.at - time.now())), wake);
    }
  }

  async function idle(): Promise<void> {
    wake();
    while (running.size > 0) await Promise.all(running.values());
  }

  return {
    handle: (kind, run) => void handlers.set(kind, run),
    add: (job) => jobs.put(job.id, job),
    wake,
    idle,
    async advanceTo(target) {
      await idle();
      for (let next = waiting()[0]; next && next.at <= target && !closed; next = waiting()[0]) {
        time.moveTo(next.at);
        await idle();
      }
      time.moveTo(target);
      await idle();
      await records.flush();
    },
    async close() {
      closed = true;
      cancelWake?.();
      await Promise.all(running.values());
    },
  };
}
