import { readFile } from "node:fs/promises";

/** What the build takes out of `examples/`, by the names of `frameworks.ts`. */
export interface Template {
  /** Whole files, as they stand in the example. */
  files: Record<string, string>;
  /** Lines of files that a project has of its own. */
  additions: Record<string, string[]>;
  /** Its `.env.example`. */
  environment: string;
}

// As a variable, or bundlers would take the file in here.
const BUILT = "./templates.json";

/** Of every example. The file is made by the build, so a source that was not built has none. */
export async function readTemplates(): Promise<Record<string, Template>> {
  return JSON.parse(await readFile(new URL(BUILT, import.meta.url), "utf8")) as Record<string, Template>;
}
