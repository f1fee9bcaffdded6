// `npm start`: the demo's page and its back end in one process. Vite reads the TypeScript of both.
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer as createVite } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const http = createServer();

const vite = await createVite({
  root,
  configFile: join(root, "vite.config.ts"),
  appType: "custom",
  logLevel: "warn",
  cacheDir: join(root, "node_modules/.vite-demo"),
  server: {
    middlewareMode: true,
    // No hot reloading: its client reloads the page when the server was restarted, and hides how our own code recovers.
    hmr: false,
    ws: false,
    watch: null,
    // So that the first visitor does not wait for all modules to be compiled.
    warmup: { clientFiles: ["./stories/demo/page/main.tsx"] },
  },
  // A dependency found late would ask for that reload too, so all are named (in vite.config.ts).
  optimizeDeps: { noDiscovery: true },
});

let demo;
let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  // Streams of open pages would hold the server for minutes.
  http.close();
  http.closeAllConnections();
  await demo?.close();
  await vite.close();
  process.exit(code);
}
process.once("SIGINT", () => void end(0));
process.once("SIGTERM", () => void end(0));

try {
  const { createDemo } = await vite.ssrLoadModule("/stories/demo/server/createDemo.ts");
  demo = await createDemo({ root, http, pages: vite.middlewares });
  console.log(demo.greeting);
} catch (error) {
  // What a person can mend reads as a sentence; anything else keeps its stack.
  console.error(error?.name === "SettingsError" ? `\n${error.message}\n` : error);
  await end(1);
}
