// `npm run bench:server`. Vite reads the TypeScript, as it does for `npm start`.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
const vite = await createServer({
  root,
  configFile: join(root, "vite.config.ts"),
  appType: "custom",
  logLevel: "warn",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { benchServer } = await vite.ssrLoadModule("/bench/server/benchServer.ts");
  await benchServer();
} finally {
  await vite.close();
}
