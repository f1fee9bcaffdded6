// What a host's bundle pays, checked against the budgets of the README. `npm run size`, after a build.
// Sizes are minified and gzipped; react, react-dom, styled-components and Stripe's packages are the host's own, ours are counted.
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { relative } from "node:path";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const HOSTS_OWN = ["react", "react-dom", "styled-components", "@stripe/connect-js", "@stripe/react-connect-js"];

/** Bundles as a host would, with one file for each dynamic import. */
async function bundle(code) {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: "js" },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    outdir: "/out",
    write: false,
    metafile: true,
    external: HOSTS_OWN.flatMap((name) => [name, `${name}/*`]),
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const bytes = new Map(result.outputFiles.map((file) => [relative(root, file.path), gzipSync(file.contents).length]));
  const outputs = new Map(
    Object.entries(result.metafile.outputs).map(([path, output]) => [relative(root, fromCwd(path)), output]),
  );
  return { bytes, outputs };
}
const fromCwd = (path) => `${process.cwd()}/${path}`;

/** A chunk and all that it imports statically. */
function staticClosure(outputs, path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const found of outputs.get(path)?.imports ?? []) {
    if (found.kind === "import-statement" && !found.external)
      staticClosure(outputs, relative(root, fromCwd(found.path)), seen);
  }
  return seen;
}

const sum = (bytes, paths) => [...paths].reduce((total, path) => total + (bytes.get(path) ?? 0), 0);

/** The first load of an entry, and each deferred part of it by the source file that it starts with. */
export async function measure(code) {
  const { bytes, outputs } = await bundle(code);
  const entry = [...outputs].find(([, output]) => output.entryPoint === "<stdin>")?.[0];
  const eager = staticClosure(outputs, entry);
  const inputs = [...eager].flatMap((path) => Object.keys(outputs.get(path)?.inputs ?? {}));
  const deferred = {};
  for (const [path, output] of outputs) {
    if (!output.entryPoint || path === entry || eager.has(path)) continue;
    const extra = [...staticClosure(outputs, path)].filter((other) => !eager.has(other));
    deferred[output.entryPoint] = sum(bytes, extra);
  }
  return { size: sum(bytes, eager), inputs, deferred };
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const find = (deferred, part) => Object.entries(deferred).find(([path]) => path.includes(part))?.[1];

export async function report() {
  const card = await measure('export { StripeConnectionCard, StripeConnectionProvider } from "./dist/index.js";');
  const headless = await measure('export * from "./dist/headless.js";');
  const badge = await measure('export { StatusBadge } from "./dist/index.js";');
  const rows = [
    ["card, before overlays and onboarding", card.size, 22_000],
    ["headless", headless.size, 16_000],
    ["StatusBadge alone", badge.size, 1_500],
    ["overlays (menu, alert dialog), deferred", find(card.deferred, "overlays"), 50_000],
    ["onboarding, deferred", find(card.deferred, "onboarding"), 12_000],
    ["explainer, deferred", find(card.deferred, "requirements"), 14_000],
  ].map(([what, size, limit]) => ({ what, size, limit, ok: size !== undefined && size <= limit }));
  // Nothing of Stripe, of the server or of the simulator may be in a first load.
  const strangers = [...card.inputs, ...headless.inputs, ...badge.inputs].filter((path) =>
    /dist\/(server|simulator|testing|stripe)\/|node_modules\/(stripe|hono|@hono|@stripe|@base-ui|pg|@electric-sql)\//.test(
      path,
    ),
  );
  return { rows, strangers: [...new Set(strangers)] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rows, strangers } = await report();
  for (const { what, size, limit, ok } of rows) {
    console.log(`${ok ? "ok  " : "OVER"} ${what}: ${size === undefined ? "not found" : kB(size)} of ${kB(limit)}`);
  }
  for (const path of strangers) console.log(`OVER ${path} is in a first load`);
  if (strangers.length > 0 || rows.some(({ ok }) => !ok)) process.exitCode = 1;
}
