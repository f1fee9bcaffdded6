#!/usr/bin/env node
import { createInterface } from "node:readline/promises";
import { setTimeout as pause } from "node:timers/promises";
import { runCli } from "./runCli.js";

const exitCode = await runCli(process.argv.slice(2), {
  // Standard output is what a command line is for.
  print: (line) => process.stdout.write(`${line}\n`),
  env: process.env,
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  wait: (ms) => pause(ms),
  cwd: process.cwd(),
  ask: async (question) => {
    if (!process.stdin.isTTY) return null;
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await terminal.question(question);
    } finally {
      terminal.close();
    }
  },
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
    }),
});

// A call that a check has given up goes on, and would keep the process. A pipe may still have to take the last lines.
process.stdout.write("", () => process.exit(exitCode));
