// A host's page, bundled as hosts bundle it for production. react, react-dom, styled-components and Stripe's packages are
// the host's own and stay outside; our other dependencies are inside.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { build as vite } from "vite";
import webpack from "webpack";

export const root = fileURLToPath(new URL("../..", import.meta.url));
const HOSTS_OWN = ["react", "react-dom", "styled-components", "@stripe/connect-js", "@stripe/react-connect-js"];
const isHostsOwn = new RegExp(`^(${HOSTS_OWN.join("|")})(/|$)`);
const ENTRY = `${root}host-entry.js`; // exists in memory only
const PRODUCTION = { "process.env.NODE_ENV": '"production"' };

/** Vite's bundler: its chunks, with one for each dynamic import. */
export async function rolldownChunks(code) {
  const [result] = [
    await vite({
      root,
      configFile: false,
      logLevel: "error",
      define: PRODUCTION,
      plugins: [
        {
          name: "host-entry",
          resolveId: (id) => (id === ENTRY ? { id: ENTRY, moduleSideEffects: true } : null),
          load: (id) => (id === ENTRY ? code : null),
        },
      ],
      // As a library, or Vite adds its own preloader to each dynamic import; but with an entry that no module imports, as an
      // app's is, so that what the deferred parts share with it stays in it.
      build: {
        target: "es2022",
        write: false,
        lib: { entry: ENTRY, formats: ["es"], fileName: "host" },
        rolldownOptions: { external: isHostsOwn, preserveEntrySignatures: false, output: { minify: true } },
      },
    }),
  ].flat();
  return result.output.filter((file) => file.type === "chunk");
}

/** esbuild: the texts of the files that the page's first load fetches. Rejects where it warns the host. */
export async function esbuildFirstLoad(code) {
  const { outputFiles, metafile, warnings } = await esbuild({
    stdin: { contents: code, resolveDir: root },
    bundle: true,
    format: "esm",
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: root,
    absWorkingDir: root,
    target: "es2022",
    define: PRODUCTION,
    external: HOSTS_OWN,
    logLevel: "error",
  });
  if (warnings.length > 0) throw new Error(`esbuild warns the host:\n${warnings.map(({ text }) => text).join("\n")}`);
  const { outputs } = metafile;
  const eager = new Set();
  const follow = (file) => {
    if (!outputs[file] || eager.has(file)) return;
    eager.add(file);
    for (const { path, kind } of outputs[file].imports) if (kind === "import-statement") follow(path);
  };
  follow(Object.keys(outputs).find((file) => outputs[file].entryPoint === "<stdin>"));
  if (eager.size === 0) throw new Error("esbuild's metafile names no entry point <stdin>. Look for its new name.");
  return outputFiles.filter(({ path }) => eager.has(path.slice(root.length))).map(({ text }) => text);
}

/** webpack: the texts of the files that the page's first load fetches. Rejects where it warns the host. */
export async function webpackFirstLoad(code) {
  const folder = await mkdtemp(join(tmpdir(), "host-page-"));
  try {
    const entry = join(folder, "entry.js");
    await writeFile(entry, code);
    const stats = await new Promise((resolve, reject) => {
      webpack(
        {
          mode: "production",
          context: root,
          entry,
          target: ["web", "es2022"],
          performance: false,
          experiments: { outputModule: true },
          externalsType: "module",
          externals: [isHostsOwn],
          output: { path: folder, module: true, filename: "page.js", chunkFilename: "[id].js" },
        },
        (error, result) => (error ? reject(error) : resolve(result)),
      );
    });
    if (stats.hasErrors() || stats.hasWarnings()) {
      throw new Error(`webpack warns the host:\n${stats.toString({ all: false, errors: true, warnings: true })}`);
    }
    const files = stats.compilation.entrypoints.get("main").getFiles();
    return await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
