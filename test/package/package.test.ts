import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { exportedNames, publicEntries } from "../../api/publicEntries.mjs";
import { installTarball } from "./installTarball.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
// Below node_modules, so that dependencies and peers resolve as they would in a host.
const host = join(root, "node_modules/.cache/packed-host");
const bin = (name: string) => join(root, "node_modules/.bin", name);

/** One for each file of src/messages/locales. */
const LOCALES = readdirSync(join(root, "src/messages/locales")).map((file) => file.replace(/\.ts$/, ""));

const nameOf = (locale: string) => locale.replace("-", "");

const MAIN = "react-stripe-connection";

const WITHOUT_TYPES = ["./simulator/connect.js", "./openapi.json", "./tokens.json"];

/** What each entry exports at run time, by the name that a host imports: the values of its API report. */
const PUBLIC_VALUES = publicEntries().flatMap(({ path, report }): [entry: string, values: string[]][] =>
  path === "./locales/*"
    ? LOCALES.map((locale) => [`${MAIN}/locales/${locale}`, [nameOf(locale)]])
    : [[path.replace(".", MAIN), exportedNames(readFileSync(join(root, "api", `${report}.api.md`), "utf8")).values]],
);

beforeAll(async () => {
  await rm(host, { recursive: true, force: true });
  await installTarball(host);
}, 60_000);

async function inPlainNode(code: string, type: "module" | "commonjs" = "module"): Promise<string> {
  const { stdout } = await run(process.execPath, [`--input-type=${type}`, "-e", code], { cwd: host });
  return stdout;
}

