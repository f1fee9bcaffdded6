import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));
const ENTRIES = [
  "index.ts",
  "headless.ts",
  "server/index.ts",
  "server/store/postgres/postgresStore.ts",
  "simulator/index.ts",
  "simulator/listen.ts",
  "testing/index.ts",
  "testing/react.tsx",
  "testing/msw.ts",
  "testing/playwright.ts",
];

/** `./a.js` beside `file`, as the TypeScript that it was written in. */
function sourceOf(file: string, specifier: string): string {
  const path = join(dirname(file), specifier.replace(/\.js$/, ""));
  return existsSync(`${path}.ts`) ? `${path}.ts` : `${path}.tsx`;
}

/** Each public name with the file that says it. */
function publicNames(entry: string): (readonly [name: string, file: string])[] {
  const file = join(src, entry);
  const text = readFileSync(file, "utf8");
  const own = [...text.matchAll(/^export (?:async )?(?:interface|type|function|const|class) (\w+)/gm)].map(
    ([, name = ""]) => [name, file] as const,
  );
  const passedOn = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from "([^"]+)"/gm)].flatMap(
    ([, names = "", from = ""]) =>
      names
        .split(",")
        .map((one) => one.trim().replace(/^type /, ""))
        .filter((one) => one !== "")
        // Under the name that its own file has.
        .map((one) => [one.replace(/ as .*/, ""), sourceOf(file, from)] as const),
  );
  return [...own, ...passedOn];
}

/** The name itself, and what stands in it as far as it is an interface or a class, where no sentence stands before. */
function withoutSentence(name: string, file: string): string[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const isTold = (at: number) => lines[at - 1]?.endsWith("*/") === true;
  const head = new RegExp(`^export (?:async )?(interface|type|function|const|class) ${name}\\b`);
  const start = lines.findIndex((line) => head.test(line));
  if (start < 0) return [`${name}: not found in ${file}`];
  const missing = isTold(start) ? [] : [name];
  const first = lines[start] ?? "";
  if (!/^export (?:interface|class)/.test(first) || first.endsWith("}")) return missing;
  for (let at = start + 1; at < lines.length && lines[at] !== "}"; at += 1) {
    const [, member] = /^ {2}(?:readonly )?(\w+)\??(?:[(:<]|$)/.exec(lines[at] ?? "") ?? [];
    // A second signature of one method, or what every class has.
    if (member === undefined || member === "constructor") continue;
    if (!isTold(at)) missing.push(`${name}.${member}`);
  }
  return missing;
}

test.each(ENTRIES)("%s: every name a host can import says what it is, and so does each of its members", (entry) => {
  const names = publicNames(entry);
  expect(names.length).toBeGreaterThan(0);
  expect(names.flatMap(([name, file]) => withoutSentence(name, file))).toEqual([]);
});
