import type { Io } from "../../src/cli/report.js";

/** The world of a command, and what it printed. Nothing waits. */
export function testIo(own: Partial<Io> = {}): Io & { lines: string[] } {
  const lines: string[] = [];
  return {
    print: (line) => void lines.push(line),
    env: {},
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    wait: () => Promise.resolve(),
    cwd: process.cwd(),
    ask: () => Promise.resolve(null),
    untilStopped: () => Promise.resolve(),
    lines,
    ...own,
  };
}
