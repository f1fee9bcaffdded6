import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { FRAMEWORKS, inFolder } from "../../src/cli/init/frameworks.js";
import { filesOf } from "./exampleApp.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Code blocks of docs/ that say of which file they are: ```ts title="examples/…". */
const blocks = readdirSync(join(root, "docs"))
  .filter((page) => page.endsWith(".md"))
  .flatMap((page) =>
    [...read(`docs/${page}`).matchAll(/^```\w+ title="([^"]+)"\n([\s\S]*?)^```$/gm)].map(
      ([, file = "", code = ""]): [page: string, file: string, code: string] => [`docs/${page}`, file, code],
    ),
  );

test.each(blocks)("HO-14 %s shows %s as it is", (_page, file, code) => {
  expect(code).toBe(read(file));
});

test.each(FRAMEWORKS.map(({ page, ...framework }) => [page, framework] as const))(
  "HO-6 HO-14 %s shows all that init writes for its framework",
  async (page, { example, files, additions }) => {
    const hasSrc = (await filesOf(example)).some((file) => file.startsWith("src/"));
    const shown = blocks.filter(([where]) => where === `docs/${page}`);
    const texts = shown.map(([, , code]) => code);
    const wanted = [...files.map((file) => inFolder(file, hasSrc)), ...additions.map(({ file }) => file)];
    expect(wanted.filter((file) => !texts.includes(read(`examples/${example}/${file}`)))).toEqual([]);
  },
);
