import { createRequire } from "node:module";
import { compileFunction } from "node:vm";
import { build } from "esbuild";
import { buildOptions } from "./servePage.js";

/** The exports of a module, bundled with its own React for a server: there is no document, and nothing of the test's. */
export async function loadOnServer<Exports>(
  source: string,
  options: { isDevelopment?: boolean; react?: string } = {},
): Promise<Exports> {
  const built = await build({ ...buildOptions(source, options), platform: "node", format: "cjs" });
  const module = { exports: {} };
  const [file] = built.outputFiles;
  const run: unknown = compileFunction(file?.text ?? "", ["module", "exports", "require"]);
  if (typeof run !== "function") throw new Error("The module was not compiled.");
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports as Exports;
}
