import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
// Below node_modules, so that what the examples import resolves as it does in a host.
const place = join(root, "node_modules/.cache/docs-code");

const pages = [
  "README.md",
  ...readdirSync(join(root, "docs")).map((file) => `docs/${file}`),
  ...readdirSync(join(root, "stories"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mdx"))
    .map((file) => `stories/${file}`),
];

interface Example {
  /** `README.md:60` */
  name: string;
  extension: "ts" | "tsx";
  code: string;
}

const FENCED = /^( *)```(tsx?)\n([\s\S]*?)^\1```/gm;

function examplesOf(file: string): Example[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(FENCED)].map(({ index, 2: extension = "", 3: code = "" }) => ({
    name: `${file}:${text.slice(0, index).split("\n").length + 1}`,
    extension: extension as Example["extension"],
    code,
  }));
}

/** A page has a `screen` of its own, which a declaration can't replace. */
const SCREEN = 'import { screen } from "@testing-library/react"; ';
const needsScreen = (code: string) => /\bscreen\./.test(code) && !/import .*\bscreen\b/.test(code);

/** One module each, named for its page and line, so that what is wrong is found there. */
const fileOf = ({ name, extension }: Example) => `${name.replace(/[^\w.]+/g, "-")}.${extension}`;

async function check(examples: readonly Example[]): Promise<string[]> {
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  await Promise.all(
    examples.map((example) => {
      const { code } = example;
      return writeFile(join(place, fileOf(example)), `${needsScreen(code) ? SCREEN : ""}${code}\nexport {};\n`);
    }),
  );
  const config = {
    extends: join(root, "tsconfig.json"),
    // NestJS has decorators of parameters.
    compilerOptions: { noUnusedLocals: false, noUnusedParameters: false, experimentalDecorators: true, rootDir: root },
    include: [place, join(root, "test/package/docsCode")],
    exclude: [],
  };
  await writeFile(join(place, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(root, "node_modules/.bin/tsc");
  try {
    await run(tsc, ["-p", place, "--pretty", "false"], { cwd: place, maxBuffer: 10_000_000 });
    return [];
  } catch (thrown) {
    const said = String((thrown as { stdout?: string }).stdout ?? thrown);
    // Of our own files `npm run typecheck` tells.
    return said.split("\n").filter((line) => line.includes("error TS") && !line.startsWith(".."));
  }
}

describe("the code of the README, of docs/ and of Storybook's pages", () => {
  const examples = pages.flatMap(examplesOf);
  let wrong: string[];
  beforeAll(async () => {
    // A prop and an import that nobody has: what finds nothing here would find nothing anywhere.
    const broken: Example = {
      name: "broken",
      extension: "tsx",
      code: 'import { StripeConnectionCard } from "react-stripe-connection";\nexport const one = <StripeConnectionCard endpoint="/" platformNam="Acme" />;',
    };
    wrong = await check([...examples, broken]);
  }, 60_000);

  test("is found", () => {
    expect(examples.length).toBeGreaterThan(15);
    expect(examples.map(({ name }) => name.split(":")[0])).toEqual(
      expect.arrayContaining([
        "README.md",
        "docs/authorize.md",
        "docs/fastify-koa-nest.md",
        "docs/serverless.md",
        "stories/GettingStarted.mdx",
        "stories/build/Server.mdx",
      ]),
    );
  });

  test("is held to the public types: a prop that nobody has is an error", () => {
    expect(wrong.filter((line) => line.startsWith("broken.tsx")).join()).toContain("platformNam");
  });

  test("compiles", () => {
    expect(wrong.filter((line) => !line.startsWith("broken.tsx"))).toEqual([]);
  });
});
