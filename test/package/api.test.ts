import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

// `pretest` has built dist.
test("each entry has the public types of its report, documents all of them and names none that a host can't import", async () => {
  const said = await promisify(execFile)(process.execPath, ["api/report.mjs"], { cwd: root }).then(
    () => "",
    (failure: Error & { stderr: string }) => failure.stderr || failure.message,
  );
  expect(said).toBe("");
}, 120_000);
