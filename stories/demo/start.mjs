// `npm start`: the demo's page and its back end in one process, both built anew by Vite at each start (a second or two).
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { buildPage, loadServer } from "./buildDemo.mjs";

// Vite would say "production", where nothing may be simulated.
process.env.NODE_ENV ??= "development";
const root = fileURLToPath(new URL("../..", import.meta.url));
const http = createServer();
// What goes wrong in the back end is told with lines of the sources.
process.setSourceMapsEnabled(true);

let demo;
let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  // Streams of open pages would hold the server for minutes.
  http.close();
  http.closeAllConnections();
  await demo?.close();
  process.exit(code);
}
process.once("SIGINT", () => void end(0));
process.once("SIGTERM", () => void end(0));

try {
  const [page, { createDemo }] = await Promise.all([buildPage(root), loadServer(root)]);
  demo = await createDemo({ root, http, page });
  console.log(demo.greeting);
} catch (error) {
  // What a person can mend reads as a sentence; anything else keeps its stack.
  console.error(error?.name === "SettingsError" ? `\n${error.message}\n` : error);
  await end(1);
}
