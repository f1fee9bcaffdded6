import { readFileSync } from "node:fs";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * The entries of package.json that have types.
 * @returns {{ path: string; report: string; types: string }[]} `path` as in `exports`, such as `./simulator/node`;
 * `report` names the file in this folder, such as `simulator-node`; `types` is the file that was built.
 */
export function publicEntries() {
  return Object.entries(manifest.exports)
    .filter(([, target]) => target.types)
    .map(([path, { types }]) => ({
      path,
      report: path === "." ? "index" : path.slice(2).replace("/*", "").replaceAll("/", "-"),
      types,
    }));
}

/**
 * The names that a report exports.
 * @param {string} report The text of an `.api.md` file.
 * @returns {{ values: string[]; types: string[] }} `values` exist at run time; a class is one of them.
 */
export function exportedNames(report) {
  const declared = [...report.matchAll(/^(?:export )?(type|interface|const|function|class) (\w+)/gm)];
  const types = new Set(
    declared.filter(([, kind]) => kind === "type" || kind === "interface").map(([, , name]) => name),
  );
  const own = [...report.matchAll(/^export \w+ (\w+)/gm)].map(([, name]) => [name, name]);
  const renamed = [...report.matchAll(/^export \{ (\w+) as (\w+) \}/gm)].map(([, local, name]) => [local, name]);
  const of = (isType) => {
    const names = [...own, ...renamed].filter(([local]) => types.has(local) === isType).map(([, name]) => name);
    // A function with two signatures is declared twice.
    return [...new Set(names)];
  };
  return { values: of(false), types: of(true) };
}
