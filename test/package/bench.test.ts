import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("the card of the bench that is written by hand has the elements and the text of ours", async () => {
  const args = ["bench/client/bench.mjs", "--rounds", "0"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const [, ours, plain] = /Both cards: (\d+) and (\d+) elements/.exec(stdout) ?? [];
  expect(Number(ours)).toBeGreaterThan(50);
  expect(plain).toBe(ours);
}, 120_000);
