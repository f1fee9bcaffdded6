#!/usr/bin/env node
import { setTimeout as pause } from "node:timers/promises";
import { runCli } from "./runCli.js";

process.exitCode = await runCli(process.argv.slice(2), {
  // Standard output is what a command line is for.
  print: (line) => process.stdout.write(`${line}\n`),
  env: process.env,
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  wait: (ms) => pause(ms),
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
    }),
});
