import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { environmentBlock } from "../../src/cli/simulator/environmentBlock.js";
import { createStripeSimulator } from "../../src/simulator/index.js";
import { exampleNames, filesOf } from "./exampleApp.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (...path: string[]) => readFileSync(join(root, ...path), "utf8");

interface Manifest {
  version?: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifestOf = (...folder: string[]) => JSON.parse(read(...folder, "package.json")) as Manifest;

async function sourcesOf(example: string): Promise<{ file: string; text: string }[]> {
  const files = (await filesOf(example)).filter((file) => /\.(ts|tsx|mts|js|mjs)$/.test(file));
  return files.map((file) => ({ file, text: read("examples", example, file) }));
}

/** Names of packages, without what comes with Node, with the example or with its framework's compiler. */
function packagesIn(text: string): string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, name = ""]) => name);
  return specifiers
    .filter((name) => !/^(\.|~|#|@\/|node:|virtual:)/.test(name) && !builtinModules.includes(name))
    .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
}

/** As npm reads `^1.2.3`, the only form of a range that the examples have. */
function satisfies(version: string, range: string): boolean {
  const [wanted, installed] = [range.replace("^", ""), version].map((text) => text.split(".").map(Number));
  const leading = wanted?.findIndex((part) => part > 0) ?? 0;
  const sameLine = wanted?.slice(0, leading + 1).every((part, at) => part === installed?.[at]) ?? false;
  const [older, newer] = [wanted, installed].map((parts) => parts?.reduce((sum, part) => sum * 100_000 + part, 0) ?? 0);
  return /^\^\d+\.\d+\.\d+$/.test(range) && sameLine && (newer ?? 0) >= (older ?? 0);
}

/** Lines of code: neither imports, nor comments, nor brackets alone. */
function codeLines(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*(\/\/|import\b).*$/gm, "");
  return code.split("\n").filter((line) => /\w/.test(line));
}

/**
 * The lines that a host writes for us: all of a file that is there for us alone, which says so by its name, and in other
 * files the lines that name Stripe, the package, or something that is imported from it or from such a file.
 */
function ownLines(sources: readonly { file: string; text: string }[]): string[] {
  const isOurs = (file: string) => /stripe|billing/i.test(file);
  return sources.flatMap(({ file, text }) => {
    if (isOurs(file)) return codeLines(text);
    const imports = [...text.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+["']([^"']+)["']/g)];
    const names = imports.flatMap(([, list = "", from = ""]) => (isOurs(from) ? (list.match(/\w+/g) ?? []) : []));
    const pattern = new RegExp(["stripe", ...names.map((name) => `\\b${name}\\b`)].join("|"), "i");
    return codeLines(text).filter((line) => pattern.test(line));
  });
}

test("the scan sees the examples", () => {
  expect(exampleNames()).toEqual(
    expect.arrayContaining(["react-router", "tanstack-start", "vite-express", "vite-hono"]),
  );
});

test.each([
  ["^1.2.3", "1.2.3", true],
  ["^1.2.3", "1.10.0", true],
  ["^1.2.3", "1.2.2", false],
  ["^1.2.3", "2.2.3", false],
  ["^0.1.0", "0.1.4", true],
  ["^0.1.0", "0.2.0", false],
  ["~1.2.3", "1.2.3", false],
])("%s takes %s: %j", (range, version, taken) => {
  expect(satisfies(version, range)).toBe(taken);
});

test.each(exampleNames())(
  "HO-6 HO-14 examples/%s lists what it imports, at the versions that the tests run",
  async (name) => {
    const { scripts, dependencies, devDependencies } = manifestOf("examples", name);
    const imported = (await sourcesOf(name)).flatMap(({ text }) => packagesIn(text));
    expect(imported).toContain("react-stripe-connection");
    const listed = { ...dependencies, ...devDependencies };
    expect(imported.filter((one) => !(one in listed))).toEqual([]);
    // Peers that a package manager may leave to the host.
    const { peerDependencies, peerDependenciesMeta } = JSON.parse(read("package.json")) as {
      peerDependencies: Record<string, string>;
      peerDependenciesMeta: Record<string, unknown>;
    };
    const needed = Object.keys(peerDependencies).filter((one) => !(one in peerDependenciesMeta));
    expect(needed.filter((one) => !(one in dependencies))).toEqual([]);
    const wrong = Object.entries(listed).filter(([one, range]) => {
      const installed = one === "react-stripe-connection" ? manifestOf(".") : manifestOf("node_modules", one);
      return !satisfies(installed.version ?? "", range);
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["simulator", "dev", "build", "start", "typecheck"]));
  },
);

test.each(exampleNames())("HO-6 examples/%s has at most 30 lines of the host's own", async (name) => {
  const lines = ownLines(await sourcesOf(name));
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.length, lines.join("\n")).toBeLessThanOrEqual(30);
});

test.each(exampleNames())("HO-9 the .env.example of examples/%s is what the simulator prints", async (name) => {
  const url = "http://127.0.0.1:4244";
  const simulator = createStripeSimulator();
  const listening = { url, connectJsUrl: `${url}/connect.js?api=${url}`, close: () => Promise.resolve() };
  const printed = environmentBlock(listening, simulator);
  await simulator.close();
  const lines = read("examples", name, ".env.example")
    .split("\n")
    .filter((line) => /^\w+=/.test(line) && !line.startsWith("APP_URL="));
  expect(lines.filter((line) => !printed.includes(line))).toEqual([]);
  const required = printed.filter((line) => line.startsWith("STRIPE_"));
  expect(lines).toEqual(expect.arrayContaining(required));
  expect(lines.length).toBe(required.length + 1);
});
