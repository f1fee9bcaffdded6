import { spawn } from "node:child_process";

/** A process and all that it started. */
export interface RunningCommand {
  /** Everything that was written to its output and its errors. */
  printed(): string;
  /** Resolves once it has printed this; rejects when it ends before. */
  says(text: RegExp): Promise<void>;
  /** Resolves to the exit code when the last of its processes has ended. */
  closed: Promise<number | null>;
  /** Sends SIGTERM, as a host's platform does. Resolves to the time until the last process ended, in ms. */
  stop(): Promise<number>;
}

/** After this the processes are killed, so that a test that fails leaves none behind. ms */
const LONGEST_STOP = 20_000;

export function startCommand(
  file: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): RunningCommand {
  // A group of its own: a signal reaches npm, its shell and what that has started.
  const child = spawn(file, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += String(chunk);
      for (const listener of listeners) listener();
    });
  }
  let isOpen = true;
  // Not "exit": the output is open until the last process of the group lets go of it.
  const closed = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      isOpen = false;
      resolve(code);
    });
  });
  const signal = (name: NodeJS.Signals) => {
    if (isOpen && child.pid !== undefined) process.kill(-child.pid, name);
  };
  return {
    printed: () => output,
    closed,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (text.test(output)) {
            listeners.delete(look);
            resolve();
          }
        };
        listeners.add(look);
        look();
        const ended = (code: unknown) =>
          reject(
            new Error(`${[file, ...args].join(" ")} ended with ${String(code)} before it said ${text}:\n${output}`),
          );
        closed.then(ended, ended);
      }),
    async stop() {
      const begun = performance.now();
      const kill = setTimeout(() => signal("SIGKILL"), LONGEST_STOP);
      signal("SIGTERM");
      await closed;
      clearTimeout(kill);
      return performance.now() - begun;
    },
  };
}
