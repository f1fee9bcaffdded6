import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta: Record<string, { optional?: boolean }>;
  allowScripts: Record<string, boolean>;
}
interface Locked {
  version?: string;
  link?: boolean;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
}

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(join(root, file), "utf8")) as T;
const manifest = await read<Manifest>("package.json");
const lock = await read<{ lockfileVersion: number; packages: Record<string, Locked & Manifest> }>("package-lock.json");

/** What architecture.md chose, §4. One more is a decision, not a convenience. */
const DEPENDENCIES = ["@hono/node-server", "hono", "valibot"];
// Stripe's two are asked for only when the form opens, but a bundler wants them when it builds the page.
const REQUIRED_PEERS = ["@stripe/connect-js", "@stripe/react-connect-js", "react", "react-dom", "styled-components"];
// Next.js is the host's own: `…/next` runs inside of it.
const OPTIONAL_PEERS = ["@electric-sql/pglite", "@testing-library/react", "msw", "next", "pg", "stripe"];

const STATIC = /^(?:import|export)\s+(?:type\s+)?(?:[\w*${},\s]+?\sfrom\s+)?"([^"]+)"/gm;
const LAZY = /\bimport\(\s*"([^"]+)"\s*\)/g;

describe("H7 what a host gets with the package", () => {
  test("H7 its dependencies are the three that were chosen, and nothing else", () => {
    expect(Object.keys(manifest.dependencies).toSorted()).toEqual(DEPENDENCIES);
    const peers = Object.keys(manifest.peerDependencies);
    const optional = peers.filter((name) => manifest.peerDependenciesMeta[name]?.optional);
    expect(optional.toSorted()).toEqual(OPTIONAL_PEERS);
    expect(peers.filter((name) => !optional.includes(name)).toSorted()).toEqual(REQUIRED_PEERS);
  });

  test("H7 what the built files import is one of them, a peer, or Node's own", async () => {
    const dist = join(root, "dist");
    const files = (await readdir(dist, { recursive: true })).filter((file) => /\.(js|d\.ts)$/.test(file));
    expect(files.length).toBeGreaterThan(200);
    const declared = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]);
    const imported = new Set<string>();
    const undeclared = new Set<string>();
    for (const file of files) {
      const text = await readFile(join(dist, file), "utf8");
      for (const [, specifier = ""] of [...text.matchAll(STATIC), ...text.matchAll(LAZY)]) {
        const [first = "", second = ""] = specifier.split("/");
        const name = first.startsWith("@") ? `${first}/${second}` : first;
        const isOwn = specifier.startsWith(".") || specifier.startsWith("node:") || builtinModules.includes(name);
        imported.add(name);
        if (!isOwn && !declared.has(name)) undeclared.add(`${name} in ${file}`);
      }
    }
    expect([...undeclared]).toEqual([]);
    expect(DEPENDENCIES.filter((name) => !imported.has(name))).toEqual([]);
  });

  test("H7 the lock file is of this package.json, and holds a hash and no host for each package", () => {
    const own = lock.packages[""];
    expect(lock.lockfileVersion).toBe(3);
    for (const kind of ["dependencies", "devDependencies", "peerDependencies"] as const)
      expect(own?.[kind], kind).toEqual(manifest[kind]);
    const packages = Object.entries(lock.packages).filter(
      ([path, { link }]) => path.includes("node_modules/") && !link,
    );
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test("H7 nothing is run at install: what would is for development, and not allowed to", () => {
    const scripted = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = scripted.map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(names.filter((name) => manifest.allowScripts[name] !== false)).toEqual([]);
    expect(scripted.filter(([, { dev }]) => !dev).map(([path]) => path)).toEqual([]);
  });

  test("H7 a clean clone installs from the lock file, which lists what it is made of", async () => {
    const clone = await mkdtemp(join(tmpdir(), "clean-clone-"));
    onTestFinished(() => rm(clone, { recursive: true }));
    const linked = ["react18", "stripe22", "typescript54"].map((name) => `test/${name}/package.json`);
    const files = ["package.json", "package-lock.json", ...linked];
    for (const file of files) {
      await mkdir(dirname(join(clone, file)), { recursive: true });
      await cp(join(root, file), join(clone, file));
    }
    // Fails where package.json and lock file disagree.
    await run("npm", ["ci", "--dry-run", "--ignore-scripts", "--offline"], { cwd: clone });
    const sbom = ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"];
    const { stdout } = await run("npm", sbom, { cwd: clone, maxBuffer: 1e8 });
    const { components } = JSON.parse(stdout) as { components: { name: string; group?: string }[] };
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(DEPENDENCIES));
  });
});

/** Path and hash of each file that was built into a folder. */
async function sumsOf(out: string): Promise<Record<string, string>> {
  const files = (await readdir(join(root, out), { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const sums = await Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      const sum = createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
      return [path.replace(join(root, out), ""), sum] as const;
    }),
  );
  return Object.fromEntries(sums.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

test("H8 a second build is the same as the first, byte for byte", async () => {
  // As `npm run build` has them: the tests' own variables change what Vite compiles.
  const { VITEST: _vitest, NODE_ENV: _mode, ...env } = process.env;
  const out = "node_modules/.cache/second-build";
  await rm(join(root, out), { recursive: true, force: true });
  const options = { cwd: root, env };
  await run("node_modules/.bin/vite", ["build", "--outDir", out, "--logLevel", "error"], options);
  await run("node_modules/.bin/tsc", ["-p", "tsconfig.build.json", "--outDir", out], options);
  const [first, second] = [await sumsOf("dist"), await sumsOf(out)];
  await rm(join(root, out), { recursive: true });
  expect(Object.keys(first).length).toBeGreaterThan(400);
  expect(first).toHaveProperty(["/openapi.json"]);
  expect(second, "run `npm run build` first").toEqual(first);
}, 300_000);