describe("the packed package", () => {
  test.each(PUBLIC_VALUES)("H3 plain Node imports %s as its API report says", async (entry, values) => {
    expect(values).not.toEqual([]);
    const printed = await inPlainNode(`console.log(JSON.stringify(Object.keys(await import("${entry}")).sort()))`);
    expect(JSON.parse(printed)).toEqual(values.toSorted());
  });

  test.each(PUBLIC_VALUES)("CL-F3 HO-2 a CommonJS host requires %s", async (entry, values) => {
    const printed = await inPlainNode(`console.log(JSON.stringify(Object.keys(require("${entry}"))))`, "commonjs");
    expect((JSON.parse(printed) as string[]).filter((name) => name !== "__esModule").toSorted()).toEqual(
      values.toSorted(),
    );
  });

  test("H2 every built file that uses hooks says 'use client' and the entries do not", async () => {
    const dist = join(host, "node_modules/react-stripe-connection/dist");
    const files = (await readdir(dist, { recursive: true })).filter(
      (file) => file.endsWith(".js") && !file.endsWith("connect.js"),
    );
    expect(files.length).toBeGreaterThan(40);
    const texts = await Promise.all(
      files.map(async (file) => ({ file, text: await readFile(join(dist, file), "utf8") })),
    );
    const HOOK =
      /\buse(State|Effect|LayoutEffect|Ref|Context|Memo|Callback|Id|SyncExternalStore|Reducer)\b|createContext/;
    const isClient = (text: string) => /^["']use client["']/.test(text);
    const undeclared = texts.filter(({ text }) => text.includes('from "react"') && HOOK.test(text) && !isClient(text));
    expect(undeclared.map(({ file }) => file)).toEqual([]);
    const entries = texts.filter(({ file }) => file === "index.js" || file === "headless.js");
    expect(entries.map(({ text }) => text.includes("use client"))).toEqual([false, false]);
  });

  test("H1 no file for the page holds a secret's prefix, the Stripe SDK or server code", async () => {
    const printed = await inPlainNode(
      `import { readFileSync } from "node:fs"; import { fileURLToPath } from "node:url";
       const seen = new Set(); const walk = (url) => { const path = fileURLToPath(url); if (seen.has(path)) return; seen.add(path);
         for (const [, spec] of readFileSync(path, "utf8").matchAll(/(?:from|import)\\s*\\(?\\s*"(\\.[^"]+)"/g)) walk(new URL(spec, url)); };
       walk(import.meta.resolve("react-stripe-connection")); console.log(JSON.stringify([...seen]));`,
    );
    const reached = JSON.parse(printed) as string[];
    expect(reached.length).toBeGreaterThan(20);
    expect(reached.filter((path) => /dist\/(server|simulator|testing|stripe)\//.test(path))).toEqual([]);
    for (const path of reached)
      expect(await readFile(path, "utf8"), path).not.toMatch(
        /whsec_[A-Za-z0-9]|sk_(test|live)_[A-Za-z0-9]|from "stripe"/,
      );
  });

  test("a page that imports the stand-in for connect.js for its effect keeps it in its bundle", async () => {
    const contents = 'import "react-stripe-connection/simulator/connect.js";';
    const { outputFiles } = await build({ stdin: { contents, resolveDir: host }, bundle: true, write: false });
    expect(outputFiles[0]?.text).toContain("react-stripe-connection.simulators");
  });

  test("H5 it ships what was built and its documents: no sources, no maps", async () => {
    const shipped = join(host, "node_modules/react-stripe-connection");
    expect((await readdir(shipped)).toSorted()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "dist",
      "docs",
      "package.json",
      "stories",
    ]);
    // The picture of the README.
    expect(await readdir(join(shipped, "stories"), { recursive: true })).toEqual(["readme", "readme/card.png"]);
    const dist = (await readdir(join(shipped, "dist"), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );
    expect(dist.map(({ name }) => name).filter((name) => !/\.(js|d\.ts|json)$/.test(name))).toEqual([]);
    // A map that is named and not there is a warning in each bundler.
    for (const { parentPath, name } of dist) {
      expect(await readFile(join(parentPath, name), "utf8"), name).not.toContain("sourceMappingURL");
    }
  });

  test("H5 it ships no tests, no stories and no install script", async () => {
    const files = await readdir(join(host, "node_modules/react-stripe-connection"), { recursive: true });
    expect(files.filter((file) => /\.test\.|\.stories\.|^(test|\.storybook)\//.test(file))).toEqual([]);
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });

  // Some hosts check the types of what they install, and resolve them as Node does: one name that is not there is an error.
  test("H5 the types of every entry hold for a host that is strict about everything", async () => {
    const imports = PUBLIC_VALUES.map(([entry], at) => `import * as entry${at} from "${entry}";`);
    const names = imports.map((_, at) => `entry${at}`).join(", ");
    const control = "// @ts-expect-error Types that are not found would be anything.\nentry0.notExported;";
    // The API report shows one language. The others must have the same type.
    const languages = [
      `import type { Messages } from "${MAIN}";`,
      ...LOCALES.map((locale) => `import { ${nameOf(locale)} } from "${MAIN}/locales/${locale}";`),
      `export const languages: Messages[] = [${LOCALES.map(nameOf).join(", ")}];`,
    ];
    const code = [...imports, `export const all = [${names}];`, ...languages, control];
    await writeFile(join(host, "host.mts"), code.join("\n"));
    const compilerOptions = {
      module: "nodenext",
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      types: ["node"],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
    };
    await writeFile(join(host, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["host.mts"] }));
    const said = await run(bin("tsc"), ["-p", host, "--pretty", "false"]).then(
      () => "",
      ({ stdout }: { stdout: string }) => stdout,
    );
    expect(said).toBe("");
  }, 120_000);

  test("H5 publint finds nothing, strictly", async () => {
    const { stdout } = await run(bin("publint"), ["--strict"], { cwd: root });
    expect(stdout).toContain("All good!");
  });

  test("H5 HO-2 every entry's types resolve in each of TypeScript's ways to resolve modules", async () => {
    // Exits with an error, and the table in it, where there is a problem. Node requires ES modules: that is no problem.
    const { stdout } = await run(
      bin("attw"),
      ["--pack", ".", "--ignore-rules", "cjs-resolves-to-esm", "--exclude-entrypoints", ...WITHOUT_TYPES],
      { cwd: root },
    );
    expect(stdout).toContain("react-stripe-connection/server");
  });
});
