import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCli } from "../../src/cli/runCli.js";
import { testIo } from "./io.js";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
/** As a call of Stripe's API that a check has given up. */
const STAYS_OPEN = "data:text/javascript,setInterval(() => {}, 1000)";

/** The command as a process that something keeps open; it is killed after a while, and then has no exit code. */
const run = (...args: string[]) =>
  new Promise<{ code: unknown; text: string }>((resolve) => {
    const all = ["--import", "tsx", "--import", STAYS_OPEN, MAIN, ...args];
    const env = { PATH: process.env["PATH"] };
    execFile(process.execPath, all, { env, timeout: 30_000 }, (failure, text) =>
      resolve({ code: failure ? failure.code : 0, text }),
    );
  });

test("AT-M10 a command ends with its last line, whatever is still open, and prints all of it", async () => {
  const io = testIo();
  await runCli(["sql"], io);
  expect(await run("sql")).toEqual({ code: 0, text: `${io.lines.join("\n")}\n` });
});

test("AT-M10 and with the exit code of its checks", async () => {
  const { code, text } = await run("doctor");
  expect(code).toBe(1);
  expect(text).toMatch(/^FAILED .*\n0 ok, 1 failed, 0 not run\n$/s);
});
