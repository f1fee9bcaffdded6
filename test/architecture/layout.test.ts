import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { files, folderOf } from "../support/importGraph.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");

test("no folder of src holds more than 20 files", () => {
  const src = join(root, "src");
  const counts = new Map<string, number>();
  for (const { parentPath } of readdirSync(src, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )) {
    const folder = relative(src, parentPath);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(20);
  const large = [...counts].filter(([, count]) => count > 20).map(([folder]) => folder);
  expect(large).toEqual([]);
});

test("docs/architecture.md names files and folders that exist", () => {
  const paths = [...page.matchAll(/`((?:src|api|bench|openapi|stories|test)(?:\/[\w./-]+)?)`/g)].map(
    ([, path = ""]) => path,
  );
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("docs/architecture.md has a line for each folder of src", () => {
  const folders = new Set(files.map(folderOf).filter(Boolean));
  expect([...folders].filter((folder) => !page.includes(`\n| \`src/${folder}\` |`))).toEqual([]);
});
