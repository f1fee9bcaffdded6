// `npm run words -- --locale de`: every text of a language beside the English one, for writers and translators.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createServer as createVite } from "vite";

const { values } = parseArgs({ options: { locale: { type: "string", default: "en" } } });
const root = fileURLToPath(new URL("../..", import.meta.url));
const vite = await createVite({
  root,
  configFile: `${root}/vite.config.ts`,
  appType: "custom",
  logLevel: "warn",
  cacheDir: `${root}/node_modules/.vite-words`,
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true, include: [] },
});
try {
  const { english, languageNamed } = await vite.ssrLoadModule("/stories/words/languages.ts");
  const { wordTable } = await vite.ssrLoadModule("/stories/words/wordTable.ts");
  const table = wordTable(languageNamed(values.locale), english);
  const cell = (text) => text.replaceAll("|", "\\|");
  console.log(`| area | key | English | ${values.locale} |\n| --- | --- | --- | --- |`);
  for (const { area, key, given, english: source, text } of table) {
    console.log(`| ${[area, given ? `${key} (${given})` : key, source, text].map(cell).join(" | ")} |`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await vite.close();
}
