// `npm run faults`: every fault of the catalogue, the tests that carry its id, and how they went. Shows what `npm test`
// found last, and runs those tests where nothing is known; `-- --run` runs them anyhow. Ends with 1 unless all passed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { REPORT } from "./faultIds.mjs";

const { values } = parseArgs({ options: { run: { type: "boolean", default: false } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const catalogue = JSON.parse(await readFile(new URL("catalogue.json", import.meta.url), "utf8"));

if (values.run || !existsSync(REPORT)) {
  await rm(REPORT, { force: true });
  // What the run says of itself, it says as it goes; the table tells of failures too.
  spawnSync("npm", ["test"], { cwd: root, stdio: "inherit" });
}
const results = JSON.parse(await readFile(REPORT, "utf8"));

const rows = Object.entries(catalogue).map(([id, title]) => {
  const tests = results.filter(({ ids }) => ids.includes(id));
  const failed = tests.some(({ state }) => state === "failed");
  return { id, title, tests, verdict: tests.length === 0 ? "NO TEST" : failed ? "FAILED" : "passed" };
});
/** Titles of one file to print at most; a table of cases has many alike. */
const SHOWN = 6;
for (const { id, title, tests, verdict } of rows) {
  console.log(`${verdict.padEnd(8)}${id.padEnd(4)}${title}`);
  for (const file of new Set(tests.map((test) => test.file))) {
    const own = tests.filter((test) => test.file === file);
    const failed = new Set(own.filter(({ state }) => state === "failed").map((test) => test.title));
    const passed = new Set(own.map((test) => test.title).filter((one) => !failed.has(one)));
    console.log(`            ${file} (${[...new Set(own.map(({ project }) => project))].join(", ")})`);
    for (const one of failed) console.log(`              ✗ ${one}`);
    for (const one of [...passed].slice(0, SHOWN)) console.log(`              ✓ ${one}`);
    if (passed.size > SHOWN) console.log(`              ✓ and ${passed.size - SHOWN} more`);
  }
}
const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
const missing = rows.filter(({ verdict }) => verdict === "NO TEST").map(({ id }) => id);
console.log(
  `\n${rows.length} faults: ${count("passed")} passed, ${count("FAILED")} failed, ${missing.length} without a result` +
    `${missing.length > 0 ? ` (${missing.join(" ")})` : ""}. Tests of ${(await stat(REPORT)).mtime.toISOString()}.`,
);
if (missing.length > 0) console.log("`npm run faults -- --run` runs every test, and shows all of them.");
if (missing.length > 0 || count("FAILED") > 0) process.exitCode = 1;
