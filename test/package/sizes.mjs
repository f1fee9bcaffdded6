// What a host's bundle pays, checked against the limits of the README (its design notes say where they differ from the
// plan, and why). `npm run size`, after a build.
// Built as a host builds it (Vite, minified, production), then gzipped (level 9, as servers keep files); react, react-dom, styled-components and Stripe's
// packages are the host's own, our other dependencies are counted.
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const HOSTS_OWN = /^(react|react-dom|styled-components|@stripe\/connect-js|@stripe\/react-connect-js)(\/|$)/;
const ENTRY = `${root}host-entry.js`; // exists in memory only

/** Bundles a host's module, with one file for each dynamic import. */
async function bundle(code) {
  const [result] = [
    await build({
      root,
      configFile: false,
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
      plugins: [
        {
          name: "host-entry",
          resolveId: (id) => (id === ENTRY ? { id: ENTRY, moduleSideEffects: true } : null),
          load: (id) => (id === ENTRY ? code.replaceAll("dist:", `${root}dist/`) : null),
        },
      ],
      // As a library, or Vite adds its own preloader to each dynamic import; but with an entry that nobody imports, as an
      // app's is, so that what the deferred parts share with it stays in it.
      build: {
        target: "es2022",
        write: false,
        lib: { entry: ENTRY, formats: ["es"], fileName: "host" },
        rolldownOptions: { external: HOSTS_OWN, preserveEntrySignatures: false, output: { minify: true } },
      },
    }),
  ].flat();
  return result.output.filter((file) => file.type === "chunk");
}

/** A chunk and all that it imports statically. */
function staticClosure(chunks, fileName, seen = new Set()) {
  const chunk = chunks.find((one) => one.fileName === fileName);
  if (!chunk || seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const imported of chunk.imports) staticClosure(chunks, imported, seen);
  return seen;
}

// Notes for bundlers, which the minifier of a host's page takes out and that of a library leaves.
const NOTES = /\/\* @__(?:PURE|NO_SIDE_EFFECTS)__ \*\/\s?/g;
const sum = (chunks) =>
  [...chunks].reduce((total, { code }) => total + gzipSync(code.replace(NOTES, ""), { level: 9 }).length, 0);
const modulesOf = (chunks) =>
  [...chunks].flatMap(({ modules }) => Object.keys(modules)).map((id) => id.replace(root, ""));

/** The first load of an entry, and each deferred part of it by the module that it starts with. */
export async function measure(code) {
  const chunks = await bundle(code);
  const eager = staticClosure(chunks, chunks.find((chunk) => chunk.isEntry).fileName);
  const deferred = {};
  for (const chunk of chunks) {
    if (!chunk.isDynamicEntry || !chunk.facadeModuleId) continue;
    const extra = [...staticClosure(chunks, chunk.fileName)].filter((other) => !eager.has(other));
    deferred[chunk.facadeModuleId.replace(root, "")] = sum(extra);
  }
  return { size: sum(eager), modules: modulesOf(eager), deferred };
}

/** A page that does something with these. */
const uses = (entry, ...names) =>
  `import { ${names.join(", ")} } from "dist:${entry}"; globalThis.page = [${names.join(", ")}];`;

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export async function report() {
  const card = await measure(uses("index.js", "StripeConnectionCard", "StripeConnectionProvider"));
  const headless = await measure(
    uses(
      "headless.js",
      "StripeConnectionProvider",
      "useStripeConnection",
      "httpAdapter",
      "createConnectionClient",
      "ConnectionError",
    ),
  );
  const badge = await measure(uses("index.js", "StatusBadge"));
  const deferred = (pattern) => Object.entries(card.deferred).find(([path]) => pattern.test(path))?.[1];
  const rows = [
    ["card with live updates, reasons, menu and dialog, before onboarding", card.size, 47_000],
    ["headless with live updates", headless.size, 12_400],
    ["StatusBadge alone", badge.size, 1_500],
    ["onboarding, deferred", deferred(/dist\/onboarding\//), 7_500],
    ["explainer, deferred", deferred(/messages\/en\/requirements/), 9_000],
  ].map(([what, size, limit]) => ({ what, size, limit, ok: size !== undefined && size <= limit }));
  // Nothing of Stripe, of the server or of the simulator may be in a first load, and no language that nobody asked for.
  const strangers = [...card.modules, ...headless.modules, ...badge.modules].filter((path) =>
    /dist\/(server|simulator|testing|stripe|messages\/(?!en\/|describe\/)[^/]+)\/|node_modules\/(stripe|hono|@hono|@stripe|pg|@electric-sql)\//.test(
      path,
    ),
  );
  return { rows, deferred: card.deferred, strangers: [...new Set(strangers)] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { rows, strangers } = await report();
  for (const { what, size, limit, ok } of rows) {
    console.log(`${ok ? "ok  " : "OVER"} ${what}: ${size === undefined ? "not found" : kB(size)} of ${kB(limit)}`);
  }
  for (const path of strangers) console.log(`OVER ${path} is in a first load`);
  if (strangers.length > 0 || rows.some(({ ok }) => !ok)) process.exitCode = 1;
}
