// The HTML of pages that render.mjs streamed, all at once, as a framework's server renders them for the first paint.
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { use, createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";

const modules = new Map();
globalThis.__webpack_chunk_load__ = () => Promise.resolve();
globalThis.__webpack_require__ = (id) => modules.get(id);
const { createFromNodeStream } = await import("react-server-dom-webpack/client.node");

const pages = JSON.parse(await text(process.stdin));
for (const [file] of Object.values(pages)
  .join("\n")
  .matchAll(/file:\/\/[^"#]+\/dist\/[^"#]+\.js/g)) {
  modules.set(file, await import(file));
}
const of = (id) => new Proxy({}, { get: (_, name) => ({ id, chunks: [], name }) });
const manifest = { moduleMap: new Proxy({}, { get: (_, id) => of(id) }), moduleLoading: null, serverModuleMap: null };

async function htmlOf(flight) {
  // In small pieces, so that the pages come in between each other.
  const pieces = flight.match(/[^]{1,200}/g) ?? [];
  const tree = createFromNodeStream(Readable.from(pieces.map((piece) => Buffer.from(piece))), manifest);
  const html = new PassThrough();
  const Root = () => use(tree);
  const { pipe } = renderToPipeableStream(createElement(Root), { onAllReady: () => pipe(html) });
  return text(html);
}

const done = await Promise.all(Object.entries(pages).map(async ([tenant, page]) => [tenant, await htmlOf(page)]));
console.log(JSON.stringify(Object.fromEntries(done)));
