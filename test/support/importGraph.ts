import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";

const src = fileURLToPath(new URL("../../src", import.meta.url));

export interface Import {
  /** A file of src/, by its path below it. */
  from: string;
  /** `core/errors.js` for a file of src/, else the specifier as written. */
  to: string;
  /** By `import(…)`. */
  lazy: boolean;
  typeOnly: boolean;
}

/** Every TypeScript file of src/, by its path below it. */
export const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"),
);

export const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const text = textOf(file).replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
  const found: Import[] = [];
  const add = (specifier: string, lazy: boolean, typeOnly: boolean) =>
    found.push({
      from: file,
      to: specifier.startsWith(".") ? relative(src, normalize(join(src, dirname(file), specifier))) : specifier,
      lazy,
      typeOnly,
    });
  for (const match of text.matchAll(/\b(?:import|export)\s+(type\s+)?(?:[\w*${},\s]+?\sfrom\s+)?"([^"]+)"/g)) {
    add(match[2] ?? "", false, match[1] !== undefined);
  }
  for (const match of text.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g)) add(match[1] ?? "", true, false);
  return found;
}

export function textOf(file: string): string {
  return readFileSync(join(src, file), "utf8");
}

const built = new Map(files.map((file) => [file.replace(/\.tsx?$/, ".js"), file]));

/** The file of src/ that an import leads to. */
export function targetOf({ to }: Import): string | undefined {
  return built.get(to);
}

/** The first folder of a path below src/; "" for a file at its top. */
export function folderOf(path: string): string {
  return path.includes("/") ? (path.split("/")[0] ?? "") : "";
}

/** `entry` and every file of src/ that it imports: directly or not, lazily or for types alone, past `mayPass`. */
export function reachedFrom(entry: string, mayPass = (_file: string) => true): Set<string> {
  const reached = new Set<string>();
  const visit = (file: string) => {
    if (reached.has(file) || !mayPass(file)) return;
    reached.add(file);
    for (const one of imports.filter(({ from }) => from === file)) {
      const target = targetOf(one);
      if (target !== undefined) visit(target);
    }
  };
  visit(entry);
  return reached;
}
