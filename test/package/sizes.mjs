// What a host's bundle pays, checked against the limits of the README (its design notes say where they differ from the
// plan, and why). `npm run size`, after a build; `npm run size -- --parts` tells what each part of the card weighs.
// Minified for production, then gzipped (level 9, as servers keep files).
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { esbuildFirstLoad, rolldownChunks, root, webpackFirstLoad } from "./hostBundles.mjs";

/** A page that does something with these. */
const uses = (entry, ...names) =>
  `import { ${names.join(", ")} } from ${JSON.stringify(`${root}dist/${entry}`)}; globalThis.page = [${names.join(", ")}];`;

const CARD = uses("index.js", "StripeConnectionCard", "StripeConnectionProvider");
const BADGE = uses("index.js", "StatusBadge");
const HEADLESS = uses(
  "headless.js",
  "StripeConnectionProvider",
  "useStripeConnection",
  "httpAdapter",
  "createConnectionClient",
  "ConnectionError",
);

// Notes for bundlers, which the minifier of a host's page takes out and that of a library leaves.
const NOTES = /\/\* @__(?:PURE|NO_SIDE_EFFECTS)__ \*\/\s?/g;
const gzipped = (text) => gzipSync(text.replace(NOTES, ""), { level: 9 }).length;
const sum = (texts) => texts.reduce((total, text) => total + gzipped(text), 0);

/** A chunk and all that it imports statically. */
function staticClosure(chunks, fileName, seen = new Set()) {
  const chunk = chunks.find((one) => one.fileName === fileName);
  if (!chunk || seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const imported of chunk.imports) staticClosure(chunks, imported, seen);
  return seen;
}

/** The first load of a page, and each deferred part of it by the module that it starts with. */
async function measure(page) {
  const chunks = await rolldownChunks(page);
  const eager = staticClosure(chunks, chunks.find((chunk) => chunk.isEntry).fileName);
  const sizeOf = (some) => sum(some.map(({ code }) => code));
  const deferred = {};
  for (const chunk of chunks) {
    if (!chunk.isDynamicEntry || !chunk.facadeModuleId) continue;
    const extra = [...staticClosure(chunks, chunk.fileName)].filter((other) => !eager.has(other));
    deferred[chunk.facadeModuleId.replace(root, "")] = sizeOf(extra);
  }
  const modules = [...eager].flatMap((chunk) =>
    Object.entries(chunk.modules).map(([id, { code }]) => ({ path: id.replace(root, ""), code: code ?? "" })),
  );
  return { size: sizeOf([...eager]), modules, deferred };
}

export async function report() {
  const card = await measure(CARD);
  const headless = await measure(HEADLESS);
  const badge = await measure(BADGE);
  const deferred = (pattern) => Object.entries(card.deferred).find(([path]) => pattern.test(path))?.[1];
  const rows = [
    ["card with live updates, reasons, menu and dialog, before onboarding", card.size, 47_000],
    ["card by webpack", sum(await webpackFirstLoad(CARD)), Math.min(48_000, card.size * 1.1)],
    ["card by esbuild", sum(await esbuildFirstLoad(CARD)), Math.min(51_000, card.size * 1.1)],
    ["headless with live updates", headless.size, 12_400],
    ["StatusBadge alone", badge.size, 1_500],
    ["StatusBadge alone by webpack", sum(await webpackFirstLoad(BADGE)), 1_500],
    ["StatusBadge alone by esbuild", sum(await esbuildFirstLoad(BADGE)), 2_800],
    ["onboarding, deferred", deferred(/dist\/onboarding\//), 7_500],
    ["explainer, deferred", deferred(/messages\/en\/requirements/), 9_000],
  ].map(([what, size, limit]) => ({ what, size, limit, ok: size > 0 && size <= limit }));
  // Nothing of Stripe, of the server or of the simulator may be in a first load, and no language but English.
  const strangers = [card, headless, badge]
    .flatMap(({ modules }) => modules.map(({ path }) => path))
    .filter((path) =>
      /dist\/(server|simulator|testing|stripe|messages\/(?!en\/|describe\/)[^/]+)\/|node_modules\/(stripe|hono|@hono|@stripe|pg|@electric-sql)\//.test(
        path,
      ),
    );
  return { rows, strangers: [...new Set(strangers)] };
}

/** The folder of a module, or the package. */
const partOf = (path) =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.replace(/^dist\//, "").replace(/\/?[^/]+$/, "");

/** What each part of the card weighs: compressed by itself, then shared out so that all together are the whole. */
async function parts() {
  const { size, modules } = await measure(CARD);
  const texts = new Map();
  for (const { path, code } of modules) texts.set(partOf(path), (texts.get(partOf(path)) ?? "") + code);
  const alone = [...texts].map(([part, text]) => ({ part, bytes: gzipped(text) }));
  const total = alone.reduce((all, { bytes }) => all + bytes, 0);
  return alone
    .map(({ part, bytes }) => ({ part, bytes: (bytes * size) / total }))
    .sort((one, other) => other.bytes - one.bytes);
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

async function print() {
  if (process.argv.includes("--parts")) {
    for (const { part, bytes } of await parts()) console.log(kB(bytes).padStart(8), part || "dist");
    return;
  }
  const { rows, strangers } = await report();
  for (const { what, size, limit, ok } of rows) {
    console.log(`${ok ? "ok  " : "OVER"} ${what}: ${size === undefined ? "not found" : kB(size)} of ${kB(limit)}`);
  }
  for (const path of strangers) console.log(`OVER ${path} is in a first load`);
  if (strangers.length > 0 || rows.some(({ ok }) => !ok)) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await print();
