// Builds what the bench runs: the page as a host builds it, the same with React's profiler, and the server's part.
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = at("../..");

const common = (mode) => ({
  root,
  configFile: false,
  logLevel: "error",
  mode,
  plugins: [react()],
  define: { "process.env.NODE_ENV": '"production"', "process.env.BENCH_MODE": JSON.stringify(mode) },
  // As the package is built.
  oxc: { plugins: { styledComponents: { displayName: false, ssr: false, namespace: "rsc" } } },
});

async function buildPage(outDir, mode, inputs, minify) {
  await build({
    ...common(mode),
    ...(mode === "profiling"
      ? { resolve: { alias: [{ find: "react-dom/client", replacement: "react-dom/profiling" }] } }
      : {}),
    build: {
      target: "es2022",
      minify,
      outDir,
      emptyOutDir: false,
      rolldownOptions: { input: inputs, output: { entryFileNames: "[name].js" } },
    },
  });
}

/** A folder with the built files, and the server's part; `end` removes it. */
export async function buildBench({ minify = true } = {}) {
  // Below the project, so that the server's part finds its packages.
  const folder = await mkdtemp(join(root, "node_modules", ".cache", "bench-"));
  await buildPage(join(folder, "production"), "production", { page: at("page.tsx"), flow: at("flow.tsx") }, minify);
  await buildPage(join(folder, "profiling"), "profiling", { page: at("page.tsx") }, minify);
  await build({
    ...common("production"),
    ssr: { external: ["react", "react-dom", "styled-components"] },
    build: {
      target: "node20",
      outDir: join(folder, "server"),
      ssr: at("server.tsx"),
      rolldownOptions: { output: { entryFileNames: "server.mjs" } },
    },
  });
  const server = await import(pathToFileURL(join(folder, "server", "server.mjs")).href);
  return { folder, server, end: () => rm(folder, { recursive: true, force: true }) };
}
