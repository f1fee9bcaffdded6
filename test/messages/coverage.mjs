// `npm run coverage:stripe`: how much of what Stripe can say has words, in each language. Fallback texts don't count;
// exits with 1 under 100 %. `-- --locale de` for one language.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createServer as createVite } from "vite";

const { values } = parseArgs({ options: { locale: { type: "string" } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const vite = await createVite({
  root,
  configFile: `${root}/vite.config.ts`,
  appType: "custom",
  logLevel: "warn",
  cacheDir: `${root}/node_modules/.vite-coverage`,
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const { coverageOf } = await vite.ssrLoadModule("/test/messages/coverage.ts");
  const files = readdirSync(`${root}/src/messages/locales`).map((name) => `/src/messages/locales/${name}`);
  let languages = 0;
  for (const file of ["/src/messages/en.ts", ...files]) {
    const [messages] = Object.values(await vite.ssrLoadModule(file));
    if (values.locale !== undefined && values.locale !== messages.code) continue;
    languages += 1;
    for (const { what, known, missing } of coverageOf(messages, await messages.requirements())) {
      const covered = known - missing.length;
      const percent = known === 0 ? 0 : Math.floor((covered / known) * 100);
      console.log(`${messages.code.padEnd(6)} ${String(percent).padStart(3)} %  ${covered} of ${known} ${what}`);
      for (const value of missing) console.log(`         no words: ${value}`);
      if (covered < known || known === 0) process.exitCode = 1;
    }
  }
  if (languages === 0) throw new Error(`there are no words for the locale "${values.locale}"`);
} finally {
  await vite.close();
}
