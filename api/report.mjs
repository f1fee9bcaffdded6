// Compares the types of each public entry, as built, with its report in this folder.
// `npm run api` fails where they differ; `npm run api -- --update` writes the reports.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { MAY_NAME } from "./mayName.mjs";
import { exportedNames, publicEntries } from "./publicEntries.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const kept = join(root, "api");
const made = join(root, "node_modules/.cache/api");

// German stands for all locales: each of them is checked to be of the type `Messages` where it is written.
const entries = publicEntries().map(({ report, types }) => ({
  name: report,
  file: join(root, types.replace("*", "de")),
}));
const unbuilt = entries.find(({ file }) => !existsSync(file));
if (unbuilt) throw new Error(`${relative(root, unbuilt.file)} does not exist. Run \`npm run build\` first.`);

const compilerOptions = {
  target: "es2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "ESNext",
  moduleResolution: "Bundler",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  types: [],
};

const configOf = ({ name, file }) =>
  ExtractorConfig.prepare({
    packageJsonFullPath: join(root, "package.json"),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: file,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions, files: entries.map((entry) => entry.file) } },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: made,
        reportTempFolder: join(made, "temp"),
        // What an entry names of another one is in the report of that one.
        includeForgottenExports: !MAY_NAME[name]?.besides,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: "error" } },
        extractorMessageReporting: {
          default: { logLevel: "error" },
          "ae-missing-release-tag": { logLevel: "none" },
          // An editor looks for a `{@link}` in its scope, API Extractor among the exports alone.
          "ae-unresolved-link": { logLevel: "none" },
          // @stripe/connect-js ships TypeScript sources.
          "ae-wrong-input-file-type": { logLevel: "none" },
        },
        // TSDoc is stricter than the JSDoc that editors show.
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
    },
  });

/** Writes the report of an entry to `made`. */
function extract({ name }, config, compilerState) {
  const messages = [];
  Extractor.invoke(config, {
    compilerState,
    localBuild: true,
    messageCallback(message) {
      if (message.category !== "console" && message.logLevel === "error") messages.push(message);
      message.handled = true;
    },
  });
  const report = readFileSync(join(made, `${name}.api.md`), "utf8");
  return { name, report, messages, names: exportedNames(report) };
}

/** What is undocumented, and what a signature names that a host can't import. */
function problemsOf({ name, messages }, namesOf) {
  const { besides = [], unexported = {} } = MAY_NAME[name] ?? {};
  const allowed = new Set(Object.values(unexported).flat());
  const importable = new Set(besides.flatMap(namesOf));
  const met = new Set();
  const problems = messages.flatMap(({ messageId, text, sourceFilePath, sourceFileLine }) => {
    const where = sourceFilePath ? ` (${relative(root, sourceFilePath)}:${sourceFileLine})` : "";
    // API Extractor adds `_2` where a global has the same name.
    const symbol = (/"(.+?)"/.exec(text)?.[1] ?? "").replace(/_\d+$/, "");
    if (messageId === "ae-forgotten-export") {
      met.add(symbol);
      if (allowed.has(symbol) || importable.has(symbol)) return [];
      return `${name}: a public type names ${symbol}${where}, which is not exported. Export it, or allow it in api/mayName.mjs.`;
    }
    if (messageId === "ae-undocumented" && allowed.has(symbol)) return [];
    return `${name}: ${text}${where}`;
  });
  const stale = [...allowed].filter((symbol) => !met.has(symbol));
  return [
    ...problems,
    ...stale.map((symbol) => `${name}: no public type names ${symbol}. Remove it from api/mayName.mjs.`),
  ];
}

/** Reports that differ from the types as built, and reports without an entry. */
function changesOf(results) {
  const files = results.map(({ name }) => `${name}.api.md`);
  const orphans = readdirSync(kept).filter((file) => file.endsWith(".api.md") && !files.includes(file));
  const isCurrent = ({ name, report }) => {
    const file = join(kept, `${name}.api.md`);
    return existsSync(file) && readFileSync(file, "utf8") === report;
  };
  return [
    ...orphans.map((file) => `api/${file}: package.json has no such entry.`),
    ...results
      .filter((result) => !isCurrent(result))
      .map(({ name }) => {
        const file = `${name}.api.md`;
        return `${name}: the public types changed. See: git diff --no-index api/${file} ${relative(root, join(made, file))}`;
      }),
  ];
}

function update(results) {
  for (const file of readdirSync(kept)) if (file.endsWith(".api.md")) rmSync(join(kept, file));
  for (const { name, report } of results) writeFileSync(join(kept, `${name}.api.md`), report);
}

rmSync(made, { recursive: true, force: true });
mkdirSync(join(made, "temp"), { recursive: true });
const configs = entries.map(configOf);
const compilerState = CompilerState.create(configs[0], { additionalEntryPoints: entries.map(({ file }) => file) });
const results = entries.map((entry, at) => extract(entry, configs[at], compilerState));
const namesOf = (name) =>
  results.filter((one) => one.name === name).flatMap(({ names }) => [...names.values, ...names.types]);

if (process.argv.includes("--update")) update(results);
const problems = results.flatMap((result) => problemsOf(result, namesOf));
const changes = changesOf(results);

for (const { name, names } of results)
  console.log(`${name}: ${names.values.length} values, ${names.types.length} types`);
for (const line of [...problems, ...changes]) console.error(line);
if (changes.length > 0) console.error("To accept the changes: npm run build && npm run api -- --update");
if (problems.length + changes.length > 0) process.exitCode = 1;
